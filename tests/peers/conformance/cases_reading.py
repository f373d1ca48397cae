# SPDX-License-Identifier: GPL-3.0-or-later
"""Discovery, lists, pages, selectors, watches, forms of an answer."""
from objects import case, config, deployment, maps, workloads

AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"
TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io"
PARTIAL = "application/json;as=PartialObjectMetadata{};g=meta.k8s.io;v=v1"


def resource(document, group, version, plural):
    for each in document["items"]:
        if each["metadata"].get("name", "") == group:
            for one in each["versions"]:
                if one["version"] == version:
                    found = next(item for item in one["resources"] if item["resource"] == plural)
                    return found | {"verbs": sorted(found["verbs"])}
    return None


def subresource(found, name):
    return next((each | {"verbs": sorted(each["verbs"])} for each in found.pop("subresources", []) if each["subresource"] == name), None)


@case
def discovery_aggregated(server, _):
    told = {}
    for path, group, version, plural, sub in (("/api", "", "v1", "pods", "log"), ("/api", "", "v1", "configmaps", None),
                                              ("/api", "", "v1", "namespaces", "status"), ("/apis", "apps", "v1", "deployments", "scale"),
                                              ("/apis", "batch", "v1", "cronjobs", "status"), ("/apis", "rbac.authorization.k8s.io", "v1", "clusterroles", None)):
        answer = server.get(path, accept=AGGREGATED)
        found = resource(answer.json, group, version, plural)
        told[plural] = {"code": answer.code, "type": answer.headers["Content-Type"], "kind": answer.json["kind"], "version": answer.json["apiVersion"],
                        "sub": subresource(found, sub), "resource": found}
    return told


@case
def discovery_old(server, _):
    groups = server.get("/apis").json
    listed = server.get("/apis/apps/v1").json
    return {
        "versions": server.get("/api").json["versions"], "groups": [groups["kind"], groups["apiVersion"]],
        "apps": next(each for each in groups["groups"] if each["name"] == "apps"), "group": server.get("/apis/apps").json,
        "list": [listed["kind"], listed["apiVersion"], listed["groupVersion"]],
        "resources": {each["name"]: {key: each[key] for key in each if key not in ("storageVersionHash", "verbs")} | {"verbs": sorted(each["verbs"])}
                      for each in listed["resources"] if each["name"].startswith("deployments")},
    }


@case
def discovery_of_nothing(server, _):
    return {path: server.get(path).told() for path in ("/apis/nothing.io", "/apis/nothing.io/v1", "/apis/apps/v9", "/api/v1/nothings",
                                                       "/apis/apps/v1/namespaces/default/nothings")}


@case
def version_and_health(server, _):
    version = server.get("/version").json
    return {"version": {key: type(version[key]).__name__ for key in ("major", "minor", "gitVersion")},
            **{path: server.get(path).told() for path in ("/readyz", "/livez", "/healthz")}}


@case
def get_and_get_nothing(server, ns):
    server.post(maps(ns), config("a"))
    return {"a": server.get(maps(ns, "a")).told(), "b": server.get(maps(ns, "b")).told(), "type": server.get(maps(ns, "a")).headers["Content-Type"]}


@case
def list_and_list_nothing(server, ns):
    nothing = server.get(maps(ns), query={"labelSelector": "none=such"}).told()
    server.post(maps(ns), config("a", labels={"x": "1"}))
    server.post(maps(ns), config("b", labels={"x": "1"}))
    return {"nothing": nothing, "two": server.get(maps(ns), query={"labelSelector": "x=1"}).told(),
            "nowhere": server.get(maps(ns + "-none")).told()["body"]["items"]}


