# SPDX-License-Identifier: GPL-3.0-or-later
"""Every object of every kind of render, taken by a real API server: server-side apply as a dry run, in a namespace that only lets in pods of the
level restricted, with the real definitions of cert-manager, Gateway API, KEDA, Prometheus operator and Istio. And the upgrade from the chart
before, on objects that are there. Says SKIP where the peers, or a set of definitions, are not there."""
import copy
import json
import pathlib
import subprocess
import sys
import unittest

import render
import upgrade
import watch

sys.path.insert(0, str(render.ROOT / "tests/peers"))
import real  # noqa: E402

SKIPPED = 77
LEVEL = {f"pod-security.kubernetes.io/{mode}": "restricted" for mode in ("enforce", "warn", "audit")}


def definitions():
    """Files with definitions, and the kinds of a render that none of them knows."""
    where = subprocess.run(["bash", "-c", 'project=$1; . "$1/installers/root/place.sh"; . "$1/installers/schemas/versions.sh"; echo "$cache/schemas/$schemas_key"',
                            "-", render.ROOT], capture_output=True, text=True, check=True).stdout.strip()
    folders = [pathlib.Path(where) / name for name in ("cert-manager", "gateway-api", "keda", "prometheus-operator")]
    istio = subprocess.run([render.ROOT / "tests/chart/definitions", "--where"], capture_output=True, text=True, check=False).stdout.strip()
    files = [file for folder in folders for file in sorted(folder.glob("*.yaml"))] + [pathlib.Path(istio)]
    return [file for file in files if file.is_file()], [folder.name for folder in folders if not folder.is_dir()] + ["istio"] * (not pathlib.Path(istio).is_file())


UNKNOWN = {"keda": "keda.sh", "prometheus-operator": "monitoring.coreos.com", "istio": "security.istio.io", "cert-manager": "cert-manager.io",
           "gateway-api": "gateway.networking.k8s.io"}


def renders():
    """(name, objects): each shape, each way in, each preset with everything on, without and with Argo CD."""
    for case in render.cases():
        if case.what["shape"] or (case.what["tls"], case.what["delivery"]) == ("certificate", "helm"):
            yield case.name, render.objects(render.text(render.HELMS[-1], case))
    for case in watch.cases():
        yield case.name, render.objects(render.text(render.HELMS[-1], case))
    for file in sorted((render.CHART / "presets").glob("*.yaml")):
        done = render.run(render.HELMS[-1], "template", "--values", file, "--set",
                          "patroni.enabled=true,redisSentinel.enabled=true,n8n.enabled=true,ollama.enabled=true,ollama.gpu.enabled=true,"
                          "truthsync.enabled=true,spot.worker.enabled=true,scaling.worker.enabled=true,quota.enabled=true,limitRange.enabled=true")
        assert done.returncode == 0, done.stderr
        yield file.stem, render.objects(done.stdout)


class Server(unittest.TestCase):
    bench = None  # etcd and an API server, for these tests alone

    @classmethod
    def setUpClass(cls):
        cls.files, cls.absent = definitions()
        for file in cls.files:
            cls.call("apply", "--server-side", "--force-conflicts", "-f", file)
        cls.call("wait", "--for=condition=Established", "--timeout=60s", "crd", "--all")
        cls.namespace(render.NAMESPACE)
        # Those of the nodes, with the labels the chart gives one.
        for name in (watch.HOST, "nodes"):
            cls.namespace(name, dict.fromkeys(LEVEL, "privileged"))
        # A Pod is refused where its account is not there, and a dry run makes none.
        cls.call("--namespace", render.NAMESPACE, "create", "serviceaccount", "sentinel-test")

    @classmethod
    def call(cls, *arguments, given=None):
        """What kubectl said; warnings and all."""
        return cls.bench.kubectl(*map(str, arguments), given=given)

    @classmethod
    def namespace(cls, name, labels=None):
        cls.call("apply", "-f", "-", given=json.dumps({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name, "labels": labels or LEVEL}}))

    def apply(self, items, *more):
        """(return code, everything said)."""
        groups = tuple(UNKNOWN[name] for name in self.absent)
        taken = [item for item in items if not item["apiVersion"].startswith(groups or ("-",))]
        command = ["kubectl", "--kubeconfig", self.bench.kubeconfig, "apply", "--server-side", "--field-manager=test", *more, "-f", "-"]
        done = subprocess.run(command, input=json.dumps({"apiVersion": "v1", "kind": "List", "items": taken}), capture_output=True, text=True, check=False)
        return done.returncode, done.stderr, len(done.stdout.splitlines()), len(taken)

    def test_takes_every_object_of_every_render_as_restricted(self):
        if self.absent:
            print(f"SKIP in part: no definitions of {', '.join(self.absent)} (installers/schemas/fetch, tests/chart/definitions).", file=sys.stderr)
        seen = set()  # most objects are the same in many renders
        for name, items in renders():
            with self.subTest(render=name):
                fresh = [item for item in items if (text := json.dumps(item, sort_keys=True)) not in seen and not seen.add(text)]
                if fresh:
                    code, said, answers, asked = self.apply(fresh, "--dry-run=server")
                    self.assertEqual((0, "", asked), (code, said, answers))

    def test_takes_the_upgrade_from_the_chart_before(self):
        for name, files in upgrade.CASES.items():
            space = f"upgrade-{name}"
            self.namespace(space)

            def moved(items, space=space):
                items = copy.deepcopy(items)
                for item in items:
                    item["metadata"]["namespace"] = space
                return items

            code, said, _, _ = self.apply(moved(upgrade.before(name)))
            self.assertEqual((0, ""), (code, said), f"{name}: the chart before")
            done = render.run(render.HELMS[-1], "template", *render.with_files(files))
            code, said, _, _ = self.apply(moved(render.objects(done.stdout)))
            self.assertEqual((0, ""), (code, said), name)

    def test_would_say_no(self):
        items = copy.deepcopy(render.objects(render.text(render.HELMS[-1], render.cases()[0])))
        pod = next(item for item in items if (item["kind"], item["metadata"]["name"]) == ("Deployment", "backend"))["spec"]["template"]["spec"]
        pod["hostNetwork"] = True
        self.assertIn("would violate PodSecurity", self.apply(items, "--dry-run=server")[1])
        pod["hostNetwork"], pod["readinessProbes"] = False, {}
        code, said, _, _ = self.apply(items, "--dry-run=server")
        self.assertNotEqual(0, code)
        self.assertIn("readinessProbes", said)


if __name__ == "__main__":
    if not render.HELMS:
        print("SKIP: neither helm3 nor helm4 is on PATH.")
        sys.exit(SKIPPED)
    try:
        with real.own("api") as Server.bench:
            ended = unittest.main(verbosity=2, exit=False)
    except real.Unavailable as why:
        print(f"SKIP: {why}")
        sys.exit(SKIPPED)
    sys.exit(not ended.result.wasSuccessful())
