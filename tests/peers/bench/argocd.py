# SPDX-License-Identifier: GPL-3.0-or-later
"""Argo CD: repo server, application controller, API server and applicationset controller, each with the rights of its own service account.

The objects are those of the release's install.yaml without its workloads. What asks for a cluster's inside gets the kubeconfig instead.
"""
import base64
import json
import pathlib
import shutil

import apiserver
import redis
from authority import encoded, kubeconfig
from ground import answers, until
from places import system

NAMESPACE = "argocd"
PORT = 8443
METRICS = {"argocd-repo-server": 8084, "argocd-application-controller": 8082, "argocd-server": 8083, "argocd-applicationset-controller": 8090}
HERE = pathlib.Path(__file__).parent


def url(ground):
    return f"https://{ground.address}:{PORT}"


def environment(bench, role):
    ground = bench.ground
    return {
        "ARGOCD_BINARY_NAME": role, "ARGOCD_FAKE_IN_CLUSTER": "true", "KUBECONFIG": str(ground.path(NAMESPACE, f"{role}.kubeconfig")),
        "PATH": f"{ground.path(NAMESPACE, 'bin')}:{ground.environment()['PATH']}",
        "REDIS_PASSWORD": redis.password(ground), "ARGOCD_GPG_ENABLED": "false",
        "ARGOCD_TLS_DATA_PATH": str(ground.path(NAMESPACE, "tls")), "ARGOCD_SSH_DATA_PATH": str(ground.path(NAMESPACE, "ssh")),
        "ARGOCD_ASK_PASS_SOCK": str(ground.path(NAMESPACE, "ask-pass")),
        # What was pushed is seen within this, without a word from anybody.
        "ARGOCD_RECONCILIATION_TIMEOUT": "20s", "ARGOCD_RECONCILIATION_JITTER": "0s",
        "KUBECACHEDIR": str(ground.path(NAMESPACE, "kubecache")), "HELM_CACHE_HOME": str(ground.path(NAMESPACE, "helm")),
        "HELM_CONFIG_HOME": str(ground.path(NAMESPACE, "helm")), "HELM_DATA_HOME": str(ground.path(NAMESPACE, "helm")),
    }


def health(bench, role):
    ground = bench.ground
    at = {"argocd-repo-server": (METRICS[role], "/healthz"), "argocd-application-controller": (METRICS[role], "/healthz"),
          "argocd-applicationset-controller": (METRICS[role], "/metrics")}
    if role == "argocd-server":
        return answers(f"{url(ground)}/healthz?full=true", bench.authority.certificate)
    return answers(f"http://{ground.address}:{at[role][0]}{at[role][1]}")


def command(bench, role):
    ground = bench.ground
    store = f"--redis={ground.address}:{redis.PORT}"
    repositories = f"--repo-server={ground.address}:8081"
    return {
        "argocd-repo-server": [store, "--port=8081", f"--metrics-port={METRICS[role]}", "--revision-cache-expiration=20s"],
        "argocd-application-controller": [store, repositories, f"--metrics-port={METRICS[role]}"],
        "argocd-server": [store, repositories, f"--port={PORT}", f"--metrics-port={METRICS[role]}",
                          f"--staticassets={ground.make_folder(NAMESPACE, 'assets')}"],
        "argocd-applicationset-controller": [f"--argocd-repo-server={ground.address}:8081", f"--metrics-addr=:{METRICS[role]}", "--probe-addr=:8091", "--webhook-addr=:7000",
                                             f"--namespace={NAMESPACE}"],
    }[role]


def start(bench):
    ground = bench.ground
    install(bench)
    programs(bench)
    for role in METRICS:
        kubeconfig(ground, ground.path(NAMESPACE, f"{role}.kubeconfig"), apiserver.url(ground), bench.authority, role,
                   token=bench.token(NAMESPACE, role), namespace=NAMESPACE)
        ground.start(role, [bench.places.program("argocd", "argocd"), *command(bench, role)], health(bench, role), **environment(bench, role))
    initial = until("Argo CD's first password", lambda: bench.kubectl(
        "get", "secret", "argocd-initial-admin-secret", "--namespace", NAMESPACE, "--ignore-not-found", "-o", "jsonpath={.data.password}"))
    bench.tell("argo cd", url(ground))
    bench.tell("argo cd admin password", ground.write(ground.path(NAMESPACE, "admin-password"), base64.b64decode(initial).decode()))


def install(bench):
    ground = bench.ground
    bench.apply(given=f"{{apiVersion: v1, kind: Namespace, metadata: {{name: {NAMESPACE}}}}}")
    kept = bench.without_workloads(bench.places.share("argocd", "install.yaml").read_text())
    bench.apply(given=kept, namespace=NAMESPACE)
    bench.established("applications.argoproj.io", "appprojects.argoproj.io", "applicationsets.argoproj.io")
    serving = bench.authority.issue("argocd-server", "/CN=argocd-server", (ground.address,), ("argocd-server", f"argocd-server.{NAMESPACE}.svc"))
    settings = (HERE / "argocd.yaml").read_text()
    for word, text in (("ADDRESS", ground.address), ("AUTHORITY", json.dumps(bench.authority.certificate.read_text())), ("URL", url(ground)),
                       ("CERTIFICATE", encoded(serving[0])), ("KEY", encoded(serving[1])),
                       ("REDIS", base64.b64encode(redis.password(ground).encode()).decode())):
        settings = settings.replace(f"${word}", text)
    bench.apply(given=settings, namespace=NAMESPACE)
    bench.serve(NAMESPACE, "argocd-server", "https", 443, PORT)


def programs(bench):
    """What the repo server calls by name."""
    ground = bench.ground
    folder = ground.make_folder(NAMESPACE, "bin")
    (folder / "argocd").symlink_to(bench.places.program("argocd", "argocd"))
    # Argo CD 2 knows Helm 3 only.
    (folder / "helm").symlink_to(system("helm3" if "argocd" in bench.versions else "helm"))
    for script in ("git-verify-wrapper.sh", "gpg-wrapper.sh"):
        ground.write(folder / script, "#!/bin/sh\n# There are no keys here, so nothing is signed.\nexit 0\n", 0o700)
    # As the config map of the same name is mounted in a cluster.
    shutil.copy(bench.authority.certificate, ground.make_folder(NAMESPACE, "tls") / ground.address)
    ground.write(ground.path(NAMESPACE, "ssh", "ssh_known_hosts"), "")


def again(bench, before=()):
    """Those of its parts that do not run."""
    for role in METRICS:
        if not bench.ground.process(role).alive():
            bench.ground.again(role, health(bench, role), before=before)
