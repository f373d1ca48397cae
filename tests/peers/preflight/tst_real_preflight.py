# SPDX-License-Identifier: GPL-3.0-or-later
"""`sentinelctl preflight` on the real API server: a cluster that is good, and each way in which one is not."""

import json

import commands
import real
import registry


class Preflight(commands.Commands):
    NS = "sentinel-edge"

    def setUp(self):
        super().setUp()
        self.bundle = self.folder / "bundle"
        plan = self.folder / "plan.yaml"
        self.sentinelctl("plan", "new", "--profile", "edge", "--set", "network.host=s.example.com", "--set", "network.tls=selfSigned",
                         "--set", "network.ingressClass=nginx", "--set", f"target.kubernetesVersion={self.bench.version('kubernetes')}", "--set", "delivery.method=helm", "--out", plan)
        self.sentinelctl("generate", plan, "--out", self.bundle)
        self.addCleanup(self.bench.kubectl, "delete", "namespace", self.NS, "--ignore-not-found", "--wait=true")

    def space(self, labels=None):
        self.make({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": self.NS, "labels": labels or {}}})

    def preflight(self, *arguments, code=None):
        report = self.document("preflight", self.bundle, *arguments, code=code)
        self.assertEqual("PreflightReport", report["kind"])
        return report

    def item(self, report, rule):
        return next(one for one in report["items"] if one["rule"] == rule)

    def failed(self, report):
        return {one["rule"]: one for one in report["items"] if one["state"] == "fail"}

    def test_a_good_cluster_passes_and_nothing_is_written(self):
        report = self.preflight(code=0)
        self.assertTrue(report["ready"], self.failed(report))
        good = {one["rule"] for one in report["items"] if one["state"] == "pass"}
        self.assertLessEqual({"preflight.kubernetes-version", "preflight.rights", "preflight.capacity", "preflight.placement", "preflight.storage-class",
                              "preflight.ingress-class", "preflight.clock", "preflight.kinds"}, good)
        for one in report["items"]:
            if one["state"] == "not-checked":
                self.assertTrue(one["whoCan"], one)
        for kind in ("namespaces", "priorityclasses", "clusterroles"):
            self.assertNotIn(self.NS, self.bench.kubectl("get", kind, "-o", "name"))

    def test_every_object_is_tried_where_its_namespace_is_there(self):
        self.space()
        tried = {one["rule"]: one for one in self.preflight(code=0)["items"]}
        self.assertEqual("pass", tried["preflight.admission"]["state"], tried["preflight.admission"])
        self.assertIn("objects were tried and none is refused", tried["preflight.admission"]["found"])  # those of the nodes' namespace wait
        self.assertEqual("pass", tried["preflight.ownership"]["state"])

    def test_a_quota_that_is_too_small_fails_with_its_numbers(self):
        self.space()
        self.make({"apiVersion": "v1", "kind": "ResourceQuota", "metadata": {"name": "team", "namespace": self.NS},
                   "spec": {"hard": {"requests.cpu": "100m", "pods": "2"}}})
        real.until("the quota to be counted", lambda: self.bench.kubectl("get", "quota", "team", "--namespace", self.NS, "-o", "jsonpath={.status.hard}"))
        found = self.failed(self.preflight(code=1))["preflight.quota"]
        self.assertEqual("ResourceQuota/team", found["object"])
        self.assertTrue(any("requests.cpu" in line and "left of 0.1 cores" in line for line in found["details"]), found)

    def test_a_limit_range_that_refuses_fails_and_names_the_container(self):
        self.space()
        self.make({"apiVersion": "v1", "kind": "LimitRange", "metadata": {"name": "small", "namespace": self.NS},
                   "spec": {"limits": [{"type": "Container", "max": {"memory": "16Mi"}}]}})
        found = self.failed(self.preflight(code=1))["preflight.limit-range"]
        self.assertIn("container", found["details"][0])
        self.assertIn("16 MiB allowed", found["details"][0])

    def test_a_stricter_pod_security_level_fails_where_the_pods_need_more(self):
        self.space({"pod-security.kubernetes.io/enforce": "restricted"})
        strict = {one["rule"]: one for one in self.preflight()["items"]}["preflight.pod-security"]
        self.assertEqual("pass", strict["state"], strict)  # ours run under the strictest
        # The real admission agrees: it warns of none of them.
        self.assertNotIn("preflight.admission", self.failed(self.preflight()))

    def test_a_privileged_pod_fails_by_name_where_the_namespace_is_restricted(self):
        # What the real admission does with such a pod, told by itself.
        self.space({"pod-security.kubernetes.io/enforce": "restricted"})
        spec = {"containers": [{"name": "loud", "image": "registry.example.com/loud:1", "securityContext": {"privileged": True}}]}
        with self.assertRaises(Exception) as refused:
            self.make({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "loud", "namespace": self.NS}, "spec": spec})
        self.assertIn('violates PodSecurity "restricted', str(refused.exception))
        # And the same pod in the bundle, found before anything is applied.
        loud = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "loud"},
                "spec": {"selector": {"matchLabels": {"app": "loud"}}, "template": {"metadata": {"labels": {"app": "loud"}}, "spec": spec}}}
        (self.bundle / "charts/sentinel/templates/loud.yaml").write_text(json.dumps(loud))
        report = self.preflight(code=1)
        found = self.failed(report)["preflight.pod-security"]
        self.assertIn("Deployment/loud", found["found"] + " ".join(found["details"]))
        self.assertIn("privileged", found["found"] + " ".join(found["details"]))
        admission = next(one for one in report["items"] if one["rule"] == "preflight.admission")
        self.assertTrue(any("Deployment/loud" in line and "PodSecurity" in line for line in admission["details"]), admission)

    def test_a_larger_volume_is_found_before_anything_is_applied(self):
        space, plan, bundle, larger = "sentinel-grown", self.folder / "grown.yaml", self.folder / "grown", self.folder / "larger"
        self.addCleanup(self.bench.kubectl, "delete", "priorityclasses", "-l", "console.sentinel/environment=grown")
        self.addCleanup(self.bench.kubectl, "delete", "clusterrole,clusterrolebinding", f"{space}-prometheus", "--ignore-not-found")
        self.addCleanup(self.bench.kubectl, "delete", "namespace", space, f"{space}-host", "--ignore-not-found", "--wait=true")
        self.sentinelctl("plan", "new", "--profile", "edge", "--environments", "grown", "--set", "network.tls=selfSigned", "--set", "network.ingressClass=nginx",
                         "--set", f"target.kubernetesVersion={self.bench.version('kubernetes')}", "--set", "delivery.method=helm", "--out", plan)
        self.sentinelctl("generate", plan, "--out", bundle)
        self.sentinelctl("deploy", bundle, "--environment", "grown", "--yes", code=0)
        # As installed, whatever the server has filled in: no change.
        same = self.item(self.document("preflight", bundle, "--offline", code=None), "preflight.immutable")
        self.assertEqual("pass", same["state"], same)
        generations = ("get", "statefulsets", "--namespace", space, "-o", "jsonpath={.items[*].metadata.generation}")
        before = self.bench.kubectl(*generations)
        self.sentinelctl("plan", "set", plan, "storage.databaseVolume=30Gi")
        self.sentinelctl("generate", plan, "--out", larger)
        failed = self.failed(self.document("preflight", larger, "--offline", code=1))
        found = failed["preflight.immutable"]
        self.assertEqual(("StatefulSet/postgres", "storage.databaseVolume"), (found["object"], found["answer"]))
        self.assertIn("spec.volumeClaimTemplates[data].spec.resources.requests.storage: 18Gi, would become 30Gi", found["found"])
        # In the real server's own words, which a deploy would have met half-way.
        self.assertIn("updates to statefulset spec", " ".join(failed["preflight.admission"]["details"]))
        refused = self.sentinelctl("deploy", larger, "--environment", "grown", "--yes", code=1)
        self.assertIn("StatefulSet/postgres: Kubernetes does not change spec.volumeClaimTemplates[data]", refused.stdout + refused.stderr)
        planned = self.sentinelctl("deploy", larger, "--environment", "grown", "--dry-run", code=None)
        self.assertIn("be refused by preflight", planned.stdout + planned.stderr)
        self.assertEqual(before, self.bench.kubectl(*generations))

    def test_images_are_asked_of_the_registry_that_has_them(self):
        hub = registry.Registry(self.folder)
        self.addCleanup(hub.close)
        login = self.folder / "auth.json"
        login.write_text(hub.login())
        plan = self.bundle / "sentinel-plan.yaml"
        self.sentinelctl("plan", "set", plan, f"target.imageRegistry={hub.host}/own", f"target.mirrorRegistry={hub.host}/hub")
        bundle = self.folder / "mirrored"
        self.sentinelctl("generate", plan, "--out", bundle)

        def images(*more, authority=hub.authority, file=login, code=None):
            trust = ("--registry-ca", authority) if authority else ()
            report = self.document("preflight", bundle, *trust, *more, code=code, environment={"REGISTRY_AUTH_FILE": str(file)})
            return self.item(report, "preflight.images")

        self.assertEqual("pass", images(code=0)["state"])
        wanted = {line.split("/", 1)[1] for line in (bundle / "images/images.txt").read_text().split()}
        asked = {image for what, image in hub.asked if what == "manifest"}
        self.assertEqual(set(), asked - wanted)
        self.assertIn(("token", "repository:own/sentinel-backend:pull"), hub.asked)
        # One is missing, and whose pods wait for it.
        hub.images = asked - {image for image in asked if "sentinel-backend" in image}
        missing = images(code=1)
        self.assertEqual("fail", missing["state"])
        self.assertIn("sentinel-backend", missing["found"])
        self.assertIn("Deployment/backend", missing["found"])
        hub.images = None
        # Whoever cannot be asked is not called good, and says who can.
        for told, given in (("certificate", {"authority": None}), ("token", {"file": self.folder / "nobody"})):
            unknown = images(**given)
            self.assertEqual("not-checked", unknown["state"], unknown)
            self.assertIn(told, unknown["found"])
            self.assertTrue(unknown["whoCan"])
        hub.busy = True
        self.assertIn("429", images()["found"])
        before = len(hub.asked)
        self.assertEqual("not-checked", self.item(self.document("preflight", bundle, "--offline", code=None), "preflight.images")["state"])
        self.assertEqual(before, len(hub.asked))

    def test_who_lacks_rights_is_told_which(self):
        self.make({"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole", "metadata": {"name": "preflight-reader"},
                   "rules": [{"apiGroups": [""], "resources": ["nodes", "pods", "namespaces"], "verbs": ["get", "list"]}]},
                  {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding", "metadata": {"name": "preflight-reader"},
                   "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "preflight-reader"},
                   "subjects": [{"kind": "User", "apiGroup": "rbac.authorization.k8s.io", "name": "reader"}]})
        self.addCleanup(self.bench.kubectl, "delete", "clusterrolebinding,clusterrole", "preflight-reader", "--ignore-not-found")
        report = self.preflight("--as", "reader", code=1)
        found = self.failed(report)["preflight.rights"]
        self.assertIn("create secrets in sentinel-edge", found["details"])
        self.assertIn("patch deployments.apps in sentinel-edge", found["details"])
        # What he may not see is not called good.
        states = {one["rule"]: one for one in report["items"]}
        self.assertEqual("not-checked", states["preflight.storage-class"]["state"])
        self.assertEqual("someone who may list storageclasses", states["preflight.storage-class"]["whoCan"])
        self.assertEqual("pass", states["preflight.capacity"]["state"])

    def test_a_load_the_nodes_cannot_carry_fails_and_an_accepted_fail_is_kept(self):
        plan = self.folder / "large.yaml"
        bundle = self.folder / "large"
        self.sentinelctl("plan", "new", "--profile", "edge", *(word for answer in (
            "network.tls=selfSigned", "network.ingressClass=nginx", "delivery.method=helm", f"target.kubernetesVersion={self.bench.version('kubernetes')}",
            "load.eventsPerSecond=600", "load.taskTime=4s", "hardware.nodeCpu=64", "hardware.nodeMemory=256Gi", "hardware.nodeDisk=4Ti",
            "storage.uplinkMbit=10000") for word in ("--set", answer)), "--out", plan)
        self.sentinelctl("generate", plan, "--out", bundle)
        found = self.failed(self.document("preflight", bundle, code=1))
        self.assertIn("cores needed", found["preflight.capacity"]["found"])
        self.assertIn("has too little cpu free", found["preflight.placement"]["found"])
        refused = self.sentinelctl("deploy", bundle, "--environment", "edge", "--yes", code=1)
        self.assertIn("Refused: nothing was changed", refused.stderr)
        self.assertEqual("", self.bench.kubectl("get", "namespace", self.NS, "--ignore-not-found"))
        reasons = [word for rule in found for word in ("--override", f"{rule}=the new nodes come tonight")]
        self.assertTrue(self.document("preflight", bundle, *reasons, code=0)["ready"])
        # It is in the journal, and counts from then on.
        again = self.document("preflight", bundle, code=0)
        self.assertEqual({"the new nodes come tonight"}, {one["overriddenBy"] for one in again["items"] if one["state"] == "fail"})
        self.assertIn("accepted what preflight found", self.sentinelctl("journal", "list").stdout)

    def test_a_storage_class_and_an_ingress_class_that_are_not_there_fail(self):
        for key in ("storage.class=gold", "network.ingressClass=traefik"):
            self.sentinelctl("plan", "set", self.bundle / "sentinel-plan.yaml", key)
        self.sentinelctl("generate", self.bundle / "sentinel-plan.yaml", "--out", self.folder / "other")
        found = self.failed(self.document("preflight", self.folder / "other", code=1))
        self.assertIn('no storage class "gold"', found["preflight.storage-class"]["found"])
        self.assertEqual("storage.class", found["preflight.storage-class"]["answer"])
        self.assertIn('no ingress class "traefik"; it has: nginx', found["preflight.ingress-class"]["found"])

    def test_names_that_are_taken_are_found(self):
        self.space()
        self.make({"apiVersion": "v1", "kind": "Service", "metadata": {"name": "redis", "namespace": self.NS}, "spec": {"ports": [{"port": 6379}]}})
        found = self.failed(self.preflight(code=1))
        self.assertIn("Service/redis", found["preflight.existing"]["found"])

    def test_reports_are_written_and_refused_names_are_said(self):
        for name in ("report.html", "report.json", "report.txt"):
            self.sentinelctl("preflight", self.bundle, "--report", self.folder / name, code=0)
            self.assertIn("Kubernetes", (self.folder / name).read_text())
        self.assertIn(".html", self.sentinelctl("preflight", self.bundle, "--report", self.folder / "report.pdf", code=2).stderr)
        self.assertIn("no rule", self.sentinelctl("preflight", self.bundle, "--override", "preflight.nonsense=x", code=2).stderr)
        self.assertEqual(3, self.sentinelctl("preflight", self.bundle, "--kubeconfig", self.unreachable(), code=None).returncode)

    def unreachable(self):
        path = self.folder / "nowhere"
        path.write_text(self.bench.kubeconfig.read_text().replace(":6443", ":1"))
        return path


if __name__ == "__main__":
    real.main()
