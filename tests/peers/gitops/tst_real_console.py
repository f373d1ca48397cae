# SPDX-License-Identifier: GPL-3.0-or-later
"""The controllers of the Sync page on the real Argo CD: list, open, differences, sync, refresh, end, on two Argo CDs and clusters."""
import json
import subprocess
import sys

CONSOLE = sys.argv.pop(2) if len(sys.argv) > 2 else "console-sync"

from application import CONFIG, LIMIT, Follower, real  # noqa: E402
from tst_real_apps import STUCK  # noqa: E402

import argocd_second  # noqa: E402


HOOK = """
apiVersion: v1
kind: ConfigMap
metadata: {name: before, annotations: {argocd.argoproj.io/hook: PreSync, argocd.argoproj.io/sync-wave: "-2"}}
"""


class Console(Follower):
    more = {}

    def person(self, *steps, application=None, context=None):
        """What each step answered, in order."""
        kubeconfig = self.environment()["KUBECONFIG"]
        context = context or self.bench.kubectl("config", "current-context").strip()
        command = [CONSOLE, kubeconfig, context, application or f"argocd/{self.name}", *steps]
        done = subprocess.run(command, env=self.environment() | {"XDG_CONFIG_HOME": str(self.folder / "config"), "QT_QPA_PLATFORM": "offscreen"} | self.more,
                              capture_output=True, text=True, timeout=LIMIT * 2)
        self.assertEqual(0, done.returncode, f"{steps} said\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def test_an_application_is_followed_and_synced(self):
        self.push({"web/hook.yaml": HOOK})
        self.application()
        listed, opened, before, synced, timeline, history, after, refreshed = self.person(
            "list", "open", "tab:differences", 'sync:{"prune": true}', "tab:timeline", "tab:history", "tab:differences", "refresh")
        self.assertEqual(1, len(listed["rows"]), listed)
        self.assertEqual("out of sync", listed["rows"][0][2])
        self.assertEqual(self.name, opened["title"])
        self.assertEqual({"would be made"}, {row["word"] for row in before["rows"] if row["heading"]})
        self.assertNotIn("hunter", json.dumps(before))
        self.assertTrue(synced["good"], synced)
        self.assertIn("wave -2", timeline["rows"][0]["title"], "of the manifests, since the Application does not tell it")
        self.assertEqual(1, len(history["rows"]))
        self.assertEqual([], after["rows"])
        self.assertTrue(refreshed["good"], refreshed)
        self.assertEqual("Synced", self.object()["status"]["sync"]["status"])
        # The command line says the same of it.
        shown = self.document("apps", "show", self.name)
        self.assertEqual(("Synced", "Healthy"), (shown["sync"], shown["health"]))

    def test_a_hook_that_never_ends_is_ended(self):
        self.push({"web/hook.yaml": STUCK})
        self.application()
        *_, waits, ended = self.person("open", "begin", "waits:hook", "terminate")
        self.assertTrue(waits["busy"])
        self.assertRegex(ended["sentence"], "ended|terminated")  # of the sync that was ended, or of the ending
        real.until("the end", lambda: self.object()["status"]["operationState"]["phase"] == "Failed")

    def test_without_argocd_server_everything_goes_on(self):
        self.more = {"SENTINEL_ARGOCD_SERVER": "https://127.0.0.1:1", "ARGOCD_AUTH_TOKEN": "not.a.token"}
        self.application()
        opened, seen, synced = self.person("open", "told:127.0.0.1", "sync")
        self.assertGreaterEqual(opened["resources"], 3)
        self.assertIn("read from the cluster alone", seen["note"])
        self.assertTrue(synced["good"], synced)

    def test_an_owner_that_would_undo_a_pause_is_taught(self):
        self.application_of_a_set()
        _, asked, taught = self.person("open", "auto:off", "teach:off")
        self.assertIn(self.name, asked["sentence"])
        self.assertIn("ignoreApplicationDifferences", asked["patch"])
        self.assertTrue(taught["good"], taught)
        self.sentinelctl("apps", "refresh", self.name, "--hard")
        policy = self.object()["spec"].get("syncPolicy", {})
        self.assertIs(False, policy.get("automated", {"enabled": False})["enabled"], "before Argo CD 3.1 it is taken away and remembered")

    def test_options_and_chosen_objects_reach_argo_cd(self):
        self.push({"web/two.yaml": CONFIG.format(name="two", word="b")})
        self.application()
        wish = {"resources": [f"/ConfigMap/{self.ns}/two"], "serverSide": True, "outOfSyncOnly": True, "retries": 2, "hooks": True}
        _, _, ended = self.person("open", "tab:timeline", "sync:" + json.dumps(wish))
        asked = self.object()["status"]["operationState"]["operation"]
        self.assertEqual(2, asked["retry"]["limit"])
        self.assertIn("ServerSideApply=true", asked["sync"]["syncOptions"])
        self.assertEqual(["two"], [each["name"] for each in asked["sync"]["resources"]])
        self.assertIn("two", self.bench.kubectl("get", "configmaps", "--namespace", self.ns, "-o", "name"))
        self.assertNotIn("/one", self.bench.kubectl("get", "configmaps", "--namespace", self.ns, "-o", "name"))
        self.assertIn(self.name, ended["sentence"])

    def test_two_controllers_each_with_its_own(self):
        argocd_second.start(self.bench, application_resourceTrackingMethod="label")
        self.addCleanup(argocd_second.end, self.bench)
        self.git_known_to(argocd_second.NAMESPACE)
        self.application()
        other = self.space(prefix="apps").name
        twin = {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application", "metadata": {"name": self.name, "namespace": argocd_second.NAMESPACE},
                "spec": self.object()["spec"] | {"destination": {"server": "https://kubernetes.default.svc", "namespace": other}}}
        self.bench.apply(given=json.dumps(twin))
        second = f"{argocd_second.NAMESPACE}/{self.name}"
        real.until("its comparison", lambda: self.twin().get("status", {}).get("sync", {}).get("status"))
        self.assertEqual(argocd_second.NAMESPACE, self.twin()["status"]["controllerNamespace"])
        listed, opened, synced, after = self.person("list", "open", "sync", "tab:differences", application=second)
        self.assertEqual({"argocd", argocd_second.NAMESPACE}, {row[1] for row in listed["rows"]})
        self.assertTrue(synced["good"], synced)
        self.assertEqual([], after["rows"], "each by the tracking its own Argo CD has")
        self.assertIn("web", self.bench.kubectl("get", "deployments", "--namespace", other, "-o", "name"))
        self.assertEqual("", self.bench.kubectl("get", "deployments", "--namespace", self.ns, "-o", "name"), "the first one's is untouched")
        self.assertEqual("OutOfSync", self.object()["status"]["sync"]["status"])
        named = {f"{each['namespace']}/{each['name']}" for each in self.document("apps", "list")["items"]}
        self.assertTrue({second, f"argocd/{self.name}"} <= named)
        self.assertEqual([], self.document("apps", "diff", second)["items"])
        self.sync_named(f"argocd/{self.name}")

    def twin(self):
        return json.loads(self.bench.kubectl("get", "application", self.name, "--namespace", argocd_second.NAMESPACE, "-o", "json"))

    def sync_named(self, name):
        return self.sentinelctl("apps", "sync", name)

    def git_known_to(self, namespace):
        secret = "repository-" + self.url.rsplit("/", 1)[1].removesuffix(".git")
        known = json.loads(self.bench.kubectl("get", "secret", secret, "--namespace", "argocd", "-o", "json"))
        self.bench.apply(given=json.dumps({"apiVersion": "v1", "kind": "Secret", "type": "Opaque", "data": known["data"],
                                           "metadata": {"name": secret, "namespace": namespace, "labels": known["metadata"]["labels"]}}))

    def test_several_clusters_are_one_list_and_one_that_is_gone_is_said(self):
        self.application()
        config = json.loads(self.bench.kubectl("config", "view", "--raw", "-o", "json"))
        here = config["contexts"][0]
        gone = config["clusters"][0] | {"name": "gone", "cluster": config["clusters"][0]["cluster"] | {"server": "https://127.0.0.1:1"}}
        config["clusters"].append(gone)
        config["contexts"] += [here | {"name": "west"}, here | {"name": "gone", "context": here["context"] | {"cluster": "gone"}}]
        file = self.folder / "kubeconfig"
        file.write_text(json.dumps(config))
        file.chmod(0o600)
        folder = self.folder / "config" / "sentinel-console"
        folder.mkdir(parents=True)
        for name in ("west", "gone"):
            done = self.run_with_config("clusters", "add", name, "--kubeconfig", str(file), "--context", name)
            self.assertEqual(0, done.returncode, done.stderr)
        (folder / "console.ini").write_text("[sync]\nclusters=gone, west\n")
        listed, opened, synced = self.person("list", "open:west", "sync")
        self.assertEqual(2, len(listed["rows"]), listed)
        self.assertIn("west", {row[0] for row in listed["rows"]})
        self.assertEqual(1, len(listed["notices"]), listed)
        self.assertTrue(listed["notices"][0].startswith("gone: "), listed)
        self.assertEqual("west", opened["cluster"])
        self.assertTrue(synced["good"], synced)

    def run_with_config(self, *arguments):
        import application  # the program's name was taken from the arguments there
        return subprocess.run([application.PROGRAM, *arguments], env=self.environment() | {"XDG_CONFIG_HOME": str(self.folder / "config")},
                              capture_output=True, text=True, timeout=LIMIT)


if __name__ == "__main__":
    real.main()
