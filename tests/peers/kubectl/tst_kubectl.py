# SPDX-License-Identifier: GPL-3.0-or-later
"""What people do with the real kubectl, done to the rehearsal cluster. Says SKIP, and why, where there is no kubectl."""
import base64
import json
import pathlib
import re
import stat
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import cluster  # noqa: E402

SKIPPED = 77  # what ctest is told to take for "skipped"
PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else None

DEPLOYMENT = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - name: web
        image: nginx:1.27
        ports: [{containerPort: 80}]
        env: [{name: GREETING, value: hello}]
"""
NEWER = DEPLOYMENT.replace("1.27", "1.28").replace("replicas: 2", "replicas: 3")
CONFIG = "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {a: '1'}}"


class Kubectl(unittest.TestCase):
    def setUp(self):
        self.cluster = cluster.Cluster(PROGRAM)
        self.addCleanup(self.cluster.close)
        self.run_kubectl = self.cluster.run
        self.out = self.cluster.out

    def apply(self, text, *arguments):
        return self.out("apply", *arguments, "-f", "-", given=text)

    def refused(self, *arguments, given=None):
        return self.run_kubectl(*arguments, given=given, code=1).stderr

    def patch(self, *arguments):
        return self.out("patch", "deployment", "web", *arguments)

    def value(self, path, *what):
        return self.out("get", *(what or ("deployment", "web")), "-o", f"jsonpath={{{path}}}")


class Reading(Kubectl):
    def test_the_kubeconfig_is_for_its_owner_only_and_foreign_ones_stay(self):
        self.assertEqual(0o600, stat.S_IMODE(self.cluster.kubeconfig.stat().st_mode))
        self.assertEqual("rehearsal\n", self.out("config", "current-context"))
        foreign = self.cluster.kubeconfig.with_name("foreign")
        foreign.write_text("apiVersion: v1\nkind: Config\n")
        done = subprocess.run([PROGRAM, foreign], capture_output=True, text=True, timeout=cluster.PATIENCE)
        self.assertEqual(3, done.returncode)
        self.assertEqual("apiVersion: v1\nkind: Config\n", foreign.read_text())

    def test_version_and_kinds(self):
        self.assertIn("Server Version: v1.35", self.out("version"))
        kinds = self.out("api-resources", "--no-headers")
        for line in (r"deployments +deploy +apps/v1 +true +Deployment", r"certificates +cert,certs +cert-manager.io/v1 +true",
                     r"applications +app,apps +argoproj.io/v1alpha1 +true", r"nodes +no +v1 +false"):
            self.assertRegex(kinds, line)
        self.assertIn("gateway.networking.k8s.io/v1\n", self.out("api-versions"))

    def test_get_as_table_wide_json_and_name(self):
        self.apply(DEPLOYMENT)
        table = self.out("get", "deployments").splitlines()
        self.assertEqual(["NAME", "READY", "UP-TO-DATE", "AVAILABLE", "AGE"], table[0].split())
        self.assertRegex(table[1], r"^web +0/2 +0 +0 +\d+s$")
        wide = self.out("get", "deploy", "-o", "wide")
        self.assertRegex(wide, r"CONTAINERS +IMAGES +SELECTOR\n.* web +nginx:1\.27 +app=web")
        self.assertEqual(2, self.cluster.get("deploy", "web")["spec"]["replicas"])
        self.assertEqual("deployment.apps/web\n", self.out("get", "deploy", "-o", "name"))
        self.assertRegex(self.out("get", "all"), r"deployment\.apps/web")
        self.assertEqual("No resources found in default namespace.\n", self.run_kubectl("get", "pods").stderr)
        self.assertIn('deployments.apps "none" not found', self.refused("get", "deploy", "none"))

    def test_watch_shows_changes_as_they_happen(self):
        self.apply(CONFIG)
        watch = self.cluster.start("get", "configmaps", "-w")
        self.addCleanup(watch.close)
        self.assertRegex(watch.line(), r"^NAME +DATA +AGE")
        self.assertRegex(watch.line(), r"^settings +1 ")
        self.out("patch", "cm", "settings", "-p", '{"data":{"b":"2"}}')
        self.assertRegex(watch.line(), r"^settings +2 ")
        self.out("delete", "cm", "settings", "--wait=false")
        self.assertRegex(watch.line(), r"^settings +2 ")

    def test_selectors(self):
        for name, tier in (("a", "front"), ("b", "back")):
            self.out("create", "configmap", name)
            self.out("label", "configmap", name, f"tier={tier}")
        self.assertEqual("configmap/b\n", self.out("get", "cm", "-l", "tier in (back, none)", "-o", "name"))
        self.assertEqual("configmap/a\n", self.out("get", "cm", "--field-selector", "metadata.name=a", "-o", "name"))
        self.assertIn("field label not supported", self.refused("get", "cm", "--field-selector", "a.b=c"))

    def test_describe(self):
        self.apply(DEPLOYMENT)
        text = self.out("describe", "deployment", "web")
        for line in (r"Replicas: +2 desired", r"Image: +nginx:1\.27", r"RollingUpdateStrategy: +25% max unavailable, 25% max surge", r"GREETING: +hello"):
            self.assertRegex(text, line)
        self.assertRegex(self.out("describe", "namespace", "default"), r"Status: +Active")

    def test_explain(self):
        self.assertRegex(self.out("explain", "deployment.spec.strategy"), r"rollingUpdate\s+<RollingUpdateDeployment>")
        self.assertRegex(self.out("explain", "application.spec.syncPolicy.automated"), r"selfHeal\s+<boolean>")
        self.assertIn('field "nonsense" does not exist', self.refused("explain", "pod.spec.nonsense"))

    def test_who_may_do_what(self):
        self.assertEqual("yes\n", self.out("auth", "can-i", "delete", "nodes"))
        self.assertRegex(self.out("auth", "can-i", "--list"), r"\*\.\* ")
        self.assertIn("rehearsal-admin", self.out("auth", "whoami"))
        self.out("create", "serviceaccount", "weak")
        token = self.out("create", "token", "weak").strip()
        done = self.run_kubectl("--kubeconfig=/dev/null", f"--server={self.cluster.url}", f"--token={token}",
                                f"--certificate-authority={self.authority()}", "get", "pods", code=1)
        self.assertIn('User "system:serviceaccount:default:weak" cannot list resource "pods"', done.stderr)

    def authority(self):
        path = self.cluster.kubeconfig.with_name("ca.crt")
        raw = json.loads(self.out("config", "view", "--raw", "-o", "json"))
        path.write_bytes(base64.b64decode(raw["clusters"][0]["cluster"]["certificate-authority-data"]))
        return path

    def test_a_stranger_is_told_to_log_in(self):
        done = self.run_kubectl("--kubeconfig=/dev/null", f"--server={self.cluster.url}", "--token=nonsense",
                                f"--certificate-authority={self.authority()}", "get", "pods", code=1)
        self.assertIn("You must be logged in", done.stderr)


class Writing(Kubectl):
    def test_create_of_every_kind_kubectl_has_a_command_for(self):
        self.out("create", "namespace", "shop")
        self.out("create", "configmap", "c", "--from-literal=k=v")
        self.out("create", "secret", "generic", "s", "--from-literal=password=x")
        self.assertEqual("eA==", self.value(".data.password", "secret", "s"))
        self.out("create", "deployment", "d", "--image=nginx", "--replicas=3", "--port=80")
        self.assertEqual("3 80", self.value(".spec.replicas", "deploy", "d") + " " + self.value(".spec.template.spec.containers[0].ports[0].containerPort", "deploy", "d"))
        self.out("create", "cronjob", "n", "--image=busybox", "--schedule=0 3 * * *", "--", "true")
        self.out("create", "job", "j", "--from=cronjob/n")
        self.assertEqual("CronJob", self.value(".metadata.ownerReferences[0].kind", "job", "j"))
        self.out("create", "role", "r", "--verb=get", "--resource=pods")
        self.out("create", "ingress", "i", "--rule=a.example.com/*=s:80")
        self.out("expose", "deployment", "d", "--port=80")
        self.assertRegex(self.out("get", "service", "d"), r"ClusterIP +10\.96\.\d+\.\d+ +<none> +80/TCP")
        self.assertIn('configmaps "c" already exists', self.refused("create", "configmap", "c"))
        self.assertIn('namespaces "none" not found', self.refused("create", "configmap", "c", "-n", "none"))

    def test_what_is_wrong_is_said_by_field(self):
        self.assertIn('unknown field "dta"', self.refused("apply", "-f", "-", given=CONFIG.replace(" data:", " dta:")))
        self.assertIn("spec.replicas", self.refused("create", "-f", "-", given=DEPLOYMENT.replace("replicas: 2", "replicas: two")))
        self.assertIn("spec.template.spec.containers[0].imag", self.refused("create", "-f", "-", given=DEPLOYMENT.replace("image:", "imag:")))
        self.assertIn("selector", self.refused("create", "-f", "-", given=DEPLOYMENT.replace("selector: {matchLabels: {app: web}}", "selector: {matchLabels: {app: x}}")))
        self.assertIn("metadata.name", self.refused("create", "configmap", "Not_A_Name"))
        warned = self.run_kubectl("apply", "--validate=warn", "-f", "-", given=CONFIG.replace(" data:", " dta:"))
        self.assertIn('Warning: unknown field "dta"', warned.stderr)

    def test_apply_twice_changes_nothing_and_then_what_changed(self):
        self.assertEqual("deployment.apps/web created\n", self.apply(DEPLOYMENT))
        self.assertEqual("deployment.apps/web unchanged\n", self.apply(DEPLOYMENT))
        self.assertEqual("deployment.apps/web configured\n", self.apply(NEWER))
        self.assertEqual("nginx:1.28", self.value(".spec.template.spec.containers[0].image"))
        self.apply(NEWER.replace("        env: [{name: GREETING, value: hello}]\n", ""))
        self.assertEqual("", self.value(".spec.template.spec.containers[0].env"))

    def test_diff_tells_what_apply_would_change_and_changes_nothing(self):
        self.apply(DEPLOYMENT)
        self.assertEqual("", self.out("diff", "-f", "-", given=DEPLOYMENT))
        done = self.run_kubectl("diff", "-f", "-", given=NEWER, code=1)
        self.assertIn("-  replicas: 2", done.stdout)
        self.assertIn("+  replicas: 3", done.stdout)
        self.assertEqual("2", self.value(".spec.replicas"))
        self.assertIn("+        image: nginx:1.28", re.sub(r"\+ +(- )?image", "+        image", self.run_kubectl("diff", "--server-side", "--force-conflicts", "-f", "-", given=NEWER, code=1).stdout))

    def test_server_side_apply_owns_its_fields_and_meets_others(self):
        self.assertEqual("deployment.apps/web serverside-applied\n", self.apply(DEPLOYMENT, "--server-side", "--field-manager=us"))
        version = self.value(".metadata.resourceVersion")
        self.apply(DEPLOYMENT, "--server-side", "--field-manager=us")
        self.assertEqual(version, self.value(".metadata.resourceVersion"))
        self.out("scale", "deployment", "web", "--replicas=5")
        done = self.refused("apply", "--server-side", "--field-manager=us", "-f", "-", given=DEPLOYMENT)
        self.assertRegex(done, r'Apply failed with 1 conflict: conflict with "kubectl" with subresource "scale" using apps/v1.*: \.spec\.replicas')
        self.assertEqual("5", self.value(".spec.replicas"))
        self.apply(DEPLOYMENT, "--server-side", "--field-manager=us", "--force-conflicts")
        self.assertEqual("2", self.value(".spec.replicas"))
        owners = {(entry["manager"], entry["operation"]) for entry in self.cluster.get("deployment", "web")["metadata"]["managedFields"]}
        self.assertEqual({("us", "Apply")}, owners)

    def test_what_is_no_longer_applied_goes_unless_somebody_else_wants_it(self):
        both = CONFIG.replace("{a: '1'}", "{a: '1', b: '2'}")
        self.apply(both, "--server-side", "--field-manager=us")
        self.apply(CONFIG.replace("{a: '1'}", "{b: '2'}"), "--server-side", "--field-manager=them")
        self.apply(CONFIG, "--server-side", "--field-manager=us")
        self.assertEqual({"a": "1", "b": "2"}, self.cluster.get("cm", "settings")["data"])
        self.apply(CONFIG.replace("{a: '1'}", "{c: '3'}"), "--server-side", "--field-manager=them")
        self.assertEqual({"a": "1", "c": "3"}, self.cluster.get("cm", "settings")["data"])

    def test_server_side_apply_takes_over_what_was_applied_by_the_client(self):
        self.apply(DEPLOYMENT)
        self.apply(NEWER, "--server-side", "--force-conflicts")
        owners = [entry["manager"] for entry in self.cluster.get("deployment", "web")["metadata"]["managedFields"]]
        # The second one is kubectl's own way of keeping the annotation of client-side apply in step.
        self.assertEqual(["kubectl", "kubectl-last-applied"], owners)
        self.assertEqual("nginx:1.28", self.value(".spec.template.spec.containers[0].image"))

    def test_dry_runs_change_nothing(self):
        self.assertIn("created (server dry run)", self.apply(DEPLOYMENT, "--dry-run=server"))
        self.assertIn("NotFound", self.refused("get", "deployment", "web"))
        self.apply(DEPLOYMENT)
        self.out("delete", "deployment", "web", "--dry-run=server")
        self.out("get", "deployment", "web")

    def test_patches_of_all_kinds(self):
        self.apply(DEPLOYMENT)
        self.patch("-p", '{"spec":{"template":{"spec":{"containers":[{"name":"side","image":"busybox"}]}}}}')
        self.assertEqual({"web", "side"}, set(self.value(".spec.template.spec.containers[*].name").split()))
        self.patch("-p", '{"spec":{"template":{"spec":{"containers":[{"name":"side","$patch":"delete"}]}}}}')
        self.assertEqual("web", self.value(".spec.template.spec.containers[*].name"))
        self.patch("--type=json", "-p", '[{"op":"replace","path":"/spec/replicas","value":7}]')
        self.patch("--type=merge", "-p", '{"spec":{"paused":true}}')
        self.assertEqual("7 true", self.value(".spec.replicas") + " " + self.value(".spec.paused"))
        self.patch("--subresource=status", "--type=merge", "-p", '{"status":{"readyReplicas":7}}')
        self.assertRegex(self.out("get", "deployment", "web"), r"7/7")
        self.assertIn("the server rejected our request", self.refused("patch", "deployment", "web", "--type=json", "-p", '[{"op":"test","path":"/spec/replicas","value":1}]'))
        application = "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a}, spec: {project: default, destination: {namespace: shop}}}"
        self.apply(application)
        self.out("patch", "application", "a", "--type=merge", "-p", '{"operation":{"sync":{"prune":true}},"status":{"sync":{"status":"Synced"}}}')
        self.assertEqual("true Synced", self.value(".operation.sync.prune", "application", "a") + " " + self.value(".status.sync.status", "application", "a"))
        self.assertIn("is not supported by argoproj.io", self.refused("patch", "application", "a", "--type=strategic", "-p", '{"spec":{}}'))

    def test_scale_label_annotate_and_set(self):
        self.apply(DEPLOYMENT)
        self.out("scale", "deployment", "web", "--replicas=4", "--current-replicas=2")
        self.assertEqual("4", self.value(".spec.replicas"))
        self.assertIn("Expected replicas to be 2", self.refused("scale", "deployment", "web", "--replicas=1", "--current-replicas=2"))
        self.out("label", "deployment", "web", "tier=front")
        self.assertIn("already has a value", self.refused("label", "deployment", "web", "tier=back"))
        self.out("label", "deployment", "web", "tier-")
        self.out("annotate", "deployment", "web", "note=hello world")
        self.assertEqual("hello world", self.value(".metadata.annotations.note"))
        self.out("set", "image", "deployment/web", "web=nginx:9")
        self.out("rollout", "restart", "deployment/web")
        self.assertEqual("nginx:9", self.value(".spec.template.spec.containers[0].image"))
        self.assertIn("restartedAt", self.value(".spec.template.metadata.annotations"))

    def test_replace_of_a_stale_object_is_a_conflict(self):
        self.apply(CONFIG)
        old = self.cluster.get("cm", "settings")
        self.out("patch", "cm", "settings", "-p", '{"data":{"b":"2"}}')
        self.assertIn("the object has been modified", self.refused("replace", "-f", "-", given=json.dumps(old)))

    def test_delete_and_wait(self):
        self.apply(DEPLOYMENT)
        self.patch("--subresource=status", "--type=merge", "-p", '{"status":{"conditions":[{"type":"Available","status":"True"}]}}')
        self.assertIn("condition met", self.out("wait", "deployment/web", "--for=condition=Available", "--timeout=20s"))
        self.patch("--type=merge", "-p", '{"metadata":{"finalizers":["example.com/wait"]}}')
        self.assertIn('"web" deleted', self.out("delete", "deployment", "web", "--cascade=background", "--wait=false"))
        waiting = self.cluster.start("wait", "deployment/web", "--for=delete", "--timeout=50s")
        self.patch("--type=merge", "-p", '{"metadata":{"finalizers":null}}')
        self.assertEqual(0, waiting.process.wait(cluster.PATIENCE))
        waiting.close()
        self.assertIn("NotFound", self.refused("delete", "deployment", "web"))
        for name in ("a", "b"):
            self.out("create", "configmap", name)
        self.out("delete", "configmap", "--all")
        self.assertEqual("", self.out("get", "configmaps", "-o", "name"))

    def test_finalizers_keep_an_object_until_they_are_gone(self):
        self.apply(CONFIG.replace("name: settings", "name: settings, finalizers: [example.com/wait]"))
        self.out("delete", "cm", "settings", "--wait=false")
        self.assertNotEqual("", self.value(".metadata.deletionTimestamp", "cm", "settings"))
        self.out("patch", "cm", "settings", "--type=merge", "-p", '{"metadata":{"finalizers":null}}')
        self.assertIn("NotFound", self.refused("get", "cm", "settings"))

    def test_what_there_is_not_is_said(self):
        self.out("run", "p", "--image=nginx")
        self.assertIn("the rehearsal cluster runs no containers", self.refused("exec", "p", "--", "ls"))
        self.assertIn("waiting to start", self.refused("logs", "p"))
        self.assertIn("doesn't have a resource type", self.refused("get", "nonsense"))


if __name__ == "__main__":
    if not cluster.KUBECTL:
        print("SKIP: there is no kubectl here; installers/tools/fetch brings it")
        sys.exit(SKIPPED)
    unittest.main()
