# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes: their answers, versions, patches, deletions, dry runs, fields that are not known."""
from objects import case, config, deployment, maps, only, workloads
from wire import MERGE, PATCH, STRATEGIC


@case
def create(server, ns):
    first = server.post(maps(ns), config("a", labels={"x": "1"})).told()
    return {"first": first, "again": server.post(maps(ns), config("a")).told(), "by a manager": server.post(maps(ns), config("b"), query={"fieldManager": "me"}).told(),
            "nowhere": server.post(maps(ns + "-none"), config("a")).told()}


@case
def create_what_is_wrong(server, ns):
    wrong = {"another namespace": config("a", namespace="default"), "a name that is none": config("A_b"), "no name": {"apiVersion": "v1", "kind": "ConfigMap"},
             "another kind": {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}}, "another version": {"apiVersion": "v2", "kind": "ConfigMap", "metadata": {"name": "a"}},
             "a version of its own": config("a", resourceVersion="5"), "a number for a text": config("a", 5), "a label that is none": config("a", labels={"x": "a b"})}
    told = {what: server.post(maps(ns), body).told() for what, body in wrong.items()}
    told["no JSON"] = only(server.post(maps(ns), "{").json, "code", "reason", "status", "kind")
    told["no JSON at all"] = server.post(maps(ns), "{}", kind="text/plain").told()
    told["nothing"] = only(server.post(maps(ns), "").json, "code", "reason")
    told["to a name"] = server.post(maps(ns, "a"), config("a")).told()
    return told


@case
def create_with_a_name_of_the_servers(server, ns):
    made = server.post(maps(ns), {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"generateName": "made-"}}).json["metadata"]
    return {"prefix": made["name"][:5], "length": len(made["name"]), "kept": made.get("generateName")}


@case
def replace(server, ns):
    first = server.post(maps(ns), config("a")).json
    version = first["metadata"]["resourceVersion"]
    same = server.put(maps(ns, "a"), config("a")).json["metadata"]["resourceVersion"] == version
    second = server.put(maps(ns, "a"), config("a", "2")).told()
    return {"nothing changed": same, "second": second, "stale": server.put(maps(ns, "a"), config("a", "3", resourceVersion=version)).told(),
            "another name": server.put(maps(ns, "a"), config("b")).told(), "another uid": server.put(maps(ns, "a"), config("a", uid="0-1")).told(),
            "missing": server.put(maps(ns, "none"), config("none")).told(), "the list": server.put(maps(ns), config("a")).told()}


@case
def patches(server, ns):
    version = server.post(maps(ns), config("a")).json["metadata"]["resourceVersion"]
    path = maps(ns, "a")
    return {
        "merge": server.patch(path, {"data": {"key": None, "other": "x"}}, MERGE).told(),
        "operations": server.patch(path, [{"op": "replace", "path": "/data/other", "value": "y"}, {"op": "add", "path": "/data/more", "value": "z"}], PATCH).told(),
        "a test that fails": server.patch(path, [{"op": "test", "path": "/data/other", "value": "n"}], PATCH).told(),
        "no such place": server.patch(path, [{"op": "remove", "path": "/data/none"}], PATCH).told(),
        "no operation": only(server.patch(path, [{"op": "bend", "path": "/data/none"}], PATCH).json, "code", "reason"),
        "strategic": server.patch(path, {"data": {"key": "s"}}, STRATEGIC).told(), "stale": server.patch(path, {"metadata": {"resourceVersion": version}, "data": {"key": "t"}}).told(),
        "missing": server.patch(maps(ns, "none"), {"data": {"a": "b"}}).told(), "nothing": server.patch(path, {}).told()["code"],
        "a number for a text": only(server.patch(path, {"data": {"key": 5}}).json, "code", "reason"),
        "of another kind": server.patch(path, {"kind": "Secret"}).told(), "unknown form": server.patch(path, {}, "application/x").told(),
        "no JSON": only(server.patch(path, "{").json, "code", "reason"),
    }


@case
def patch_of_lists(server, ns):
    server.post(workloads(ns), deployment("web", replicas=0))
    path = workloads(ns, "web")
    added = server.patch(path, {"spec": {"template": {"spec": {"containers": [{"name": "side", "image": "busybox"}]}}}}, STRATEGIC).json
    deleted = server.patch(path, {"spec": {"template": {"spec": {"containers": [{"name": "side", "$patch": "delete"}]}}}}, STRATEGIC).json
    ported = server.patch(path, {"spec": {"template": {"spec": {"containers": [{"name": "web", "ports": [{"containerPort": 80}]}]}}}}, STRATEGIC).json
    replaced = server.patch(path, {"spec": {"template": {"spec": {"containers": [{"name": "only", "image": "busybox"}]}}}}, MERGE).json
    def shape(answer):
        return [only(each, "name", "image", "ports") for each in answer["spec"]["template"]["spec"]["containers"]]
    return {"added": shape(added), "deleted": shape(deleted), "ported": shape(ported), "replaced": shape(replaced),
            "selector": server.patch(path, {"spec": {"selector": {"matchLabels": {"app": "other"}}}}).told()}


@case
def defaults_of_a_deployment(server, ns):
    made = server.post(workloads(ns), deployment("web", replicas=0)).json
    return {"spec": made["spec"], "generation": made["metadata"]["generation"], "keys": sorted(made), "status": made["status"]}


@case
def generations(server, ns):
    path = workloads(ns, "web")
    first = server.post(workloads(ns), deployment("web", replicas=0)).json["metadata"]["generation"]
    labelled = server.patch(path, {"metadata": {"labels": {"x": "1"}}}).json["metadata"]["generation"]
    scaled = server.patch(path, {"spec": {"minReadySeconds": 3}}).json["metadata"]["generation"]
    return [first, labelled, scaled]


