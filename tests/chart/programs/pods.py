# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs containers of a render on the programs of a Debian root, the way a kubelet would: the same command, variables, volumes and probes, a
network of their own with the cluster's names, user 10001, no capability, the image read-only. No image is run and no cluster is there: it is
the scripts and the configuration of the chart that are tried, on the real programs."""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
USER = 10001
PATH = "/usr/local/bin:/usr/bin:/usr/sbin:/bin:/sbin"


class Failed(Exception):
    """Something did not come about in time, and what was last seen."""


def until(what, question, seconds=60, every=0.2):
    """Asks until the answer is true and returns it."""
    pause, deadline, last = threading.Event(), time.monotonic() + seconds, None
    while True:
        try:
            last = question()
            if last:
                return last
        except (Failed, OSError, AssertionError, subprocess.SubprocessError) as problem:
            last = problem
        if time.monotonic() > deadline:
            raise Failed(f"{what}: not within {seconds} s; last: {last!r}")
        pause.wait(every)


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"{' '.join(map(str, command))}: {done.stderr.strip()}")
    return done.stdout


class Network:
    """A switch in a namespace of its own, with the name server; nothing of it is seen from this machine."""

    def __init__(self, folder, namespace):
        self.folder, self.namespace, self.names, self.processes = folder, namespace, {}, []
        self.file = folder / "names.json"
        self.file.write_text("{}", encoding="utf-8")
        self.switch = self.holder()
        self.inside(self.switch, "ip", "link", "add", "switch", "type", "bridge")
        self.inside(self.switch, "ip", "address", "add", "10.77.0.1/24", "dev", "switch")
        self.inside(self.switch, "ip", "link", "set", "switch", "up")
        self.inside(self.switch, "ip", "link", "set", "lo", "up")
        self.processes.append(subprocess.Popen(
            ["nsenter", f"--net=/proc/{self.switch}/ns/net", "--", sys.executable, "-B", HERE / "names.py", "10.77.0.1", self.file]))

    def holder(self):
        """The id of a process that keeps a new namespace."""
        process = subprocess.Popen(["unshare", "--net", "--", "tail", "-f", "/dev/null"])
        self.processes.append(process)
        own = os.readlink("/proc/self/ns/net")
        until("a network namespace", lambda: os.readlink(f"/proc/{process.pid}/ns/net") != own, 10, 0.01)
        return process.pid

    @staticmethod
    def inside(holder, *command):
        return run("nsenter", f"--net=/proc/{holder}/ns/net", "--", *command)

    def join(self, number):
        """A namespace with the address 10.77.0.NUMBER; its id and the address."""
        holder, link, address = self.holder(), f"port{number}", f"10.77.0.{number}"
        self.inside(self.switch, "ip", "link", "add", link, "type", "veth", "peer", "name", "eth0", "netns", holder)
        self.inside(self.switch, "ip", "link", "set", link, "master", "switch", "up")
        self.inside(holder, "ip", "link", "set", "lo", "up")
        self.inside(holder, "ip", "address", "add", f"{address}/24", "dev", "eth0")
        self.inside(holder, "ip", "link", "set", "eth0", "up")
        return holder, address

    def cut(self, number, up=False):
        self.inside(self.switch, "ip", "link", "set", f"port{number}", "up" if up else "down")

    def call(self, name, address):
        """A name of the namespace, as the cluster's DNS has it."""
        self.names[f"{name}.{self.namespace}.svc.cluster.local"] = address
        written = self.file.with_suffix(".new")
        written.write_text(json.dumps(self.names), encoding="utf-8")
        written.replace(self.file)

    def end(self):
        for process in reversed(self.processes):
            process.kill()
            process.wait()


