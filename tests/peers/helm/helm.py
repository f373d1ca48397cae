# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests with the real Helm share: both of its versions, a small chart, and a rehearsal cluster for each test."""
import json
import pathlib
import shutil
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import cluster  # noqa: E402

SKIPPED = 77  # what ctest is told to take for "skipped"
PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else None
HELM = {4: shutil.which("helm4"), 3: shutil.which("helm3")}

# A server with a Service, and what a test asks for by a value: an autoscaler, a Job, hooks. "rehearsal…/run-seconds" and
# "…/exit-code" tell the rehearsal cluster what a program does.
CHART = {
    "Chart.yaml": "{apiVersion: v2, name: shop, version: 1.0.0, appVersion: '1.0'}\n",
    "values.yaml": "{image: 'nginx:1.27', replicas: 2, colour: blue, autoscaling: false, job: '', hook: '', test: ''}\n",
    "templates/NOTES.txt": "The shop is {{ .Values.colour }}, revision {{ .Release.Revision }}.\n",
    "templates/settings.yaml": """
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data:
  colour: {{ .Values.colour }}
  {{- with lookup "v1" "Namespace" "" .Release.Namespace }}
  seen: {{ .metadata.name }}
  {{- end }}
""",
    "templates/shop.yaml": """
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop, labels: {app: shop}}
spec:
  {{- if not .Values.autoscaling }}
  replicas: {{ .Values.replicas }}
  {{- end }}
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec:
      containers:
      - name: shop
        image: {{ .Values.image }}
        resources: {requests: {cpu: 100m, memory: 32Mi}}
        readinessProbe: {httpGet: {path: /, port: 80}, periodSeconds: 1}
        ports: [{containerPort: 80}]
---
apiVersion: v1
kind: Service
metadata: {name: shop}
spec: {selector: {app: shop}, ports: [{port: 80}]}
{{- if .Values.autoscaling }}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: shop}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: shop}
  minReplicas: 3
  maxReplicas: 5
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
{{- end }}
""",
    "templates/work.yaml": """
{{- with .Values.job }}
apiVersion: batch/v1
kind: Job
metadata: {name: work}
spec:
  backoffLimit: 0
  template:
    metadata: {annotations: {rehearsal.console.sentinel/run-seconds: "60", rehearsal.console.sentinel/exit-code: {{ . | quote }}}}
    spec: {restartPolicy: Never, containers: [{name: work, image: busybox, command: [work]}]}
{{- end }}
{{- with .Values.hook }}
---
apiVersion: batch/v1
kind: Job
metadata:
  name: prepare
  annotations: {helm.sh/hook: "pre-install,pre-upgrade", helm.sh/hook-delete-policy: before-hook-creation}
spec:
  backoffLimit: 0
  template:
    metadata: {annotations: {rehearsal.console.sentinel/run-seconds: "20", rehearsal.console.sentinel/exit-code: {{ . | quote }}}}
    spec: {restartPolicy: Never, containers: [{name: prepare, image: busybox, command: [prepare]}]}
{{- end }}
{{- with .Values.test }}
---
apiVersion: v1
kind: Pod
metadata:
  name: look
  annotations:
    helm.sh/hook: test
    rehearsal.console.sentinel/run-seconds: "5"
    rehearsal.console.sentinel/exit-code: {{ . | quote }}
spec: {restartPolicy: Never, containers: [{name: look, image: busybox, command: [look]}]}
{{- end }}
""",
}


class HelmTest(unittest.TestCase):
    """Each test has a cluster of its own. Those of its tests that a class of both versions inherits run with each."""

    version = 4
    more = ()  # flags of the cluster

    def setUp(self):
        if not HELM[self.version]:
            self.skipTest(f"there is no helm{self.version} here; installers/tools/fetch brings it")
        self.cluster = cluster.LiveCluster(PROGRAM, *self.more)
        self.addCleanup(self.cluster.close)
        self.kubectl = self.cluster.out
        self.chart = self.cluster.place / "shop"
        for name, text in CHART.items():
            file = self.chart / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)

    def run_helm(self, *arguments, code=0, version=None):
        return self.cluster.call([HELM[version or self.version], *map(str, arguments)], code=code)

    def helm(self, *arguments, version=None):
        return self.run_helm(*arguments, version=version).stdout

    def refused(self, *arguments):
        done = self.run_helm(*arguments, code=1)
        return done.stdout + done.stderr

    def install(self, *arguments, **more):
        return self.helm("install", "shop", self.chart, "--wait", "--timeout", "40s", *arguments, **more)

    def upgrade(self, *arguments, **more):
        return self.helm("upgrade", "shop", self.chart, "--wait", "--timeout", "40s", *arguments, **more)

    def document(self, *arguments, version=None):
        return json.loads(self.helm(*arguments, "-o", "json", version=version))

    def history(self, version=None):
        """[(revision, status, description)], the oldest first."""
        return [(entry["revision"], entry["status"], entry["description"]) for entry in self.document("history", "shop", version=version)]

    def value(self, path, *what):
        return self.kubectl("get", *(what or ("deployment", "shop")), "-o", f"jsonpath={{{path}}}")

    def image(self):
        return self.value(".spec.template.spec.containers[0].image")

    def assert_healthy(self, replicas):
        status = self.cluster.get("deployment", "shop")["status"]
        counts = [status.get(name, 0) for name in ("replicas", "updatedReplicas", "readyReplicas", "availableReplicas")]
        self.assertEqual([replicas] * 4, counts)

    def assert_gone(self, *what):
        self.assertIn("NotFound", self.cluster.run("get", *what, code=1).stderr)


def with_both(base):
    """The two classes of tests a mixin stands for, by name."""
    return {f"{base.__name__}{version}": type(f"{base.__name__}{version}", (base, HelmTest), {"version": version}) for version in HELM}


def main():
    if not any(HELM.values()) or not cluster.KUBECTL:
        print("SKIP: there is no helm or no kubectl here; installers/tools/fetch brings them")
        sys.exit(SKIPPED)
    unittest.main()