@case
def delete(server, ns):
    server.post(maps(ns), config("a"))
    path = maps(ns, "a")
    return {"another uid": server.delete(path, {"preconditions": {"uid": "0-1"}}).told(), "another version": server.delete(path, {"preconditions": {"resourceVersion": "1"}}).told(),
            "rehearsed": server.delete(path, query={"dryRun": "All"}).told(), "still there": server.get(path).code,
            "a policy that is none": server.delete(path, {"propagationPolicy": "Somehow"}).told(), "done": server.delete(path).told(), "again": server.delete(path).told()}


@case
def delete_what_holds_on(server, ns):
    server.post(maps(ns), config("a", finalizers=["example.com/hold"]))
    path = maps(ns, "a")
    going = server.delete(path).told()
    twice = server.delete(path).told()["code"]
    more = server.patch(path, {"metadata": {"finalizers": ["example.com/hold", "example.com/more"]}}).told()
    gone = server.patch(path, {"metadata": {"finalizers": None}}).told()
    return {"going": going, "twice": twice, "no more": more, "gone": gone, "then": server.get(path).code}


@case
def delete_many(server, ns):
    for name, label in (("a", "1"), ("b", "1"), ("c", "2")):
        server.post(maps(ns), config(name, labels={"x": label}))
    told = server.delete(maps(ns), query={"labelSelector": "x=1"}).told()
    return {"told": told, "left": [each["metadata"]["name"] for each in server.get(maps(ns), query={"labelSelector": "x"}).json["items"]]}


def owned(server, ns, propagation):
    """An owner and what it owns, and what is left of both once the owner is deleted so."""
    owner = server.post(maps(ns), config("owner")).json["metadata"]
    reference = {"apiVersion": "v1", "kind": "ConfigMap", "name": "owner", "uid": owner["uid"], "blockOwnerDeletion": True}
    server.post(maps(ns), config("owned", ownerReferences=[reference]))
    told = server.delete(maps(ns, "owner"), {"propagationPolicy": propagation})
    finalizers = told.json.get("metadata", {}).get("finalizers")
    server.until(maps(ns, "owner"), lambda answer: answer.code == 404)
    if propagation == "Orphan":
        left = server.until(maps(ns, "owned"), lambda answer: not answer.json["metadata"].get("ownerReferences")).code
    else:
        left = server.until(maps(ns, "owned"), lambda answer: answer.code == 404).code
    return {"code": told.code, "kind": told.json["kind"], "finalizers": finalizers, "owned": left}


@case
def propagation_background(server, ns):
    return owned(server, ns, "Background")


@case
def propagation_foreground(server, ns):
    return owned(server, ns, "Foreground")


@case
def propagation_orphan(server, ns):
    return owned(server, ns, "Orphan")


@case
def dry_runs(server, ns):
    server.post(maps(ns), config("there"))
    all_of_it = {"dryRun": "All"}
    version = server.get(maps(ns, "there")).json["metadata"]["resourceVersion"]
    told = {"create": server.post(maps(ns), config("a"), query=all_of_it).told(), "created": server.get(maps(ns, "a")).code,
            "patch": server.patch(maps(ns, "there"), {"data": {"key": "9"}}, query=all_of_it).json["data"],
            "replace": server.put(maps(ns, "there"), config("there", "8"), query=all_of_it).json["data"],
            "apply": server.apply(maps(ns, "new"), config("new"), dryRun="All").code, "conflict": server.post(maps(ns), config("there"), query=all_of_it).told(),
            "some of it": server.post(maps(ns), config("a"), query={"dryRun": "Some"}).told()}
    return told | {"unchanged": server.get(maps(ns, "there")).json["metadata"]["resourceVersion"] == version}


UNKNOWN = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "u", "colour": "red"}, "data": {"key": "1"}, "datum": {"a": "b"}}
DOUBLED = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"d"},"data":{"key":"1","key":"2"}}'


@case
def fields_nobody_knows(server, ns):
    told = {}
    for how in ("Strict", "Warn", "Ignore", "Loudly"):
        told[how] = server.post(maps(ns), UNKNOWN, query={"fieldValidation": how, "dryRun": "All"}).told()
        told[how + " doubled"] = server.post(maps(ns), DOUBLED, query={"fieldValidation": how, "dryRun": "All"}).told()
    server.post(maps(ns), config("there"))
    told["patch"] = server.patch(maps(ns, "there"), {"datum": {"a": "b"}}, query={"fieldValidation": "Strict"}).told()
    # Of an applied object the real server names unknown fields of metadata in some of its lives and not in others.
    told["apply"] = server.apply(maps(ns, "u"), UNKNOWN | {"metadata": {"name": "u"}}, fieldValidation="Strict").told()
    told["unsaid"] = server.post(maps(ns), UNKNOWN).told()
    return told


@case
def namespaces(server, ns):
    path = f"/api/v1/namespaces/{ns}-x"
    made = server.post("/api/v1/namespaces", {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": ns + "-x"}}).told()
    server.post(maps(ns + "-x"), config("held", finalizers=["example.com/hold"]))
    going = server.delete(path)
    refused = server.post(maps(ns + "-x"), config("late")).told()
    phase = server.get(path).json["status"]["phase"]
    server.patch(maps(ns + "-x", "held"), {"metadata": {"finalizers": None}})
    server.until(path, lambda answer: answer.code == 404)
    return {"made": made, "going": [going.code, going.json["kind"], going.json["status"].get("phase"), going.json["spec"]], "refused": only(refused["body"], "code", "reason", "message"), "phase": phase}
