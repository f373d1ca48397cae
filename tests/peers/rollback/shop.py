# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of rollbacks on real peers share: a small application in Git with versions that come up or do not, and sentinelctl."""
import json
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import real  # noqa: E402

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "sentinelctl"
PATIENCE = 180  # seconds for a sync, on a machine that is busy with other tests
HELM = {4: shutil.which("helm4"), 3: shutil.which("helm3")}
OWN_LIFE = "peers-load/own-life"  # KWOK leaves pods with this label alone; the stages below do not
# Whatever a cluster of KWOK nodes cannot tell.
ACCEPT = "target,schema,images,backup,room,references,replicas,hooks,volumes,deletes,busy"


def waits_for_image(container):
    """What a stage of KWOK writes into a pod whose image cannot be pulled."""
    return f"""\
      conditions:
      - {{lastTransitionTime: {{{{ Now | Quote }}}}, type: Ready, status: "False", reason: ContainersNotReady}}
      - {{lastTransitionTime: {{{{ Now | Quote }}}}, type: PodScheduled, status: "True"}}
      containerStatuses:
      - name: {container}
        image: {{{{ (index .spec.containers 0).image | Quote }}}}
        imageID: ""
        ready: false
        started: false
        restartCount: 0
        state: {{waiting: {{reason: ImagePullBackOff, message: 'Back-off pulling image: manifest unknown'}}}}
"""


STAGES = f"""
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata: {{name: rollback-image}}
spec:
  resourceRef: {{apiGroup: v1, kind: Pod}}
  selector:
    matchLabels: {{"{OWN_LIFE}": image}}
    matchExpressions:
    - {{key: '.metadata.deletionTimestamp', operator: DoesNotExist}}
    - {{key: '.status.containerStatuses', operator: DoesNotExist}}
  next:
    statusTemplate: |
      phase: Pending
{waits_for_image("web")}---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata: {{name: rollback-probe}}
spec:
  resourceRef: {{apiGroup: v1, kind: Pod}}
  selector:
    matchLabels: {{"{OWN_LIFE}": probe}}
    matchExpressions:
    - {{key: '.metadata.deletionTimestamp', operator: DoesNotExist}}
    - {{key: '.status.containerStatuses', operator: DoesNotExist}}
  next:
    event: {{type: Warning, reason: Unhealthy, message: 'Readiness probe failed: HTTP probe failed with statuscode: 500'}}
    statusTemplate: |
      phase: Running
      conditions:
      - {{lastTransitionTime: {{{{ Now | Quote }}}}, type: Ready, status: "False", reason: ContainersNotReady}}
      - {{lastTransitionTime: {{{{ Now | Quote }}}}, type: PodScheduled, status: "True"}}
      containerStatuses:
      - name: web
        image: {{{{ (index .spec.containers 0).image | Quote }}}}
        imageID: ""
        ready: false
        started: true
        restartCount: 0
        state: {{running: {{startedAt: {{{{ Now | Quote }}}}}}}}
"""


def manifests(version, fate=None, hook=None):
    """`fate`: what becomes of its pods; `hook`: how its PreSync hook ends, "fails" or "never"."""
    label = f', "{OWN_LIFE}": {fate}' if fate else ""
    text = f"""apiVersion: apps/v1
kind: Deployment
metadata: {{name: web, labels: {{app: web}}}}
spec:
  replicas: 2
  progressDeadlineSeconds: 30
  selector: {{matchLabels: {{app: web}}}}
  template:
    metadata: {{labels: {{app: web{label}}}}}
    spec:
      containers:
      - {{name: web, image: "registry.example.com/web:{version}", readinessProbe: {{httpGet: {{path: /, port: 80}}}}}}
---
apiVersion: v1
kind: ConfigMap
metadata: {{name: settings}}
data: {{version: "{version}"}}
"""
    if hook:
        fail = '"pod-container-running-failed.stage.kwok.x-k8s.io": "true"' if hook == "fails" else f'"{OWN_LIFE}": never'
        text += f"""---
apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  annotations: {{argocd.argoproj.io/hook: PreSync, argocd.argoproj.io/hook-delete-policy: BeforeHookCreation}}
spec:
  backoffLimit: 0
  template:
    metadata: {{labels: {{{fail}}}}}
    spec:
      restartPolicy: Never
      containers: [{{name: migrate, image: "registry.example.com/web:{version}", command: [migrate]}}]
"""
    return text


class Console(real.Peers):
    """sentinelctl with a state of its own."""

    def setUp(self):
        self.folder = self.home()
        self.git = real.Git(self.bench, self.folder)
        self.bench.apply(given=STAGES)

    def environment(self, **more):
        return self.git.environment() | {
            "KUBECONFIG": str(self.bench.kubeconfig), "XDG_STATE_HOME": str(self.folder / "state"), "XDG_CACHE_HOME": str(self.folder / "cache"),
            "LC_ALL": "C.UTF-8"} | more

    def sentinelctl(self, *arguments, code=0, env=None):
        done = subprocess.run([PROGRAM, *map(str, arguments)], env=env or self.environment(), capture_output=True, text=True, timeout=PATIENCE + 60)
        if code is not None:
            self.assertEqual(code, done.returncode, f"{arguments} said\n{done.stdout[-6000:]}\n{done.stderr[-4000:]}")
        return done

    def document(self, *arguments, code=0, env=None):
        return json.loads(self.sentinelctl(*arguments, "-o", "json", code=code, env=env).stdout)


