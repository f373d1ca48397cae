# SPDX-License-Identifier: GPL-3.0-or-later
"""`sentinelctl preflight --run-job` on the real API server: what it makes is admitted, what its pod says becomes checks, nothing stays. The
pods run nowhere, so what they say is a file of this test; the script itself runs in tests/chart/tst_probe.py."""
import contextlib
import json
import signal
import subprocess
import threading

import commands
import real

MARK = "console.sentinel/operation"
SAID = {"kind": "PreflightProbe", "node": "node-1", "kernel": "6.12.1", "cgroup2": True, "disk": {"folder": "/data", "writes": 500, "median": 900, "p99": 62000, "worst": 90000},
        "names": [{"name": "kubernetes.default.svc", "state": "found", "addresses": ["10.96.0.1"]}, {"name": "registry.example.com", "state": "unknown"}],
        "targets": [{"host": "registry.example.com", "port": 443, "reached": False, "error": "Connection \u001b[31mrefused"}]}


class Inside(commands.Commands):
    NS = "sentinel-edge"
    HOST = "sentinel-edge-host"

    def setUp(self):
        super().setUp()
        self.addCleanup(self.bench.kubectl, "delete", "namespace", self.NS, self.HOST, "--ignore-not-found", "--wait=true")
        self.bundle = self.generate("bundle")
        self.hold()

    def generate(self, name, *answers):
        plan = self.folder / f"{name}.yaml"
        self.sentinelctl("plan", "new", "--profile", "edge", *(word for answer in (
            "network.tls=selfSigned", "network.ingressClass=nginx", "delivery.method=helm", f"target.kubernetesVersion={self.bench.version('kubernetes')}",
            *answers) for word in ("--set", answer)), "--out", plan)
        self.sentinelctl("generate", plan, "--out", self.folder / name)
        return self.folder / name

    def hold(self):
        """The pods of a look end when this test has given them a log."""
        stage = json.loads(self.bench.kubectl("get", "stage", "pod-complete", "-o", "json"))
        expressions = stage["spec"]["selector"]["matchExpressions"]
        own = {"apiVersion": stage["apiVersion"], "kind": "Stage", "metadata": {"name": "look-complete"}, "spec": json.loads(json.dumps(stage["spec"]))}
        own["spec"]["selector"]["matchExpressions"] += [{"key": f'.metadata.labels["{MARK}"]', "operator": "Exists"},
                                                        {"key": '.metadata.annotations["test/spoken"]', "operator": "Exists"}]
        patch = json.dumps({"spec": {"selector": {"matchExpressions": [*expressions, {"key": f'.metadata.labels["{MARK}"]', "operator": "DoesNotExist"}]}}})
        back = json.dumps({"spec": {"selector": {"matchExpressions": expressions}}})
        self.addCleanup(self.bench.kubectl, "patch", "stage", "pod-complete", "--type=merge", "-p", back)
        self.addCleanup(self.bench.kubectl, "delete", "stage", "look-complete")
        self.make(own)
        self.bench.kubectl("patch", "stage", "pod-complete", "--type=merge", "-p", patch)

    def pods(self, namespace):
        return [one for one in json.loads(self.bench.kubectl("get", "pods", "--namespace", namespace, "-l", MARK, "-o", "json"))["items"]
                if one["status"].get("phase") == "Running"]

    def speak(self, pod, said):
        name, space = pod["metadata"]["name"], pod["metadata"]["namespace"]
        line = json.dumps({**said, "id": pod["metadata"]["labels"][MARK]})
        file = self.folder / f"{name}.log"
        file.write_text(f"2026-01-01T00:00:00.000000000Z stdout F warming up\n2026-01-01T00:00:01.000000000Z stdout F {line}\n")
        # Named as one of the look's own: another's would keep the namespace.
        labels = {"app.kubernetes.io/name": "sentinel-preflight"}
        self.make({"apiVersion": "kwok.x-k8s.io/v1alpha1", "kind": "Logs", "metadata": {"name": name, "namespace": space, "labels": labels}, "spec": {"logs": [{"logsFile": str(file)}]}})
        real.until("its own log", lambda: line in self.bench.kubectl("logs", name, "--namespace", space))
        self.bench.kubectl("annotate", "pod", name, "--namespace", space, "test/spoken=yes")

    @contextlib.contextmanager
    def spoken(self, said, spaces=None, every=None):
        """While it lasts, each pod of a look is given this to say."""
        stop, done, wrong = threading.Event(), set(), []

        def run():
            while not stop.wait(0.2):
                for space in spaces or (self.NS,):
                    for pod in self.pods(space):
                        if pod["metadata"]["uid"] not in done:
                            done.add(pod["metadata"]["uid"])
                            try:
                                self.speak(pod, {**said, **(every or {})} if space == self.HOST else said)
                            except Exception as problem:  # noqa: BLE001: told below, in the test's own thread
                                wrong.append(problem)

        thread = threading.Thread(target=run)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()
        self.assertEqual([], wrong)

    def found(self, report, rule):
        return [one for one in report["items"] if one["rule"] == rule]

    def left(self):
        """Everything that bears a look's mark, or the namespaces it may have made."""
        kinds = "serviceaccounts,networkpolicies,persistentvolumeclaims,jobs,pods"
        there = [one for one in self.bench.kubectl("get", kinds, "--all-namespaces", "-l", MARK, "-o", "name").split()]
        return there + self.bench.kubectl("get", "namespaces", "-o", "name", self.NS, self.HOST, "--ignore-not-found").split()

    def assert_nothing_left(self):
        real.until("nothing of it to be left", lambda: self.left() == [])

    def test_what_a_pod_says_becomes_checks_and_nothing_stays(self):
        with self.spoken(SAID):
            report = self.document("preflight", self.bundle, "--offline", "--run-job", code=1)
        self.assertIn("A pod on node-1 has looked", self.found(report, "preflight.inside")[0]["found"])
        disk = self.found(report, "preflight.disk-latency")[0]
        self.assertEqual("fail", disk["state"])
        self.assertIn("62.0 ms", disk["found"])
        names = self.found(report, "preflight.pod-dns")[0]
        self.assertEqual(("fail", True), (names["state"], "registry.example.com" in names["found"]))
        way = next(one for one in self.found(report, "preflight.pod-egress") if "registry.example.com" in one["found"])
        self.assertEqual(("warn", "target.imageRegistry"), (way["state"], way["answer"]))
        self.assertNotIn("\u001b", json.dumps(report, ensure_ascii=False))
        self.assert_nothing_left()
        self.assertIn("look from inside", json.dumps([json.loads(line) for line in (self.folder / "state/sentinel-console/journal.jsonl").read_text().splitlines()]))

    def test_what_is_printed_is_what_a_real_server_admits(self):
        printed = self.sentinelctl("preflight", self.bundle, "--job").stdout
        self.assertIn("kind: Job", printed)
        self.bench.apply(given=printed)
        self.addCleanup(lambda: self.assert_nothing_left())
        self.addCleanup(self.bench.kubectl, "delete", "namespace", self.NS, "--wait=true")
        real.until("the pod", lambda: self.pods(self.NS))
        # Under the level the plan asks for, enforced.
        self.assertIn("restricted", self.bench.kubectl("get", "namespace", self.NS, "-o", "jsonpath={.metadata.labels.pod-security\\.kubernetes\\.io/enforce}"))

    def test_each_node_is_looked_at_where_the_plan_watches_them(self):
        bundle = self.generate("watched", "observability.watchdog=auditd")
        with self.spoken(SAID, (self.NS, self.HOST), {"audit": {"log": True, "age": 12}}):
            report = self.document("preflight", bundle, "--offline", "--run-job", code=1)
        audit = self.found(report, "preflight.node-audit")[0]
        self.assertEqual("pass", audit["state"], audit)
        self.assertIn("6 node", audit["found"])
        self.assert_nothing_left()

    def test_a_killed_look_is_cleaned_up_by_the_next(self):
        program = subprocess.Popen([commands.PROGRAM, "preflight", str(self.bundle), "--offline", "--run-job"], env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        real.until("the pod", lambda: self.pods(self.NS))
        program.send_signal(signal.SIGKILL)
        program.communicate(timeout=real.PATIENCE)
        self.assertTrue(any(one.startswith("job") for one in self.left()), self.left())
        first = self.pods(self.NS)[0]["metadata"]["labels"][MARK]
        with self.spoken(SAID):
            again = self.sentinelctl("preflight", self.bundle, "--offline", "--run-job", code=1)
        self.assertIn(f"An earlier look ({first}) did not end", again.stderr)
        self.assert_nothing_left()

    def test_who_stops_it_leaves_nothing(self):
        program = subprocess.Popen([commands.PROGRAM, "preflight", str(self.bundle), "--offline", "--run-job"], env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        real.until("the pod", lambda: self.pods(self.NS))
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=real.PATIENCE)
        self.assertNotEqual(0, program.returncode)
        self.assert_nothing_left()

    def test_a_namespace_that_was_there_stays_with_all_it_holds(self):
        self.make({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": self.NS}},
                  {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "theirs", "namespace": self.NS}})
        with self.spoken(SAID):
            self.sentinelctl("preflight", self.bundle, "--offline", "--run-job", code=1)
        real.until("its own to be gone", lambda: self.left() == [f"namespace/{self.NS}"])
        self.assertIn("theirs", self.bench.kubectl("get", "configmaps", "--namespace", self.NS, "-o", "name"))

    def test_a_quota_that_refuses_the_pod_is_named(self):
        self.make({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": self.NS}},
                  {"apiVersion": "v1", "kind": "ResourceQuota", "metadata": {"name": "none", "namespace": self.NS}, "spec": {"hard": {"pods": "0"}}})
        real.until("the quota to be counted", lambda: self.bench.kubectl("get", "quota", "none", "--namespace", self.NS, "-o", "jsonpath={.status.hard}"))
        report = self.document("preflight", self.bundle, "--offline", "--run-job", code=1)
        inside = self.found(report, "preflight.inside")[0]
        self.assertEqual("not-checked", inside["state"])
        self.assertIn("exceeded quota: none", inside["found"])

    def test_who_may_not_make_it_is_told_what_is_needed(self):
        self.make({"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole", "metadata": {"name": "look-reader"},
                   "rules": [{"apiGroups": ["*"], "resources": ["*"], "verbs": ["get", "list", "watch"]}]},
                  {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding", "metadata": {"name": "look-reader"},
                   "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "look-reader"},
                   "subjects": [{"kind": "User", "apiGroup": "rbac.authorization.k8s.io", "name": "reader"}]})
        self.addCleanup(self.bench.kubectl, "delete", "clusterrolebinding,clusterrole", "look-reader", "--ignore-not-found")
        report = self.document("preflight", self.bundle, "--offline", "--run-job", "--as", "reader", code=1)
        inside = self.found(report, "preflight.inside")[0]
        self.assertEqual("not-checked", inside["state"])
        self.assertIn("someone who may create serviceaccounts", inside["whoCan"])
        self.assertEqual([], self.left())


if __name__ == "__main__":
    real.main()
