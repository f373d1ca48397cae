# SPDX-License-Identifier: GPL-3.0-or-later
"""A rehearsal cluster of its own for a test, and the programs that speak to it."""
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile

KUBECTL = shutil.which("kubectl")
PATIENCE = 60  # seconds; nothing here takes one


class Cluster:
    """Starts the program given, waits for its line "ready URL", and ends it by its process id."""

    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory(prefix="rehearsal-")
        self.place = pathlib.Path(self.folder.name)
        self.kubeconfig = self.place / "kubeconfig"
        self.said = open(self.place / "said", "w+")
        self.process = subprocess.Popen(self.starting(program), stdout=subprocess.PIPE, stderr=self.said, text=True, env=self.environment())
        line = self.process.stdout.readline()
        if not line.startswith("ready "):
            raise RuntimeError(f"the cluster said {line!r} and {(self.place / 'said').read_text()!r}")
        self.url = line.split()[1]

    def starting(self, program):
        return [program, self.kubeconfig]

    def close(self):
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.process.stdout.close()
        self.said.close()
        self.folder.cleanup()

    def environment(self):
        # A cache of discovery of its own: the next cluster may have this one's port. No plug-ins and settings of the person.
        own = {name: str(self.place / name.lower()) for name in ("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME", "XDG_STATE_HOME")}
        return os.environ | own | {"KUBECONFIG": str(self.kubeconfig), "KUBECACHEDIR": str(self.place / "cache"), "HOME": str(self.place), "LC_ALL": "C.UTF-8"}

    def command(self, *arguments):
        return [KUBECTL, *arguments]

    def call(self, command, given=None, code=0, **more):
        done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=PATIENCE, **({"env": self.environment()} | more))
        if code is not None and done.returncode != code:
            raise AssertionError(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done

    def run(self, *arguments, given=None, code=0):
        return self.call(self.command(*arguments), given, code)

    def out(self, *arguments, given=None):
        return self.run(*arguments, given=given).stdout

    def get(self, *arguments):
        return json.loads(self.out("get", *arguments, "-o", "json", "--show-managed-fields"))

    def start(self, *arguments):
        return Stream(subprocess.Popen(self.command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=self.environment()))


class LiveCluster(Cluster):
    """With its controllers, and with a time that runs fast: `sentinelctl sandbox start`."""

    def __init__(self, program, *more, speed=40):
        self.more = ["--speed", str(speed), *more]
        super().__init__(program)

    def starting(self, program):
        return [program, "sandbox", "start", "--kubeconfig", self.kubeconfig, *self.more]


class Stream:
    """A kubectl that goes on; its lines as they come."""

    def __init__(self, process):
        self.process = process
        self.read = b""

    def line(self):
        while b"\n" not in self.read:
            ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
            more = os.read(self.process.stdout.fileno(), 65536) if ready else b""
            if not more:
                raise AssertionError(f"kubectl said nothing more after {self.read!r}")
            self.read += more
        line, _, self.read = self.read.partition(b"\n")
        return line.decode()

    def close(self):
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.process.stdout.close()
