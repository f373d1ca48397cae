# SPDX-License-Identifier: Apache-2.0
"""Reads the audit log of its node and reports what carries one of Sentinel's keys. It kills nothing, blocks nothing and restarts nothing.

  watchdog.py preflight [--ebpf]    what the node can do, as JSON; with --ebpf exit 1 where the eBPF guard must not start
  watchdog.py unpin FOLDER          takes the pins of the eBPF guard off the node
  watchdog.py run                   loads the rules if told to, follows the log, answers /metrics, /live and /ready; on SIGTERM takes the rules off
Settings come from the environment: HOST_ROOT (where the node's folders are mounted), AUDIT_LOG, RULES (a file; empty: none are loaded),
WITHOUT_AUDITD (wait, fail), PIN_FOLDER, PORT, NODE_NAME."""
import http.server
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

KEY = re.compile(r'key="(sentinel-[a-z]+)"')
HEAD = re.compile(r"type=(\S+) msg=audit\((\d+\.\d+):(\d+)\)")
KEEP = ("type", "pid", "ppid", "auid", "uid", "euid", "exe", "comm", "success", "exit")
PAUSE = 0.2  # seconds between two looks at a log that has nothing new


def root():
    return pathlib.Path(os.environ.get("HOST_ROOT", "/host"))


def audit_log():
    return root() / os.environ.get("AUDIT_LOG", "var/log/audit/audit.log").lstrip("/")


def kernel():
    found = re.match(r"(\d+)\.(\d+)", os.uname().release)
    return tuple(map(int, found.groups())) if found else (0, 0)


def text(path):
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def preflight(release=None):
    """What is there of what each kind of watch needs."""
    lsm = text(root() / "sys/kernel/security/lsm").strip().split(",")
    return {"node": os.environ.get("NODE_NAME", ""),
            "auditd": {"log": audit_log().is_file(), "auditctl": shutil.which("auditctl") is not None},
            "ebpf": {"kernel": (release or kernel()) >= (5, 7), "lsm": "bpf" in lsm, "btf": (root() / "sys/kernel/btf/vmlinux").is_file(),
                     "bpffs": (root() / "sys/fs/bpf").is_dir()}}


