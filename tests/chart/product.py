# SPDX-License-Identifier: GPL-3.0-or-later
"""What Sentinel itself asks of its chart: flows, images, the migration, what is let out. Same shape as the rules in rules.py, with the case."""
import re

import yaml

from render import ROOT
from rules import containers, label, of_kind, pods, selected

COMPONENT = "app.kubernetes.io/component"
DATA = {"postgresql", "patroni", "etcd", "haproxy", "pgbouncer", "redis", "redis-sentinel", "redis-proxy"}
MESHED = {"backend", "frontend", "worker", "worker-spot", "beat", "n8n", "ollama", "truthsync", "test"}
UNASKED = ("/promote", "/demote", "/metrics", "/docs", "/openapi.json", "/health", "/ready", "/live", "/api/v1/backup/history",
           "/api/v1/failsafe/trigger", "/api/v1/gamma/approve/1", "/api/v1/analytics", "/api/v1/dashboard/api/v1/dashboard/status", "/api/v1/users")


def flows(items):
    """(from, to, port) of every connection the policies open at both ends, between pods of the render."""
    everyone = {labels[COMPONENT]: labels for _, labels, _ in pods(items)}

    def opened(direction, peers, mine):
        found = set()
        for policy in of_kind(items, "NetworkPolicy"):
            for rule in policy["spec"].get(direction, []):
                for subject, subject_labels in everyone.items():
                    if not selected(policy["spec"]["podSelector"], subject_labels):
                        continue
                    for peer, peer_labels in everyone.items():
                        if any(selected(one["podSelector"], peer_labels) for one in rule[peers] if "podSelector" in one):
                            ends = (subject, peer) if mine == "from" else (peer, subject)
                            found |= {(*ends, port["port"]) for port in rule["ports"]}
        return found

    return opened("egress", "to", "from") & opened("ingress", "from", "to")


def wanted_flows(case):
    """From what the values ask for, and from no template."""
    has = case.options()
    tasks = ["backend", "worker", "beat"] + ["worker-spot"] * has("spot.worker.enabled")
    clients = tasks + ["truthsync"] * has("truthsync.enabled")
    found = {("frontend", "backend", 8000), ("test", "backend", 8000), ("test", "frontend", 3000)}
    if has("redisSentinel.enabled"):
        found |= {(one, "redis-proxy", 6379) for one in clients}
        found |= {(one, "redis-sentinel", 26379) for one in clients + ["redis", "redis-sentinel"]}
        found |= {(one, "redis", 6379) for one in clients + ["redis", "redis-proxy", "redis-sentinel"]}
    else:
        found |= {(one, "redis", 6379) for one in clients}
    if has("patroni.enabled"):
        found |= {(one, "pgbouncer", 6432) for one in clients} | {("migration", "haproxy", 5000)}
        found |= {("pgbouncer", "haproxy", port) for port in (5000, 5001)}
        found |= {(one, "patroni", port) for one in ("haproxy", "patroni") for port in (5432, 8008)}
        found |= {("patroni", "etcd", 2379), ("etcd", "etcd", 2379), ("etcd", "etcd", 2380)}
    elif case.what["database"] == "bundled":
        found |= {(one, "postgresql", 5432) for one in clients + ["migration"]}
    if has("n8n.enabled"):
        found |= {("backend", "n8n", 5678), ("n8n", "backend", 8000), ("test", "n8n", 5678)}
    if has("truthsync.enabled"):
        found |= {(one, "truthsync", 8000) for one in ("backend", "test")}
    if has("ollama.enabled"):
        found |= {(one, "ollama", 11434) for one in ["backend", "test"] + ["truthsync"] * has("truthsync.enabled")}
    mesh = {"istio-ambient": 15008, "linkerd": 4143}.get(has("mesh.kind"))
    if mesh:
        found |= {(one, other, mesh) for one, other, _ in found if one in MESHED and other in MESHED}
    return found


def policies_open_the_flows_and_no_more(items, case):
    made = flows(items)
    for flow in sorted(wanted_flows(case) - made):
        yield f"{flow} is not open"
    for flow in sorted(made - wanted_flows(case)):
        yield f"{flow} is open and nobody needs it"


