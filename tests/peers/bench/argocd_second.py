# SPDX-License-Identifier: GPL-3.0-or-later
"""A second Argo CD in the same cluster: an application controller of its own, in a namespace of its own, with settings of its own.

It shares the repo server and Redis (another database there) with the first; neither looks at the other's Applications.
"""
import base64
import json
import pathlib

import apiserver
import argocd
import redis
from authority import encoded, kubeconfig
from ground import answers

NAMESPACE = "argocd-two"
NAME = "argocd-second-controller"
ROLE = "argocd-application-controller"
METRICS = 8182


def health(bench):
    return answers(f"http://{bench.ground.address}:{METRICS}/healthz")


def start(bench, **settings):
    """`settings`: more entries of its argocd-cm, by name with "_" for "."."""
    ground = bench.ground
    install(bench, {name.replace("_", "."): value for name, value in settings.items()})
    file = ground.path(argocd.NAMESPACE, f"{NAME}.kubeconfig")
    kubeconfig(ground, file, apiserver.url(ground), bench.authority, NAME, token=bench.token(NAMESPACE, ROLE), namespace=NAMESPACE)
    environment = argocd.environment(bench, ROLE) | {"KUBECONFIG": str(file)}
    command = [bench.places.program("argocd", "argocd"), f"--redis={ground.address}:{redis.PORT}", "--redisdb=1",
               f"--repo-server={ground.address}:8081", f"--metrics-port={METRICS}"]
    ground.start(NAME, command, health(bench), **environment)


def install(bench, settings):
    bench.apply(given=f"{{apiVersion: v1, kind: Namespace, metadata: {{name: {NAMESPACE}}}}}")
    bench.apply(given=bench.without_workloads(bench.places.share("argocd", "install.yaml").read_text()), namespace=NAMESPACE)
    text = (pathlib.Path(argocd.__file__).parent / "argocd.yaml").read_text()
    ground = bench.ground
    serving = bench.authority.issue("argocd-second", "/CN=argocd-second", (ground.address,), ("argocd-second",))
    for word, value in (("ADDRESS", ground.address), ("AUTHORITY", json.dumps(bench.authority.certificate.read_text())), ("URL", "https://second.invalid"),
                        ("CERTIFICATE", encoded(serving[0])), ("KEY", encoded(serving[1])),
                        ("REDIS", base64.b64encode(redis.password(ground).encode()).decode())):
        text = text.replace(f"${word}", value)
    bench.apply(given=text, namespace=NAMESPACE)
    bench.kubectl("patch", "configmap", "argocd-cm", "--namespace", NAMESPACE, "--type=merge", "-p", json.dumps({"data": settings}))
    bench.apply(given=json.dumps({
        "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding", "metadata": {"name": NAME},
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": ROLE},
        "subjects": [{"kind": "ServiceAccount", "name": ROLE, "namespace": NAMESPACE}]}))


def end(bench):
    process = bench.ground.process(NAME)
    if process.alive():
        process.end()
    bench.kubectl("delete", "applications.argoproj.io", "--all", "--namespace", NAMESPACE, "--wait=false")
    bench.kubectl("delete", "clusterrolebinding", NAME, "--ignore-not-found")
