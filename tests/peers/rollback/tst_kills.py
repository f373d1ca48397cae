# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `sentinelctl rollback` at random moments on the real Argo CD and runs it again: it goes on, ends healthy, and the operation ran once.
The seed is printed; SENTINEL_SEED=N plays the same moments again."""
import json
import os
import random
import subprocess
import time

import shop
from shop import manifests, real

KILLS = int(os.environ.get("SENTINEL_KILLS", "20"))
SEED = int(os.environ.get("SENTINEL_SEED", random.SystemRandom().randrange(10**6)))


class Kills(shop.Shop):
    def spec(self):
        return super().spec() | {"syncPolicy": {"automated": {"prune": True}}, "revisionHistoryLimit": 200}

    def history(self):
        return self.application()["status"]["history"]

    def command(self, to):
        return [shop.PROGRAM, "rollback", f"argocd/{self.name}", "--to", to, "--accept", shop.ACCEPT, "--yes", "-o", "json"]

    def test_a_rollback_that_is_killed_goes_on_and_runs_once(self):
        print(f"seed {SEED}", flush=True)
        chance = random.Random(SEED)
        self.first()
        self.deployed(manifests("2"))
        began = time.monotonic()
        self.roll_back(to="0")
        took = time.monotonic() - began
        kills = 0
        for number in range(KILLS * 2):
            before = self.history()
            to = str(before[-2]["id"])  # there and back
            child = subprocess.Popen(self.command(to), env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            after = chance.uniform(0.05, took)
            try:
                child.wait(timeout=after)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
                kills += 1
                operations = self.document("journal", "list")["items"]
                if operations[0]["open"] or len(self.history()) == len(before):
                    done = subprocess.run(self.command(to), env=self.environment(), capture_output=True, text=True, timeout=shop.PATIENCE)
                    self.assertEqual(0, done.returncode, done.stdout[-3000:] + done.stderr[-3000:])
            real.until("the history", lambda: len(self.history()) == len(before) + 1, 30)
            self.assertEqual(before[-2]["revision"], self.history()[-1]["revision"])
            if kills == KILLS:
                break
        print(f"{kills} kills in {number + 1} rollbacks", flush=True)
        self.assertGreaterEqual(kills, KILLS)
        self.assertEqual(1, len([one for one in self.document("journal", "list")["items"] if one["id"].startswith("auto-sync")]))
        self.sentinelctl("journal", "verify")


if __name__ == "__main__":
    real.main()
