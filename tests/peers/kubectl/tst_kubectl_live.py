# SPDX-License-Identifier: GPL-3.0-or-later
"""The real kubectl against a rehearsal cluster that lives: roll outs, logs, nodes, and what there is not."""
import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import cluster  # noqa: E402

SKIPPED = 77  # what ctest is told to take for "skipped"
PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else None

WEB = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  replicas: 3
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - name: web
        image: nginx:1.27
        readinessProbe: {httpGet: {path: /, port: 80}, periodSeconds: 1}
        resources: {requests: {cpu: 100m}}
      - {name: side, image: 'busybox:1'}
"""
CLAIM = """
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
---
apiVersion: v1
kind: Pod
metadata: {name: keeper}
spec:
  containers: [{name: keeper, image: 'postgres:17', volumeMounts: [{name: data, mountPath: /data}]}]
  volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
"""
JOB = """
apiVersion: batch/v1
kind: Job
metadata: {name: sums}
spec: {template: {spec: {restartPolicy: Never, containers: [{name: sums, image: busybox, command: [sh, -c, sleep 5]}]}}}
"""
CRASHING = """
apiVersion: v1
kind: Pod
metadata: {name: crash}
spec: {containers: [{name: crash, image: busybox, command: [sh, -c, exit 3]}]}
"""


class Live(unittest.TestCase):
    def setUp(self):
        self.cluster = cluster.LiveCluster(PROGRAM)
        self.addCleanup(self.cluster.close)
        self.out = self.cluster.out

    def apply(self, text):
        return self.out("apply", "-f", "-", given=text)

    def refused(self, *arguments):
        return self.cluster.run(*arguments, code=1).stderr

    def value(self, path, *what):
        return self.out("get", *(what or ("deployment", "web")), "-o", f"jsonpath={{{path}}}")

    def deploy(self):
        self.apply(WEB)
        return self.roll_out()

    def roll_out(self):
        said = self.out("rollout", "status", "deployment/web", "--timeout=40s")
        self.assertIn('deployment "web" successfully rolled out', said)
        return said

    def image(self):
        return self.value(".spec.template.spec.containers[0].image")

    def wait_for(self, path, value, what):
        self.out("wait", what, f"--for=jsonpath={{{path}}}={value}", "--timeout=40s")


class RollingOut(Live):
    def test_status_waits_until_all_are_new_and_ready(self):
        self.assertIn("Waiting for deployment", self.deploy())
        self.out("set", "image", "deployment/web", "web=nginx:1.28")
        self.assertRegex(self.roll_out(), r"\d out of 3 new replicas have been updated|pending termination")
        images = set(self.value(".items[*].spec.containers[0].image", "pods", "-l", "app=web").split())
        self.assertIn("nginx:1.28", images)
        self.assertEqual("3/3", self.out("get", "deployment", "web", "--no-headers").split()[1])

    def test_history_and_undo(self):
        self.deploy()
        self.out("set", "image", "deployment/web", "web=nginx:1.28")
        self.out("annotate", "deployment/web", "kubernetes.io/change-cause=newer")
        self.roll_out()
        self.assertRegex(self.out("rollout", "history", "deployment/web"), r"1 +<none>\n2 +newer\n")
        self.assertRegex(self.out("rollout", "history", "deployment/web", "--revision=1"), r"Image:\s+nginx:1\.27")
        self.out("rollout", "undo", "deployment/web")
        self.roll_out()
        self.assertEqual("nginx:1.27", self.image())
        self.assertRegex(self.out("rollout", "history", "deployment/web"), r"2 +newer\n3 +<none>\n")
        self.out("rollout", "undo", "deployment/web", "--to-revision=2")
        self.assertEqual("nginx:1.28", self.image())
        self.assertIn("unable to find specified revision 9", self.refused("rollout", "undo", "deployment/web", "--to-revision=9"))

    def test_restart_replaces_every_pod(self):
        self.deploy()
        before = self.value(".items[*].metadata.uid", "pods", "-l", "app=web").split()
        self.out("rollout", "restart", "deployment/web")
        self.roll_out()
        # Those that go have their grace.
        for uid in before:
            self.out("wait", "pods", "-l", "app=web", "--for=jsonpath={.status.phase}=Running", "--timeout=40s")
        fresh = {pod["metadata"]["uid"] for pod in self.cluster.get("pods", "-l", "app=web")["items"] if "deletionTimestamp" not in pod["metadata"]}
        self.assertEqual(3, len(fresh))
        self.assertEqual(set(), fresh & set(before))

    def test_a_paused_one_holds_what_is_changed_until_it_is_resumed(self):
        self.deploy()
        self.out("rollout", "pause", "deployment/web")
        self.out("set", "image", "deployment/web", "web=nginx:1.28")
        self.wait_for(".status.observedGeneration", self.value(".metadata.generation"), "deployment/web")
        self.assertEqual("", self.value(".status.updatedReplicas"))
        self.assertIn("can't restart paused deployment", self.refused("rollout", "restart", "deployment/web"))
        self.out("rollout", "resume", "deployment/web")
        self.roll_out()
        self.assertEqual("3", self.value(".status.updatedReplicas"))

    def test_an_image_that_does_not_exist_is_a_roll_out_that_does_not_end(self):
        self.deploy()
        self.out("patch", "deployment", "web", "-p", '{"spec":{"progressDeadlineSeconds":60}}')
        self.out("set", "image", "deployment/web", "web=registry.invalid/web:1")
        self.assertIn("exceeded its progress deadline", self.refused("rollout", "status", "deployment/web", "--timeout=40s"))
        self.assertRegex(self.out("get", "pods"), "ErrImagePull|ImagePullBackOff")
        self.assertRegex(self.out("describe", "pods", "-l", "app=web"), r"Failed to pull image \"registry\.invalid/web:1\"")
        self.assertEqual("3", self.value(".status.availableReplicas"))

    def test_scaling_is_followed_by_a_watch(self):
        self.deploy()
        watch = self.cluster.start("get", "deployment", "web", "-w", "--no-headers")
        self.addCleanup(watch.close)
        self.assertIn("3/3", watch.line())
        self.out("scale", "deployment", "web", "--replicas=5")
        seen = watch.line()
        while "5/5" not in seen:
            self.assertIn("/5", seen)
            seen = watch.line()
        self.out("scale", "deployment", "web", "--replicas=1")
        while "1/1" not in seen:
            seen = watch.line()

    def test_stateful_sets_roll_out_in_order(self):
        self.apply(WEB.replace("Deployment", "StatefulSet").replace("spec:\n  replicas", "spec:\n  serviceName: web\n  replicas"))
        said = self.out("rollout", "status", "statefulset/web", "--timeout=40s")
        self.assertRegex(said, "(partitioned|rolling) .*complete")
        self.assertEqual("web-0 web-1 web-2", self.value(".items[*].metadata.name", "pods"))
        self.out("set", "image", "statefulset/web", "web=nginx:1.28")
        self.assertIn("3 new pods have been updated", self.out("rollout", "status", "statefulset/web", "--timeout=40s"))
        self.out("rollout", "undo", "statefulset/web")
        self.assertEqual("nginx:1.27", self.value(".spec.template.spec.containers[0].image", "statefulset", "web"))


class Logs(Live):
    def test_of_a_deployment_of_one_container_and_of_all(self):
        self.deploy()
        done = self.cluster.run("logs", "deployment/web")
        self.assertRegex(done.stderr, r"Found 3 pods, using pod/web-")
        self.assertIn('Defaulted container "web" out of: web, side', done.stderr)
        self.assertIn("start worker processes", done.stdout)
        self.assertIn("started", self.out("logs", "deployment/web", "-c", "side"))
        both = self.out("logs", "deployment/web", "--all-containers", "--prefix")
        self.assertRegex(both, r"\[pod/web-[^/]+/web\] ")
        self.assertRegex(both, r"\[pod/web-[^/]+/side\] ")
        self.assertEqual(3, len(self.out("logs", "-l", "app=web", "-c", "web", "--tail=1").splitlines()))
        self.assertRegex(self.out("logs", "deployment/web", "--timestamps", "--tail=1"), r"^\d{4}-\d\d-\d\dT[\d:.]+Z ")
        self.assertIn("container none is not valid", self.refused("logs", "deployment/web", "-c", "none"))

    def test_followed_until_the_container_ends(self):
        self.apply(JOB)
        self.wait_for(".status.ready", 1, "job/sums")
        following = self.cluster.start("logs", "-f", "job/sums", "--pod-running-timeout=40s")
        self.addCleanup(following.close)
        self.assertEqual("Done.", following.line())
        self.assertEqual(0, following.process.wait(cluster.PATIENCE))

    def test_of_the_run_before(self):
        self.apply(CRASHING)
        self.out("wait", "pod/crash", "--for=jsonpath={.status.containerStatuses[0].restartCount}=2", "--timeout=40s")
        self.assertEqual("3", self.value(".status.containerStatuses[0].lastState.terminated.exitCode", "pod", "crash"))
        self.assertNotEqual("", self.out("logs", "crash", "--previous"))
        self.assertRegex(self.out("get", "pod", "crash"), r"CrashLoopBackOff|Error")
        self.assertRegex(self.out("describe", "pod", "crash"), r"Back-off restarting failed container|Reason: +Error")


class Describing(Live):
    def test_pods_jobs_claims_nodes_and_events(self):
        self.apply(WEB + "---" + CLAIM + "---" + JOB)
        self.roll_out()
        self.out("wait", "job/sums", "--for=condition=complete", "--timeout=40s")
        self.out("wait", "pod/keeper", "--for=condition=Ready", "--timeout=40s")
        pods = self.out("describe", "pods", "-l", "app=web")
        for line in (r"Controlled By: +ReplicaSet/web-", r"Image ID: +docker\.io/library/nginx@sha256:", r"Successfully assigned default/web-", r"Started container web"):
            self.assertRegex(pods, line)
        job = self.out("describe", "job", "sums")
        self.assertRegex(job, r"Pods Statuses: +0 Active \(0 Ready\) / 1 Succeeded / 0 Failed")
        self.assertRegex(job, r"Completed +.*Job completed")
        claim = self.out("describe", "pvc", "data")
        self.assertRegex(claim, r"Status: +Bound")
        self.assertRegex(claim, r"Used By: +keeper")
        self.assertRegex(self.out("describe", "pv"), r"Claim: +default/data")
        node = self.out("describe", "node", self.value(".spec.nodeName", "pod", "keeper"))
        self.assertRegex(node, r"Ready +True .*KubeletReady")
        self.assertRegex(node, r"default +keeper ")
        self.assertRegex(self.out("events", "--for", "deployment/web"), r"ScalingReplicaSet +Deployment/web +Scaled up replica set web-\w+ from 0 to 3")
        self.assertRegex(self.out("get", "events", "--field-selector", "reason=SuccessfulCreate"), r"replicaset/web-\w+ +Created pod: web-")

    def test_diff_against_what_lives(self):
        self.deploy()
        self.assertEqual("", self.out("diff", "-f", "-", given=WEB))
        self.assertEqual("", self.out("diff", "--server-side", "--force-conflicts", "-f", "-", given=WEB))
        done = self.cluster.run("diff", "--server-side", "--force-conflicts", "-f", "-", given=WEB.replace("1.27", "1.28"), code=1)
        self.assertIn("image: nginx:1.28", done.stdout)
        self.assertEqual("nginx:1.27", self.image())


class Nodes(Live):
    def test_a_drained_node_is_empty_and_its_pods_live_elsewhere(self):
        self.deploy()
        node = self.value(".items[0].spec.nodeName", "pods", "-l", "app=web")
        self.assertIn("cordoned", self.out("cordon", node))
        self.assertRegex(self.out("get", "node", node), r"Ready,SchedulingDisabled")
        self.assertIn(f"node/{node} drained", self.out("drain", node, "--ignore-daemonsets", "--delete-emptydir-data", "--timeout=40s"))
        self.roll_out()
        self.assertNotIn(node, self.value(".items[*].spec.nodeName", "pods", "-l", "app=web").split())
        self.out("uncordon", node)
        self.assertRegex(self.out("get", "node", node), r" Ready +<none>")

    def test_a_budget_stands_in_the_way_of_a_drain(self):
        self.deploy()
        self.out("create", "poddisruptionbudget", "web", "--selector=app=web", "--min-available=3")
        self.wait_for(".status.observedGeneration", 1, "pdb/web")
        node = self.value(".items[0].spec.nodeName", "pods", "-l", "app=web")
        self.assertIn("violate the pod's disruption budget", self.refused("drain", node, "--ignore-daemonsets", "--timeout=2s"))
        self.assertEqual("3", self.value(".status.readyReplicas"))

    def test_pods_without_a_controller_are_not_drained_unless_forced(self):
        self.out("run", "lonely", "--image=nginx")
        self.out("wait", "pod/lonely", "--for=condition=Ready", "--timeout=40s")
        node = self.value(".spec.nodeName", "pod", "lonely")
        self.assertIn("declare no controller", self.refused("drain", node, "--ignore-daemonsets", "--timeout=10s"))
        self.out("drain", node, "--ignore-daemonsets", "--force", "--timeout=40s")
        self.assertIn("NotFound", self.refused("get", "pod", "lonely"))


class WhatIsFixed(Live):
    def test_what_nobody_may_change_is_refused_and_the_rest_is_not(self):
        self.apply(JOB + "---" + CLAIM)
        self.out("wait", "pod/keeper", "--for=condition=Ready", "--timeout=40s")
        changes = {
            ("job/sums", '{"spec":{"template":{"spec":{"containers":[{"name":"sums","image":"alpine"}]}}}}'): "field is immutable",
            ("pod/keeper", '{"spec":{"containers":[{"name":"keeper","env":[{"name":"A","value":"b"}]}]}}'): "pod updates may not change fields other than",
            ("pvc/data", '{"spec":{"accessModes":["ReadWriteMany"]}}'): "spec is immutable after creation",
        }
        for (what, patch), sentence in changes.items():
            self.assertIn(sentence, self.refused("patch", what, "-p", patch), what)
        for what, patch in (("job/sums", '{"spec":{"ttlSecondsAfterFinished":600}}'), ("pod/keeper", '{"spec":{"containers":[{"name":"keeper","image":"postgres:18"}]}}'),
                            ("pvc/data", '{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}'), ("pod/keeper", '{"metadata":{"labels":{"a":"b"}}}')):
            self.assertIn("patched", self.out("patch", what, "-p", patch))
        # The same again is no change, whoever applies it.
        self.assertIn("job.batch/sums unchanged", self.apply(JOB))
        self.out("apply", "--server-side", "--force-conflicts", "-f", "-", given=JOB)


class WhatThereIsNot(Live):
    def test_containers_that_do_not_run_are_not_entered(self):
        self.out("run", "p", "--image=nginx")
        self.out("wait", "pod/p", "--for=condition=Ready", "--timeout=40s")
        for command in (("exec", "p", "--", "ls"), ("attach", "p"), ("port-forward", "p", ":80"), ("cp", "p:/etc/passwd", "copied"), ("debug", "p", "--image=busybox")):
            self.assertIn("the rehearsal cluster runs no containers", self.refused(*command), command)

    def test_figures_of_use_are_said_to_be_missing(self):
        self.assertIn("Metrics API not available", self.refused("top", "pods"))
        self.assertIn("Metrics API not available", self.refused("top", "nodes"))

    def test_somebody_else_may_do_nothing(self):
        self.assertEqual("no\n", self.cluster.run("auth", "can-i", "get", "pods", "--as=bob", code=1).stdout)
        self.assertIn('User "bob" cannot list resource "pods"', self.refused("get", "pods", "--as=bob"))
        self.assertEqual("yes\n", self.out("auth", "can-i", "get", "pods", "--as=root", "--as-group=system:masters"))
        self.assertIn("bob", self.out("auth", "whoami", "--as=bob"))


class PlugIn(Live):
    def test_sentinel_answers_as_a_plug_in(self):
        folder = pathlib.Path(PROGRAM).parent
        environment = self.cluster.environment() | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
        call = lambda *arguments, code=0: self.cluster.call([cluster.KUBECTL, *arguments], code=code, env=environment)  # noqa: E731
        self.assertIn("kubectl-sentinel", call("plugin", "list").stdout)
        self.assertRegex(call("sentinel", "--version").stdout, r"\d+\.\d+\.\d+")
        self.assertIn("lose-node", call("sentinel", "sandbox", "scenarios", "-o", "name", "--kubeconfig", str(self.cluster.kubeconfig)).stdout)


if __name__ == "__main__":
    if not cluster.KUBECTL:
        print("SKIP: there is no kubectl here; installers/tools/fetch brings it")
        sys.exit(SKIPPED)
    unittest.main()
