# SPDX-License-Identifier: GPL-3.0-or-later
"""An Application of the real Argo CD with a repository of its own, and a person who follows it with `sentinelctl`."""
import json
import pathlib
import subprocess
import sys
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import real  # noqa: E402

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "sentinelctl"
LIMIT = 120  # seconds for one command

DEPLOYMENT = """
apiVersion: apps/v1
kind: Deployment
metadata: {{name: web}}
spec:
  replicas: {replicas}
  selector: {{matchLabels: {{app: web}}}}
  template:
    metadata: {{labels: {{app: web}}}}
    spec:
      containers: [{{name: web, image: "registry.example.com/web:{image}"}}]
"""
CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: {name}}}\ndata: {{word: \"{word}\"}}\n"
SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {{name: key}}\nstringData: {{word: \"{word}\"}}\n"


class Follower(real.Peers):
    def setUp(self):
        self.folder = self.home()
        self.git = real.Git(self.bench, self.folder)
        self.url = self.git.repository("apps")
        self.git.known_to_argocd(self.url)
        self.copy = self.folder / "copy"
        self.git.run("init", "--quiet", self.copy)
        self.name = "web-" + uuid.uuid4().hex[:6]
        self.ns = self.space(prefix="apps").name
        self.push({"web/deployment.yaml": DEPLOYMENT.format(replicas=1, image=1), "web/config.yaml": CONFIG.format(name="one", word="a"),
                   "web/secret.yaml": SECRET.format(word="hunter-1")})

    def push(self, files, message="work"):
        for path, content in files.items():
            place = self.copy / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True) if content is None else place.write_text(content)
        self.git.run("add", "-A", folder=self.copy)
        self.git.run("commit", "--quiet", "-m", message, folder=self.copy)
        self.git.run("push", "--quiet", self.url, "HEAD:main", folder=self.copy)
        return self.git.run("rev-parse", "HEAD", folder=self.copy).stdout.strip()

    def spec(self):
        return {"project": "default", "source": {"repoURL": self.url, "path": "web", "targetRevision": "main"},
                "destination": {"server": "https://kubernetes.default.svc", "namespace": self.ns}}

    def application(self, **spec):
        made = {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application", "metadata": {"name": self.name, "namespace": "argocd"},
                "spec": self.spec() | spec}
        self.bench.apply(given=json.dumps(made))
        self.addCleanup(self.bench.kubectl, "delete", "application", self.name, "--namespace", "argocd", "--wait=false", "--ignore-not-found")
        self.compared()

    def application_of_a_set(self):
        """It syncs by itself, and its ApplicationSet puts that back whenever somebody changes it."""
        template = {"metadata": {"name": self.name}, "spec": self.spec() | {"syncPolicy": {"automated": {"selfHeal": True}}}}
        self.bench.apply(given=json.dumps({
            "apiVersion": "argoproj.io/v1alpha1", "kind": "ApplicationSet", "metadata": {"name": self.name, "namespace": "argocd"},
            "spec": {"generators": [{"list": {"elements": [{"one": "1"}]}}], "template": template}}))
        self.addCleanup(self.bench.kubectl, "delete", "applicationset", self.name, "--namespace", "argocd", "--wait=false", "--ignore-not-found")
        real.until("the Application", lambda: self.bench.kubectl("get", "application", self.name, "--namespace", "argocd", "--ignore-not-found"))
        self.compared()

    def object(self):
        return json.loads(self.bench.kubectl("get", "application", self.name, "--namespace", "argocd", "-o", "json"))

    def compared(self):
        real.until("a comparison", lambda: self.object().get("status", {}).get("sync", {}).get("status"))

    def environment(self):
        return self.git.environment() | {"KUBECONFIG": str(self.bench.kubeconfig), "XDG_STATE_HOME": str(self.folder / "state"),
                                         "XDG_CACHE_HOME": str(self.folder / "cache"), "LC_ALL": "C.UTF-8", "USER": "ada"}

    def sentinelctl(self, *arguments, code=0):
        done = subprocess.run([PROGRAM, *map(str, arguments)], env=self.environment(), capture_output=True, text=True, timeout=LIMIT)
        self.assertEqual(code, done.returncode, f"{arguments} said\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
        return done

    def document(self, *arguments, code=0):
        return json.loads(self.sentinelctl(*arguments, "-o", "json", code=code).stdout)

    def sync(self, *arguments, code=0):
        return self.sentinelctl("apps", "sync", self.name, *arguments, code=code)
