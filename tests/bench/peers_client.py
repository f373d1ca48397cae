# SPDX-License-Identifier: GPL-3.0-or-later
"""Our client beside kubectl and client-go, on a real API server that holds real pods. Also a program:

    peers_client.py --build DIR [--pods N] [--most N] [--folder INSTANCE]    an instance of tests/peers/up is used as it is
    peers_client.py --build DIR --pods N --most N --growth                   nothing but how memory grows from N pods to the most
"""

import argparse
import contextlib
import http.client
import json
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error

PROJECT = pathlib.Path(__file__).resolve().parents[2]
for folder in ("tests/peers/bench", "tests/core/kube/rows"):
    sys.path.insert(0, str(PROJECT / folder))

ROUNDS = 5
RATE, EVENTS = 2000, 20_000  # events a second shown; events recorded
PROTOBUF = "application/vnd.kubernetes.protobuf"
BEAT = os.sysconf("SC_CLK_TCK")
FRAMES = 60  # seconds of them
LONGEST = 1200  # seconds of any one step, far past what the slowest takes: what hangs is said by name


def say(line):
    print(line, file=sys.stderr, flush=True)


class Instance:
    """A real API server with pods in it, and what its process used."""

    def __init__(self, bench):
        from places import system
        from record import Server

        self.bench, self.kubeconfig, self.kubectl = bench, str(bench.kubeconfig), system("kubectl")
        self.tools = bench.places.folder("tools") / "bin"
        self.server = Server(self.kubeconfig)
        self.idle = 0.0

    def processor(self):
        pid = self.bench.ground.process("kube-apiserver").pid
        told = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / BEAT

    def fill(self, pods):
        since = time.perf_counter()
        self.load("make", "--pods", str(pods), "--wait", "20m")
        say(f"{pods} pods are there after {time.perf_counter() - since:.0f} s")
        self.rest()

    def rest(self, longest=120):
        """Until what the making set in motion is done, and what the server uses when nobody asks: that is no part of what asking costs."""
        deadline, self.idle = time.monotonic() + longest, 1.0
        while time.monotonic() < deadline and self.idle > 0.1:
            before, since = self.processor(), time.perf_counter()
            threading.Event().wait(5)
            self.idle = (self.processor() - before) / (time.perf_counter() - since)
        say(f"the API server at rest: {self.idle:.2f} of a processor")

    def start_again(self):
        """A server that has just started remembers no version older than that: whoever asks for one is told 410."""
        self.bench.kill("apiserver", signal.SIGKILL)
        if not self.bench.ground.process("kube-apiserver").ended_within(20):
            raise RuntimeError("the API server does not end")
        self.bench.again("apiserver")
        try:  # which may come as a status or as the one event of a watch
            told = self.server.ask("/api/v1/pods?watch=true&resourceVersion=1&timeoutSeconds=1").decode()
        except urllib.error.HTTPError as refused:
            told = f'"code":{refused.code}'
        if '"code":410' not in told:
            raise RuntimeError(f"the API server still knows version 1, so nothing is listed again: {told[:200]}")

    def load(self, *arguments):
        done = subprocess.run([self.tools / "load", arguments[0], "--kubeconfig", self.kubeconfig, *arguments[1:]], capture_output=True, text=True, timeout=LONGEST)
        if done.returncode != 0:
            raise RuntimeError(f"load {arguments[0]}: {done.stderr[-500:]}")
        return json.loads(done.stdout)

    def run(self, *command):
        """Wall and CPU seconds, peak MiB, CPU seconds of the server, and what it printed."""
        before, since = self.processor(), time.perf_counter()
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen([str(word) for word in command], stdout=output, stderr=subprocess.PIPE, env=self.bench.environment())
            alarm = threading.Timer(LONGEST, process.kill)
            alarm.start()
            errors = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - since
            alarm.cancel()
            output.seek(0)
            printed = output.read().decode()
        if wall >= LONGEST:
            raise RuntimeError(f"{' '.join(map(str, command))} was not done within {LONGEST} s")
        if status != 0:
            raise RuntimeError(f"{command[0]} ended with {status}: {errors.decode(errors='replace')[-500:]}")
        server = max(0.0, self.processor() - before - self.idle * wall)
        return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss / 1024, "server": server, "printed": printed}


@contextlib.contextmanager
def instance(folder):
    from bench import Bench

    if folder:
        yield Instance(Bench(folder))
        return
    folder = tempfile.mkdtemp(prefix="bench-peers-")
    bench = Bench(folder)
    try:
        bench.up(["kwok"])
        yield Instance(bench)
    finally:
        bench.down()
        shutil.rmtree(folder, ignore_errors=True)