@case
def list_in_pages(server, ns):
    for name in "abcde":
        server.post(maps(ns), config(name, labels={"x": "1"}))
    first = server.get(maps(ns), query={"limit": 2, "fieldSelector": "metadata.name!=kube-root-ca.crt"}).json
    counted = server.get(maps(ns), query={"limit": 2}).json["metadata"]
    second = server.get(maps(ns), query={"limit": 2, "fieldSelector": "metadata.name!=kube-root-ca.crt", "continue": first["metadata"]["continue"]}).json
    third = server.get(maps(ns), query={"fieldSelector": "metadata.name!=kube-root-ca.crt", "continue": second["metadata"]["continue"]}).json
    names = [[each["metadata"]["name"] for each in page["items"]] for page in (first, second, third)]
    return {"names": names, "same version": len({page["metadata"]["resourceVersion"] for page in (first, second, third)}),
            "last": "continue" in third["metadata"], "remaining": [sorted(first["metadata"]), counted.get("remainingItemCount", 0) > 2]}


@case
def list_places_that_are_none(server, ns):
    return {"nonsense": server.get(maps(ns), query={"limit": 2, "continue": "nonsense"}).told(),
            "with a version": server.get(maps(ns), query={"limit": 1, "continue": "eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MSwic3RhcnQiOiJhIn0", "resourceVersion": "1"}).told()}


@case
def list_at_versions(server, ns):
    version = server.post(maps(ns), config("a")).json["metadata"]["resourceVersion"]
    server.post(maps(ns), config("b"))
    mine = {"fieldSelector": "metadata.name!=kube-root-ca.crt"}
    def names(**query):
        return [each["metadata"]["name"] for each in server.get(maps(ns), query=mine | query).json["items"]]
    return {"exactly": names(resourceVersion=version, resourceVersionMatch="Exact"),
            "not older": names(resourceVersion=version, resourceVersionMatch="NotOlderThan"),
            "any": names(resourceVersion="0"),
            "match alone": server.get(maps(ns), query={"resourceVersionMatch": "Exact"}).told(),
            "match of zero": server.get(maps(ns), query={"resourceVersion": "0", "resourceVersionMatch": "Exact"}).told(),
            "unknown match": server.get(maps(ns), query={"resourceVersion": version, "resourceVersionMatch": "Nearly"}).told(),
            "no version": server.get(maps(ns), query={"resourceVersion": "abc"}).told(),
            "the future": server.get(maps(ns), query={"resourceVersion": str(int(version) + 10**9)}).told()}


@case
def selectors(server, ns):
    for name, labels in (("a", {"x": "1", "y": "2"}), ("b", {"x": "2"}), ("c", {})):
        server.post(maps(ns), config(name, labels=labels))
    told = {}
    for selector in ("x=1", "x==1", "x!=1", "x", "!x", "x in (1,2)", "x notin (1)", "x=1,y=2", "x in ()", "x=", "a b", "x=1=2", "/x", "-x=1"):
        answer = server.get(maps(ns), query={"labelSelector": selector, "fieldSelector": "metadata.name!=kube-root-ca.crt"})
        told[selector] = [each["metadata"]["name"] for each in answer.json["items"]] if answer.code == 200 else answer.told()
    for selector in ("metadata.name=a", "metadata.name!=a,metadata.name!=kube-root-ca.crt", f"metadata.namespace={ns},metadata.name=b", "data.key=1", "metadata.name"):
        answer = server.get(maps(ns), query={"fieldSelector": selector})
        told[selector] = [each["metadata"]["name"] for each in answer.json["items"]] if answer.code == 200 else answer.told()
    return told


@case
def forms_of_an_answer(server, ns):
    server.post(maps(ns), config("a", labels={"x": "1"}))
    query = {"labelSelector": "x=1"}
    def table(path, **more):
        told = server.get(path, accept=TABLE, query=more).told()
        for row in told["body"].get("rows", []):
            row["cells"][-1] = "<age>"
        return told
    return {"table": table(maps(ns), **query), "rows alone": table(maps(ns), includeObject="None", **query), "whole rows": table(maps(ns), includeObject="Object", **query),
            "one row": table(maps(ns, "a")), "metadata": server.get(maps(ns), accept=PARTIAL.format("List"), query=query).told(),
            "metadata of one": server.get(maps(ns, "a"), accept=PARTIAL.format("")).told(),
            "unknown rows": server.get(maps(ns), accept=TABLE, query={"includeObject": "Some"} | query).told(),
            "no such form": server.get(maps(ns, "a"), accept="text/html").told(), "any form": server.get(maps(ns, "a"), accept="text/html,*/*").code}


