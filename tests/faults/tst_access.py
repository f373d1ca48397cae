#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lets us in ends or changes while a client follows a real API server."""
import os
import pathlib
import tempfile

from follower import PeerTest, run_with_a_peer
from peer import NAMESPACE  # and puts the bench on the path
from relay import Relay
from authority import kubeconfig

ACCOUNT = "watcher"


class Access(PeerTest):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="faults-access-")
        self.addCleanup(self.folder.cleanup)
        self.kubeconfig = pathlib.Path(self.folder.name) / "kubeconfig"
        bench = self.peer.bench
        host, port = bench.ground.state["addresses"]["api server"].removeprefix("https://").split(":")
        self.relay = Relay(host, int(port))
        self.addCleanup(self.relay.close)
        bench.kubectl("create", "rolebinding", ACCOUNT, "--clusterrole=view", f"--serviceaccount={NAMESPACE}:{ACCOUNT}", "--namespace", NAMESPACE)
        self.addCleanup(bench.kubectl, "delete", "rolebinding", ACCOUNT, "--namespace", NAMESPACE)
        self.addCleanup(bench.kubectl, "delete", "serviceaccount", ACCOUNT, "--namespace", NAMESPACE)
        bench.kubectl("create", "serviceaccount", ACCOUNT, "--namespace", NAMESPACE)

    def token(self):
        return self.peer.bench.token(NAMESPACE, ACCOUNT)

    def new_token(self):
        """Tokens of the account that was are refused from now on."""
        self.peer.bench.kubectl("delete", "serviceaccount", ACCOUNT, "--namespace", NAMESPACE)
        self.peer.bench.kubectl("create", "serviceaccount", ACCOUNT, "--namespace", NAMESPACE)
        return self.token()

    def replace(self, path, text):
        """As a careful program does: whole or not at all."""
        written = path.with_suffix(".new")
        written.write_text(text)
        os.replace(written, path)

    def write_kubeconfig(self, **who):
        bench = self.peer.bench
        made = kubeconfig(bench.ground, self.kubeconfig.with_suffix(".made"), self.relay.address, bench.authority, ACCOUNT, namespace=NAMESPACE, **who)
        self.replace(self.kubeconfig, made.read_text())

    def follow(self, then):
        for more in ((), ("--store",)):
            with self.subTest(client=more or "watch"):
                follower = self.follower(f"--direct={self.peer.bench.kubeconfig}", *more, kubeconfig=self.kubeconfig)
                follower.ask("churn on")
                self.busy(follower)
                then()
                self.relay.cut()
                self.busy(follower)
                follower.ask("churn off")
                self.assert_equal(follower)

    def test_a_token_that_ended_is_read_from_its_file_again(self):
        file = self.kubeconfig.with_name("token")
        file.write_text(self.token())
        self.write_kubeconfig(token="none")
        self.replace(self.kubeconfig, self.kubeconfig.read_text().replace("token: none", f"tokenFile: {file}"))
        self.follow(lambda: self.replace(file, self.new_token()))

    def test_a_kubeconfig_that_is_replaced_is_followed(self):
        self.write_kubeconfig(token=self.token())
        self.follow(lambda: self.write_kubeconfig(token=self.new_token()))

    def test_another_kind_of_sign_in_is_followed(self):
        self.write_kubeconfig(token=self.token())
        certificate = self.peer.bench.authority.issue("follower", "/O=system:masters/CN=follower")

        def change():
            self.new_token()
            self.write_kubeconfig(certificate=certificate)
        self.follow(change)


if __name__ == "__main__":
    run_with_a_peer()
