# SPDX-License-Identifier: GPL-3.0-or-later
"""kube-scheduler."""
import apiserver
from authority import kubeconfig
from ground import answers

NAME = "kube-scheduler"
PORT = 10259


def health(bench):
    return answers(f"https://{bench.ground.address}:{PORT}/healthz", bench.authority.certificate)


def start(bench):
    ground, authority = bench.ground, bench.authority
    serving = authority.server(NAME)
    who = authority.issue("scheduler-client", f"/CN=system:{NAME}")
    config = kubeconfig(ground, ground.path(NAME, "kubeconfig"), apiserver.url(ground), authority, NAME, who)
    ground.start(NAME, [
        bench.places.program("kubernetes", NAME), f"--bind-address={ground.address}", f"--secure-port={PORT}",
        f"--tls-cert-file={serving[0]}", f"--tls-private-key-file={serving[1]}",
        f"--kubeconfig={config}", f"--authentication-kubeconfig={config}", f"--authorization-kubeconfig={config}",
        "--leader-elect=false", "--kube-api-qps=500", "--kube-api-burst=1000",
    ], health(bench))


def again(bench, before=()):
    bench.ground.again(NAME, health(bench), before=before)
