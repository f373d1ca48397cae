# SPDX-License-Identifier: GPL-3.0-or-later
"""Going back while Git and Argo CD's repository server are gone: what was kept is brought. On an instance of its own, since it breaks it."""
import json
import pathlib
import shutil
import sys
import unittest

import shop
from shop import manifests, real

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "bench"))
import argocd  # noqa: E402


class GitDown(shop.Shop):
    @classmethod
    def setUpClass(cls):
        try:
            cls.bench = cls.enterClassContext(real.own("kwok", "git", "argocd"))
        except real.Unavailable as why:
            print(f"SKIP: {why}", file=sys.stderr)
            sys.exit(real.SKIPPED)

    def test_kept_manifests_are_brought_and_last_until_auto_sync_is_back(self):
        self.first()
        self.sentinelctl("rollback", self.name, code=2)  # reads the version, which keeps it
        newer = self.deployed(manifests("2", fate="image") + "---\n{apiVersion: v1, kind: Secret, metadata: {name: login}, stringData: {password: open-sesame}}\n", healthy=False)
        self.sentinelctl("rollback", self.name, code=2)
        kept = list((self.folder / "state").rglob("*.kept"))
        self.assertEqual(2, len(kept))
        self.assertEqual({0o600}, {one.stat().st_mode & 0o777 for one in kept})
        before = self.automated()
        shutil.rmtree(self.folder / "cache")  # what was fetched once
        self.bench.ground.process("argocd-repo-server").end()
        place = pathlib.Path(self.bench.ground.path("git", "repositories", self.url.rsplit("/", 1)[1]))
        hidden = place.rename(place.with_suffix(".gone"))

        verdict = self.document("rollback", self.name, "--to", "0", "--dry-run")
        self.assertIn("rollback.sticks", verdict["toAccept"])
        self.assertIn("repository is back", verdict["sticks"])
        self.assertIn("registry.example.com/web:1", [one["then"] for one in verdict["images"]])
        run = self.document("rollback", f"argocd/{self.name}", "--to", "0", "--accept", shop.ACCEPT + ",sticks", "--yes")
        self.assertEqual("healthy", run["verdict"])
        self.assertIn("web:1", self.image())
        self.assertTrue(self.paused(before), self.automated())
        self.assertEqual("open-sesame", real.decoded(json.loads(self.bench.kubectl("get", "secret", "-n", self.space, "login", "-o", "json")), "password"))
        records = self.sentinelctl("journal", "show", run["id"], "-o", "json").stdout
        self.assertIn(f"{self.space}/Deployment/web as it was", records)
        self.assertNotIn("open-sesame", records)

        hidden.rename(place)
        argocd.again(self.bench)
        self.sentinelctl("rollback", self.name, "--resume-auto-sync")
        real.until("the newer version is back", lambda: "web:2" in self.image(), shop.PATIENCE)
        self.synced(newer, healthy=False)


if __name__ == "__main__":
    unittest.main(verbosity=2)
