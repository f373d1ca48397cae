# SPDX-License-Identifier: GPL-3.0-or-later
"""Records the rows of this folder from a real API server: record.py KUBECONFIG. For each kind what the server says in JSON, in protobuf,
and as the table it prints for kubectl; objects are made in states that are hard to come by, and nothing runs them. tests/peers/up gives
a kubeconfig to use; the namespaces are left there."""
import base64
import json
import pathlib
import ssl
import subprocess
import sys
import tempfile
import urllib.request

import yaml

HERE = pathlib.Path(__file__).parent
NAMESPACE = "rows"
AT = "2026-11-26T12:00:00Z"


class Server:
    def __init__(self, kubeconfig):
        told = yaml.safe_load(pathlib.Path(kubeconfig).read_text())
        cluster, user = told["clusters"][0]["cluster"], told["users"][0]["user"]
        self.kubeconfig, self.url = kubeconfig, cluster["server"]
        self.tls = ssl.create_default_context(cadata=base64.b64decode(cluster["certificate-authority-data"]).decode())
        with tempfile.NamedTemporaryFile() as pem:
            pem.write(base64.b64decode(user["client-certificate-data"]) + base64.b64decode(user["client-key-data"]))
            pem.flush()
            self.tls.load_cert_chain(pem.name)

    def ask(self, path, accept="application/json", method="GET", body=None):
        request = urllib.request.Request(self.url + path, method=method, headers={"Accept": accept, "Content-Type": "application/json"},
                                         data=None if body is None else json.dumps(body).encode())
        with urllib.request.urlopen(request, context=self.tls) as answer:
            return answer.read()

    def make(self, path, made, status):
        subprocess.run(["kubectl", "--kubeconfig", self.kubeconfig, "apply", "--server-side", "--force-conflicts", "-f", "-"], check=True,
                       input=json.dumps(made), text=True, stdout=subprocess.DEVNULL)
        if status is not None:
            there = json.loads(self.ask(path)) | {"status": status}
            self.ask(path + "/status", method="PUT", body=there)


def condition(kind, status="True", reason=""):
    return {"type": kind, "status": status, "lastTransitionTime": AT, **({"reason": reason} if reason else {})}


def container(name, state, ready=False, restarts=0, last=None, started=None):
    told = {"name": name, "state": state, "lastState": last or {}, "ready": ready, "restartCount": restarts, "image": "i", "imageID": ""}
    return told | ({} if started is None else {"started": started})


RUNNING = {"running": {"startedAt": AT}}


def ended(code, reason="", signal=0):
    return {"terminated": {"exitCode": code, "startedAt": AT, "finishedAt": AT, **({"reason": reason} if reason else {}),
                           **({"signal": signal} if signal else {})}}


def waiting(reason):
    return {"waiting": {"reason": reason}}


def pods():
    """Name, containers, init containers, status, and whether it is being deleted."""
    ready, alive = [condition("Ready"), condition("Initialized")], {"phase": "Running", "podIP": "10.1.2.3", "podIPs": [{"ip": "10.1.2.3"}]}
    plain, sidecar = ["a"], [{"name": "s", "restartPolicy": "Always"}]
    yield "running", ["a", "b"], [], alive | {"conditions": ready, "containerStatuses": [container("a", RUNNING, True), container("b", RUNNING, True)]}
    yield "half-ready", ["a", "b"], [], alive | {"containerStatuses": [container("a", RUNNING, True, 2), container("b", RUNNING)]}
    yield "crash", plain, [], alive | {"containerStatuses": [container("a", waiting("CrashLoopBackOff"), False, 7, ended(1, "Error"))]}
    yield "image", plain, [], {"phase": "Pending", "containerStatuses": [container("a", waiting("ImagePullBackOff"))]}
    yield "creating", plain, [], {"phase": "Pending", "containerStatuses": [container("a", waiting("ContainerCreating"))]}
    yield "pending", plain, [], None
    yield "completed", plain, [], {"phase": "Succeeded", "containerStatuses": [container("a", ended(0, "Completed"))]}
    yield "exit-code", plain, [], {"phase": "Failed", "containerStatuses": [container("a", ended(3))]}
    yield "signal", plain, [], {"phase": "Failed", "containerStatuses": [container("a", ended(137, signal=9))]}
    yield "oom", plain, [], {"phase": "Failed", "containerStatuses": [container("a", ended(137, "OOMKilled"))]}
    yield "evicted", plain, [], {"phase": "Failed", "reason": "Evicted", "message": "low on resource"}
    yield "init-first", plain, [{"name": "x"}, {"name": "y"}], {"phase": "Pending", "initContainerStatuses": [container("x", RUNNING), container("y", waiting("PodInitializing"))],
                                                               "containerStatuses": [container("a", waiting("PodInitializing"))]}
    yield "init-second", plain, [{"name": "x"}, {"name": "y"}], {"phase": "Pending", "initContainerStatuses": [container("x", ended(0, "Completed"), True), container("y", RUNNING)]}
    yield "init-crash", plain, [{"name": "x"}], {"phase": "Pending", "initContainerStatuses": [container("x", waiting("CrashLoopBackOff"), False, 4, ended(1, "Error"))]}
    yield "init-code", plain, [{"name": "x"}], {"phase": "Pending", "initContainerStatuses": [container("x", ended(2), False, 1)]}
    yield "sidecar", plain, sidecar, alive | {"conditions": ready, "initContainerStatuses": [container("s", RUNNING, True, 1, ended(1, "Error"), True)],
                                             "containerStatuses": [container("a", RUNNING, True, 2, ended(1, "Error"))]}
    yield "one-done", ["a", "b"], [], alive | {"conditions": [condition("Ready", "False")], "containerStatuses": [container("a", ended(0, "Completed")), container("b", RUNNING, True)]}
    yield "going", plain, [], alive | {"containerStatuses": [container("a", RUNNING, True)]}
    yield "lost", plain, [], {"phase": "Running", "reason": "NodeLost"}
    yield "gated", plain, [], {"phase": "Pending", "conditions": [condition("PodScheduled", "False", "SchedulingGated")]}


