# SPDX-License-Identifier: GPL-3.0-or-later
"""The console's own controllers on the real Argo CD and Helm: installed, upgraded, broken, the cause named, gone back in one step."""
import json
import subprocess
import sys

DESK = sys.argv.pop(2)  # before shop takes the other program

import shop  # noqa: E402
import tst_helm  # noqa: E402
from shop import manifests, real  # noqa: E402

SETTLED = 600  # seconds; a broken deploy is watched for two minutes before it is called so
BROKEN = "broken.example.com/sentinel"
# Like a registry that does not answer: the backend of the bundle that names it never gets its image.
STAGE = f"""
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata: {{name: console-image}}
spec:
  weight: 1000
  resourceRef: {{apiGroup: v1, kind: Pod}}
  selector:
    matchLabels: {{app.kubernetes.io/component: backend}}
    matchExpressions:
    - {{key: '.metadata.deletionTimestamp', operator: DoesNotExist}}
    - {{key: '.status.podIP', operator: DoesNotExist}}
    - {{key: '.spec.containers[].image', operator: In, values: ["{BROKEN}/sentinel-backend:1.0.0"]}}
  next:
    statusTemplate: |
      phase: Pending
      podIP: 192.0.2.77
{shop.waits_for_image("backend")}"""


def desk(test, *words, code=0):
    done = subprocess.run([DESK, str(test.bench.kubeconfig), *map(str, words)], env=test.environment() | {"QT_QPA_PLATFORM": "offscreen"},
                          capture_output=True, text=True, timeout=SETTLED + 120)
    test.assertEqual(code, done.returncode, f"{words} said\n{done.stdout[-5000:]}\n{done.stderr[-3000:]}")
    return json.loads(done.stdout)


class ArgoCd(shop.Shop):
    def test_a_bad_image_is_gone_back_from_and_auto_sync_is_given_back(self):
        self.first()
        self.deployed(manifests("2", fate="image"), healthy=False)
        before = self.automated()
        told = desk(self, "back", f"argocd/{self.name}", "0")
        self.assertTrue(told["accepted"])
        self.assertEqual(15, len(told["checks"]))
        self.assertTrue(any("web:1" in line["text"] and line["kind"] == "new" for line in told["lines"]), told["lines"])
        self.assertIn("web:1", self.image())
        self.assertEqual(before | {"enabled": False}, self.automated())
        self.assertIn("argocd", desk(self, "resume", f"argocd/{self.name}")["sentence"])
        self.assertEqual(before, self.automated())
        # What the page shows is the command that does the same.
        self.assertIn(f"sentinelctl rollback argocd/{self.name} --to 0 --via argocd", told["command"])

    def test_what_is_in_the_way_is_said_and_nothing_is_begun(self):
        self.first()
        self.deployed(manifests("2"))
        self.bench.kubectl("patch", "application", "-n", "argocd", self.name, "--type=merge", "-p", json.dumps({"spec": {"project": "nowhere-" + self.name}}))
        real.until("Argo CD says so", lambda: any(one["type"] == "InvalidSpecError" for one in self.application()["status"].get("conditions", [])), shop.PATIENCE)
        told = desk(self, "back", f"argocd/{self.name}", "0", code=1)
        self.assertFalse(told["accepted"])
        self.assertIn(4, [check["tone"] for check in told["checks"]])


class Helm(tst_helm.Helm4):
    def test_a_broken_upgrade_is_gone_back_from(self):
        self.upgrade(manifests("1"))
        self.healthy()
        self.upgrade(manifests("2", fate="image"))
        told = desk(self, "back", f"{self.space.name}/shop", "1")
        self.assertTrue(told["accepted"])
        self.assertIn("web:1", self.image())


# Of its tests only those above are meant here.
for inherited in [name for name in dir(tst_helm.Helm4) if name.startswith("test_")]:
    setattr(Helm, inherited, None)


class Bundle(shop.Console):
    """The whole way of a bundle by the Deploy page: installed, upgraded to what cannot be pulled, and back."""

    def generate(self, name, *answers):
        plan = self.folder / f"{name}.yaml"
        self.sentinelctl("plan", "new", "--profile", "dev", "--environments", self.where, "--set", f"delivery.repository={self.url}",
                         "--set", f"target.kubernetesVersion={self.bench.version('kubernetes')}",
                         "--set", f"target.argocdVersion={self.bench.version('argocd')}", "--set", "network.tls=selfSigned",
                         *[word for answer in answers for word in ("--set", answer)], "--out", plan)
        self.sentinelctl("generate", plan, "--out", self.folder / name)
        return self.folder / name

    def begin(self, where):
        self.where = where
        self.url = self.git.repository()
        self.git.known_to_argocd(self.url)
        self.bench.apply(given=STAGE)
        self.addCleanup(self.bench.kubectl, "delete", "stage", "console-image", "--ignore-not-found")
        self.addCleanup(self.remove)

    def image(self):
        return self.bench.kubectl("get", "deployment", "-n", f"sentinel-{self.where}", "backend", "-o", "jsonpath={.spec.template.spec.containers[0].image}")

    def way(self, via, where):
        self.begin(where)
        told = desk(self, "deploy", self.generate("first"), where, via)
        self.assertEqual("", told["cause"])
        self.assertEqual("", told["rollBackReason"])
        broken = desk(self, "deploy", self.generate("second", f"target.imageRegistry={BROKEN}"), where, via, code=1)
        self.assertIn("backend", broken["cause"])
        self.assertIn("image", broken["cause"] + broken["next"])
        subject = broken["rollBack"]["subject"]
        said = json.loads(self.sentinelctl("rollback", subject, "-o", "json", code=2).stdout)
        to = next(one["id"] for one in said["items"] if not one["present"])
        told = desk(self, "back", subject, to)
        self.assertTrue(told["accepted"])
        self.assertNotIn(BROKEN, self.image())
        return subject

    def remove(self):
        for kind in ("applicationsets", "applications", "appprojects"):
            self.bench.kubectl("delete", kind, "--namespace", "argocd", "-l", f"console.sentinel/environment={self.where}", "--wait=false", "--ignore-not-found")
        self.bench.kubectl("delete", "namespace", f"sentinel-{self.where}", f"sentinel-{self.where}-host", "--wait=false", "--ignore-not-found")

    def test_by_argo_cd(self):
        subject = self.way("argocd", "desk-a")
        namespace, name = subject.split("/")
        automated = json.loads(self.bench.kubectl("get", "application", "-n", namespace, name, "-o", "json"))["spec"]["syncPolicy"]["automated"]
        self.assertIs(False, automated["enabled"])
        desk(self, "resume", subject)
        automated = json.loads(self.bench.kubectl("get", "application", "-n", namespace, name, "-o", "json"))["spec"]["syncPolicy"]["automated"]
        self.assertNotIn("enabled", automated)

    def test_by_helm(self):
        self.way("helm", "desk-h")

    def test_a_guard_goes_back_by_itself(self):
        self.begin("desk-g")
        desk(self, "deploy", self.generate("first", "delivery.guard=true"), self.where, "argocd")
        # Its deploy fails, and what it brought is gone again once its guard is through.
        told = desk(self, "deploy", self.generate("second", "delivery.guard=true", f"target.imageRegistry={BROKEN}"), self.where, "argocd", code=1)
        self.assertIn("went back", told["guard"])
        self.assertNotIn(BROKEN, self.image())


if __name__ == "__main__":
    real.main()
