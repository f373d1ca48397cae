# SPDX-License-Identifier: GPL-3.0-or-later
"""KWOK: nodes that are none, on which pods live; their logs and commands are those of the Logs and Exec objects (kwok.x-k8s.io).

What pods go through are Stage objects in the API server: those of KWOK, and ours for what has no controller here (Ingress, load balancers).
A test may add its own. A pod labelled `pod-container-running-failed.stage.kwok.x-k8s.io: "true"` fails.
"""
import json
import pathlib

import apiserver
from authority import kubeconfig
from ground import answers

NAME = "kwok"
PORT = 10250
HERE = pathlib.Path(__file__).parent
KINDS = "Stage,Logs,ClusterLogs,Exec,ClusterExec,Attach,ClusterAttach,PortForward,ClusterPortForward,Metric,ResourceUsage,ClusterResourceUsage"
STAGES = (
    "node/fast/node-initialize.yaml", "node/heartbeat-with-lease/node-heartbeat-with-lease.yaml",
    "pod/fast/pod-ready.yaml", "pod/fast/pod-complete.yaml", "pod/fast/pod-delete.yaml",
    "pod/chaos/pod-container-running-failed.yaml", "pod/chaos/pod-init-container-running-failed.yaml",
    "volume/fast/pv-bind.yaml", "volume/fast/pv-delete.yaml", "volume/fast/pvc-provision.yaml", "volume/fast/pvc-delete.yaml",
)
RIGHTS = ("stage/volume/rbac/role.yaml", "stage/volume/rbac/role_binding.yaml", "stage/volume/fast/storage-class.yaml",
          "rbac/service_account.yaml", "rbac/role.yaml", "rbac/role_binding.yaml", "rbac/flow_schema.yaml")
OWN_LIFE = "peers-load/own-life"
ACCOUNT = ("kube-system", "kwok-controller")

# Lines as a container runtime writes them; a test that wants others makes a Logs object of its pod's name.
LOG = "".join(f"2026-01-01T00:00:{second:02}.000000000Z {'stdout' if second % 3 else 'stderr'} F line {second} of every pod\n" for second in range(60))


def health(bench):
    return answers(f"https://{bench.ground.address}:{PORT}/healthz", bench.authority.certificate)


def node(name, zone):
    return f"""---
apiVersion: v1
kind: Node
metadata:
  name: {name}
  annotations:
    kwok.x-k8s.io/node: fake
    node.alpha.kubernetes.io/ttl: "0"
    metrics.k8s.io/resource-metrics-path: /metrics/nodes/{name}/metrics/resource
  labels:
    kubernetes.io/arch: amd64
    kubernetes.io/os: linux
    kubernetes.io/hostname: {name}
    node-role.kubernetes.io/worker: ""
    topology.kubernetes.io/region: here
    topology.kubernetes.io/zone: {zone}
    type: kwok
status:
  allocatable: {{cpu: "64", memory: 256Gi, ephemeral-storage: 2Ti, pods: "500"}}
  capacity: {{cpu: "64", memory: 256Gi, ephemeral-storage: 2Ti, pods: "500"}}
  nodeInfo: {{kubeletVersion: {{version}}, architecture: amd64, operatingSystem: linux}}
"""


def start(bench, nodes=6):
    ground, authority = bench.ground, bench.authority
    share = bench.places.share("kwok", "kustomize")
    bench.apply(*sorted((share / "crd/bases").glob("*.yaml")))
    bench.established("stages.kwok.x-k8s.io", "clusterlogs.kwok.x-k8s.io", "clusterexecs.kwok.x-k8s.io")
    log = ground.write(ground.path(NAME, "pod.log"), LOG)
    bench.apply(*(share / name for name in RIGHTS), *(share / "stage" / name for name in STAGES), HERE / "stages.yaml")
    # The loader of many pods says their status itself.
    bench.kubectl("patch", "stage.kwok.x-k8s.io", "pod-ready", "--type=json", "-p", json.dumps([{
        "op": "add", "path": "/spec/selector/matchExpressions/-",
        "value": {"key": f'.metadata.labels["{OWN_LIFE}"]', "operator": "DoesNotExist"}}]))
    bench.apply(given=OBJECTS.replace("LOG", str(log)).replace("WORK", str(ground.make_folder(NAME, "pods"))))
    config = kubeconfig(ground, ground.path(NAME, "kubeconfig"), apiserver.url(ground), authority, NAME, token=bench.token(*ACCOUNT))
    serving = authority.server(NAME)
    ground.start(NAME, [
        bench.places.program("kwok", "kwok"), f"--kubeconfig={config}", f"--enable-crds={KINDS}", "--manage-all-nodes=true",
        f"--node-ip={ground.address}", f"--node-port={PORT}", f"--server-address={ground.address}:{PORT}", "--node-lease-duration-seconds=40",
        "--cidr=10.244.0.1/16", f"--tls-cert-file={serving[0]}", f"--tls-private-key-file={serving[1]}",
    ], health(bench))
    version = json.loads(bench.kubectl("version", "-o", "json"))["serverVersion"]["gitVersion"]
    bench.apply(given="".join(node(f"node-{number}", f"zone-{'abc'[number % 3]}") for number in range(1, nodes + 1)).replace("{version}", version))
    bench.kubectl("wait", "--for=condition=Ready", "node", "--all", "--timeout=60s")


def again(bench, before=()):
    bench.ground.again(NAME, health(bench), before=before)


# Every pod answers logs with the file, and exec with the command, run here.
OBJECTS = """
apiVersion: kwok.x-k8s.io/v1alpha1
kind: ClusterLogs
metadata: {name: every-pod}
spec:
  logs:
  - logsFile: LOG
    previousLogsFile: LOG
    follow: false
---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: ClusterExec
metadata: {name: every-pod}
spec:
  execs:
  - local: {workDir: WORK}
"""
