# SPDX-License-Identifier: GPL-3.0-or-later
"""Applications of the real Argo CD, followed and steered by `sentinelctl apps` and `history`."""
import json
import pathlib
import subprocess
import uuid

from application import CONFIG, DEPLOYMENT, LIMIT, PROGRAM, SECRET, Follower, real

STUCK = """
apiVersion: v1
kind: Pod
metadata: {name: stuck, annotations: {argocd.argoproj.io/hook: PreSync}}
spec: {restartPolicy: Never, nodeName: nowhere, containers: [{name: wait, image: registry.example.com/wait:1}]}
"""


class Apps(Follower):
    def test_what_differs_is_synced_and_then_nothing_differs(self):
        self.application()
        listed = [each for each in self.document("apps", "list")["items"] if each["name"] == self.name]
        self.assertEqual(["OutOfSync"], [each["sync"] for each in listed])
        before = self.document("apps", "diff", self.name, code=1)
        self.assertEqual({"added"}, {each["change"] for each in before["items"]})
        self.sync()
        self.assertEqual([], self.document("apps", "diff", self.name)["items"], "what the server added by itself is no difference")
        shown = self.document("apps", "show", f"argocd/{self.name}")
        kinds = {each["kind"]: each for each in shown["resources"]}
        self.assertEqual("Healthy", kinds["Deployment"]["health"])
        self.assertTrue({"ReplicaSet", "Pod"} <= kinds.keys(), kinds.keys())
        self.assertEqual("Deployment", shown["resources"][kinds["ReplicaSet"]["parent"]]["kind"])

    def test_a_field_of_somebody_else_is_explained(self):
        self.application()
        self.sync()
        self.bench.kubectl("scale", "deployment", "web", "--replicas=3", "--namespace", self.ns)
        real.until("OutOfSync", lambda: self.object()["status"]["sync"]["status"] == "OutOfSync")
        one = self.document("apps", "diff", self.name, code=1)["items"]
        self.assertEqual([("Deployment", [(".spec.replicas", 3, 1)])],
                         [(each["kind"], [(field["path"], field["before"], field["after"]) for field in each["fields"]]) for each in one])
        self.assertIn("kubectl", one[0]["fields"][0]["managers"][0])
        self.assertEqual(["/spec/replicas"], one[0]["ignoreRule"]["jsonPointers"])
        # The offered rule does what it says, here and there.
        self.bench.kubectl("patch", "application", self.name, "--namespace", "argocd", "--type=merge", "-p", json.dumps({"spec": {"ignoreDifferences": [one[0]["ignoreRule"]]}}))
        real.until("Synced", lambda: self.object()["status"]["sync"]["status"] == "Synced")
        self.assertEqual([], self.document("apps", "diff", self.name)["items"])

    def test_secrets_are_masked_and_still_differ(self):
        self.application()
        self.sync()
        self.push({"web/secret.yaml": SECRET.format(word="hunter-2")})
        said = self.sentinelctl("apps", "diff", self.name, "-o", "json", code=1).stdout
        self.assertNotIn("hunter", said)
        self.assertNotIn("aHVudGVy", said)
        self.assertEqual([".data.word"], [field["path"] for field in json.loads(said)["items"][0]["fields"]])

    def test_the_history_says_what_changed(self):
        self.application()
        self.sync()
        newer = self.push({"web/deployment.yaml": DEPLOYMENT.format(replicas=1, image=2)}, "The second version")
        self.sync("--revision", newer)
        history = self.document("history", self.name)["items"]
        self.assertEqual(2, len(history))
        self.assertEqual([newer], history[0]["revisions"])
        self.assertEqual(("ada", "Admin", "The second version"), (history[0]["by"], history[0]["author"], history[0]["subject"]))
        self.assertEqual((["registry.example.com/web:2"], ["registry.example.com/web:1"]), (history[0]["newImages"], history[0]["oldImages"]))
        self.assertEqual(["web/deployment.yaml"], history[0]["files"])
        between = self.document("apps", "diff", self.name, "--from", history[1]["id"], "--to", history[0]["id"], code=1)["items"]
        self.assertEqual([[".spec.template.spec.containers[web].image"]], [[field["path"] for field in each["fields"]] for each in between])

    def test_only_the_chosen_object_is_synced(self):
        self.application()
        self.sync("--resource", "ConfigMap/one", "--no-wait")
        names = self.bench.kubectl("get", "configmap,deployment", "--namespace", self.ns, "-o", "name").split()
        self.assertIn("configmap/one", names)
        self.assertNotIn("deployment.apps/web", names)
        self.assertEqual([], self.object()["status"].get("history", []))
        self.sync("--resource", "ConfigMap/none", code=2)

    def test_what_is_gone_from_git_goes_when_pruned(self):
        self.application()
        self.sync()
        self.push({"web/config.yaml": None})
        self.sentinelctl("apps", "refresh", self.name)
        self.assertEqual(["removed"], [each["change"] for each in self.document("apps", "diff", self.name, code=1)["items"]])
        self.sync("--prune", code=2)  # nobody is here to say yes
        self.sync("--prune", "--yes")
        self.assertEqual("", self.bench.kubectl("get", "configmap", "one", "--namespace", self.ns, "--ignore-not-found").strip())

    def test_a_stuck_hook_is_ended_and_nothing_is_swallowed(self):
        self.push({"web/hook.yaml": STUCK})
        self.application()
        first = subprocess.Popen([PROGRAM, "apps", "sync", self.name], env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        real.until("a hook that waits", lambda: "hook" in self.object().get("status", {}).get("operationState", {}).get("message", ""))
        refused = subprocess.run([PROGRAM, "apps", "sync", self.name, "--no-hooks"], env=self.environment() | {"XDG_STATE_HOME": str(self.folder / "other"), "USER": "bob"},
                                 capture_output=True, text=True, timeout=LIMIT)
        self.assertEqual(3, refused.returncode, refused.stderr)
        self.assertIn("ada", refused.stderr)
        self.sentinelctl("apps", "terminate", self.name)
        _, said = first.communicate(timeout=LIMIT)
        self.assertEqual(1, first.returncode, said)
        self.assertIn("terminated", said)
        self.sentinelctl("apps", "terminate", self.name, code=3)  # nothing runs
        self.sync("--no-hooks")

    def test_a_killed_sync_is_taken_up_and_not_begun_again(self):
        self.push({"web/hook.yaml": STUCK})
        self.application()
        first = subprocess.Popen([PROGRAM, "apps", "sync", self.name], env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        real.until("a hook that waits", lambda: "hook" in self.object().get("status", {}).get("operationState", {}).get("message", ""))
        first.kill()
        first.wait()
        started = self.object()["status"]["operationState"]["startedAt"]
        second = subprocess.Popen([PROGRAM, "apps", "sync", self.name], env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        # Interrupted, it stops and can be taken up once more.
        real.until("it goes on", lambda: "resumed" in self.sentinelctl("journal", "show", self.run_id(), "-o", "json").stdout)
        second.terminate()
        _, said = second.communicate(timeout=LIMIT)
        self.assertEqual(4, second.returncode, said)
        self.assertEqual(started, self.object()["status"]["operationState"]["startedAt"])
        self.sentinelctl("apps", "terminate", self.name)
        self.sync(code=1)  # how the one that was begun ended
        self.assertEqual(started, self.object()["status"]["operationState"]["startedAt"])

    def run_id(self):
        return next(each["id"] for each in self.document("journal", "list")["items"] if each["environment"] == f"argocd/{self.name}")

    def has_switch(self):
        """From Argo CD 3.1 auto-sync has one; before, it is taken away and remembered."""
        served = json.loads(self.bench.kubectl("get", "crd", "applications.argoproj.io", "-o", "json"))["spec"]["versions"][0]["schema"]
        return "enabled" in served["openAPIV3Schema"]["properties"]["spec"]["properties"]["syncPolicy"]["properties"]["automated"]["properties"]

    def test_auto_sync_is_paused_and_comes_back_as_it_was(self):
        policy = {"automated": {"prune": True, "selfHeal": True}}
        self.application(syncPolicy=policy)
        self.sentinelctl("apps", "autosync", self.name, "off")
        self.sentinelctl("apps", "autosync", self.name, "status", code=1)
        off = self.object()["spec"].get("syncPolicy", {})
        if self.has_switch():
            self.assertEqual({"prune": True, "selfHeal": True, "enabled": False}, off["automated"])
        else:
            self.assertNotIn("automated", off)
        self.sentinelctl("apps", "autosync", self.name, "on")
        self.assertEqual(policy, self.object()["spec"]["syncPolicy"])
        self.assertNotIn("console.sentinel/auto-sync", self.object()["metadata"].get("annotations", {}))

    def test_a_set_that_would_undo_it_is_said_and_taught(self):
        self.application_of_a_set()
        refused = self.sentinelctl("apps", "autosync", self.name, "off", code=3)
        self.assertIn(f"ApplicationSet {self.name}", refused.stderr)
        self.sentinelctl("apps", "autosync", self.name, "off", "--teach-owner")
        self.sentinelctl("apps", "refresh", self.name, "--hard")
        self.assertIs(False, self.object()["spec"].get("syncPolicy", {}).get("automated", {"enabled": False})["enabled"])
        self.sentinelctl("apps", "autosync", self.name, "on")

    def test_windows_say_what_argo_cd_would(self):
        project = "windows-" + uuid.uuid4().hex[:6]
        self.bench.apply(given=json.dumps({
            "apiVersion": "argoproj.io/v1alpha1", "kind": "AppProject", "metadata": {"name": project, "namespace": "argocd"},
            "spec": {"sourceRepos": ["*"], "destinations": [{"server": "*", "namespace": "*"}],
                     "syncWindows": [{"kind": "deny", "schedule": "* * * * *", "duration": "1h", "applications": ["*"]}]}}))
        self.addCleanup(self.bench.kubectl, "delete", "appproject", project, "--namespace", "argocd", "--wait=false", "--ignore-not-found")
        self.application(project=project)
        told = self.document("apps", "windows", self.name, code=1)
        self.assertEqual((False, False, True), (told["automatic"], told["manual"], told["items"][0]["active"]))
        # And so it does: the operation waits.
        waits = subprocess.Popen([PROGRAM, "apps", "sync", self.name], env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        real.until("the window", lambda: "window" in self.object().get("status", {}).get("operationState", {}).get("message", "").lower())
        if self.has_switch():
            self.sentinelctl("apps", "terminate", self.name)
        else:  # before 3.1 a closed window also keeps Argo CD from ending what waits for it
            self.bench.kubectl("patch", "appproject", project, "--namespace", "argocd", "--type=merge", "-p", json.dumps({"spec": {"syncWindows": None}}))
        waits.communicate(timeout=LIMIT)

    def test_without_git_what_was_fetched_is_there(self):
        self.application()
        self.sync()
        history = self.document("history", self.name)["items"]
        place = pathlib.Path(self.bench.ground.path("git", "repositories", self.url.rsplit("/", 1)[1]))
        away = place.rename(place.with_suffix(".away"))
        self.addCleanup(lambda: away.exists() and away.rename(place))
        self.assertEqual([], self.document("apps", "diff", self.name, "--revision", history[0]["revisions"][0])["items"])
        said = self.sentinelctl("apps", "diff", self.name)
        self.assertIn("did not answer", said.stderr)
        self.assertEqual(history[0]["author"], self.document("history", self.name)["items"][0]["author"])

    def test_a_name_that_fits_several_lists_them(self):
        self.application()
        twin = self.object()
        self.bench.apply(given=json.dumps({"apiVersion": twin["apiVersion"], "kind": "Application", "metadata": {"name": self.name, "namespace": self.ns}, "spec": twin["spec"]}))
        several = self.sentinelctl("apps", "show", self.name, code=2)
        self.assertIn(f"argocd/{self.name}", several.stderr)
        self.assertIn(f"{self.ns}/{self.name}", several.stderr)
        self.assertEqual("argocd", self.document("apps", "diff", f"argocd/{self.name}", code=1)["namespace"])
        missing = self.sentinelctl("apps", "show", "no-such-application", code=2)
        self.assertIn("none of that name", missing.stderr)


if __name__ == "__main__":
    real.main()
