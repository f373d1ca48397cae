# SPDX-License-Identifier: GPL-3.0-or-later
"""Rollbacks by the real Argo CD: a broken version, its cause by name, one step back, and auto-sync as it was."""
import json
import pathlib

import shop
from shop import manifests, real


class ArgoCd(shop.Shop):
    def test_a_bad_image_is_rolled_back_in_one_step_and_auto_sync_is_given_back(self):
        self.first()
        self.deployed(manifests("2", fate="image"), healthy=False)
        before = self.automated()
        said = self.document("rollback", self.name, code=2)
        self.assertEqual([(True, "1"), (False, "0")], [(one["present"], one["id"]) for one in said["items"]])
        verdict = self.document("rollback", self.name, "--to", "0", "--dry-run")
        self.assertEqual(15, len(verdict["checks"]))
        self.assertEqual("amber", verdict["light"], [one for one in verdict["checks"] if one["light"] == "red"])
        lines = [line for one in verdict["difference"]["objects"] for line in one["lines"]]
        self.assertTrue(any(line.startswith("+") and "web:1" in line for line in lines), lines)
        self.assertEqual(before, self.automated())
        self.assertIn("web:2", self.image())
        refused = self.sentinelctl("rollback", self.name, "--to", "0", "--yes", code=1)
        self.assertIn("--accept", refused.stderr)

        run = self.roll_back()
        self.assertEqual(("done", "healthy", "rollback"), (run["state"], run["verdict"], run["operation"]))
        self.assertIn("web:1", self.image())
        self.assertTrue(self.paused(before), self.automated())
        self.assertTrue(self.document("rollback", self.name, code=2)["autoSyncPaused"])
        self.sentinelctl("rollback", self.name, "--resume-auto-sync")
        self.assertEqual(before, self.automated())
        real.until("the newer version is back", lambda: "web:2" in self.image(), shop.PATIENCE)
        self.assertFalse(self.document("rollback", self.name, code=2)["autoSyncPaused"])
        self.sentinelctl("journal", "verify")

    def test_going_to_a_version_that_does_not_come_up_names_why(self):
        self.first()
        for fate, cause in (("image", "image-missing"), ("probe", "probe-failing")):
            self.deployed(manifests("broken-" + fate, fate=fate), healthy=False)
        self.deployed(manifests("4"))
        for to, cause in (("1", "image-missing"), ("2", "probe-failing")):
            run = self.roll_back(to=to, code=1)
            self.assertEqual("unhealthy", run["verdict"])
            self.assertIn(cause, [step["cause"] for step in run["cause"]], run["cause"])
        self.assertEqual("healthy", self.roll_back(to="3")["verdict"])

    def test_a_hook_that_fails_leaves_the_version_before_to_go_back_to(self):
        self.first()
        self.push(manifests("2", hook="fails"))
        self.refresh()
        # Auto-sync tries five times, which keeps it busy for minutes.
        real.until("the sync fails", lambda: "unsuccessfully" in self.application()["status"]["operationState"].get("message", ""), shop.PATIENCE)
        said = self.document("rollback", self.name, code=2)
        self.assertEqual([(True, ""), (False, "0")], [(one["present"], one["id"]) for one in said["items"]])
        run = self.roll_back("--end-running")
        self.assertEqual("healthy", run["verdict"])
        self.assertIn("web:1", self.image())

    def test_a_hook_that_never_ends_is_in_the_way_until_it_may_be_ended(self):
        self.first()
        self.push(manifests("2", hook="never"))
        self.refresh()
        real.until("the hook runs", lambda: "hook" in self.application()["status"]["operationState"].get("message", ""), shop.PATIENCE)
        refused = self.document("rollback", self.name, "--to", "0", "--dry-run", code=1)
        self.assertEqual(["rollback.busy"], [one["rule"] for one in refused["checks"] if one["light"] == "red"])
        run = self.roll_back("--end-running")
        self.assertEqual("healthy", run["verdict"])
        self.assertTrue(self.paused({"prune": True, "selfHeal": True}), self.automated())

    def test_an_application_set_that_would_undo_it_is_said_and_taught(self):
        self.push(manifests("1"))
        self.bench.apply(given=json.dumps({
            "apiVersion": "argoproj.io/v1alpha1", "kind": "ApplicationSet", "metadata": {"name": self.name, "namespace": "argocd"},
            "spec": {"generators": [{"list": {"elements": [{"name": self.name}]}}], "goTemplate": True,
                     "template": {"metadata": {"name": "{{ .name }}"}, "spec": self.spec()}}}))
        self.addCleanup(self.bench.kubectl, "delete", "applicationset", "-n", "argocd", self.name, "--wait=false", "--ignore-not-found")
        real.until("the Application", lambda: self.bench.kubectl("get", "application", "-n", "argocd", self.name, "--ignore-not-found"), shop.PATIENCE)
        real.until("history", lambda: self.application().get("status", {}).get("history"), shop.PATIENCE)
        self.deployed(manifests("2", fate="image"), healthy=False)
        verdict = self.document("rollback", self.name, "--to", "0", "--dry-run", code=1)
        self.assertEqual(["rollback.sticks"], [one["rule"] for one in verdict["checks"] if one["light"] == "red"])
        run = self.roll_back("--add-pointer")
        self.assertEqual("healthy", run["verdict"])
        self.refresh()
        self.assertTrue(self.paused({"prune": True, "selfHeal": True}), self.automated())
        self.assertIn("web:1", self.image())

    def test_a_revert_in_git_lasts_and_touches_nothing_else(self):
        self.first()
        (self.work / "other.txt").write_text("somebody's\n")
        self.deployed(manifests("2", fate="image"), healthy=False)
        run = self.roll_back("--via", "git")
        self.assertEqual("healthy", run["verdict"])
        self.git.run("fetch", "--quiet", self.url, "main", folder=self.work)
        self.assertEqual("somebody's\n", self.git.run("show", "FETCH_HEAD:other.txt", folder=self.work).stdout)
        self.assertIn("web:1", self.git.run("show", "FETCH_HEAD:web/web.yaml", folder=self.work).stdout)
        self.assertNotIn("enabled", self.automated())

    def test_git_that_is_down_does_not_stop_it(self):
        self.first()
        self.deployed(manifests("2", fate="image"), healthy=False)
        self.document("rollback", self.name, "--to", "0", "--dry-run")  # what it reads once, it keeps
        hidden = self.git_folder().rename(self.git_folder().with_suffix(".gone"))
        self.addCleanup(lambda: hidden.exists() and hidden.rename(hidden.with_suffix(".git")))
        run = self.roll_back()
        self.assertEqual("healthy", run["verdict"])
        self.assertIn("web:1", self.image())

    def git_folder(self):
        return pathlib.Path(self.bench.ground.path("git", "repositories", self.url.rsplit("/", 1)[1]))

    def test_who_may_only_look_is_told_so_and_changes_nothing(self):
        self.first()
        self.deployed(manifests("2"))
        user = "looker-" + self.name
        self.bench.apply(given=json.dumps({"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole", "metadata": {"name": user}, "rules": [
            {"apiGroups": ["argoproj.io"], "resources": ["*"], "verbs": ["get", "list", "watch"]}]}))
        self.bench.apply(given=json.dumps({"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding", "metadata": {"name": user},
                                           "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": user},
                                           "subjects": [{"apiGroup": "rbac.authorization.k8s.io", "kind": "User", "name": user}]}))
        self.addCleanup(self.bench.kubectl, "delete", "clusterrole,clusterrolebinding", user, "--ignore-not-found")
        verdict = self.document("rollback", self.name, "--to", "0", "--dry-run", "--as", user, code=1)
        self.assertIn("rollback.rights", [one["rule"] for one in verdict["checks"] if one["light"] == "red"])
        self.assertNotIn("green", [one["light"] for one in verdict["checks"] if one["rule"] in ("rollback.schema", "rollback.references", "rollback.room")])
        self.sentinelctl("rollback", self.name, "--to", "0", "--accept", shop.ACCEPT, "--yes", "--as", user, code=1)
        self.sentinelctl("rollback", self.name, "--as", "nobody-" + self.name, code=3)
        self.assertIn("web:2", self.image())

    def test_of_two_argo_cds_the_one_that_is_named_is_meant(self):
        self.first()
        second = real.Space(self.bench, "argocd-two")
        self.addCleanup(second.close)
        self.bench.apply(given=json.dumps({"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
                                           "metadata": {"name": self.name, "namespace": second.name}, "spec": self.spec()}))
        said = self.sentinelctl("rollback", self.name, code=2).stderr
        self.assertIn(f"argocd/{self.name}", said)
        self.assertIn(f"{second.name}/{self.name}", said)
        self.deployed(manifests("2", fate="image"), healthy=False)
        self.assertEqual("healthy", self.roll_back()["verdict"])
        self.assertIn("web:1", self.image())


if __name__ == "__main__":
    real.main()
