# SPDX-License-Identifier: GPL-3.0-or-later
"""The ground the peers of one instance stand on: a folder, a network namespace with one address the host reaches, and their processes.

Ports need no search: the namespace is the instance's own. Everything is found again from the folder, so another process can end it.
"""
import contextlib
import json
import os
import pathlib
import random
import select
import shutil
import signal
import ssl
import subprocess
import time
import urllib.error
import urllib.request

STATE = "peers.json"
ENDING = 20  # seconds a process has to end by itself


class Unavailable(Exception):
    """Real peers cannot be had on this machine, and why."""


class Failed(Exception):
    """A peer did not come up, and the end of its log."""


def run(*command, given=None, **more):
    done = subprocess.run([str(word) for word in command], input=given, capture_output=True, text=True, **more)
    if done.returncode != 0:
        raise Failed(f"{' '.join(map(str, command))} ended with {done.returncode}: {(done.stderr or done.stdout).strip()[-2000:]}")
    return done.stdout


class Process:
    """One that was started here or by an earlier run; known by its id and its start, so that an id used again is never taken for it."""

    def __init__(self, file):
        self.file = file
        self.name = file.stem
        self.told = json.loads(file.read_text())

    @staticmethod
    def started(pid):
        try:
            return int(pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19])
        except (OSError, IndexError):
            return None

    @property
    def pid(self):
        return self.told["pid"]

    @property
    def log(self):
        return pathlib.Path(self.told["log"])

    def alive(self):
        stat = pathlib.Path(f"/proc/{self.pid}/stat")
        try:
            if stat.read_text().rpartition(")")[2].split()[0] == "Z":
                return False
        except OSError:
            return False
        return self.started(self.pid) == self.told["started"]

    def ended_within(self, seconds):
        """Waits on the process itself, never longer than it lives: until its last thread has let go of its ports too."""
        if self.started(self.pid) != self.told["started"]:
            return True
        try:
            handle = os.pidfd_open(self.pid)
        except ProcessLookupError:
            return True
        try:
            return bool(select.select([handle], [], [], seconds)[0])
        finally:
            os.close(handle)

    def kill(self, what=signal.SIGKILL):
        """The whole process group: a server's children too."""
        if self.alive():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, what)

    def end(self):
        self.kill(signal.SIGTERM)
        if not self.ended_within(ENDING):
            self.kill()
            self.ended_within(ENDING)
        # One of ours that ended stays in the table until it is waited for.
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, os.WNOHANG)

    def end_of_log(self, lines=15):
        with contextlib.suppress(OSError):
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])
        return ""


