# SPDX-License-Identifier: GPL-3.0-or-later
"""Rollbacks by the real Helm 4 and 3 on the real API server, and how long they take beside `helm rollback`."""
import json
import signal
import subprocess
import time

import shop
from shop import manifests, real

TRIES = 3


class Life(shop.Release):
    def roll_back(self, to, *more, code=0):
        return self.document("rollback", f"{self.space.name}/shop", "--to", to, "--accept", shop.ACCEPT, "--yes", *more, code=code)

    def test_a_broken_upgrade_is_rolled_back_in_one_step(self):
        self.upgrade(manifests("1"))
        self.healthy()
        self.upgrade(manifests("2", fate="image"))
        said = self.document("rollback", self.space.name, code=2)
        self.assertEqual([("2", True), ("1", False)], [(one["id"], one["present"]) for one in said["items"]])
        self.assertEqual([{"now": "registry.example.com/web:2", "then": "registry.example.com/web:1"}], said["items"][1]["changes"]["images"])
        verdict = self.document("rollback", f"{self.space.name}/shop", "--to", "1", "--dry-run")
        self.assertNotIn("red", [one["light"] for one in verdict["checks"]], verdict["checks"])
        run = self.roll_back("1")
        self.assertEqual("healthy", run["verdict"])
        self.assertIn("web:1", self.image())
        broken = self.roll_back("2", code=1)
        self.assertIn("image-missing", [step["cause"] for step in broken["cause"]], broken["cause"])

    def test_a_release_that_a_killed_helm_left_pending_is_freed(self):
        self.upgrade(manifests("1"))
        self.healthy()
        (self.chart / "templates/web.yaml").write_text(manifests("2", fate="image"))
        child = subprocess.Popen([self.helm, "upgrade", "shop", str(self.chart), "--wait", "--kubeconfig", str(self.bench.kubeconfig), "--namespace", self.space.name],
                                 env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        real.until("it is pending", lambda: "pending-upgrade" in self.space.kubectl("get", "secrets", "-l", "owner=helm", "-o", "jsonpath={.items[*].metadata.labels.status}"), 60)
        real.until("it was applied", lambda: "web:2" in self.image(), 60)
        child.send_signal(signal.SIGKILL)
        child.wait()
        self.assertEqual("healthy", self.roll_back("1")["verdict"])
        self.assertIn("web:1", self.image())
        self.assertEqual("deployed", json.loads(self.run_helm("history", "shop", "-o", "json"))[-1]["status"])
        self.upgrade(manifests("3"))  # which a pending one would refuse

    def test_who_may_not_read_secrets_is_told(self):
        self.upgrade(manifests("1"))
        self.sentinelctl("rollback", f"{self.space.name}/shop", "--via", "helm", "--as", "nobody-" + self.space.name, code=3)

    def test_what_it_takes_until_it_is_accepted_is_told_beside_helm(self):
        """A figure to look at: the machine is busy with other tests, so nothing is held against it here."""
        self.upgrade(manifests("1"))
        self.upgrade(manifests("2"))
        self.healthy()
        ours, theirs = [], []
        for _ in range(TRIES):
            began = time.monotonic()
            self.run_helm("rollback", "shop", "1")
            theirs.append(time.monotonic() - began)
            run = self.roll_back("2")
            step = next(one for one in run["steps"] if one["id"] == "accept")
            ours.append(seconds(step["ended"]) - seconds(step["began"]))
        print(f"helm {self.version}: accepted after {min(ours):.3f} s, helm rollback takes {min(theirs):.3f} s, ratio {min(ours) / min(theirs):.2f}", flush=True)


def seconds(text):
    import datetime
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


class Helm4(Life):
    version = 4


class Helm3(Life):
    version = 3


del Life

if __name__ == "__main__":
    real.main()