@case
def table_of_deployments(server, ns):
    server.post(workloads(ns), deployment("web", replicas=0))
    columns = server.get(workloads(ns), accept=TABLE).json["columnDefinitions"]
    pods = server.get(f"/api/v1/namespaces/{ns}/pods", accept=TABLE).json["columnDefinitions"]
    return {"deployments": columns, "pods": pods}


def told_events(events):
    return events if isinstance(events, dict) else [[each["type"], each["object"]["metadata"].get("name", ""), each["object"].get("data", {}).get("key", "")]
                                                    if each["type"] not in ("BOOKMARK", "ERROR") else each for each in events]


@case
def watch_from_a_version(server, ns):
    version = server.post(maps(ns), config("a", "1")).json["metadata"]["resourceVersion"]
    server.patch(maps(ns, "a"), {"data": {"key": "2"}})
    server.post(maps(ns), config("b", "1"))
    server.delete(maps(ns, "a"))
    mine = {"fieldSelector": "metadata.name!=kube-root-ca.crt"}
    whole = server.watch(maps(ns), 1, resourceVersion=version, **mine)
    return {"events": told_events(whole), "whole": whole[0]}


@case
def watch_what_is_selected(server, ns):
    version = server.post(maps(ns), config("a", "1", labels={"x": "1"})).json["metadata"]["resourceVersion"]
    server.patch(maps(ns, "a"), {"metadata": {"labels": {"x": "2"}}, "data": {"key": "2"}})  # leaves
    server.patch(maps(ns, "a"), {"data": {"key": "3"}})
    server.patch(maps(ns, "a"), {"metadata": {"labels": {"x": "1"}}, "data": {"key": "4"}})  # comes back
    return told_events(server.watch(maps(ns), 1, resourceVersion=version, labelSelector="x=1"))


@case
def watch_with_what_there_is(server, ns):
    server.post(maps(ns), config("a", "1", labels={"x": "1"}))
    server.post(maps(ns), config("b", "1", labels={"x": "1"}))
    some = {"labelSelector": "x=1"}
    streamed = server.watch(maps(ns), 1, sendInitialEvents="true", resourceVersionMatch="NotOlderThan", allowWatchBookmarks="true", **some)
    return {"from zero": told_events(server.watch(maps(ns), 1, resourceVersion="0", **some)), "from anywhere": told_events(server.watch(maps(ns), 1, **some)),
            "streamed": told_events([each for each in streamed if each["type"] != "BOOKMARK" or "annotations" in each["object"]["metadata"]]),
            "alone": server.watch(maps(ns), 1, sendInitialEvents="true"),
            "with another match": server.watch(maps(ns), 1, sendInitialEvents="true", resourceVersionMatch="Exact", resourceVersion="1"),
            "in a list": server.get(maps(ns), query={"sendInitialEvents": "true", "resourceVersionMatch": "NotOlderThan"}).told()}


# A real server that is young remembers its first version; this is what one said that did not.
GONE = {"type": "ERROR", "object": {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "code": 410, "reason": "Expired",
                                    "message": "too old resource version: 1 (2)"}}


@case
def watch_from_no_version(server, ns):
    gone = server.watch(maps(ns), 1, resourceVersion="1")
    return {"long gone": gone if gone and gone[0]["type"] == "ERROR" else [GONE], "none": server.watch(maps(ns), 1, resourceVersion="abc")}


@case
def watch_one_by_its_name(server, ns):
    version = server.post(maps(ns), config("a", "1")).json["metadata"]["resourceVersion"]
    server.post(maps(ns), config("b", "1"))
    server.patch(maps(ns, "a"), {"data": {"key": "2"}})
    return told_events(server.watch(maps(ns), 1, resourceVersion=version, fieldSelector="metadata.name=a"))
