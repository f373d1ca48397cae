# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs of the Debian root in tests/chart/programs, in the network of this process, with a folder of the test at its own path."""
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
INTO = 'for one in /proc /dev "$2"; do mkdir -p "$1$one"; mount --rbind "$one" "$1$one"; done; cd "$2"; root=$1; shift 2; exec chroot "$root" "$@"'


def root():
    """Where the programs are, or nothing."""
    done = subprocess.run([HERE / "programs/root", "--where"], capture_output=True, text=True, check=False)
    return pathlib.Path(done.stdout.strip()) if done.returncode == 0 else None


def skip(reason):
    print(f"SKIP: {reason}")
    sys.exit(SKIPPED)


def alone():
    """Begins this program again in a network of its own, where every port is free and nothing leads out."""
    if os.environ.get("SENTINEL_ALONE") == "yes":
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
        return
    if os.geteuid() != 0:
        skip("a network namespace takes root.")
    if not shutil.which("unshare") or not shutil.which("ip"):
        skip("unshare or ip is missing.")
    os.environ["SENTINEL_ALONE"] = "yes"
    os.execvp("unshare", ["unshare", "--net", sys.executable, "-B", *sys.argv])


class Process:
    """A program that runs until the test ends it; what it says is in a file."""

    def __init__(self, folder, name, command, inside=None, environment=None):
        self.name, self.log = name, pathlib.Path(folder) / f"{name}.log"
        if inside is not None:
            command = ["unshare", "--mount", "--propagation", "unchanged", "sh", "-euc", INTO, "sh", str(inside), str(folder), *command]
        environment = {"PATH": "/usr/local/bin:/usr/bin:/usr/sbin:/bin:/sbin", "HOME": "/tmp", **(environment or {})}
        # The file stays open for as long as the program writes into it.
        self.output = self.log.open("ab")
        self.process = subprocess.Popen(list(map(str, command)), stdout=self.output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment)

    def said(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def stop(self, number=15, seconds=20):
        if self.process.poll() is None:
            self.process.send_signal(number)
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.output.close()
        return self.process.returncode


def until(what, question, seconds=40):
    """Asks until the answer is true and returns it."""
    pause, end, last = threading.Event(), time.monotonic() + seconds, None
    while time.monotonic() < end:
        try:
            last = question()
            if last:
                return last
        except (OSError, urllib.error.URLError, AssertionError) as problem:
            last = problem
        pause.wait(0.1)
    raise AssertionError(f"{what}: not within {seconds} s; last: {last!r}")


def get(url, headers=None, data=None, method=None):
    """(status, body); a refusal is an answer too."""
    request = urllib.request.Request(url, data=data, headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read().decode(errors="replace")
