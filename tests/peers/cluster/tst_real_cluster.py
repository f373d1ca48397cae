# SPDX-License-Identifier: GPL-3.0-or-later
"""One smoke of each real peer: what the other tests rest on is there and behaves as it does at users'."""
import json
import pathlib
import ssl
import subprocess
import sys
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import real  # noqa: E402

DEPLOYMENT = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 3
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: nginx:1.27, ports: [{containerPort: 80}]}]
"""
CLAIM = """
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
"""
JOB = """
apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec: {template: {spec: {restartPolicy: Never, containers: [{name: once, image: busybox}]}}}
"""
CERTIFICATES = """
apiVersion: cert-manager.io/v1
kind: Issuer
metadata: {name: self}
spec: {selfSigned: {}}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: authority}
spec: {isCA: true, commonName: authority, secretName: authority, issuerRef: {name: self}}
---
apiVersion: cert-manager.io/v1
kind: Issuer
metadata: {name: authority}
spec: {ca: {secretName: authority}}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: web}
spec: {dnsNames: [web.example.com], secretName: web-tls, issuerRef: {name: authority}}
"""


class Kubernetes(real.Peers):
    def test_every_node_is_ready_and_says_the_version_of_the_api_server(self):
        version = json.loads(self.bench.kubectl("version", "-o", "json"))["serverVersion"]["gitVersion"]
        nodes = json.loads(self.bench.kubectl("get", "nodes", "-l", "type=kwok", "-o", "json"))["items"]
        self.assertGreaterEqual(len(nodes), 6)
        for node in nodes:
            self.assertEqual(version, node["status"]["nodeInfo"]["kubeletVersion"])
            self.assertEqual("True", next(one["status"] for one in node["status"]["conditions"] if one["type"] == "Ready"))

    def test_a_deployment_becomes_available_and_its_pods_have_logs_and_run_commands(self):
        space = self.space()
        space.apply(DEPLOYMENT)
        space.kubectl("wait", "--for=condition=Available", "deployment/web", "--timeout=60s")
        pods = [one["metadata"]["name"] for one in space.get("pods", "-l", "app=web")["items"]]
        self.assertEqual(3, len(pods))
        self.assertEqual("line 58 of every pod\nline 59 of every pod\n", space.kubectl("logs", pods[0], "--tail=2"))
        self.assertEqual("hello world\n", space.kubectl("exec", pods[0], "--", "echo", "hello world"))
        self.assertEqual("taken in\n", space.kubectl("exec", "-i", pods[0], "--", "head", "-n", "1", given="taken in\n"))

    def test_a_pod_has_the_logs_of_its_own_that_a_test_gives_it(self):
        space = self.space()
        file = self.home() / "pod.log"
        file.write_text("2026-01-01T00:00:00.000000000Z stdout F one of its own\n")
        space.apply(DEPLOYMENT.replace("replicas: 3", "replicas: 1"))
        space.kubectl("wait", "--for=condition=Available", "deployment/web", "--timeout=60s")
        pod = space.get("pods", "-l", "app=web")["items"][0]["metadata"]["name"]
        space.apply(json.dumps({"apiVersion": "kwok.x-k8s.io/v1alpha1", "kind": "Logs", "metadata": {"name": pod}, "spec": {"logs": [{"logsFile": str(file)}]}}))
        real.until("its own log", lambda: space.kubectl("logs", pod) == "one of its own\n")

    def test_a_claim_is_bound_and_a_job_completes(self):
        space = self.space()
        space.apply(CLAIM)
        space.apply(JOB)
        space.kubectl("wait", "--for=jsonpath={.status.phase}=Bound", "persistentvolumeclaim/data", "--timeout=60s")
        space.kubectl("wait", "--for=condition=Complete", "job/once", "--timeout=60s")

    def test_who_has_no_right_is_refused(self):
        space = self.space()
        token = space.kubectl("create", "token", "default").strip()
        asked = subprocess.run(
            ["kubectl", "--server", self.bench.ground.state["addresses"]["api server"], "--certificate-authority", self.bench.authority.certificate,
             "--token", token, "--namespace", space.name, "get", "pods"],
            capture_output=True, text=True, timeout=real.PATIENCE, env=self.bench.environment() | {"KUBECONFIG": "/dev/null"})
        self.assertEqual(1, asked.returncode)
        self.assertIn(f'User "system:serviceaccount:{space.name}:default" cannot list resource "pods"', asked.stderr)


class CertManager(real.Peers):
    def test_a_certificate_of_a_ca_issuer_becomes_ready_and_verifies(self):
        space = self.space()
        space.apply(CERTIFICATES)
        space.kubectl("wait", "--for=condition=Ready", "certificate/web", "--timeout=60s")
        secret = space.get("secret", "web-tls")
        folder = self.home()
        (folder / "ca").write_text(real.decoded(secret, "ca.crt"))
        (folder / "leaf").write_text(real.decoded(secret, "tls.crt"))
        subprocess.run(["openssl", "verify", "-CAfile", folder / "ca", "-verify_hostname", "web.example.com", folder / "leaf"], check=True, capture_output=True)

    def test_its_webhook_refuses_a_certificate_for_nobody(self):
        space = self.space()
        with self.assertRaisesRegex(real.Failed, 'admission webhook "webhook.cert-manager.io" denied the request'):
            space.apply("{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: none}, spec: {secretName: none, issuerRef: {name: self}}}")


class Monitoring(real.Peers):
    def asked(self, service, port, path):
        return self.bench.kubectl("get", "--raw", f"/api/v1/namespaces/monitoring/services/{service}:{port}/proxy{path}")

    def test_prometheus_and_alertmanager_answer_directly_and_through_the_api_server(self):
        for name, port in (("prometheus", "web"), ("alertmanager", "web")):
            with urllib.request.urlopen(self.bench.ground.state["addresses"][name] + "/-/ready", timeout=10) as answer:
                self.assertEqual(200, answer.status)
            self.assertTrue(self.asked(name, port, "/-/ready"))

    def test_kubectl_forwards_a_port_to_prometheus(self):
        forward = subprocess.Popen(["kubectl", "port-forward", "--namespace", "monitoring", "service/prometheus", ":9090"],
                                   env=self.bench.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.addCleanup(forward.stdout.close)
        self.addCleanup(forward.wait, real.PATIENCE)
        self.addCleanup(forward.terminate)
        said = forward.stdout.readline()
        self.assertRegex(said, r"^Forwarding from 127\.0\.0\.1:\d+ -> 9090$")
        with urllib.request.urlopen(f"http://{said.split()[2]}/-/ready", timeout=20) as answer:
            self.assertEqual(200, answer.status)

    def test_prometheus_sees_the_peers_that_run(self):
        def running():
            result = json.loads(self.asked("prometheus", "web", "/api/v1/query?query=up"))["data"]["result"]
            return {one["metric"]["job"] for one in result if one["value"][1] == "1"}
        real.until("the targets of Prometheus", lambda: running() >= {"prometheus", "alertmanager", "etcd", "kubernetes", "argocd-server"})


    def test_kubectl_top_says_what_a_pod_uses(self):
        space = self.space()
        # With the usage a test gives it; a scrape takes up to ten seconds.
        space.apply(DEPLOYMENT.replace("labels: {app: web}}", 'labels: {app: web}, annotations: {kwok.x-k8s.io/usage-cpu: 250m, kwok.x-k8s.io/usage-memory: 64Mi}}'))

        def used():
            try:
                return space.kubectl("top", "pods", "--no-headers").split()[1:3]
            except real.Failed:
                return None
        real.until("the usage of a pod", lambda: used() == ["250m", "64Mi"])


class ArgoCd(real.Peers):
    def session(self, password):
        asked = urllib.request.Request(self.bench.ground.state["addresses"]["argo cd"] + "/api/v1/session", method="POST",
                                       data=json.dumps({"username": "admin", "password": password}).encode(), headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(asked, timeout=20, context=ssl.create_default_context(cafile=self.bench.authority.certificate)) as answer:
            return json.load(answer)["token"]

    def test_its_admin_is_let_in_and_nobody_else(self):
        password = pathlib.Path(self.bench.ground.state["files"]["argo cd admin password"]).read_text()
        self.assertEqual(3, len(self.session(password).split(".")))
        with self.assertRaisesRegex(urllib.error.HTTPError, "401"):
            self.session("not " + password)

    def test_it_is_reached_through_the_api_server_too(self):
        self.assertIn("Version", self.bench.kubectl("get", "--raw", "/api/v1/namespaces/argocd/services/https:argocd-server:https/proxy/api/version"))


class GitServer(real.Peers):
    def test_what_is_pushed_with_a_password_is_cloned_with_one(self):
        git = real.Git(self.bench, self.home())
        url = git.repository()
        git.run("clone", "--quiet", url, "first")
        (git.home / "first" / "file").write_text("text\n")
        for command in (("add", "file"), ("commit", "--quiet", "-m", "one"), ("push", "--quiet", "origin", "HEAD:main")):
            git.run(*command, folder=git.home / "first")
        git.run("clone", "--quiet", url, "second")
        self.assertEqual("text\n", (git.home / "second" / "file").read_text())

    def test_without_a_password_nothing_is_given(self):
        git = real.Git(self.bench, self.home())
        url = git.repository()
        (git.home / ".gitconfig").write_text(f"[http]\n\tsslCAInfo = {self.bench.authority.certificate}\n")
        self.assertIn("could not read Username", git.run("clone", url, "none", code=128).stderr)

    def test_its_certificate_is_of_the_bench_only(self):
        git = real.Git(self.bench, self.home())
        url = git.repository()
        (git.home / ".gitconfig").write_text("")
        self.assertIn("certificate", git.run("clone", url, "none", code=128).stderr)


if __name__ == "__main__":
    real.main()