def policies_have_both_ends(items, _case):
    everyone = [labels for _, labels, _ in pods(items)]
    for policy in of_kind(items, "NetworkPolicy"):
        spec = policy["spec"]
        selectors = [spec["podSelector"]]
        for direction, peers in (("ingress", "from"), ("egress", "to")):
            if (direction in spec) != (direction.capitalize() in spec["policyTypes"]):
                yield f"{label(policy)}: policyTypes and rules do not agree"
            for rule in spec.get(direction, []):
                if not rule.get(peers) or not rule.get("ports"):
                    yield f"{label(policy)}: a rule open to anybody or on any port"
                selectors += [peer["podSelector"] for peer in rule.get(peers, []) if "podSelector" in peer]
                if any("ipBlock" in peer and peer["ipBlock"] != {"cidr": "169.254.7.127/32"} for peer in rule.get(peers, [])):
                    yield f"{label(policy)}: opens an address that is not the one probes of a mesh come from"
        for selector in selectors:
            if not any(selected(selector, labels) for labels in everyone):
                yield f"{label(policy)}: selects no pod: {selector}"


def catalogue():
    return yaml.safe_load((ROOT / "resources/catalog/images.yaml").read_text(encoding="utf-8"))["images"]


def images_are_those_of_the_catalogue(items, case):
    """Without a mirror, a digest or a version in the values: exactly the catalogue."""
    if case.what["shape"] == "prod":
        return
    own, has = "registry.example.com/sentinel", case.options()

    def is_used(one):
        if one["component"] == "postgresql":
            return case.what["database"] == "bundled" and not has("patroni.enabled")
        if one["component"] == "models" and has("ollama.models.source") not in (False, "image"):
            return False
        return any(map(has, one["when"].split(" or "))) if "when" in one else True

    listed = {f"{own}/{one['repository']}:{one.get('tag', '1.0.0')}" if one["own"] else f"{one['registry']}/{one['repository']}:{one['tag']}"
              for one in catalogue() if is_used(one)}
    used = {container["image"] for _, _, container in containers(items)}
    for image in sorted(listed ^ used):
        yield f"{image} is in the {'catalogue' if image in listed else 'render'} only"


def migration_cannot_deadlock(items, case):
    jobs = of_kind(items, "Job")
    if len(jobs) != 1:
        yield f"{len(jobs)} migrations"
        return
    job = jobs[0]
    annotations = job["metadata"]["annotations"]
    version = "2-1-0-rc-1" if case.what["shape"] == "prod" else "1-0-0"
    if not re.fullmatch(rf"migration-{version}-[0-9a-f]{{8}}", job["metadata"]["name"]):
        yield f"{label(job)}: its name does not carry the version"
    if any(key.startswith("helm.sh/hook") for key in annotations) or "ttlSecondsAfterFinished" in job["spec"]:
        yield f"{label(job)}: a Helm hook, or removed when done"
    if (annotations.get("argocd.argoproj.io/hook") == "Sync") != (case.what["delivery"] == "argocd"):
        yield f"{label(job)}: a Sync hook where Helm delivers, or none where Argo CD does"
    for key in ("schema-version", "schema-revision", "lowest-app-version"):
        if not annotations.get(f"console.sentinel/{key}"):
            yield f"{label(job)}: does not say its {key}"
    for owner, _, spec in pods(items):
        waits = [one["command"] for one in spec.get("initContainers", [])] == [["python", "/opt/sentinel/schema.py", "wait"]]
        if waits != (owner["metadata"]["name"] in ("backend", "worker", "worker-spot", "beat")):
            yield f"{label(owner)}: {'waits for the schema' if waits else 'does not wait for the schema'}"


def wave(item):
    return int(item["metadata"].get("annotations", {}).get("argocd.argoproj.io/sync-wave", 0))