def last(printed):
    return json.loads(printed.splitlines()[-1])


def cells(lines):
    """Namespace, name, ready, status and restarts of each line of a table; the ages differ from second to second."""
    return [line.split()[:5] for line in lines]


def check_rows(peers, program):
    """Same rows, same words, same order as kubectl's."""
    printed = peers.run(peers.kubectl, "get", "pods", "-A", "--no-headers")["printed"].splitlines()
    ours = peers.run(program, peers.kubeconfig, "--print")["printed"].splitlines()[:-1]
    if cells(printed) != cells(ours):
        pairs = [pair for pair in zip(cells(printed), cells(ours)) if pair[0] != pair[1]][:3]
        raise RuntimeError(f"kubectl prints {len(printed)} rows, list-pods {len(ours)}; they differ: {pairs}")


def list_rows(peers, programs, pods):
    program = programs / "list-pods"
    check_rows(peers, program)
    taken = [(peers.run(program, peers.kubeconfig), peers.run(peers.kubectl, "get", "pods", "-A")) for _ in range(ROUNDS)]
    ours = {key: statistics.median(pair[0][key] for pair in taken) for key in ("wall", "cpu", "peak", "server")}
    peer = {key: statistics.median(pair[1][key] for pair in taken) for key in ("wall", "cpu", "peak", "server")}
    # Of the server the mean: what it clears away now and then is a part of what each list costs it.
    ours["server"], peer["server"] = (statistics.fmean(pair[side]["server"] for pair in taken) for side in (0, 1))
    first, complete = (statistics.median(last(pair[0]["printed"])[key] for pair in taken) for key in ("first", "complete"))
    yield f"{pods} pods: first rows / kubectl get pods -A, wall", first, peer["wall"], "s", 0.1
    yield "  all rows, wall", complete, peer["wall"], "s", 0.25
    yield "  CPU", ours["cpu"], peer["cpu"], "s", 1 / 15
    yield "  memory, peak", ours["peak"], peer["peak"], "MiB", memory_target(pods, 20)
    yield "  CPU of the API server", ours["server"], peer["server"], "s", 0.25


def memory_target(pods, share):
    """Qt, libcurl and OpenSSL alone are 20 MiB: below 50,000 pods that is what a ratio would be of."""
    return 1 / share if pods >= 50_000 else 1 / share * 4


def hold_rows(peers, programs, pods):
    seconds = "10"
    peers.start_again()
    ours = [json.loads(line) for line in peers.run(programs / "hold-pods", peers.kubeconfig, "--seconds", seconds, "--relist")["printed"].splitlines()]
    peer = last(peers.run(peers.tools / "informer", "--kubeconfig", peers.kubeconfig, "--seconds", seconds)["printed"])
    if ours[1]["rows"] != peer["pods"]:
        raise RuntimeError(f"we hold {ours[1]['rows']} pods, the informer {peer['pods']}")
    mebibyte = 1 << 20
    yield f"{pods} pods watched / informer of client-go, memory", ours[1]["rss"] / mebibyte, peer["rss"] / mebibyte, "MiB", memory_target(pods, 8)
    yield "  listed again after 410 / before, memory, peak", ours[2]["peakRss"] / mebibyte, ours[1]["rss"] / mebibyte, "MiB", 1.3
    return ours[1]["rss"]


def held_memory(peers, programs):
    return last(peers.run(programs / "hold-pods", peers.kubeconfig, "--seconds", "10")["printed"])["rss"]


def growth_rows(peers, programs, pods, most, held):
    peers.fill(most)
    yield f"{most} pods watched / {pods}, memory", held_memory(peers, programs) / (1 << 20), held / (1 << 20), "MiB", 1.1 * most / pods


def stall_rows(peers, programs):
    """Half of them change while the thread that shows stands still for five seconds."""
    churn = threading.Thread(target=peers.load, args=("churn", "--rate", "500", "--seconds", "9"))
    churn.start()
    told = last(peers.run(programs / "hold-pods", peers.kubeconfig, "--stall", "5", "--seconds", "5")["printed"])
    churn.join()
    yield "watches closed while the thread that shows stands still for 5 s", told["losses"], 0, "", 0


