# SPDX-License-Identifier: GPL-3.0-or-later
"""Going back by the real Argo CD: `sentinelctl rollback` beside `argocd app rollback`, which is logged in at argocd-server.

Both are measured from the start of the program to the moment at which the operation is through: that is what argocd waits for. Ours has passed
its fifteen checks, paused auto-sync and written its journal by then; argocd wants auto-sync off beforehand. Part of ours is also told alone: until
the operation was accepted.
"""
import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "peers"))
import real  # noqa: E402

NAME, SPACE = "bench-shop", "bench-shop"
ACCEPT = "target,schema,images,backup,room,references,replicas,hooks,volumes,deletes,busy"


def manifest(version):
    return f"""{{apiVersion: v1, kind: ConfigMap, metadata: {{name: settings}}, data: {{version: "{version}"}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {{name: web}}
spec:
  replicas: 1
  selector: {{matchLabels: {{app: web}}}}
  template:
    metadata: {{labels: {{app: web}}}}
    spec: {{containers: [{{name: web, image: "registry.example.com/web:{version}"}}]}}
"""


class Shop:
    """An Application with two versions in its history, auto-sync off."""

    def __init__(self, bench, folder, control):
        self.bench, self.folder, self.control = bench, folder, control
        self.git = real.Git(bench, folder)
        self.url = self.git.repository("bench")
        self.git.known_to_argocd(self.url)
        work = folder / "work"
        work.mkdir()
        self.git.run("init", "--quiet", folder=work)
        bench.apply(given=json.dumps({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": SPACE}}))
        for version in ("1", "2"):
            (work / "web.yaml").write_text(manifest(version))
            for command in (("add", "."), ("commit", "--quiet", "-m", "A version"), ("push", "--quiet", self.url, "HEAD:main")):
                self.git.run(*command, folder=work)
            if version == "1":
                self.make()
            self.sync(self.git.run("rev-parse", "HEAD", folder=work).stdout.strip())

    def make(self):
        self.bench.apply(given=json.dumps({
            "apiVersion": "argoproj.io/v1alpha1", "kind": "Application", "metadata": {"name": NAME, "namespace": "argocd"},
            "spec": {"project": "default", "source": {"repoURL": self.url, "path": ".", "targetRevision": "main"},
                     "destination": {"server": "https://kubernetes.default.svc", "namespace": SPACE}}}))

    def application(self):
        return json.loads(self.bench.kubectl("get", "application", "-n", "argocd", NAME, "-o", "json"))

    def sync(self, commit):
        self.bench.kubectl("patch", "application", "-n", "argocd", NAME, "--type", "merge", "-p", json.dumps({"operation": {"sync": {"revision": commit}}}))
        real.until(f"{commit[:8]}", lambda: [one["revision"] for one in self.application().get("status", {}).get("history", [])][-1:] == [commit], 120)
        real.until("the end", lambda: "operation" not in self.application(), 60)

    def other(self):
        """The id of the newest entry with the version that does not run: there and back."""
        history = self.application()["status"]["history"]
        return str([one["id"] for one in history if one["revision"] != history[-1]["revision"]][-1])

    def environment(self):
        return self.git.environment() | {"KUBECONFIG": str(self.bench.kubeconfig), "XDG_STATE_HOME": str(self.folder / "state"),
                                         "XDG_CACHE_HOME": str(self.folder / "cache"), "LC_ALL": "C.UTF-8"}

    def ours(self):
        to, began = self.other(), time.time()
        done = subprocess.run([self.control, "rollback", f"argocd/{NAME}", "--to", to, "--accept", ACCEPT, "--yes", "-o", "json"], env=self.environment(),
                              capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise RuntimeError(f"sentinelctl rollback ended with {done.returncode}: {done.stderr[-500:]}")
        ended = {step["id"]: datetime.datetime.fromisoformat(step["ended"].replace("Z", "+00:00")).timestamp() for step in json.loads(done.stdout)["steps"]}
        return ended["accept"] - began, ended["sync"] - began

    def argocd(self, *words, given=None):
        program = self.bench.places.program("argocd", "argocd")
        own = {"ARGOCD_BINARY_NAME": "argocd", "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder / "config")}
        done = subprocess.run([program, *words], env=os.environ | own, input=given, capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise RuntimeError(f"argocd {words[0]} ended with {done.returncode}: {(done.stderr or done.stdout)[-500:]}")

    def log_in(self):
        password = pathlib.Path(self.bench.ground.path("argocd", "admin-password")).read_text()
        self.argocd("login", f"{self.bench.ground.address}:8443", "--username", "admin", "--password", password, "--insecure", "--grpc-web")

    def theirs(self):
        to, began = self.other(), time.time()
        self.argocd("app", "rollback", NAME, to)
        return time.time() - began


def rows(control, rounds=5):
    with real.own("kwok", "git", "argocd") as bench, tempfile.TemporaryDirectory() as folder:
        shop = Shop(bench, pathlib.Path(folder), control)
        shop.log_in()
        taken = [(shop.ours(), shop.theirs()) for _ in range(rounds + 1)][1:]  # the first warms caches
        accepted, through, peer = ([pair[0][0] for pair in taken], [pair[0][1] for pair in taken], [pair[1] for pair in taken])
        yield "rollback accepted by Argo CD / argocd app rollback, wall", statistics.median(accepted) * 1e3, statistics.median(peer) * 1e3, "ms", 1.2
        yield "rollback through at Argo CD / argocd app rollback, wall", statistics.median(through) * 1e3, statistics.median(peer) * 1e3, "ms", 1.2


if __name__ == "__main__":
    for row in rows(*sys.argv[1:2]):
        print(*row, f"{row[1] / row[2]:.2f}")