class Ground:
    def __init__(self, folder, project):
        self.folder = pathlib.Path(folder).absolute()
        self.project = pathlib.Path(project)
        self.logs = self.folder / "logs"
        self.processes = self.folder / "processes"
        self.state = {}
        if (self.folder / STATE).exists():
            self.state = json.loads((self.folder / STATE).read_text())

    # The instance as a whole

    def stands(self):
        return (self.processes / "ground.json").exists() and Process(self.processes / "ground.json").alive()

    def make(self):
        if os.geteuid() != 0:
            raise Unavailable("real peers need a network namespace that this machine reaches, which only root may make")
        self.end()  # what an instance left behind that lost its namespace
        shutil.rmtree(self.folder, ignore_errors=True)
        for folder in (self.folder, self.logs, self.processes, self.path("home"), self.path("tmp")):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.state = {}
        # Something has to be there for the namespace to live as long as the instance.
        holder = self.spawn("ground", ["unshare", "--net", "--", "tail", "-f", "/dev/null"])
        own = os.readlink("/proc/self/ns/net")
        deadline = time.monotonic() + 10
        while os.readlink(f"/proc/{holder.pid}/ns/net") == own:
            if holder.ended_within(0.01) or time.monotonic() > deadline:
                raise Unavailable(f"no network namespace can be made here: {holder.end_of_log()}")
        self.join(holder)
        self.save()

    def join(self, holder):
        """A pair of interfaces, one end in the namespace; the first subnet of four addresses that is free in 10.213.0.0/16."""
        for number in random.sample(range(16384), 20):
            first = f"10.213.{number // 64}.{number % 64 * 4 + 1}"
            second = f"10.213.{number // 64}.{number % 64 * 4 + 2}"
            link = f"peers{number}"
            try:
                run("ip", "link", "add", link, "type", "veth", "peer", "name", "peers", "netns", holder.pid)
            except Failed as refused:
                if "exists" in str(refused):
                    continue
                raise Unavailable(f"no pair of network interfaces can be made here: {refused}") from None
            run("ip", "address", "add", f"{first}/30", "dev", link)
            run("ip", "link", "set", link, "up")
            inside = ["nsenter", f"--net=/proc/{holder.pid}/ns/net", "--", "ip"]
            run(*inside, "link", "set", "lo", "up")
            run(*inside, "address", "add", f"{second}/30", "dev", "peers")
            run(*inside, "link", "set", "peers", "up")
            self.state |= {"address": second, "host": first, "link": link}
            return
        raise Unavailable("no free subnet in 10.213.0.0/16")

    def end(self):
        """Every process, the last one started first; what they said stays in logs/."""
        files = sorted(self.processes.glob("*.json"), key=lambda file: -json.loads(file.read_text())["order"]) if self.processes.exists() else []
        for file in files:
            Process(file).end()
        for part in self.folder.iterdir() if self.folder.exists() else []:
            if part != self.logs:
                shutil.rmtree(part) if part.is_dir() and not part.is_symlink() else part.unlink()

    def save(self):
        written = self.folder / (STATE + ".new")
        written.write_text(json.dumps(self.state, indent=2) + "\n")
        written.rename(self.folder / STATE)

    # Places

    def path(self, *parts):
        return self.folder.joinpath(*parts)

    def make_folder(self, *parts):
        made = self.path(*parts)
        made.mkdir(mode=0o700, parents=True, exist_ok=True)
        return made

    def write(self, path, text, mode=0o600):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w") as file:
            file.write(text)
        return path

    @property
    def address(self):
        return self.state["address"]

    # Processes

    def process(self, name):
        return Process(self.processes / f"{name}.json")

    def environment(self, **more):
        return {"PATH": os.environ["PATH"], "HOME": str(self.path("home")), "TMPDIR": str(self.path("tmp")), "LANG": "C.UTF-8", "TZ": "UTC"} | more

    def spawn(self, name, command, environment=None, inside=None):
        """Starts it in a session of its own, its output in logs/NAME.log."""
        log = self.logs / f"{name}.log"
        before = [] if inside is None else ["nsenter", f"--net=/proc/{inside}/ns/net", "--"]
        argv = before + [str(word) for word in command]
        environment = self.environment() if environment is None else environment
        with open(log, "ab") as output:
            started = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
                                       cwd=self.path("home"), env=environment)
        file = self.processes / f"{name}.json"
        order = json.loads(file.read_text())["order"] if file.exists() else len(list(self.processes.glob("*.json")))
        self.write(file, json.dumps({"pid": started.pid, "started": Process.started(started.pid), "order": order, "log": str(log),
                                     "command": [str(word) for word in command], "environment": environment}))
        return Process(file)

    def start(self, name, command, health, seconds=60, **environment):
        """Starts a peer in the namespace and waits until `health` answers true."""
        process = self.spawn(name, command, self.environment(**environment), inside=self.process("ground").pid)
        return self.wait(process, health, seconds)

    def again(self, name, health, seconds=60, before=()):
        """Starts a peer that was killed once more, as it was; `before` are words in front of its command, say faketime's."""
        told = self.process(name).told
        process = self.spawn(name, [*before, *told["command"]], told["environment"], inside=self.process("ground").pid)
        self.write(process.file, json.dumps(process.told | {"command": told["command"]}))
        return self.wait(process, health, seconds)

    def wait(self, process, health, seconds):
        deadline = time.monotonic() + seconds
        while not health():
            if process.ended_within(0.05):
                raise Failed(f"{process.name} ended:\n{process.end_of_log()}")
            if time.monotonic() > deadline:
                raise Failed(f"{process.name} did not come up within {seconds} s:\n{process.end_of_log()}")
        return process


def until(what, asked, seconds=60):
    """For what is no process of ours: asks again and again until the answer is true, and gives it."""
    deadline = time.monotonic() + seconds
    while not (answer := asked()):
        if time.monotonic() > deadline:
            raise Failed(f"{what} did not happen within {seconds} s")
        select.select([], [], [], 0.1)
    return answer


def answers(url, authority=None, certificate=None, code=200):
    """A health check: whether `url` answers with `code`, its server known by `authority`, we by `certificate` (two files)."""
    def ask():
        context = None
        if authority:
            context = ssl.create_default_context(cafile=authority)
            if certificate:
                context.load_cert_chain(*certificate)
        try:
            with urllib.request.urlopen(url, timeout=5, context=context) as answer:
                return answer.status == code
        except urllib.error.HTTPError as refused:
            return refused.code == code
        except OSError:
            return False
    return ask