def record(peers, folder, events):
    """The bodies of a list and of a watch, in protobuf, while pods change."""
    listed = folder / "list.pb"
    listed.write_bytes(peers.server.ask("/api/v1/pods", PROTOBUF))
    rate = 500
    host = peers.server.url.removeprefix("https://")
    version = json.loads(peers.server.ask("/api/v1/pods?limit=1"))["metadata"]["resourceVersion"]
    connection = http.client.HTTPSConnection(host, context=peers.server.tls)
    connection.request("GET", f"/api/v1/pods?watch=true&resourceVersion={version}&timeoutSeconds={events // rate + 8}",
                       headers={"Accept": PROTOBUF + ";stream=watch"})
    answer = connection.getresponse()
    churn = threading.Thread(target=peers.load, args=("churn", "--rate", str(rate), "--seconds", str(events // rate)))
    churn.start()
    watched = folder / "watch.pb"
    with watched.open("wb") as out:
        shutil.copyfileobj(answer, out)
    churn.join()
    say(f"recorded {watched.stat().st_size >> 20} MiB of a watch")
    return listed, watched


def ingest_rows(peers, programs, watched):
    taken = [(last(peers.run(programs / "watch-ingest", watched)["printed"]), last(peers.run(peers.tools / "informer", "--stream", watched)["printed"]))
             for _ in range(ROUNDS)]
    ours = statistics.median(pair[0]["eventsPerCpuSecond"] for pair in taken)
    peer = statistics.median(pair[1]["eventsPerCpuSecond"] for pair in taken)
    yield "watch ingest / reflector of client-go, CPU of 1,000 events", 1e6 / ours, 1e6 / peer, "ms", 0.2


def frame_rows(programs, listed, watched, seconds):
    if not (programs / "table-frames").exists():
        say("no frames: this build has no console")
        return
    command = ["xvfb-run", "-a", programs / "table-frames"] if shutil.which("xvfb-run") else [programs / "table-frames"]
    environment = os.environ | {"QT_QUICK_BACKEND": "software", "QT_QPA_PLATFORM": "xcb" if len(command) > 1 else "offscreen"}
    done = subprocess.run([*map(str, command), listed, watched, str(RATE), str(seconds)], capture_output=True, text=True, env=environment, timeout=LONGEST)
    if done.returncode != 0:
        raise RuntimeError(f"table-frames: {done.stderr[-500:]}")
    told = last(done.stdout)
    say(f"table-frames: {told}")
    if told["events"] < RATE * seconds * 0.9:
        raise RuntimeError(f"of {RATE * seconds} events {told['events']} came through in {seconds} s")
    yield f"{told['rows']} rows open, {RATE} events/s for {seconds} s: frame p99 / limit", told["p99"], 16.6, "ms", 1
    yield "  longest frame / limit", told["longest"], 50, "ms", 1


def rows(build, pods=5000, most=0, folder=None):
    """`most`: so many pods are made at the end, and held. What is yielded is (name, ours, peer, unit, target)."""
    programs = build / "tests"
    with instance(folder) as peers, tempfile.TemporaryDirectory() as recordings:
        peers.fill(pods)
        yield from list_rows(peers, programs, pods)
        held = yield from hold_rows(peers, programs, pods)
        yield from stall_rows(peers, programs)
        listed, watched = record(peers, pathlib.Path(recordings), EVENTS)
        yield from ingest_rows(peers, programs, watched)
        yield from frame_rows(programs, listed, watched, FRAMES)
        if most > pods:
            yield from growth_rows(peers, programs, pods, most, held)


def growth(build, pods, most, folder=None):
    """The last of the rows alone: an hour less than all of them."""
    programs = build / "tests"
    with instance(folder) as peers:
        peers.fill(pods)
        yield from growth_rows(peers, programs, pods, most, held_memory(peers, programs))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--pods", type=int, default=int(os.environ.get("SENTINEL_BENCH_PODS", "5000")))
    parser.add_argument("--most", type=int, default=0)
    parser.add_argument("--folder")
    parser.add_argument("--growth", action="store_true")
    options = parser.parse_args()
    if options.growth and options.most <= options.pods:
        parser.error("--growth compares two numbers of pods: say --most greater than --pods")
    for name, ours, peer, unit, target in (growth if options.growth else rows)(options.build, options.pods, options.most, options.folder):
        ratio = ours / peer if peer else ours
        print(f"{name:75} {ours:10.3f} {peer:10.3f} {unit:4} {ratio:7.4f} {target:7.4f}  {'ok' if ratio <= target else 'MISSED'}", flush=True)


if __name__ == "__main__":
    main()
