# SPDX-License-Identifier: GPL-3.0-or-later
"""cert-manager: controllers, webhook and cainjector, with the objects of its chart without the workloads."""
import apiserver
from authority import kubeconfig
from ground import Failed, answers, run, until
from places import system

NAMESPACE = "cert-manager"
PORT = 10260
HEALTH = 6080
ROLES = {"cert-manager": "controller", "cert-manager-cainjector": "cainjector", "cert-manager-webhook": "webhook"}


def health(bench, role):
    return answers(f"http://{bench.ground.address}:{HEALTH}/healthz") if role == "webhook" else lambda: True


def start(bench):
    ground = bench.ground
    bench.apply(given=f"{{apiVersion: v1, kind: Namespace, metadata: {{name: {NAMESPACE}}}}}")
    rendered = run(system("helm"), "template", NAMESPACE, bench.places.share("cert-manager", "cert-manager"), "--namespace", NAMESPACE,
                   "--set", "crds.enabled=true", "--set", "startupapicheck.enabled=false",
                   "--set", f"global.leaderElection.namespace={NAMESPACE}", env=ground.environment())
    kept = bench.without_workloads(rendered)
    bench.apply(given=kept, namespace=NAMESPACE)
    bench.established("certificates.cert-manager.io", "issuers.cert-manager.io", "clusterissuers.cert-manager.io")
    bench.endpoints(NAMESPACE, "cert-manager-webhook", https=PORT)
    for account, role in ROLES.items():
        config = kubeconfig(ground, ground.path(NAMESPACE, f"{role}.kubeconfig"), apiserver.url(ground), bench.authority, account,
                            token=bench.token(NAMESPACE, account), namespace=NAMESPACE)
        more = [PORT, HEALTH] if role == "webhook" else []
        ground.start(account, [bench.places.program("cert-manager", "cert-manager"), role, config, *more], health(bench, role))
    until("cert-manager's webhook in the API server", lambda: asked(bench))


def asked(bench):
    """Whether the API server reaches the webhook: it needs the CA that the cainjector put there."""
    issuer = "{apiVersion: cert-manager.io/v1, kind: Issuer, metadata: {name: asked, namespace: default}, spec: {selfSigned: {}}}"
    try:
        return bool(bench.kubectl("create", "--dry-run=server", "-f", "-", given=issuer))
    except Failed:
        return False


def again(bench, before=()):
    for account, role in ROLES.items():
        if not bench.ground.process(account).alive():
            bench.ground.again(account, health(bench, role), before=before)
