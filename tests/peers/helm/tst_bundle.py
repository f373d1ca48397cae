# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundles sentinelctl generates, installed with the real kubectl and Helm by the commands of their own deployment guide."""
import os
import pathlib
import re
import secrets

import helm

PROFILES = {"dev": [], "prod": ["--set", "load.eventsPerSecond=200", "--set", "network.exposure=ingress"]}


class Guide:
    """The shell blocks of one environment's section, word for word."""

    def __init__(self, bundle, environment):
        text = (bundle / "docs/DEPLOYMENT_GUIDE.md").read_text()
        self.text = text
        section = text.split(f"Environment `{environment}`")[1].split("\n## ")[0]
        self.secrets = self.block(section, "Secrets")
        self.platform, install = self.block(section, "Install with Helm").split("helm upgrade", 1)
        self.install = "helm upgrade" + install
        found = re.search(r"`(helm -n NAMESPACE rollback [^`]+)`", text)
        self.rollback = found.group(1).replace("NAMESPACE", f"sentinel-{environment}").replace("REVISION", "1")

    @staticmethod
    def block(section, title):
        return re.search(rf"### {title}\n.*?```sh\n(.*?)```", section, re.DOTALL).group(1)


class Bundle:
    more = ("--nodes", "12")

    def generate(self, environment):
        plan = self.cluster.place / "plan.yaml"
        self.cluster.call([helm.PROGRAM, "plan", "new", "--profile", environment, "--set", "delivery.method=helm", "--set",
                           "network.host=sentinel.example.com", *PROFILES[environment], "--out", plan])
        self.bundle = self.cluster.place / "bundle"
        self.cluster.call([helm.PROGRAM, "generate", plan, "--out", self.bundle])
        self.namespace = f"sentinel-{environment}"
        # "helm" is the version the test is about.
        tools = self.cluster.place / "tools"
        tools.mkdir()
        (tools / "helm").symlink_to(helm.HELM[self.version])
        self.paths = self.cluster.environment() | {"PATH": f"{tools}:{os.environ['PATH']}"}
        return Guide(self.bundle, environment)

    def shell(self, commands):
        return self.cluster.call(["bash", "-euo", "pipefail", "-c", commands], cwd=self.bundle, env=self.paths).stdout

    def items(self, kind):
        return self.cluster.get(kind, "-n", self.namespace)["items"]

    def follow_the_guide(self, environment):
        guide = self.generate(environment)
        self.assertIn(f"namespace/{self.namespace} serverside-applied", self.shell(guide.platform))
        for name in re.findall(r"=\./(\S+)", guide.secrets):
            (self.bundle / name).write_text(secrets.token_hex(24))
        self.shell(guide.secrets)
        self.assertIn("STATUS: deployed", self.shell(guide.install))
        self.assert_all_is_well()
        # "They may be repeated at any time": nothing restarts.
        pods = {pod["metadata"]["uid"] for pod in self.items("pods")}
        self.assertNotIn("configured", self.shell(guide.platform))
        self.assertIn("STATUS: deployed", self.shell(guide.install))
        self.assertEqual(pods, {pod["metadata"]["uid"] for pod in self.items("pods")})
        self.change_and_go_back(guide)
        self.helm("uninstall", "sentinel", "-n", self.namespace, "--wait", "--timeout", "40s")
        self.assertEqual([], self.items("deployments"))
        self.assertNotEqual([], self.items("persistentvolumeclaims"), "the volumes stay, as the guide says")

    def assert_all_is_well(self):
        # Helm 3 is content with as many pods as a roll out must keep; the last of them may still be on their way.
        self.shell(f"kubectl -n {self.namespace} rollout status deployment -l app.kubernetes.io/part-of=sentinel --timeout=40s")
        pods = [pod for pod in self.items("pods") if "deletionTimestamp" not in pod["metadata"]]  # Helm does not wait for those that leave
        self.assertGreater(len(pods), 5)
        for pod in pods:
            ready = {condition["type"]: condition["status"] for condition in pod["status"]["conditions"]}.get("Ready")
            self.assertTrue(pod["status"]["phase"] == "Succeeded" or ready == "True", pod["metadata"]["name"])
        jobs = self.cluster.get("jobs", "-n", self.namespace, "-l", "app.kubernetes.io/component=migration")["items"]
        self.assertEqual({1}, {job["status"].get("succeeded") for job in jobs})
        certificates = self.items("certificates")
        self.assertNotEqual([], certificates)
        for certificate in certificates:
            self.kubectl("wait", "-n", self.namespace, f"certificate/{certificate['metadata']['name']}", "--for=condition=Ready", "--timeout=30s")
        self.assertEqual({"Bound"}, {claim["status"]["phase"] for claim in self.items("persistentvolumeclaims")})
        # The names of the Secrets are those the example file tells.
        example = next(self.bundle.glob("environments/*/secrets.example.yaml")).read_text()
        there = {secret["metadata"]["name"] for secret in self.items("secrets")}
        self.assertLessEqual(set(re.findall(r"^    name: (\S+)$", example, re.MULTILINE)), there)

    def change_and_go_back(self, guide):
        before = self.value(".spec.template.spec.containers[0].image", "deployment", "backend", "-n", self.namespace)
        version = next(self.bundle.glob("environments/*/version.yaml"))
        version.write_text(version.read_text().replace("version: 1.0.0", "version: 1.0.1"))
        self.shell(guide.install)
        self.assertRegex(self.value(".spec.template.spec.containers[0].image", "deployment", "backend", "-n", self.namespace), r":1\.0\.1$")
        self.assert_all_is_well()
        history = self.document("history", "sentinel", "-n", self.namespace)
        self.assertEqual(["superseded", "superseded", "deployed"], [entry["status"] for entry in history])
        self.assertIn("Rollback was a success", self.shell(guide.rollback))
        self.assertEqual(before, self.value(".spec.template.spec.containers[0].image", "deployment", "backend", "-n", self.namespace))
        self.assert_all_is_well()

    def test_the_bundle_of_dev(self):
        self.follow_the_guide("dev")

    def test_the_bundle_of_prod(self):
        self.follow_the_guide("prod")


globals().update(helm.with_both(Bundle))

if __name__ == "__main__":
    helm.main()
