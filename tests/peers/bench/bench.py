# SPDX-License-Identifier: GPL-3.0-or-later
"""One instance of the bench of real peers: what it consists of, and how its parts are started in their order."""
import base64
import importlib
import json
import os
import pathlib
import subprocess
import time

import apiserver
from authority import Authority, kubeconfig
from ground import Failed, Ground, until
from places import PROJECT, Places, system

import yaml

# In the order they start; what each needs before it.
NEEDS = {
    "api": (), "kubernetes": ("api",), "kwok": ("kubernetes",), "metrics": ("kubernetes", "kwok"), "git": (), "prometheus": (),
    "cert-manager": ("kubernetes",), "argocd": ("kubernetes", "kwok"),
}
PARTS = {"api": ("etcd", "apiserver"), "kubernetes": ("controller_manager", "scheduler"), "kwok": ("kwok",), "metrics": ("metrics",), "git": ("gitserver",),
         "prometheus": ("alertmanager", "prometheus"), "cert-manager": ("certmanager",), "argocd": ("redis", "argocd")}

WORKLOADS = ("Deployment", "StatefulSet", "DaemonSet", "Job", "NetworkPolicy", "PodDisruptionBudget")


class Bench:
    def __init__(self, folder, versions=None, durable=False):
        """`durable`: what etcd confirms is on the disk."""
        self.durable = durable
        self.ground = Ground(folder, PROJECT)
        self.versions = versions or self.ground.state.get("versions", {})
        self.places = Places(self.versions)
        self.authority = Authority(self.ground) if self.ground.stands() else None

    def up(self, wanted=(), say=lambda line: None):
        """Those named, all when none is, with what they need; a bench that stands gets what it lacks."""
        wanted = set(wanted or NEEDS)
        while more := {need for name in wanted for need in NEEDS[name]} - wanted:
            wanted |= more
        if not self.ground.stands():
            self.ground.make()
            self.authority = Authority(self.ground)
            self.ground.state |= {"versions": self.versions, "running": [], "addresses": {}, "files": {}}
        for name in NEEDS:
            if name in wanted and name not in self.ground.state["running"]:
                since = time.monotonic()
                for part in PARTS[name]:
                    importlib.import_module(part).start(self)
                    if part == "apiserver":
                        self.admin()
                self.ground.state["running"].append(name)
                self.ground.save()
                say(f"{name} is up ({time.monotonic() - since:.1f} s)")

    def admin(self):
        who = self.authority.issue("admin", "/O=system:masters/CN=admin")
        kubeconfig(self.ground, self.kubeconfig, apiserver.url(self.ground), self.authority, "admin", who)
        self.tell("api server", apiserver.url(self.ground))
        self.tell("kubeconfig", self.kubeconfig)

    def down(self):
        self.ground.end()

    def tell(self, name, where):
        """For those who use the bench; printed and kept in peers.json."""
        self.ground.state["files" if isinstance(where, pathlib.Path) else "addresses"][name] = str(where)

    def kill(self, part, what):
        """The process group of a part (a module here: "etcd", "apiserver", …) gets a signal."""
        self.ground.process(importlib.import_module(part).NAME).kill(what)

    def again(self, part, before=()):
        importlib.import_module(part).again(self, before)

    def version(self, module):
        """Minor version of what runs, as plans name it."""
        usual = {"kubernetes": "1.35", "argocd": "3.6"}
        return self.versions.get(module, f"{module}-{usual[module]}").rpartition("-")[2]

    # The cluster, by its administrator

    @property
    def kubeconfig(self):
        return self.ground.path("kubeconfig")

    def environment(self):
        return os.environ | {"KUBECONFIG": str(self.kubeconfig), "KUBECACHEDIR": str(self.ground.path("kubectl-cache")), "LC_ALL": "C.UTF-8"}

    def kubectl(self, *arguments, given=None):
        done = subprocess.run([system("kubectl"), *map(str, arguments)], input=given, capture_output=True, text=True, timeout=180, env=self.environment())
        if done.returncode != 0:
            raise Failed(f"kubectl {' '.join(map(str, arguments))[:300]}: {done.stderr.strip()[-2000:]}")
        return done.stdout

    def apply(self, *files, given=None, namespace=None):
        """Server-side, as one who made none of it before."""
        arguments = ["apply", "--server-side", "--force-conflicts", "--field-manager=peers"]
        if namespace:
            arguments += ["--namespace", namespace]
        for file in files:
            arguments += ["-f", file]
        return self.kubectl(*arguments, *(("-f", "-") if given is not None else ()), given=given)

    def established(self, *names):
        """Waits for kinds to be served. kubectl's own wait stumbles over one that has no status yet."""
        def served():
            told = json.loads(self.kubectl("get", *(f"crd/{name}" for name in names), "-o", "json"))
            conditions = [one.get("status", {}).get("conditions") or [] for one in told.get("items", [told])]
            return all(any(one["type"] == "Established" and one["status"] == "True" for one in some) for some in conditions)
        until(", ".join(names), served)

    def without_workloads(self, text):
        """The objects of a release but what runs and what guards it in a pod network. Its Services lose their selectors: behind them are
        processes here (see `endpoints` and `serve`)."""
        kept = []
        for one in yaml.safe_load_all(text):
            if not one or one["kind"] in WORKLOADS:
                continue
            if one["kind"] == "Service":
                one["spec"].pop("selector", None)
            kept.append(one)
        return yaml.safe_dump_all(kept)

    def endpoints(self, namespace, service, **ports):
        """What a Service leads to: ports of the instance's address, by the names of the Service's ports."""
        self.apply(given=json.dumps({
            "apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice", "addressType": "IPv4",
            "metadata": {"name": f"{service}-peers", "namespace": namespace, "labels": {"kubernetes.io/service-name": service}},
            "endpoints": [{"addresses": [self.ground.address], "conditions": {"ready": True}}],
            "ports": [{"name": name, "port": port, "protocol": "TCP"} for name, port in ports.items()],
        }))

    def serve(self, namespace, service, name, port, target):
        """A Service before a process here. The API server's proxy goes to nothing but pods, so there is one: on the host's network, whose
        address is the instance's."""
        known = {"peers/process": service}
        self.apply(given=json.dumps({
            "apiVersion": "v1", "kind": "Pod", "metadata": {"name": f"{service}-0", "namespace": namespace, "labels": known},
            "spec": {"hostNetwork": True, "automountServiceAccountToken": False, "terminationGracePeriodSeconds": 0,
                     "containers": [{"name": service, "image": f"peers/{service}", "ports": [{"name": name, "containerPort": target}]}]}}))
        self.apply(given=json.dumps({
            "apiVersion": "v1", "kind": "Service", "metadata": {"name": service, "namespace": namespace, "labels": {"app.kubernetes.io/name": service}},
            "spec": {"selector": known, "ports": [{"name": name, "port": port, "targetPort": name}]}}))
        self.apply(given=json.dumps({
            "apiVersion": "kwok.x-k8s.io/v1alpha1", "kind": "PortForward", "metadata": {"name": f"{service}-0", "namespace": namespace},
            "spec": {"forwards": [{"ports": [target], "target": {"address": self.ground.address, "port": target}}]}}))

    def token(self, namespace, account):
        """A year's token of a service account."""
        return self.kubectl("create", "token", account, "--namespace", namespace, "--duration=8760h").strip()

    def secret(self, namespace, name, key):
        told = json.loads(self.kubectl("get", "secret", name, "--namespace", namespace, "-o", "json"))
        return base64.b64decode(told["data"][key]).decode()