class Release(Console):
    """A release of Helm, of which `upgrade` makes the next revision."""

    version = 4  # of Helm

    def setUp(self):
        super().setUp()
        self.helm = HELM[self.version]
        if not self.helm:
            self.skipTest(f"no helm{self.version} here")
        tools = self.folder / "bin"
        tools.mkdir()
        (tools / "helm").symlink_to(self.helm)
        self.path = f"{tools}:{os.environ['PATH']}"
        self.space = real.Space(self.bench, "helm")
        self.addCleanup(self.space.close)
        self.chart = self.folder / "chart"
        (self.chart / "templates").mkdir(parents=True)
        (self.chart / "Chart.yaml").write_text("{apiVersion: v2, name: shop, version: 1.0.0, appVersion: '1'}\n")

    def environment(self, **more):
        return super().environment(**more) | {"PATH": self.path}

    def run_helm(self, *arguments, code=0, timeout=120):
        done = subprocess.run([self.helm, *arguments, "--kubeconfig", str(self.bench.kubeconfig), "--namespace", self.space.name],
                              capture_output=True, text=True, timeout=timeout, env=self.environment())
        if code is not None:
            self.assertEqual(code, done.returncode, done.stdout + done.stderr)
        return done.stdout

    def upgrade(self, text, *more, **options):
        (self.chart / "templates/web.yaml").write_text(text)
        return self.run_helm("upgrade", "--install", "shop", str(self.chart), *more, **options)

    def image(self):
        return self.space.kubectl("get", "deployment", "web", "-o", "jsonpath={.spec.template.spec.containers[0].image}")

    def healthy(self):
        real.until("the pods", lambda: self.space.kubectl("get", "deployment", "web", "-o", "jsonpath={.status.availableReplicas}") == "2", PATIENCE)


class Shop(Console):
    """An Application that follows a repository, of which `push` makes the next version."""

    def setUp(self):
        super().setUp()
        self.space = self.space_of_own()
        self.name = "shop-" + self.space[-8:]
        self.url = self.git.repository("shop")
        self.git.known_to_argocd(self.url)
        self.work = self.folder / "work"
        self.work.mkdir()
        self.git.run("init", "--quiet", folder=self.work)

    def space_of_own(self):
        return self.space_object().name

    def space_object(self):
        made = real.Space(self.bench, "shop")
        self.addCleanup(made.close)
        return made

    def push(self, text):
        (self.work / "web").mkdir(exist_ok=True)
        (self.work / "web/web.yaml").write_text(text)
        for command in (("add", "."), ("commit", "--quiet", "-m", "A version"), ("push", "--quiet", self.url, "HEAD:main")):
            self.git.run(*command, folder=self.work)
        return self.git.run("rev-parse", "HEAD", folder=self.work).stdout.strip()

    def spec(self):
        return {"project": "default", "source": {"repoURL": self.url, "path": "web", "targetRevision": "main"},
                "destination": {"server": "https://kubernetes.default.svc", "namespace": self.space},
                "syncPolicy": {"automated": {"prune": True, "selfHeal": True}}}

    def make(self):
        self.bench.apply(given=json.dumps({"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
                                           "metadata": {"name": self.name, "namespace": "argocd"}, "spec": self.spec()}))
        self.addCleanup(self.bench.kubectl, "delete", "application", "-n", "argocd", self.name, "--wait=false", "--ignore-not-found")

    def application(self):
        return json.loads(self.bench.kubectl("get", "application", "-n", "argocd", self.name, "-o", "json"))

    def refresh(self):
        self.bench.kubectl("annotate", "application", "-n", "argocd", self.name, "argocd.argoproj.io/refresh=normal", "--overwrite")

    def image(self):
        return self.bench.kubectl("get", "deployment", "-n", self.space, "web", "-o", "jsonpath={.spec.template.spec.containers[0].image}")

    def synced(self, commit, healthy=True):
        def done():
            status = self.application().get("status", {})
            return status.get("sync", {}).get("revision") == commit and status.get("sync", {}).get("status") == "Synced" and (
                not healthy or status.get("health", {}).get("status") == "Healthy") and status.get("operationState", {}).get("phase") == "Succeeded"
        real.until(f"{self.name} at {commit[:8]}", done, PATIENCE)

    def deployed(self, text, healthy=True):
        commit = self.push(text)
        self.refresh()
        self.synced(commit, healthy)
        return commit

    def first(self):
        """The first version, healthy."""
        commit = self.push(manifests("1"))
        self.make()
        self.synced(commit)
        return commit

    def roll_back(self, *more, to="0", code=0):
        return self.document("rollback", f"argocd/{self.name}", "--to", to, "--accept", ACCEPT, "--yes", *more, code=code)

    def automated(self):
        return self.application()["spec"].get("syncPolicy", {}).get("automated")

    def paused(self, before):
        """Auto-sync is off, and what it was is kept: by the switch, or before Argo CD 3.1 in an annotation."""
        if self.has_switch():
            return self.automated() == before | {"enabled": False}
        kept = self.application()["metadata"].get("annotations", {}).get("console.sentinel/auto-sync")
        return self.automated() is None and json.loads(kept or "null") == before

    def has_switch(self):
        definition = json.loads(self.bench.kubectl("get", "crd", "applications.argoproj.io", "-o", "json"))
        schema = definition["spec"]["versions"][0]["schema"]["openAPIV3Schema"]["properties"]["spec"]["properties"]["syncPolicy"]
        return "enabled" in schema["properties"]["automated"]["properties"]