def unpin(folder):
    """Removes the pins of one guard; what is not there is already removed. Never leaves the folder of pins."""
    pins = root() / "sys/fs/bpf"
    place = (pins / folder).resolve()
    if place == pins.resolve() or pins.resolve() not in place.parents:
        raise SystemExit(f"{folder} is not a folder below {pins}")
    if not place.exists():
        return 0
    removed = 0
    for path in sorted(place.rglob("*"), key=lambda one: len(one.parts), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        removed += 1
    place.rmdir()
    return removed


class Audit:
    """The kernel's rules, through auditctl."""

    def __init__(self, rules):
        self.rules = pathlib.Path(rules) if rules else None

    def call(self, *arguments):
        return subprocess.run(["auditctl", *arguments], capture_output=True, text=True, check=False, timeout=30)

    def load(self):
        if self.rules is None:
            return True
        done = self.call("-i", "-R", str(self.rules))
        if done.returncode:
            say("rules", "error", done.stderr.strip())
        return done.returncode == 0

    def remove(self):
        """Rule by rule as it was added, so nothing of the node's own goes with them."""
        if self.rules is None:
            return
        for line in self.rules.read_text(encoding="utf-8").splitlines():
            words = line.split()
            if words and not line.startswith("#"):
                words[0] = {"-a": "-d", "-w": "-W"}[words[0]]
                self.call(*words)

    def lost(self):
        done = self.call("-s")
        found = re.search(r"^lost (\d+)", done.stdout, re.M)
        return int(found.group(1)) if done.returncode == 0 and found else None


class Figures:
    """What /metrics says."""

    def __init__(self):
        self.lock = threading.Lock()
        self.matches, self.lines, self.last, self.lost, self.blind = {}, 0, 0.0, 0, 1

    def event(self, key, stamp):
        with self.lock:
            self.matches[key] = self.matches.get(key, 0) + 1
            self.last = max(self.last, stamp)

    def line(self, stamp):
        with self.lock:
            self.lines += 1
            self.last = max(self.last, stamp)

    def text(self):
        with self.lock:
            rows = [("blind", "gauge", "1 while there is no audit log to read", {"": self.blind}),
                    ("lines_total", "counter", "Records read", {"": self.lines}),
                    ("lost_events_total", "counter", "Records the kernel threw away", {"": self.lost}),
                    ("last_event_timestamp_seconds", "gauge", "Time of the newest record", {"": self.last}),
                    ("matches_total", "counter", "Records with one of Sentinel's keys",
                     {f'{{rule="{key.removeprefix("sentinel-")}"}}': count for key, count in sorted(self.matches.items())})]
        return "".join(f"# HELP sentinel_watchdog_{name} {about}.\n# TYPE sentinel_watchdog_{name} {kind}\n"
                       + "".join(f"sentinel_watchdog_{name}{labels} {value}\n" for labels, value in values.items())
                       for name, kind, about, values in rows)


def say(what, level, message, **more):
    print(json.dumps({"time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "node": os.environ.get("NODE_NAME", ""), "source": "watchdog",
                      "event": what, "level": level, "message": message, **more}), flush=True)


def record(line):
    """(stamp, key, fields) of a line of the log; no key where it is none of ours."""
    head = HEAD.search(line)
    if not head:
        return None
    key = KEY.search(line)
    fields = {name: value.strip('"') for name, value in re.findall(r'(\w+)=("[^"]*"|\S+)', line) if name in KEEP}
    return float(head.group(2)), key.group(1) if key else None, {**fields, "serial": head.group(3)}


def read(figures, line):
    found = record(line)
    if found is None:
        return
    stamp, key, fields = found
    figures.line(stamp)
    if key:
        figures.event(key, stamp)
        say("match", "warning", f"{key.removeprefix('sentinel-')} by {fields.get('exe', '?')}", rule=key.removeprefix("sentinel-"), **fields)


def follow(figures, stop):
    """Lines from the end of the log on, over its rotation: the old file is read out before the new one is begun."""
    file, inode, rest, first = None, None, "", True

    def feed(part):
        *whole, left = (rest + part).split("\n")
        for line in whole:
            read(figures, line)
        return left

    while not stop.is_set():
        if file is None:
            try:
                file = audit_log().open(encoding="utf-8", errors="replace")
            except OSError:
                figures.blind, first = 1, False
                stop.wait(PAUSE)
                continue
            inode = os.fstat(file.fileno()).st_ino
            if first:
                file.seek(0, os.SEEK_END)
            figures.blind, first = 0, False
        part = file.read(1 << 16)
        if part:
            rest = feed(part)
            continue
        try:
            now = audit_log().stat()
            moved = now.st_ino != inode or now.st_size < file.tell()
        except OSError:
            moved = True
        if moved:
            feed(file.read())  # what was written between the last look and the rotation
            file.close()
            file, rest = None, ""
            continue
        stop.wait(PAUSE)


def serve(figures, port):
    class Answers(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = figures.text() if self.path == "/metrics" else "yes\n"
            known = self.path in ("/metrics", "/live", "/ready")
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "text/plain; version=0.0.4")
            self.end_headers()
            self.wfile.write(body.encode() if known else b"")

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("", port), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def main_run():
    state = preflight()
    say("preflight", "info", "what this node can do", **{"auditd": state["auditd"], "ebpf": state["ebpf"]})
    if not state["auditd"]["log"] and os.environ.get("WITHOUT_AUDITD", "wait") == "fail":
        say("preflight", "error", f"no {audit_log()}: auditd does not run on this node")
        return 1
    figures, stop, audit = Figures(), threading.Event(), Audit(os.environ.get("RULES", ""))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    server = serve(figures, int(os.environ.get("PORT", "9101")))
    loaded = state["auditd"]["auditctl"] and audit.load()

    def count_lost():
        while not stop.wait(15):
            lost = audit.lost() if state["auditd"]["auditctl"] else None
            if lost is not None:
                figures.lost = lost

    threading.Thread(target=count_lost, daemon=True).start()
    follow(figures, stop)
    if loaded:
        audit.remove()
    if os.environ.get("PIN_FOLDER"):
        unpin(os.environ["PIN_FOLDER"])
    server.shutdown()
    return 0


def main(arguments):
    if arguments[:1] == ["preflight"]:
        state = preflight()
        print(json.dumps(state))
        return 0 if "--ebpf" not in arguments or all(state["ebpf"].values()) else 1
    if arguments[:1] == ["unpin"] and len(arguments) == 2:
        print(f"{unpin(arguments[1])} pins removed")
        return 0
    if arguments == ["run"]:
        return main_run()
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
