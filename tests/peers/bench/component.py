# SPDX-License-Identifier: GPL-3.0-or-later
"""A component of the control plane: serves on a port of its own, and works on the API server by an identity of its own."""
import apiserver
from authority import kubeconfig
from ground import answers


class Component:
    """`client`: the name of its identity's files; `options(bench)`: what it alone is started with."""

    def __init__(self, name, client, port, options):
        self.name, self.client, self.port, self.options = name, client, port, options

    def health(self, bench):
        return answers(f"https://{bench.ground.address}:{self.port}/healthz", bench.authority.certificate)

    def start(self, bench):
        ground, authority = bench.ground, bench.authority
        serving = authority.server(self.name)
        who = authority.issue(self.client, f"/CN=system:{self.name}")
        config = kubeconfig(ground, ground.path(self.name, "kubeconfig"), apiserver.url(ground), authority, self.name, who)
        ground.start(self.name, [
            bench.places.program("kubernetes", self.name), f"--bind-address={ground.address}", f"--secure-port={self.port}",
            f"--tls-cert-file={serving[0]}", f"--tls-private-key-file={serving[1]}",
            f"--kubeconfig={config}", f"--authentication-kubeconfig={config}", f"--authorization-kubeconfig={config}",
            "--leader-elect=false", *self.options(bench),
        ], self.health(bench))

    def again(self, bench, before=()):
        bench.ground.again(self.name, self.health(bench), before=before)