def make_pods(server):
    for name, containers, first, status in pods():
        made = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": name, "namespace": NAMESPACE, "labels": {"app": "rows", "case": name}, "finalizers": ["example.com/stays"]},
                "spec": {"schedulerName": "none", "restartPolicy": "Always", "containers": [{"name": one, "image": "i"} for one in containers],
                         "initContainers": [{"image": "i"} | one for one in first]}}
        path = f"/api/v1/namespaces/{NAMESPACE}/pods/{name}"
        server.make(path, made, status)
        if name in ("going", "lost"):
            server.ask(path, method="DELETE", body={"gracePeriodSeconds": 300})


def template():
    return {"metadata": {"labels": {"app": "w"}}, "spec": {"schedulerName": "none", "containers": [{"name": "a", "image": "shop/a:1"}, {"name": "b", "image": "shop/b:2"}]}}


def make_rest(server):
    meta = lambda name: {"name": name, "namespace": NAMESPACE}  # noqa: E731
    work = {"selector": {"matchLabels": {"app": "w"}}, "template": template()}
    ns = f"/namespaces/{NAMESPACE}"
    server.make(f"/apis/apps/v1{ns}/deployments/web", {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": meta("web"), "spec": work | {"replicas": 3, "paused": True}}, None)
    server.make(f"/apis/apps/v1{ns}/statefulsets/db", {"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": meta("db"), "spec": work | {"replicas": 0, "serviceName": "db"}}, None)
    server.make(f"/apis/apps/v1{ns}/daemonsets/agent", {"apiVersion": "apps/v1", "kind": "DaemonSet", "metadata": meta("agent"), "spec": work}, None)
    server.make(f"/apis/apps/v1{ns}/replicasets/old", {"apiVersion": "apps/v1", "kind": "ReplicaSet", "metadata": meta("old"), "spec": work | {"replicas": 0}}, None)
    job = {"suspend": True, "template": {"spec": template()["spec"] | {"restartPolicy": "Never"}}}
    server.make(f"/apis/batch/v1{ns}/jobs/backup", {"apiVersion": "batch/v1", "kind": "Job", "metadata": meta("backup"), "spec": job | {"completions": 3}}, None)
    server.make(f"/apis/batch/v1{ns}/cronjobs/nightly", {"apiVersion": "batch/v1", "kind": "CronJob", "metadata": meta("nightly"),
                                                         "spec": {"schedule": "5 4 * * *", "timeZone": "Europe/Madrid", "suspend": True, "jobTemplate": {"spec": job}}}, None)
    server.make(f"/api/v1{ns}/services/plain", {"apiVersion": "v1", "kind": "Service", "metadata": meta("plain"), "spec": {"ports": [{"name": "h", "port": 80}, {"name": "d", "port": 53, "protocol": "UDP"}], "externalIPs": ["192.0.2.7"]}}, None)
    server.make(f"/api/v1{ns}/services/balanced", {"apiVersion": "v1", "kind": "Service", "metadata": meta("balanced"), "spec": {"type": "LoadBalancer", "ports": [{"name": "h", "port": 443, "nodePort": 30443}]}},
                {"loadBalancer": {"ingress": [{"ip": "192.0.2.9"}, {"hostname": "lb.example.com"}]}})
    server.make(f"/api/v1{ns}/services/waiting", {"apiVersion": "v1", "kind": "Service", "metadata": meta("waiting"), "spec": {"type": "LoadBalancer", "ports": [{"port": 80, "nodePort": 30080}]}}, None)
    server.make(f"/api/v1{ns}/services/elsewhere", {"apiVersion": "v1", "kind": "Service", "metadata": meta("elsewhere"), "spec": {"type": "ExternalName", "externalName": "db.example.com"}}, None)
    server.make(f"/apis/networking.k8s.io/v1{ns}/ingresses/front", {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": meta("front"),
                "spec": {"ingressClassName": "nginx", "defaultBackend": {"service": {"name": "plain", "port": {"number": 80}}}, "rules": [{"host": "a.example.com"}, {"host": "b.example.com"}]}},
                {"loadBalancer": {"ingress": [{"ip": "192.0.2.9"}]}})
    claim = {"accessModes": ["ReadWriteOnce", "ReadOnlyMany"], "resources": {"requests": {"storage": "5Gi"}}, "storageClassName": "fast"}
    server.make(f"/api/v1{ns}/persistentvolumeclaims/waiting", {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": meta("waiting"), "spec": claim}, None)
    server.make("/api/v1/nodes/worker", {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "worker", "labels": {"node-role.kubernetes.io/worker": "", "node-role.kubernetes.io/ingress": ""}}, "spec": {"unschedulable": True}},
                {"conditions": [condition("Ready") | {"reason": "k", "message": "m", "lastHeartbeatTime": AT}], "addresses": [{"type": "InternalIP", "address": "192.0.2.4"}, {"type": "Hostname", "address": "worker"}],
                 "nodeInfo": {"machineID": "", "systemUUID": "", "bootID": "", "kernelVersion": "6", "osImage": "d", "containerRuntimeVersion": "c", "kubeletVersion": "v1.35.4", "kubeProxyVersion": "", "operatingSystem": "linux", "architecture": "amd64"}})
    server.make(f"/api/v1{ns}/events/crash.1", {"apiVersion": "v1", "kind": "Event", "metadata": meta("crash.1"), "involvedObject": {"kind": "Pod", "namespace": NAMESPACE, "name": "crash"},
                "reason": "BackOff", "message": "Back-off restarting failed container", "type": "Warning", "count": 12, "firstTimestamp": AT, "lastTimestamp": AT, "source": {"component": "kubelet"}}, None)


KINDS = {"pods": "/api/v1/namespaces/rows/pods?labelSelector=app=rows", "deployments": "/apis/apps/v1/namespaces/rows/deployments", "statefulsets": "/apis/apps/v1/namespaces/rows/statefulsets",
         "daemonsets": "/apis/apps/v1/namespaces/rows/daemonsets", "replicasets": "/apis/apps/v1/namespaces/rows/replicasets?fieldSelector=metadata.name=old", "jobs": "/apis/batch/v1/namespaces/rows/jobs",
         "cronjobs": "/apis/batch/v1/namespaces/rows/cronjobs", "services": "/api/v1/namespaces/rows/services", "ingresses": "/apis/networking.k8s.io/v1/namespaces/rows/ingresses",
         "persistentvolumeclaims": "/api/v1/namespaces/rows/persistentvolumeclaims", "nodes": "/api/v1/nodes?fieldSelector=metadata.name=worker",
         "namespaces": "/api/v1/namespaces?fieldSelector=metadata.name=rows", "events": "/api/v1/namespaces/rows/events?fieldSelector=metadata.name=crash.1"}
PROTOBUF = "application/vnd.kubernetes.protobuf"
AS_METADATA = ";as=PartialObjectMetadataList;g=meta.k8s.io;v=v1"


def main():
    server = Server(sys.argv[1])
    server.make(f"/api/v1/namespaces/{NAMESPACE}", {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": NAMESPACE}}, None)
    make_pods(server)
    make_rest(server)
    for kind, path in KINDS.items():
        (HERE / f"{kind}.json").write_bytes(server.ask(path))
        (HERE / f"{kind}.pb").write_bytes(server.ask(path, PROTOBUF))
        table = json.loads(server.ask(path, "application/json;as=Table;v=v1;g=meta.k8s.io"))
        names = [column["name"] for column in table["columnDefinitions"]]
        rows = {row["object"]["metadata"]["name"]: dict(zip(names, row["cells"])) for row in table["rows"]}
        (HERE / f"{kind}.table.json").write_text(json.dumps(rows, indent=1, sort_keys=True) + "\n")
    (HERE / "pods.metadata.pb").write_bytes(server.ask(KINDS["pods"], PROTOBUF + AS_METADATA))
    (HERE / "pods.watch.pb").write_bytes(server.ask(KINDS["pods"] + "&watch=true&timeoutSeconds=1&resourceVersion=0", PROTOBUF + ";stream=watch"))
    (HERE / "pods.watch.json").write_bytes(server.ask(KINDS["pods"] + "&watch=true&timeoutSeconds=1&resourceVersion=0"))
    (HERE / "pods.stream.pb").write_bytes(server.ask(
        KINDS["pods"] + "&watch=true&timeoutSeconds=1&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan", PROTOBUF + ";stream=watch"))


if __name__ == "__main__":
    main()
