# SPDX-License-Identifier: GPL-3.0-or-later
"""The guard on the real Argo CD, Helm and API server: a new failure is taken back once, what failed before is left alone, no migration is
crossed."""
import json
import pathlib
import subprocess

import shop
from shop import manifests, real

QUICK = ("--for", "1m", "--patience", "3s", "--yes")


def migration(schema):
    """The marker, as the chart's Job carries it; KWOK completes it."""
    return f"""---
apiVersion: batch/v1
kind: Job
metadata:
  name: migrate-{schema}
  annotations: {{console.sentinel/schema-version: "{schema}", console.sentinel/lowest-app-version: "1"}}
spec:
  backoffLimit: 0
  template:
    spec:
      restartPolicy: Never
      containers: [{{name: migrate, image: "registry.example.com/web:migrate", command: [migrate]}}]
"""


class ByArgoCd(shop.Shop):
    def guard(self, *more, code=0, name=None):
        return self.document("guard", "--app", name or f"argocd/{self.name}", *QUICK, *more, code=code)

    def arm(self):
        self.sentinelctl("guard", "--app", f"argocd/{self.name}", "--arm", *QUICK)

    def operations(self):
        return [one["id"] for one in self.application()["status"]["history"]]

    def migrated(self, schema):
        real.until("the migration", lambda: self.bench.kubectl("get", "job", "-n", self.space, f"migrate-{schema}", "-o", "jsonpath={.status.succeeded}") == "1", shop.PATIENCE)

    def begin(self, fate=None):
        commit = self.push(manifests("1", fate=fate) + migration(1))
        self.make()
        self.synced(commit, healthy=fate is None)
        self.migrated(1)

    def test_a_new_failure_is_rolled_back_once(self):
        self.begin()
        self.arm()
        before = self.automated()
        self.push(manifests("2", fate="image") + migration(1))
        self.refresh()
        said = self.guard("--wait", "2m", code=1)
        self.assertEqual("rolled-back", said["decision"], said)
        self.assertIn("Deployment/web", " ".join(said["failures"]))
        self.assertIn("web:1", self.image())
        self.assertTrue(self.paused(before), self.automated())
        operations = self.operations()
        again = self.guard()
        self.assertEqual("nothing", again["decision"], again)
        # A guard of another machine, which has no journal of this.
        other = self.document("guard", "--app", f"argocd/{self.name}", *QUICK, env=self.environment(XDG_STATE_HOME=str(self.folder / "other")))
        self.assertEqual("nothing", other["decision"], other)
        self.assertEqual(operations, self.operations())
        self.assertIn("web:1", self.image())
        self.sentinelctl("journal", "verify")

    def test_what_failed_before_is_left_alone(self):
        self.begin(fate="image")
        self.arm()
        commit = self.push(manifests("2", fate="image") + migration(1))
        self.refresh()
        self.synced(commit, healthy=False)
        said = self.guard()
        self.assertEqual("quiet", said["decision"], said)
        self.assertIn(f"Deployment/{self.space}/web", said["failedBefore"])
        self.assertIn("web:2", self.image())

    def test_a_migration_between_is_never_crossed(self):
        self.begin()
        self.arm()
        commit = self.push(manifests("2", fate="image") + migration(1) + migration(2))
        self.refresh()
        self.synced(commit, healthy=False)
        self.migrated(2)
        said = self.guard(code=1)
        self.assertEqual("refused", said["decision"], said)
        self.assertIn("migration", said["sentence"])
        self.assertIn("web:2", self.image())
        self.assertNotIn("enabled", self.automated())

    def test_without_a_marker_it_is_refused(self):
        self.first()
        self.arm()
        commit = self.push(manifests("2", fate="probe"))
        self.refresh()
        self.synced(commit, healthy=False)
        said = self.guard(code=1)
        self.assertEqual("refused", said["decision"], said)
        self.assertIn("not known", said["sentence"])
        self.assertIn("web:2", self.image())

    def test_nobody_armed_or_nobody_opted_in_is_no_guard(self):
        self.begin()
        self.deployed(manifests("2") + migration(1))
        self.assertIn("--arm", self.sentinelctl("guard", "--app", f"argocd/{self.name}", *QUICK, code=2).stderr)
        self.sentinelctl("guard", "--app", f"argocd/{self.name}", "--arm", code=1)

    def test_a_protected_cluster_wants_its_name_said(self):
        self.begin()
        configuration = pathlib.Path(self.bench.kubeconfig).read_text()
        protected = self.folder / "prod.yaml"
        protected.write_text(configuration)
        protected.chmod(0o600)
        context = subprocess.run(["kubectl", "--kubeconfig", protected, "config", "current-context"], check=True, capture_output=True, text=True).stdout.strip()
        subprocess.run(["kubectl", "--kubeconfig", protected, "config", "rename-context", context, "eu-1-prod"], check=True, capture_output=True)
        env = self.environment(KUBECONFIG=str(protected))
        self.sentinelctl("guard", "--app", f"argocd/{self.name}", "--arm", *QUICK, code=1, env=env)
        self.sentinelctl("guard", "--app", f"argocd/{self.name}", "--arm", *QUICK, "--confirm", self.name, env=env)

    def test_a_query_of_prometheus_out_of_reach_is_said(self):
        self.begin()
        query = ("--slo-query", "up", "--slo-above", "2", "--prometheus", f"{self.space}/prometheus:9090")
        self.sentinelctl("guard", "--app", f"argocd/{self.name}", "--arm", *QUICK, *query)
        self.push(manifests("2", fate="image") + migration(1))
        self.refresh()
        said = self.guard("--wait", "2m", *query, code=1)
        self.assertEqual("rolled-back", said["decision"], said)
        self.assertIn("Prometheus", said["sloProblem"])


class ByHelm(shop.Release):
    version = 4 if shop.HELM[4] else 3

    def ready(self):
        self.healthy()
        real.until("the migration", lambda: self.space.kubectl("get", "job", "migrate-1", "-o", "jsonpath={.status.succeeded}") == "1", shop.PATIENCE)

    def guard(self, *more, code=0):
        return self.document("guard", "--app", f"{self.space.name}/shop", "--via", "helm", *QUICK, *more, code=code)

    def test_a_new_failure_is_rolled_back_once(self):
        self.upgrade(manifests("1") + migration(1))
        self.ready()
        self.sentinelctl("guard", "--app", f"{self.space.name}/shop", "--via", "helm", "--arm", *QUICK)
        self.upgrade(manifests("2", fate="image") + migration(1))
        said = self.guard(code=1)
        self.assertEqual("rolled-back", said["decision"], said)
        self.assertIn("web:1", self.image())
        self.assertEqual("nothing", self.guard()["decision"])
        history = json.loads(self.run_helm("history", "shop", "-o", "json"))
        self.assertEqual(3, len(history))


if __name__ == "__main__":
    real.main()
