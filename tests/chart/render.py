# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real Helm over the chart and hands out what it rendered."""
import itertools
import pathlib
import shutil
import subprocess

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHART = ROOT / "resources/charts/sentinel"
VALUES = pathlib.Path(__file__).resolve().parent / "values"
NAMESPACE = "sentinel-prod"
HELMS = [name for name in ("helm3", "helm4") if shutil.which(name)]

AXES = {
    "exposure": ("ingress", "gateway", "none"),
    "tls": ("none", "certificate", "existing"),
    "database": ("bundled", "external"),
    "delivery": ("argocd", "helm"),
}
SHAPES = ("prod", "edge", "openshift", "ha", "scaled", "linkerd")


class Case:
    """One set of values files, and what it stands for."""

    def __init__(self, name, files, **what):
        self.name, self.files, self.what = name, files, what

    def __repr__(self):
        return self.name

    def options(self):
        """A question: what the values files say of a dotted key; nothing where they say nothing."""
        merged = {}
        for file in self.files:
            merge(merged, yaml.safe_load(file.read_text(encoding="utf-8")) or {})

        def value(key):
            found = merged
            for part in key.split("."):
                found = found.get(part) if isinstance(found, dict) else None
            return found or False

        return value


def merge(into, more):
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            merge(into[key], value)
        else:
            into[key] = value.copy() if isinstance(value, dict) else value


def cases():
    """Every combination of the axes, and each shape with and without Argo CD."""
    found = []
    for combination in itertools.product(*AXES.values()):
        what = dict(zip(AXES, combination))
        files = [VALUES / f"{axis}-{value}.yaml" for axis, value in what.items()]
        found.append(Case("+".join(combination), files, shape=None, **what))
    for shape, delivery in itertools.product(SHAPES, AXES["delivery"]):
        files = [VALUES / f"shape-{shape}.yaml", VALUES / f"delivery-{delivery}.yaml"]
        database = "external" if shape == "openshift" else "bundled"
        found.append(Case(f"{shape}+{delivery}", files, shape=shape, exposure="ingress", tls="certificate", database=database, delivery=delivery))
    return found


def run(helm, verb, *arguments):
    command = {"lint": [helm, "lint", "--strict", str(CHART), "--namespace", NAMESPACE],
               "template": [helm, "template", "sentinel", str(CHART), "--namespace", NAMESPACE],
               # The only way to the notes without a cluster.
               "notes": [helm, "install", "sentinel", str(CHART), "--namespace", NAMESPACE, "--dry-run=client"]}[verb]
    return subprocess.run([*command, *map(str, arguments)], capture_output=True, text=True, check=False)


def with_files(files):
    return [argument for file in files for argument in ("--values", file)]


_rendered = {}


def text(helm, case):
    """What `helm template` prints for the case; rendered once."""
    key = (helm, case.name)
    if key not in _rendered:
        done = run(helm, "template", *with_files(case.files))
        if done.returncode != 0:
            raise AssertionError(f"{helm} template refuses {case}: {done.stderr}")
        _rendered[key] = done.stdout
    return _rendered[key]


class Strict(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Refuses a map that names a key twice: YAML parsers take the last one, the API server none."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise yaml.constructor.ConstructorError(None, None, f"key given twice: {sorted(twice)}", node.start_mark)
        return super().construct_mapping(node, deep)


def documents(rendered):
    """The texts of a render's documents, in an order of our own."""
    return sorted(document.strip() for document in f"\n{rendered}".split("\n---\n"))


_parsed = {}


def objects(rendered):
    """The documents of a render, parsed once; who changes them works on a copy."""
    if rendered not in _parsed:
        _parsed[rendered] = [document for document in yaml.load_all(rendered, Loader=Strict) if document]
    return _parsed[rendered]
