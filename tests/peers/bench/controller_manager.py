# SPDX-License-Identifier: GPL-3.0-or-later
"""kube-controller-manager: each controller with its own service account, as in a cluster."""
import apiserver
from authority import kubeconfig
from ground import answers

NAME = "kube-controller-manager"
PORT = 10257


def health(bench):
    return answers(f"https://{bench.ground.address}:{PORT}/healthz", bench.authority.certificate)


def start(bench):
    ground, authority = bench.ground, bench.authority
    serving = authority.server(NAME)
    who = authority.issue("controller-manager-client", f"/CN=system:{NAME}")
    config = kubeconfig(ground, ground.path(NAME, "kubeconfig"), apiserver.url(ground), authority, NAME, who)
    ground.start(NAME, [
        bench.places.program("kubernetes", NAME), f"--bind-address={ground.address}", f"--secure-port={PORT}",
        f"--tls-cert-file={serving[0]}", f"--tls-private-key-file={serving[1]}",
        f"--kubeconfig={config}", f"--authentication-kubeconfig={config}", f"--authorization-kubeconfig={config}",
        "--use-service-account-credentials=true", f"--service-account-private-key-file={authority.signing_pair('service-accounts')[1]}",
        f"--root-ca-file={authority.certificate}", f"--cluster-signing-cert-file={authority.certificate}", f"--cluster-signing-key-file={authority.key}",
        "--leader-elect=false", "--kube-api-qps=200", "--kube-api-burst=400",
    ], health(bench))


def again(bench, before=()):
    bench.ground.again(NAME, health(bench), before=before)
