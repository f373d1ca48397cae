# SPDX-License-Identifier: GPL-3.0-or-later
"""A bundle that `sentinelctl generate` wrote, brought to health by the real Argo CD: by hand as its README says, and by `sentinelctl deploy`."""
import json
import pathlib
import secrets
import subprocess
import sys

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import real  # noqa: E402

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "sentinelctl"
SETTLED = 240  # seconds for two syncs, on a machine that is busy with other tests


class Sync(real.Peers):
    """One environment each, since its name is that of what it makes in the cluster."""

    def setUp(self):
        self.folder = self.home()
        self.git = real.Git(self.bench, self.folder)
        self.url = self.git.repository()
        self.git.known_to_argocd(self.url)
        self.bundle = self.folder / "bundle"

    def environment(self):
        return self.git.environment() | {"KUBECONFIG": str(self.bench.kubeconfig), "XDG_STATE_HOME": str(self.folder / "state"), "LC_ALL": "C.UTF-8"}

    def sentinelctl(self, *arguments, code=0, given=None):
        done = subprocess.run([PROGRAM, *map(str, arguments)], env=self.environment(), input=given, capture_output=True, text=True, timeout=SETTLED + 60)
        self.assertEqual(code, done.returncode, f"{arguments} said\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
        return done

    def generate(self, environment):
        plan = self.folder / "plan.yaml"
        self.sentinelctl("plan", "new", "--profile", environment, "--set", f"delivery.repository={self.url}",
                         "--set", f"target.kubernetesVersion={self.bench.version('kubernetes')}",
                         "--set", f"target.argocdVersion={self.bench.version('argocd')}",
                         # An ACME server would have to be there for the default.
                         "--set", "network.tls=selfSigned", "--out", plan)
        self.sentinelctl("generate", plan, "--out", self.bundle)
        self.addCleanup(self.remove, environment)

    def remove(self, environment):
        for kind in ("applicationsets", "applications", "appprojects"):
            self.bench.kubectl("delete", kind, "--namespace", "argocd", "-l", f"console.sentinel/environment={environment}", "--wait=false", "--ignore-not-found")
        self.bench.kubectl("delete", "namespace", f"sentinel-{environment}", f"sentinel-{environment}-host", "--wait=false", "--ignore-not-found")

    def push(self):
        for command in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "As generated"), ("push", "--quiet", self.url, "HEAD:main")):
            self.git.run(*command, folder=self.bundle)

    def make_secrets(self, environment):
        """What secrets.example.yaml lists."""
        for one in yaml.safe_load((self.bundle / "environments" / environment / "secrets.example.yaml").read_text())["items"]:
            self.bench.apply(given=json.dumps({
                "apiVersion": "v1", "kind": "Secret", "type": one["type"], "metadata": {"name": one["name"], "namespace": one["namespace"]},
                "stringData": {key["key"]: secrets.token_hex(24) for key in one["keys"]}}))

    def applications(self, environment):
        told = self.bench.kubectl("get", "applications", "--namespace", "argocd", "-l", f"console.sentinel/environment={environment}", "-o", "json")
        return json.loads(told)["items"]

    def states(self, environment):
        """(sync, health) of each Application of the environment."""
        return {one["metadata"]["name"]: (one.get("status", {}).get("sync", {}).get("status"), one.get("status", {}).get("health", {}).get("status"))
                for one in self.applications(environment)}

    def settles(self, environment, names):
        try:
            real.until(f"{environment} Healthy", lambda: self.states(environment) == dict.fromkeys(names, ("Synced", "Healthy")), SETTLED)
        except real.Failed:
            for one in self.applications(environment):
                status = one.get("status", {})
                late = [part for part in status.get("resources", []) if not part.get("hook")
                        and (part.get("status") != "Synced" or part.get("health", {}).get("status", "Healthy") != "Healthy")]
                print(one["metadata"]["name"], json.dumps({"conditions": status.get("conditions"), "operation": status.get("operationState", {}).get("message"),
                                                           "resources": late}, indent=1), file=sys.stderr)
            raise

    def test_a_bundle_pushed_and_applied_by_hand_becomes_healthy(self):
        self.generate("dev")
        self.push()
        self.bench.kubectl("apply", "--server-side", "-f", self.bundle / "argocd/projects/")
        self.bench.kubectl("apply", "--server-side", "-f", self.bundle / "argocd/applicationsets/")
        real.until("the namespace", lambda: self.bench.kubectl("get", "namespace", "sentinel-dev", "--ignore-not-found"))
        self.make_secrets("dev")
        self.settles("dev", ["sentinel-dev-in-cluster", "sentinel-dev-in-cluster-platform"])
        # It ends with 0 only where everything the bundle brings is healthy.
        self.assertIn("sentinel-dev-in-cluster-platform", self.sentinelctl("status", "-o", "json").stdout)

    def test_sentinelctl_deploys_it_through_argo_cd(self):
        self.generate("staging")
        values = self.folder / "secrets.yaml"
        values.touch(0o600)
        values.write_text(f"sentinel-loki/credentials: {secrets.token_hex(24)}\n")
        self.sentinelctl("deploy", self.bundle, "--environment", "staging", "--via", "argocd", "--secrets-from", values, "--yes", "-o", "json")
        self.settles("staging", ["sentinel-staging-in-cluster", "sentinel-staging-in-cluster-platform"])


if __name__ == "__main__":
    real.main()
