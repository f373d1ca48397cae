# SPDX-License-Identifier: GPL-3.0-or-later
"""metrics-server behind the API server's aggregation: what kubectl top and the HorizontalPodAutoscaler ask. KWOK says what pods use:
1m of CPU and 1Mi, or what the annotations kwok.x-k8s.io/usage-cpu and usage-memory name."""
import apiserver
from authority import encoded, kubeconfig
from ground import answers, until

NAME = "metrics-server"
NAMESPACE = "kube-system"
PORT = 10270


def health(bench):
    return answers(f"https://{bench.ground.address}:{PORT}/livez", bench.authority.certificate)


def start(bench):
    ground, authority = bench.ground, bench.authority
    share = bench.places.share("metrics-server", "base")
    usage = bench.places.share("kwok", "kustomize") / "metrics"
    bench.apply(share / "rbac.yaml", usage / "usage/usage-from-annotation.yaml", usage / "resource/metrics-resource.yaml")
    bench.apply(given=bench.without_workloads((share / "service.yaml").read_text()))
    bench.endpoints(NAMESPACE, NAME, https=PORT)
    bench.apply(given=API_SERVICE.replace("AUTHORITY", encoded(authority.certificate)))
    serving = authority.server(NAME, (f"{NAME}.{NAMESPACE}.svc",))
    kubelet = authority.issue("metrics-server-kubelet", "/CN=metrics-server")
    config = kubeconfig(ground, ground.path(NAME, "kubeconfig"), apiserver.url(ground), authority, NAME, token=bench.token(NAMESPACE, NAME))
    ground.start(NAME, [
        bench.places.program("metrics-server", NAME), f"--bind-address={ground.address}", f"--secure-port={PORT}",
        f"--tls-cert-file={serving[0]}", f"--tls-private-key-file={serving[1]}",
        f"--kubeconfig={config}", f"--authentication-kubeconfig={config}", f"--authorization-kubeconfig={config}",
        f"--kubelet-certificate-authority={authority.certificate}", f"--kubelet-client-certificate={kubelet[0]}", f"--kubelet-client-key={kubelet[1]}",
        "--kubelet-preferred-address-types=InternalIP", "--kubelet-use-node-status-port", "--metric-resolution=10s", "--kubelet-request-timeout=5s",
    ], health(bench))
    until("the API of metrics", lambda: bench.kubectl(
        "get", "apiservice", "v1beta1.metrics.k8s.io", "-o", 'jsonpath={.status.conditions[?(@.type=="Available")].status}') == "True")


def again(bench, before=()):
    bench.ground.again(NAME, health(bench), before=before)


API_SERVICE = """
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: {name: v1beta1.metrics.k8s.io}
spec:
  service: {name: metrics-server, namespace: kube-system}
  group: metrics.k8s.io
  version: v1beta1
  caBundle: AUTHORITY
  groupPriorityMinimum: 100
  versionPriority: 100
"""
