# SPDX-License-Identifier: GPL-3.0-or-later
"""The cases and the objects they are about."""
CASES = {}


def case(function):
    """One question put to both servers: it gets a server and a namespace of its own there, and gives what was answered."""
    CASES[function.__name__] = function
    return function


def maps(ns, name=""):
    return f"/api/v1/namespaces/{ns}/configmaps" + (f"/{name}" if name else "")


def workloads(ns, name=""):
    return f"/apis/apps/v1/namespaces/{ns}/deployments" + (f"/{name}" if name else "")


def config(name, value="1", **metadata):
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, **metadata}, "data": {"key": value}}


def deployment(name, replicas=1, image="nginx:1.27", **spec):
    return {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": name}, "spec": {
        "replicas": replicas, "selector": {"matchLabels": {"app": name}},
        "template": {"metadata": {"labels": {"app": name}}, "spec": {"containers": [{"name": "web", "image": image}]}}, **spec}}


def only(value, *keys):
    return {key: value.get(key) for key in keys}
