# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be true of every render. Each rule takes the objects and returns its complaints; none means it holds."""
import json
import re

import yaml

SERVED = {  # what Kubernetes 1.34 to 1.37, Gateway API and cert-manager serve of what the chart uses
    ("v1", "Namespace"), ("v1", "ConfigMap"), ("v1", "Pod"), ("v1", "Service"), ("v1", "ServiceAccount"), ("apps/v1", "Deployment"), ("apps/v1", "StatefulSet"),
    ("apps/v1", "DaemonSet"), ("rbac.authorization.k8s.io/v1", "Role"), ("rbac.authorization.k8s.io/v1", "RoleBinding"),
    ("rbac.authorization.k8s.io/v1", "ClusterRole"), ("rbac.authorization.k8s.io/v1", "ClusterRoleBinding"),
    ("monitoring.coreos.com/v1", "PodMonitor"), ("monitoring.coreos.com/v1", "PrometheusRule"),
    ("batch/v1", "Job"), ("autoscaling/v2", "HorizontalPodAutoscaler"), ("policy/v1", "PodDisruptionBudget"),
    ("networking.k8s.io/v1", "NetworkPolicy"), ("networking.k8s.io/v1", "Ingress"), ("discovery.k8s.io/v1", "EndpointSlice"),
    ("gateway.networking.k8s.io/v1", "HTTPRoute"), ("gateway.networking.k8s.io/v1beta1", "ReferenceGrant"),
    ("cert-manager.io/v1", "Certificate"), ("keda.sh/v1alpha1", "ScaledObject"), ("security.istio.io/v1", "PeerAuthentication"),
    ("v1", "ResourceQuota"), ("v1", "LimitRange"),
}
CLUSTER_WIDE = {"Namespace", "ClusterRole", "ClusterRoleBinding"}
RESTRICTED_VOLUMES = {"configMap", "secret", "emptyDir", "projected", "downwardAPI", "csi", "ephemeral", "persistentVolumeClaim"}
FACTORS = {"": 1, "m": 1e-3, "k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40}


def label(item):
    return f"{item['kind']}/{item['metadata']['name']}"


def of_kind(items, *kinds):
    return [item for item in items if item["kind"] in kinds]


def pods(items):
    """(owner, labels, spec) of everything that makes pods."""
    for item in of_kind(items, "Deployment", "StatefulSet", "DaemonSet", "Job"):
        template = item["spec"]["template"]
        yield item, template["metadata"]["labels"], template["spec"]
    for item in of_kind(items, "Pod"):
        yield item, item["metadata"]["labels"], item["spec"]


def containers(items):
    for owner, _, spec in pods(items):
        for container in spec.get("initContainers", []) + spec["containers"]:
            yield owner, spec, container


def requests(items):
    """Cores and bytes that the pods of a render ask for together, each as often as its owner makes it."""
    sums = {"cpu": 0.0, "memory": 0.0}
    for owner, _, spec in pods(items):
        if owner["kind"] in ("Deployment", "StatefulSet"):
            for kind in sums:
                together = sum(amount(one["resources"]["requests"][kind]) for one in spec["containers"])
                first = max((amount(one["resources"]["requests"][kind]) for one in spec.get("initContainers", [])), default=0)
                sums[kind] += owner["spec"].get("replicas", 1) * max(together, first)
    return sums


def values_without_schema(chart):
    """Keys of values.yaml that the schema does not name, and properties of the schema that values.yaml has not."""
    schema = json.loads((chart / "values.schema.json").read_text(encoding="utf-8"))
    values = yaml.safe_load((chart / "values.yaml").read_text(encoding="utf-8"))

    def walk(value, part, path):
        part = schema["definitions"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part
        if isinstance(value, dict) and "properties" in part and (value or part.get("required")):
            if part.get("additionalProperties") is not False:
                yield f"{path}: open to any key"
            for key in sorted(set(value) ^ set(part["properties"]) - {"global"}):
                yield f"{path}.{key}: in the {'values' if key in value else 'schema'} only"
            for key in value:
                yield from walk(value[key], part["properties"].get(key, {}), f"{path}.{key}")

    yield from walk(values, schema, "values")


def amount(text):
    number, unit = re.fullmatch(r"([0-9.]+)([A-Za-z]*)", str(text)).groups()
    return float(number) * FACTORS[unit]


def selected(selector, labels):
    assert set(selector) <= {"matchLabels"}, "the chart uses matchLabels only"
    return all(labels.get(key) == value for key, value in selector.get("matchLabels", {}).items())


def known_and_unique(items):
    seen = set()
    for item in items:
        if (item["apiVersion"], item["kind"]) not in SERVED:
            yield f"{label(item)}: {item['apiVersion']} {item['kind']} is not served by every supported version"
        place = (label(item), item["metadata"].get("namespace"))
        if place in seen:
            yield f"{label(item)}: there twice"
        seen.add(place)
        if not re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", item["metadata"]["name"]):
            yield f"{label(item)}: no valid name"
        if (item["metadata"].get("namespace") is None) != (item["kind"] in CLUSTER_WIDE):
            yield f"{label(item)}: says no namespace, or one where there is none"


def pods_are_restricted(items):
    for owner, _, spec in pods(items):
        where, context = label(owner), spec.get("securityContext", {})
        for field in ("hostNetwork", "hostPID", "hostIPC"):
            if spec.get(field):
                yield f"{where}: {field}"
        if context.get("runAsNonRoot") is not True:
            yield f"{where}: runAsNonRoot is not true"
        if context.get("seccompProfile") != {"type": "RuntimeDefault"}:
            yield f"{where}: no seccomp profile"
        for field in ("runAsUser", "runAsGroup", "fsGroup"):
            if context.get(field, 10001) < 10001:
                yield f"{where}: {field} is below 10001"
        if spec.get("automountServiceAccountToken") is not False or spec.get("enableServiceLinks") is not False:
            yield f"{where}: mounts a token or takes service links"
        for volume in spec.get("volumes", []):
            if not set(volume) - {"name"} <= RESTRICTED_VOLUMES:
                yield f"{where}: volume {volume['name']} is of a kind that restricted namespaces refuse"
            if "emptyDir" in volume and not volume["emptyDir"].get("sizeLimit"):
                yield f"{where}: emptyDir {volume['name']} has no limit"


def containers_are_restricted(items):
    for owner, _, container in containers(items):
        where, context = f"{label(owner)} {container['name']}", container.get("securityContext", {})
        if context.get("allowPrivilegeEscalation") is not False or context.get("readOnlyRootFilesystem") is not True:
            yield f"{where}: may gain privileges or write to its image"
        if context.get("capabilities") != {"drop": ["ALL"]}:
            yield f"{where}: keeps capabilities"
        if any("hostPort" in port for port in container.get("ports", [])):
            yield f"{where}: takes a port of the node"


def resources_are_whole(items):
    for owner, _, container in containers(items):
        where, resources = f"{label(owner)} {container['name']}", container.get("resources", {})
        for kind in ("cpu", "memory", "ephemeral-storage"):
            request, limit = (resources.get(side, {}).get(kind) for side in ("requests", "limits"))
            if request is None or limit is None:
                yield f"{where}: no request or no limit of {kind}"
            elif amount(request) > amount(limit):
                yield f"{where}: request of {kind} above its limit"


def pods_end_and_are_asked(items):
    for owner, _, spec in pods(items):
        if owner["kind"] not in ("Deployment", "StatefulSet", "DaemonSet"):
            continue
        if spec.get("terminationGracePeriodSeconds", 30) < 60:
            yield f"{label(owner)}: less than 60 s to end"
        for container in spec["containers"]:
            probes = [container.get(name) for name in ("startupProbe", "readinessProbe", "livenessProbe")]
            if None in probes or any(one == other for i, one in enumerate(probes) for other in probes[i + 1:]):
                yield f"{label(owner)} {container['name']}: probes missing or alike"
            stop = container.get("lifecycle", {}).get("preStop", {}).get("sleep", {}).get("seconds", 0)
            if container.get("ports") and owner["kind"] == "Deployment" and not 5 <= stop < spec["terminationGracePeriodSeconds"] - 30:
                yield f"{label(owner)} {container['name']}: preStop does not fit its time to end"


def environment_is_sound(items):
    for owner, _, container in containers(items):
        where, names = f"{label(owner)} {container['name']}", [entry["name"] for entry in container.get("env", [])]
        configs = {item["metadata"]["name"]: item["data"] for item in of_kind(items, "ConfigMap")}
        for source in container.get("envFrom", []):
            if "configMapRef" in source:
                names += configs.get(source["configMapRef"]["name"], {})
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield f"{where}: {name} is there twice"
        defined = set()
        for entry in container.get("env", []):
            used = set(re.findall(r"\$\(([A-Z_]+)\)", entry.get("value", "")))
            # The kubelet knows only what stands before, in this list.
            for missing in sorted(used - defined):
                yield f"{where}: {entry['name']} uses {missing}, which is not defined before it"
            defined.add(entry["name"])
            secret = re.search(r"PASSWORD|SECRET|TOKEN|AUTH$", entry["name"])
            if secret and not entry["name"].endswith("_FILE") and "valueFrom" not in entry and not re.fullmatch(r"\$\([A-Z_]+\)|/run/secrets/[a-z/-]+", entry["value"]):
                yield f"{where}: {entry['name']} is written out"


def no_secret_is_made(items):
    for item in items:
        if item["kind"] == "Secret":
            yield f"{label(item)}: the chart makes a Secret"


def selectors_match(items):
    for item in of_kind(items, "Deployment", "StatefulSet", "DaemonSet"):
        if not selected(item["spec"]["selector"], item["spec"]["template"]["metadata"]["labels"]):
            yield f"{label(item)}: its selector does not match its pods"
        if "app.kubernetes.io/version" in item["spec"]["selector"]["matchLabels"]:
            yield f"{label(item)}: its selector changes with the version"
    owners = [tuple(item["spec"]["selector"]["matchLabels"].items()) for item in of_kind(items, "Deployment", "StatefulSet", "DaemonSet")]
    if len(owners) != len(set(owners)):
        yield "two workloads select the same pods"


POD_NAME = "statefulset.kubernetes.io/pod-name"


def pod_names(items):
    for item in of_kind(items, "StatefulSet"):
        start = item["spec"].get("ordinals", {}).get("start", 0)
        for number in range(start, start + item["spec"]["replicas"]):
            yield f"{item['metadata']['name']}-{number}"


def services_have_pods(items):
    for service in of_kind(items, "Service"):
        selector = service["spec"].get("selector")
        if selector is None:
            slices = [one for one in of_kind(items, "EndpointSlice")
                      if one["metadata"]["labels"].get("kubernetes.io/service-name") == service["metadata"]["name"]]
            if service["spec"]["type"] != "ExternalName" and not slices:
                yield f"{label(service)}: leads nowhere"
            continue
        # A Service of one pod of a StatefulSet names it by a label that its controller puts on.
        selector, one_pod = dict(selector), selector.get(POD_NAME)
        selector.pop(POD_NAME, None)
        behind = [spec for _, labels, spec in pods(items) if selected({"matchLabels": selector}, labels)]
        if one_pod and one_pod not in pod_names(items):
            yield f"{label(service)}: selects the pod {one_pod}, which no StatefulSet makes"
        if len(behind) != 1:
            yield f"{label(service)}: selects the pods of {len(behind)} workloads"
            continue
        names = {port["name"] for container in behind[0]["containers"] for port in container.get("ports", [])}
        for port in service["spec"]["ports"]:
            if port["targetPort"] not in names:
                yield f"{label(service)}: no container has the port {port['targetPort']}"
    for item in of_kind(items, "StatefulSet"):
        if not any(service["metadata"]["name"] == item["spec"]["serviceName"] and service["spec"].get("clusterIP") == "None"
                   for service in of_kind(items, "Service")):
            yield f"{label(item)}: its headless Service is missing"


def references_exist(items):
    names = {(item["kind"], item["metadata"]["name"]) for item in items}
    for owner, _, spec in pods(items):
        where, volumes = label(owner), {volume["name"] for volume in spec.get("volumes", [])}
        volumes |= {claim["metadata"]["name"] for claim in owner["spec"].get("volumeClaimTemplates", [])}
        if ("ServiceAccount", spec["serviceAccountName"]) not in names:
            yield f"{where}: its ServiceAccount is missing"
        for volume in spec.get("volumes", []):
            if "configMap" in volume and ("ConfigMap", volume["configMap"]["name"]) not in names | {("ConfigMap", "sentinel-workflows")}:
                yield f"{where}: ConfigMap {volume['configMap']['name']} is missing"
        used = set()
        for container in spec.get("initContainers", []) + spec["containers"]:
            used |= {mount["name"] for mount in container.get("volumeMounts", [])}
            for source in container.get("envFrom", []):
                if "configMapRef" in source and ("ConfigMap", source["configMapRef"]["name"]) not in names:
                    yield f"{where}: ConfigMap {source['configMapRef']['name']} is missing"
            paths = [mount["mountPath"] for mount in container.get("volumeMounts", [])]
            if len(paths) != len(set(paths)):
                yield f"{where} {container['name']}: two volumes at one path"
        if used - volumes:
            yield f"{where}: mounts {sorted(used - volumes)}, which are no volumes of it"


def pods_at_least(items, deployment):
    for scaler in of_kind(items, "HorizontalPodAutoscaler"):
        if scaler["spec"]["scaleTargetRef"]["name"] == deployment["metadata"]["name"]:
            return scaler["spec"]["minReplicas"]
    for scaler in of_kind(items, "ScaledObject"):
        if scaler["spec"]["scaleTargetRef"]["name"] == deployment["metadata"]["name"]:
            return scaler["spec"]["minReplicaCount"]
    return deployment["spec"].get("replicas", 1)


def one_owner_of_replicas(items):
    deployments = {item["metadata"]["name"]: item for item in of_kind(items, "Deployment")}
    scaled = set()
    for scaler in of_kind(items, "HorizontalPodAutoscaler", "ScaledObject"):
        target = scaler["spec"]["scaleTargetRef"]["name"]
        if target in scaled:
            yield f"{label(scaler)}: the second scaler of {target}"
        scaled.add(target)
        if target not in deployments:
            yield f"{label(scaler)}: scales nothing"
        elif "replicas" in deployments[target]["spec"]:
            yield f"{label(scaler)}: the Deployment says replicas too"
    for name, item in deployments.items():
        if name not in scaled and "replicas" not in item["spec"]:
            yield f"{label(item)}: nobody says how many"
    if deployments["beat"]["spec"].get("replicas") != 1 or deployments["beat"]["spec"]["strategy"] != {"type": "Recreate"}:
        yield "Deployment/beat: two may run at a time"


def budgets_fit(items):
    budgets = of_kind(items, "PodDisruptionBudget")
    for budget in budgets:
        if budget["spec"].get("maxUnavailable") != 1 or budget["spec"].get("unhealthyPodEvictionPolicy") != "AlwaysAllow":
            yield f"{label(budget)}: holds up drains"
    for item in of_kind(items, "Deployment", "StatefulSet"):
        mine = [one for one in budgets if selected(one["spec"]["selector"], item["spec"]["template"]["metadata"]["labels"])]
        expected = 1 if pods_at_least(items, item) > 1 else 0
        if len(mine) != expected:
            yield f"{label(item)}: {len(mine)} disruption budgets, expected {expected}"


RULES = [known_and_unique, pods_are_restricted, containers_are_restricted, resources_are_whole, pods_end_and_are_asked, environment_is_sound,
         no_secret_is_made, selectors_match, services_have_pods, references_exist, one_owner_of_replicas, budgets_fit]
