# SPDX-License-Identifier: GPL-3.0-or-later
"""A real API server of its own for the tests of this folder; see tests/peers."""
import importlib
import json
import pathlib
import signal
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests/peers/bench"))

from bench import Bench  # noqa: E402
from ground import Failed, Unavailable  # noqa: E402

SKIPPED = 77
NAMESPACE = "faults"
# A custom resource of the kind the console knows best; what is in it does not matter here.
APPLICATIONS = {
    "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": {"name": "applications.argoproj.io"},
    "spec": {"group": "argoproj.io", "scope": "Namespaced", "names": {"kind": "Application", "plural": "applications"},
             "versions": [{"name": "v1alpha1", "served": True, "storage": True,
                           "schema": {"openAPIV3Schema": {"type": "object", "x-kubernetes-preserve-unknown-fields": True}}}]},
}


class Peer:
    """etcd and a Kubernetes API server with its controllers, and a namespace that only the test writes to."""

    def __init__(self, durable=False):
        """`durable`: etcd waits for the disk, as it must where it is killed."""
        # Told to end, end the servers too.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        self.folder = tempfile.TemporaryDirectory(prefix="faults-")
        self.bench = Bench(pathlib.Path(self.folder.name) / "peer", durable=durable)
        try:
            self.bench.up(["kubernetes"])
            self.bench.kubectl("create", "namespace", NAMESPACE)
            self.bench.apply(given=json.dumps(APPLICATIONS))
            self.bench.established(APPLICATIONS["metadata"]["name"])
            self.bench.kubectl("wait", "--for=create", "--timeout=60s", "serviceaccount/default", "--namespace", NAMESPACE)
        except BaseException:
            self.close()
            raise

    def process(self, part):
        return self.bench.ground.process(importlib.import_module(part).NAME)

    def close(self):
        self.bench.down()
        self.folder.cleanup()


__all__ = ["Failed", "NAMESPACE", "Peer", "SKIPPED", "TOP", "Unavailable"]
