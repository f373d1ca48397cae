# SPDX-License-Identifier: GPL-3.0-or-later
"""Server-side apply, who owns what, subresources, reviews."""
from objects import case, config, deployment, maps, only, workloads


def owners(answer):
    told = [only(each, "manager", "operation", "subresource", "apiVersion", "fieldsType", "fieldsV1") for each in answer.json["metadata"].get("managedFields", [])]
    return sorted(told, key=lambda each: each["manager"])  # their order is that of times, of which two may be the same


def without_times(conflict):
    """A conflict names when others wrote, and those in no order."""
    conflict = dict(conflict)
    conflict.pop("message", None)
    causes = conflict.get("details", {}).get("causes", [])
    for cause in causes:
        cause["message"] = cause["message"].split(" at ")[0]
    causes.sort(key=lambda cause: cause["field"])
    return conflict


@case
def apply_makes_and_changes(server, ns):
    path = maps(ns, "a")
    made = server.apply(path, config("a", labels={"x": "1"})).told()
    version = server.get(path).json["metadata"]["resourceVersion"]
    again = server.apply(path, config("a", labels={"x": "1"})).json["metadata"]["resourceVersion"] == version
    changed = server.apply(path, config("a", "2"))
    return {"made": made, "again": again, "changed": changed.told()}


@case
def apply_what_is_wrong(server, ns):
    path = maps(ns, "a")
    return {"nobody": server.call("PATCH", path, config("a"), kind="application/apply-patch+yaml").told(), "another name": server.apply(path, config("b")).told(),
            "managed fields": server.apply(path, config("a", managedFields=[{"manager": "x"}])).told(), "no kind": server.apply(path, {"metadata": {"name": "a"}}).told(),
            "a version": server.apply(path, config("a", resourceVersion="1")).told(), "force elsewhere": server.patch(path, {}, query={"force": "true"}).told(),
            "nowhere": server.apply(maps(ns + "-none", "a"), config("a")).told(), "a long name": only(server.apply(path, config("a"), manager="x" * 129).json, "code", "reason", "message")}


@case
def apply_conflicts(server, ns):
    path = maps(ns, "a")
    server.apply(path, config("a", "1"), manager="first")
    conflict = server.apply(path, config("a", "2"), manager="second").told()
    shared = owners(server.apply(path, config("a", "1"), manager="second"))
    forced = owners(server.apply(path, config("a", "3"), manager="second", force="true"))
    given_up = server.apply(path, {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}}, manager="second")
    return {"conflict": conflict, "shared": shared, "forced": forced, "given up": [given_up.json.get("data"), owners(given_up)]}


@case
def apply_after_updates(server, ns):
    path = maps(ns, "a")
    server.post(maps(ns), config("a", "1"), query={"fieldManager": "maker"})
    server.patch(path, {"data": {"other": "1"}}, query={"fieldManager": "patcher"})
    both = owners(server.get(path))
    conflict = server.apply(path, {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "data": {"key": "9", "other": "9"}}, manager="applier").json
    return {"both": both, "conflict": without_times(conflict)}


