# SPDX-License-Identifier: GPL-3.0-or-later
"""What others say of the chart: kube-score, with nothing left over but what exemptions.yaml names, and kubeconform -strict with schemas made from
the documents of the oldest and the newest Kubernetes here. Says SKIP where tests/peers/build or installers/schemas/fetch have not been."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import exemptions
import render
import schemas
import watch

SKIPPED = 77
EVERYTHING = ["--set", "patroni.enabled=true,redisSentinel.enabled=true,n8n.enabled=true,ollama.enabled=true,ollama.gpu.enabled=true,truthsync.enabled=true,"
              "spot.worker.enabled=true,scaling.worker.enabled=true,quota.enabled=true,limitRange.enabled=true,mesh.kind=istio-ambient"]
APIS = ("api__v1_", "apis__apps__v1_", "apis__batch__v1_", "apis__autoscaling__v2_", "apis__networking.k8s.io__v1_", "apis__policy__v1_",
        "apis__discovery.k8s.io__v1_", "apis__rbac.authorization.k8s.io__v1_", "apis__scheduling.k8s.io__v1_", "apis__storage.k8s.io__v1_",
        "apis__apiregistration.k8s.io__v1_")


def asked(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)


def programs():
    lines = dict(line.split() for line in asked(render.ROOT / "tests/peers/build", "--where").stdout.splitlines())
    return pathlib.Path(lines.get("findings", "/nowhere")) / "bin"


def brought():
    """The folder of schemas, and Istio's definitions."""
    words = 'project=$1; . "$1/installers/root/place.sh"; . "$1/installers/schemas/versions.sh"; echo "$cache/schemas/$schemas_key"'
    return pathlib.Path(asked("bash", "-c", words, "-", render.ROOT).stdout.strip()), pathlib.Path(asked(render.ROOT / "tests/chart/definitions", "--where").stdout.strip())


def texts():
    """(name, render as text) of what is looked at: everything on, each shape, each preset."""
    for name, arguments in [("default", []), ("everything", EVERYTHING)] + [
            (file.stem, ["--values", file]) for file in sorted((render.CHART / "presets").glob("*.yaml"))]:
        done = render.run(render.HELMS[-1], "template", *arguments)
        assert done.returncode == 0, done.stderr
        yield name, done.stdout
    for case in [*render.cases(), *watch.cases()]:
        if (case.what["shape"] or "watch" in case.what) and case.what["delivery"] == "helm":
            yield case.name, render.text(render.HELMS[-1], case)


class Linters(unittest.TestCase):
    def score(self, text):
        """(rule, KIND/NAME, what) that kube-score finds and nobody exempted."""
        done = subprocess.run([programs() / "kube-score", "score", "--output-format=json", "--kubernetes-version=v1.34", "--color=never", "-"],
                              input=text, capture_output=True, text=True, check=False)
        for item in json.loads(done.stdout):
            kind, name = item["type_meta"]["kind"], item["object_meta"]["name"]
            for check in item["checks"]:
                rule = f"kube-score/{check['check']['id']}"
                if not check["skipped"] and check["grade"] <= 5 and not exemptions.exempted(rule, kind, name):
                    yield rule, f"{kind}/{name}", [one["summary"] for one in check["comments"] or []]

    def test_kube_score_finds_nothing_that_is_not_exempted(self):
        for name, text in texts():
            with self.subTest(render=name):
                # Where the platform chooses the user, the chart cannot say one; everywhere else it must.
                left = {"kube-score/container-security-context-user-group-id"} if "openshift" in name else set()
                self.assertEqual([], [found for found in self.score(text) if found[0] not in left])

    def test_kube_score_would_find_something(self):
        text = next(texts())[1].replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false")
        self.assertIn("kube-score/container-security-context-readonlyrootfilesystem", {rule for rule, _, _ in self.score(text)})

    def test_kubeconform_takes_every_object_strictly(self):
        folder, istio = brought()
        absent = [name for name in ("keda", "prometheus-operator") if not (folder / name).is_dir()] + ["istio"] * (not istio.is_file())
        if absent:
            print(f"SKIP in part: no definitions of {', '.join(absent)}.", file=sys.stderr)
        definitions = [file for name in ("cert-manager", "gateway-api", "keda", "prometheus-operator") for file in (folder / name).glob("*.yaml")]
        for kubernetes in sorted(folder.glob("kubernetes*")):
            with tempfile.TemporaryDirectory() as made:
                documents = [file for file in kubernetes.glob("*_openapi.json") if file.name.startswith(APIS)]
                self.assertGreater(schemas.write(documents, definitions + [istio] * istio.is_file(), pathlib.Path(made)), 50)
                for name, text in texts():
                    with self.subTest(render=name, kubernetes=kubernetes.name):
                        skipped = {"keda": "ScaledObject,TriggerAuthentication", "istio": "PeerAuthentication",
                                   "prometheus-operator": "ServiceMonitor,PodMonitor,PrometheusRule,ScrapeConfig,Probe"}
                        done = self.conform(text, made, ",".join(skipped[one] for one in absent))
                        self.assertEqual(([], 0, 0), (done["resources"], done["errors"], done["invalid"]))
                        self.assertTrue(absent or done["skipped"] == 0, done)
                wrong = self.conform(next(texts())[1].replace("livenessProbe:", "livelinessProbe:"), made, "")
                self.assertGreater(wrong["invalid"], 5)

    @staticmethod
    def conform(text, folder, skipped):
        done = subprocess.run([programs() / "kubeconform", "-strict", "-summary", "-output=json", *(["-skip", skipped] if skipped else []),
                               "-schema-location", os.path.join(folder, "{{.ResourceKind}}{{.KindSuffix}}.json"), "-"],
                              input=text, capture_output=True, text=True, check=False)
        said = json.loads(done.stdout)
        return {"resources": said["resources"]} | said["summary"]


if __name__ == "__main__":
    reason = None
    if not render.HELMS:
        reason = "neither helm3 nor helm4 is on PATH"
    elif not (programs() / "kube-score").is_file():
        reason = "kube-score and kubeconform are not built; tests/peers/build does it"
    elif not brought()[0].is_dir():
        reason = "there are no schemas; installers/schemas/fetch brings them"
    if reason:
        print(f"SKIP: {reason}.")
        sys.exit(SKIPPED)
    unittest.main(verbosity=2)
