# SPDX-License-Identifier: GPL-3.0-or-later
"""A rehearsal cluster to measure, and a client of it that is none of ours: sockets, TLS and JSON of Python."""

import base64
import json
import pathlib
import re
import signal
import socket
import ssl
import statistics
import subprocess
import time

# What one would start instead, resident at its start and before it holds anything, in MB: the figures the project's budget names.
APISERVER_MB, ETCD_MB = 270, 45


class Rehearsal:
    """`sentinelctl sandbox start` in a folder of its own, from its begin to the end of the `with`."""

    def __init__(self, control, folder, speed=1, nodes=6):
        self.kubeconfig = pathlib.Path(folder) / "kubeconfig"
        started = time.perf_counter()
        self.process = subprocess.Popen([control, "sandbox", "start", "--kubeconfig", self.kubeconfig, "--speed", str(speed), "--nodes",
                                         str(nodes)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        line = self.process.stdout.readline()
        self.ready = time.perf_counter() - started
        if not line.startswith(b"ready"):
            self.process.wait()
            raise RuntimeError(f"sandbox start said {line!r} instead of ready")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(timeout=20) != 0:
            raise RuntimeError(f"sandbox start ended with {self.process.returncode}")

    def resident(self):
        """MB, shared libraries counted whole, as ps does."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024 / 1e6


def processor(pid):
    """Seconds of CPU so far, to the nanosecond, and how often its threads gave the processor back: each time is a wake-up later."""
    seconds, wakes = 0, 0
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        seconds += int((task / "schedstat").read_text().split()[0]) / 1e9
        wakes += int(re.search(r"^voluntary_ctxt_switches:\s+(\d+)", (task / "status").read_text(), re.MULTILINE)[1])
    return seconds, wakes


class Line:
    """One HTTP/1.1 connection to the cluster of a kubeconfig of ours."""

    def __init__(self, kubeconfig):
        text = pathlib.Path(kubeconfig).read_text()
        port = int(re.search(r"server: https://127\.0\.0\.1:(\d+)", text)[1])
        authority = base64.b64decode(re.search(r"certificate-authority-data: (\S+)", text)[1]).decode()
        self.token = re.search(r"token: (\S+)", text)[1]
        plain = socket.create_connection(("127.0.0.1", port), timeout=30)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        context = ssl.create_default_context(cadata=authority)
        context.verify_flags &= ~ssl.VERIFY_X509_STRICT
        self.socket = context.wrap_socket(plain, server_hostname="127.0.0.1")
        self.read = self.socket.makefile("rb")

    def send(self, method, path, body=None, content_type="application/json"):
        content = b"" if body is None else json.dumps(body).encode()
        self.socket.sendall(f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {self.token}\r\n"
                            f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content)

    def head(self):
        status = int(self.read.readline().split()[1])
        headers = {}
        while (line := self.read.readline().strip()):
            name, value = line.split(b":", 1)
            headers[name.strip().lower()] = value.strip()
        return status, headers

    def answer(self):
        status, headers = self.head()
        body = self.read.read(int(headers.get(b"content-length", 0)))
        if status >= 400:
            raise RuntimeError(f"{status} {body[:300]!r}")
        return json.loads(body)

    def piece(self):
        """The next piece of an answer sent in pieces."""
        length = int(self.read.readline(), 16)
        piece = self.read.read(length)
        self.read.readline()
        return piece


def raw_watch_events(kubeconfig, rounds):
    """Milliseconds from before a write is sent until its event was read, each, without a line of ours on the client's side."""
    writer, watcher = Line(kubeconfig), Line(kubeconfig)
    path = "/api/v1/namespaces/default/configmaps"
    writer.send("POST", path, {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "raw-watch"}})
    made = writer.answer()
    watcher.send("GET", f"{path}?watch=true&resourceVersion={made['metadata']['resourceVersion']}")
    watcher.head()
    taken = []
    for number in range(rounds):
        started = time.perf_counter()
        writer.send("PATCH", path + "/raw-watch", {"data": {"round": str(number)}}, "application/merge-patch+json")
        event = json.loads(watcher.piece())
        taken.append((time.perf_counter() - started) * 1e3)
        if event["object"]["data"]["round"] != str(number):
            raise RuntimeError(f"event {number} of the watch is of round {event['object']['data']['round']}")
        writer.answer()
    return taken


def percentiles(taken):
    """Median and 99th percentile."""
    return statistics.median(taken), sorted(taken)[int(len(taken) * 0.99)]


def said(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=150)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {done.returncode}: {(done.stderr or done.stdout)[-500:]}")
    return done.stdout.split()


def start_rows(control, folder, rounds):
    """Begin to the line that says ready, and what it holds by then. The first round warms caches."""
    taken = []
    for _ in range(rounds + 1):
        with Rehearsal(control, folder) as cluster:
            taken.append((cluster.ready * 1e3, cluster.resident()))
    ready, memory = (statistics.median(column) for column in zip(*taken[1:]))
    yield "sandbox start until ready / limit, wall", ready, 1000, "ms", 1
    yield "rehearsal cluster at ready / kube-apiserver + etcd, memory", memory, APISERVER_MB + ETCD_MB, "MB", 0.2


def deployed_rows(control, bundle, cluster):
    """A production environment, deployed as an admin would and healthy."""
    said(control, "deploy", bundle, "--environment", "prod", "--yes", "--kubeconfig", cluster.kubeconfig)
    yield "the same with an environment deployed, memory", cluster.resident(), APISERVER_MB + ETCD_MB, "MB", 0.2


def watch_rows(programs, cluster, rounds):
    own = percentiles([float(line) for line in said(programs / "watch-event", cluster.kubeconfig, str(rounds))])
    raw = percentiles(raw_watch_events(cluster.kubeconfig, rounds))
    for name, (median, late) in (("our client", own), ("a bare socket", raw)):
        yield f"watch event from write to {name} / limit, median", median, 5, "ms", 1
        yield f"watch event from write to {name} / limit, p99", late, 5, "ms", 1


def many_rows(programs, cluster):
    missed, told, seconds = said(programs / "many-watches", cluster.kubeconfig)
    yield f"missed of {int(told) + int(missed):,} events (2,000 objects, 50 watches) / limit", int(missed), 0, "", 0
    yield "the same until the last event was told / limit, wall", float(seconds), 60, "s", 1


def at_rest(process, seconds):
    """Lets the process be for a while; that it ends meanwhile is an error."""
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return
    raise RuntimeError(f"it ended by itself with {process.returncode}")


def idle_rows(programs, bundle, cluster, seconds=15):
    """The console's Deploy page on a deployed environment, with nobody touching it, at the speed the console gives its clusters."""
    settings = Line(cluster.kubeconfig)
    settings.send("PUT", "/rehearsal/v1/speed", {"speed": 10})
    settings.answer()
    console = subprocess.Popen([programs / "console-idle", cluster.kubeconfig, bundle], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        if console.stdout.readline().strip() != b"idle":
            raise RuntimeError(f"console-idle did not come to rest: {console.stderr.read().decode()[-500:]}")
        settings.send("GET", "/rehearsal/v1/state")
        if settings.answer()["watches"] == 0:
            raise RuntimeError("the Deploy page watches nothing, and so it rests for free")
        at_rest(console, 2)  # what the last change set in motion is drawn
        before, began = processor(console.pid), time.perf_counter()
        at_rest(console, seconds)
        after, took = processor(console.pid), time.perf_counter() - began
    finally:
        console.terminate()
        console.wait(timeout=20)
    yield "console at rest on the rehearsal cluster / limit, CPU", 100 * (after[0] - before[0]) / took, 0.5, "%", 1
    yield "the same, wake-ups / limit", (after[1] - before[1]) / took, 5, "1/s", 1
