# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart for each profile, each way in, each level of availability and each mesh, and with each of its flags turned over, under Helm 3 and 4:
every rule holds, and both render the same."""
import itertools
import json
import sys
import unittest

import render
import rules
import watch
import yaml

SKIPPED = 77
PROFILES = {
    "dev": {"backend": {"replicas": 1}, "worker": {"replicas": 1}, "frontend": {"replicas": 1}},
    "staging": {"backend": {"replicas": 2}, "n8n": {"enabled": True}},
    "prod": {"backend": {"autoscaling": {"enabled": True, "minReplicas": 3, "maxReplicas": 9}}, "worker": {"replicas": 6}, "n8n": {"enabled": True},
             "scaling": {"worker": {"enabled": True}}, "quota": {"enabled": True}, "limitRange": {"enabled": True}},
    "edge": "presets/edge.yaml",
}
EXPOSURES = {"ingress": {}, "gateway": {"exposure": {"kind": "gateway"}}}
AVAILABLE = {
    "none": {},
    "node": {"patroni": {"enabled": True}, "redisSentinel": {"enabled": True}},
    "zone": {"patroni": {"enabled": True, "spread": {"hosts": "required", "zones": "required"}}, "etcd": {"spread": {"hosts": "required", "zones": "required"}},
             "redisSentinel": {"enabled": True, "spread": {"hosts": "required", "zones": "required"}}, "backend": {"spread": {"hosts": "required", "zones": "required"}}},
}
MESHES = {kind: {"mesh": {"kind": kind}} for kind in ("none", "istio-ambient", "linkerd")}


def given(*parts):
    """Arguments for the values, later ones over earlier ones."""
    arguments, merged = [], {}
    for part in parts:
        if isinstance(part, str):
            arguments += ["--values", render.CHART / part]
        else:
            render.merge(merged, part)
    for key, value in merged.items():
        arguments += ["--set-json", f"{key}={json.dumps(value)}"]
    return arguments


def around(values, flag):
    """Values that switch on every section a flag lies in."""
    made, path = {}, flag.split(".")
    for length in range(1, len(path)):
        part = values
        for key in path[:length]:
            part = part[key]
        if part.get("enabled") is False and path[length] != "enabled":
            nested = {"enabled": True}
            for key in reversed(path[:length]):
                nested = {key: nested}
            render.merge(made, nested)
    render.merge(made, BESIDE.get(flag, {}))
    return made


def turned(values, path=()):
    """One set of values for each flag of values.yaml, turned over."""
    for key, value in values.items():
        here = (*path, key)
        if isinstance(value, bool):
            nested = not value
            for part in reversed(here):
                nested = {part: nested}
            yield ".".join(here), nested
        elif isinstance(value, dict):
            yield from turned(value, here)


# What a flag needs beside it to mean anything; that of its own section, and of the sections around it, is always switched on.
BESIDE = {
    "patroni.pgbackrest.enabled": {"patroni": {"enabled": True}},
    "n8n.exposeWebhooks": {"n8n": {"enabled": True}},
    "ollama.gpu.enabled": {"ollama": {"enabled": True}},
    "scaling.worker-spot.enabled": {"spot": {"worker": {"enabled": True}}},
    "spot.shorterGrace": {"spot": {"worker": {"enabled": True}}, "worker": {"terminationGracePeriodSeconds": 600}},
    "mesh.strict": {"mesh": {"kind": "istio-ambient"}},
}
# Rules that a flag is there to break.
BROKEN = {"podSecurity.readOnlyRootFilesystem": {"containers_are_restricted"}}


class Matrix(unittest.TestCase):
    def check(self, name, arguments, without=frozenset()):
        texts = []
        for helm in render.HELMS:
            done = render.run(helm, "template", *arguments)
            self.assertEqual(0, done.returncode, f"{helm} {name}: {done.stderr}")
            texts.append(done.stdout)
        self.assertEqual(1, len({tuple(render.documents(text)) for text in texts}), f"{name}: Helm 3 and 4 differ")
        items = [document for document in yaml.load_all(texts[0], Loader=render.Strict) if document]
        for rule in rules.RULES:
            if rule.__name__ not in without:
                self.assertEqual([], list(watch.not_exempt(rule(items))), f"{name}: {rule.__name__}")
        return items

    def test_of_profile_way_in_availability_and_mesh(self):
        for profile, exposure, available, mesh in itertools.product(PROFILES, EXPOSURES, AVAILABLE, MESHES):
            name = f"{profile}+{exposure}+{available}+{mesh}"
            with self.subTest(case=name):
                items = self.check(name, given(PROFILES[profile], EXPOSURES[exposure], AVAILABLE[available], MESHES[mesh]))
                kinds = {(item["kind"], item["metadata"]["name"]) for item in items}
                self.assertEqual(available != "none", ("StatefulSet", "patroni") in kinds)
                self.assertEqual(available == "none", ("StatefulSet", "postgres") in kinds)
                self.assertEqual(exposure == "gateway", ("HTTPRoute", "sentinel") in kinds)
                self.assertEqual(mesh == "istio-ambient", any(kind == "PeerAuthentication" for kind, _ in kinds))

    def test_of_each_flag_turned_over(self):
        values = yaml.safe_load((render.CHART / "values.yaml").read_text(encoding="utf-8"))
        plain = render.documents(render.run(render.HELMS[0], "template").stdout)
        flags = dict(turned(values))
        self.assertGreater(len(flags), 20)
        self.assertEqual(set(), set(BESIDE) - set(flags))
        for name, value in flags.items():
            with self.subTest(flag=name):
                beside = around(values, name)
                self.assertTrue(self.check(name, given(beside, value), BROKEN.get(name, frozenset())))
                before = render.documents(render.run(render.HELMS[0], "template", *given(beside)).stdout) if beside else plain
                after = render.documents(render.run(render.HELMS[0], "template", *given(beside, value)).stdout)
                # What observability needs beside a flag is told by its own tests.
                if not name.startswith(("observability.", "watchdog.")) and name != "spot.shorterGrace":
                    self.assertNotEqual(before, after, "it changes nothing")


if __name__ == "__main__":
    if not render.HELMS:
        print("SKIP: neither helm3 nor helm4 is on PATH.")
        sys.exit(SKIPPED)
    unittest.main(verbosity=2)