def waves_are_in_order(items, case):
    if case.what["delivery"] != "argocd":
        for item in items:
            if any("argocd" in key for key in item["metadata"].get("annotations", {})):
                yield f"{label(item)}: speaks of Argo CD"
        return
    order = {"NetworkPolicy": -1, "ConfigMap": 0, "ServiceAccount": 0, "StatefulSet": 0, "Job": 1, "Deployment": 2, "HorizontalPodAutoscaler": 2,
             "PodDisruptionBudget": 2, "Ingress": 3, "HTTPRoute": 3, "ReferenceGrant": 3, "Certificate": 3}
    for item in items:
        expected = order.get(item["kind"], wave(item))
        # Before the migration, and after it: data, and what uses them.
        if item["kind"] in ("Deployment", "StatefulSet"):
            expected = 0 if item["spec"]["template"]["metadata"]["labels"][COMPONENT] in DATA else 2
        if wave(item) != expected:
            yield f"{label(item)}: wave {wave(item)}, expected {expected}"


def routes(items):
    """(prefix, service, port) in the order of the route."""
    for item in of_kind(items, "Ingress"):
        for path in item["spec"]["rules"][0]["http"]["paths"]:
            yield path["path"], path["backend"]["service"]["name"], path["backend"]["service"]["port"]["number"]
    for item in of_kind(items, "HTTPRoute"):
        for rule in item["spec"]["rules"]:
            for match in rule["matches"]:
                yield match["path"]["value"], rule["backendRefs"][0]["name"], rule["backendRefs"][0]["port"]


def under(path, prefix):
    return prefix == "/" or path == prefix or path.startswith(prefix + "/")


def nothing_unasked_is_let_out(items, case):
    found = list(routes(items))
    if bool(found) != (case.what["exposure"] != "none"):
        yield f"{len(found)} routes with exposure {case.what['exposure']}"
        return
    services = {(one["metadata"]["name"], port["port"]) for one in of_kind(items, "Service") for port in one["spec"].get("ports", [])}
    for prefix, service, port in found:
        if (service, port) not in services:
            yield f"{prefix}: leads to {service}:{port}, which is no Service"
    for path in UNASKED if found else ():
        best = max((route for route in found if under(path, route[0])), key=lambda route: len(route[0]))
        if best[1] == "backend":
            yield f"{path} reaches the backend from outside through {best[0]}"
    if found and not any(prefix == "/api/v1/auth" and service == "backend" for prefix, service, _ in found):
        yield "logins do not reach the backend"


def tls_is_as_asked(items, case):
    certificates, grants = of_kind(items, "Certificate"), of_kind(items, "ReferenceGrant")
    if bool(certificates) != (case.what["tls"] == "certificate"):
        yield f"{len(certificates)} certificates with tls {case.what['tls']}"
    secret = "company-wildcard" if case.what["tls"] == "existing" else "sentinel-tls"
    for item in of_kind(items, "Ingress"):
        named = [one["secretName"] for one in item["spec"].get("tls", [])]
        if named != ([] if case.what["tls"] == "none" else [secret]):
            yield f"{label(item)}: TLS with {named}"
    needs = case.what["exposure"] == "gateway" and case.what["tls"] != "none"
    if [one["spec"]["to"][0]["name"] for one in grants] != ([secret] if needs else []):
        yield "the Gateway may not read the certificate, or something may that need not"


def names_are_the_products(items, case):
    services = {one["metadata"]["name"]: one["spec"] for one in of_kind(items, "Service")}
    for name, port in (("backend", 8000), ("frontend", 3000), ("redis", 6379)):
        if services.get(name, {}).get("ports", [{}])[0].get("port") != port:
            yield f"Service {name}:{port} is missing"
    if "postgres" not in services:
        yield "Service postgres is missing"
    external = case.what["database"] == "external" and case.what["shape"] is None
    if external and services["postgres"].get("externalName") != "db.example.com":
        yield "Service postgres does not lead to the external database"
    if bool(of_kind(items, "EndpointSlice")) != (case.what["shape"] == "openshift"):
        yield "an address needs an EndpointSlice, a name needs none"


RULES = [policies_open_the_flows_and_no_more, policies_have_both_ends, images_are_those_of_the_catalogue, migration_cannot_deadlock,
         waves_are_in_order, nothing_unasked_is_let_out, tls_is_as_asked, names_are_the_products]