class Pod:
    """One pod of a workload of the render, with its one container."""

    def __init__(self, network, root, items, owner, name, number, secrets):
        self.network, self.root, self.name, self.number = network, root, name, number
        self.items, self.owner, self.secrets = items, owner, secrets
        self.holder, self.address = network.join(number)
        self.folder = network.folder / name
        (self.folder / "root").mkdir(parents=True)
        self.log = self.folder / "log"
        self.process = None
        (self.folder / "resolv.conf").write_text(
            f"nameserver 10.77.0.1\nsearch {network.namespace}.svc.cluster.local svc.cluster.local cluster.local\noptions ndots:5\n", encoding="utf-8")
        if "serviceName" in owner["spec"]:
            network.call(f"{name}.{owner['spec']['serviceName']}", self.address)

    @property
    def spec(self):
        return self.owner["spec"]["template"]["spec"]

    @property
    def container(self):
        return self.spec["containers"][0]

    def claim(self, name):
        return self.folder / "claims" / name

    def volume(self, name):
        """The folder a volume is, filled the way the kubelet fills it."""
        volume = next((one for one in self.spec.get("volumes", []) if one["name"] == name), None)
        folder = self.claim(name) if volume is None else self.folder / "volumes" / name
        if volume and folder.exists():
            shutil.rmtree(folder)  # of an earlier life of the pod
        folder.mkdir(parents=True, exist_ok=True)
        if volume is None:  # a claim: it stays, and belongs to fsGroup
            shutil.chown(folder, 0, USER)
            folder.chmod(0o2775)
        elif "emptyDir" in volume:
            folder.chmod(0o777)
        elif "configMap" in volume:
            data = next(one["data"] for one in self.items if one["kind"] == "ConfigMap" and one["metadata"]["name"] == volume["configMap"]["name"])
            for key, text in data.items():
                (folder / key).write_text(text, encoding="utf-8")
        else:
            secret = self.secrets[volume["secret"]["secretName"]]
            paths = {one["key"]: one["path"] for one in volume["secret"].get("items", [])} or {key: key for key in secret}
            for key, path in paths.items():
                file = folder / path
                file.write_text(secret[key], encoding="utf-8")
                shutil.chown(file, 0, USER)
                file.chmod(volume["secret"]["defaultMode"])
        return folder

    def environment(self):
        found = {"PATH": PATH, "LANG": "C.UTF-8"}
        for entry in self.container.get("env", []):
            value = entry.get("value", "")
            if "valueFrom" in entry:
                source = entry["valueFrom"]
                value = self.name if "fieldRef" in source else self.secrets[source["secretKeyRef"]["name"]][source["secretKeyRef"]["key"]]
            found[entry["name"]] = re.sub(r"\$\(([A-Z_]+)\)", lambda match: found[match[1]], value)
        return found

    def mounts(self):
        place = self.folder / "root"
        lines = [f"mount --bind {self.root} {place}", f"mount -o remount,bind,ro {place}", f"mount -t proc proc {place}/proc",
                 f"mount --rbind /dev {place}/dev", f"mount --bind {self.folder}/resolv.conf {place}/etc/resolv.conf"]
        for mount in self.container["volumeMounts"]:
            # Links of the root are links of this machine until it is entered.
            source, target = self.volume(mount["name"]), re.sub("^/var/run/", "/run/", mount["mountPath"])
            if "subPath" in mount:
                source = source / mount["subPath"]
            else:
                (self.root / target.lstrip("/")).mkdir(parents=True, exist_ok=True)
            lines.append(f"mount --bind {source} {place}{target}")
            if mount.get("readOnly"):
                lines.append(f"mount -o remount,bind,ro {place}{target}")
        return lines

    @staticmethod
    def rights():
        return ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"]

    def start(self):
        words = [re.sub(r"\$\(([A-Z_]+)\)", lambda match: self.environment()[match[1]], word) for word in self.container["command"]]
        script = "set -e\nmount --make-rprivate / 2>/dev/null || true  # in the build root everything is private, and / no mount\n" + "\n".join(self.mounts()) + f'\nexec chroot {self.folder}/root "$@"\n'
        command = ["nsenter", f"--net=/proc/{self.holder}/ns/net", "--", "unshare", "--mount", "--propagation", "unchanged", "--pid", "--fork", "--kill-child",
                   "sh", "-c", script, "sh", *self.rights(), "--", *words]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment(), start_new_session=True)

    def first(self):
        """The id of the container's first process."""
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return int(children[0]) if children else None

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def stop(self, what=signal.SIGTERM, seconds=60):
        """As the kubelet ends it: SIGTERM, and SIGKILL at the end of its patience; the number of seconds it took."""
        since = time.monotonic()
        if self.alive():
            first = self.first()
            if first:
                os.kill(first, what)
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise Failed(f"{self.name} did not end within {seconds} s") from None
        return time.monotonic() - since

    def wipe(self, claim):
        shutil.rmtree(self.claim(claim))

    def execute(self, command, given=None, environment=None):
        """A command inside, as `exec` runs it; the finished process."""
        where = ["nsenter", "--target", str(self.first()), "--mount", "--net", "--pid", "--root", "--wdns=/", "--", *self.rights(), "--"]
        return subprocess.run([*where, *command], input=given, capture_output=True, text=True, timeout=30, check=False,
                              env=self.environment() | (environment or {}))

    def probe(self, name):
        """Whether a probe of the render says yes, from where the kubelet asks: the command inside, everything else from outside."""
        asked = self.container[name]
        if "exec" in asked:
            return self.execute(asked["exec"]["command"]).returncode == 0
        kind = "httpGet" if "httpGet" in asked else "tcpSocket"
        port = next(one["containerPort"] for one in self.container["ports"] if one["name"] == asked[kind]["port"])
        script = (f"import urllib.request; urllib.request.urlopen('http://{self.address}:{port}{asked['httpGet']['path']}', timeout=5)" if kind == "httpGet"
                  else f"import socket; socket.create_connection(('{self.address}', {port}), 5)")
        done = subprocess.run(["nsenter", f"--net=/proc/{self.network.switch}/ns/net", "--", sys.executable, "-c", script], capture_output=True, check=False)
        return done.returncode == 0

    def ready(self):
        if not self.alive():
            raise Failed(f"{self.name} ended: {self.said()}")
        return self.probe("readinessProbe")

    def said(self, lines=120):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