@case
def apply_to_lists(server, ns):
    path = workloads(ns, "web")
    server.apply(path, deployment("web", 0), manager="first")
    side = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"}, "spec": {"template": {"spec": {"containers": [{"name": "side", "image": "busybox", "env": [{"name": "A", "value": "1"}]}]}}}}
    added = server.apply(path, side, manager="second")
    removed = server.apply(path, {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"}}, manager="second")
    return {"added": [each["name"] for each in added.json["spec"]["template"]["spec"]["containers"]], "owners": [each for each in owners(added) if each["manager"] in ("first", "second")],
            "removed": [each["name"] for each in removed.json["spec"]["template"]["spec"]["containers"]]}


@case
def scales(server, ns):
    path = workloads(ns, "web")
    server.apply(path, deployment("web", 0), manager="first")
    scale = server.get(path + "/scale").told()
    server.patch(path + "/scale", {"spec": {"replicas": 1}}, query={"fieldManager": "scaler"})
    after = owners(server.get(path))
    server.patch(path + "/scale", {"spec": {"replicas": 2}}, query={"fieldManager": "scaler"})
    conflict = server.apply(path, deployment("web", 4), manager="first").json
    stale = server.put(path + "/scale", {"apiVersion": "autoscaling/v1", "kind": "Scale", "metadata": {"name": "web", "namespace": ns, "resourceVersion": "1"}, "spec": {"replicas": 1}}).told()
    return {"scale": scale, "owners": [each for each in after if each["manager"] in ("first", "scaler")], "conflict": without_times(conflict), "stale": stale,
            "less than none": server.patch(path + "/scale", {"spec": {"replicas": -1}}).told(), "of a ConfigMap": server.get(maps(ns, "a") + "/scale").told()}


@case
def the_status_apart(server, ns):
    """Of a pod nobody schedules, so that nobody else writes its status."""
    pods = f"/api/v1/namespaces/{ns}/pods"
    spec = {"schedulerName": "nobody", "containers": [{"name": "c", "image": "busybox"}], "automountServiceAccountToken": False}
    made = server.until_made(pods, {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": spec, "status": {"message": "mine"}})
    first = made.json["status"].get("message")
    apart = server.patch(pods + "/p/status", {"spec": {"activeDeadlineSeconds": 9}, "status": {"message": "apart"}}).json
    whole = server.patch(pods + "/p", {"status": {"message": "whole"}}).json
    return {"made": first, "apart": [apart["spec"].get("activeDeadlineSeconds"), apart["status"].get("message")], "whole": whole["status"].get("message"),
            "no such part": server.get(pods + "/p/colour").told()}


@case
def reviews(server, _):
    def access(**attributes):
        body = {"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview", "spec": {"resourceAttributes": attributes}}
        return server.post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", body).told()
    told = {"may": access(verb="delete", resource="pods", namespace="default"), "rules": None}
    told["may"]["body"].pop("metadata", None)
    told["may"]["body"]["status"].pop("reason", None)
    rules = server.post("/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", {"spec": {"namespace": "default"}})
    told["rules"] = {"code": rules.code, "incomplete": rules.json["status"]["incomplete"],
                     "everything": any(set(each["verbs"]) & {"*"} and set(each["apiGroups"]) & {"*"} and set(each["resources"]) & {"*"} for each in rules.json["status"]["resourceRules"]),
                     "keys": sorted(rules.json["status"])}
    who = server.post("/apis/authentication.k8s.io/v1/selfsubjectreviews", {})
    told["who"] = {"code": who.code, "kind": who.json["kind"], "keys": sorted(set(who.json["status"]["userInfo"]) & {"username", "groups"}), "authenticated": "system:authenticated" in who.json["status"]["userInfo"]["groups"]}
    told["nothing"] = server.post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", {"spec": {}}).told()
    told["nowhere"] = only(server.post("/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", {"spec": {}}).json, "code", "reason", "message")
    told["read"] = server.get("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews").told()
    return told


@case
def logs_of_nothing(server, ns):
    pods = f"/api/v1/namespaces/{ns}/pods"
    return {"log": server.get(pods + "/none/log").told(), "exec": server.get(pods + "/none/exec", query={"command": "ls", "stdout": "true"}).told()}


@case
def who_we_are(server, ns):
    stranger = {"Authorization": "Bearer nonsense"}
    kept, server.headers = server.headers, {}
    try:
        plain_tls = server.tls
        import ssl
        server.tls = ssl._create_unverified_context()  # without our certificate
        return {"nobody": server.get(maps(ns)).told(), "a stranger": server.get(maps(ns), headers=stranger).told()}
    finally:
        server.headers, server.tls = kept, plain_tls
