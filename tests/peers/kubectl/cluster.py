# SPDX-License-Identifier: GPL-3.0-or-later
"""A rehearsal cluster of its own for a test, and kubectl that speaks to it."""
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
        self.kubeconfig = pathlib.Path(self.folder.name) / "kubeconfig"
        self.process = subprocess.Popen([program, self.kubeconfig], stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("ready "):
            raise RuntimeError(f"the cluster said {line!r}")
        self.url = line.split()[1]

    def close(self):
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.process.stdout.close()
        self.folder.cleanup()

    def environment(self):
        # A cache of discovery of its own: the next cluster may have this one's port.
        return os.environ | {"KUBECONFIG": str(self.kubeconfig), "KUBECACHEDIR": f"{self.folder.name}/cache", "HOME": self.folder.name}

    def command(self, *arguments):
        return [KUBECTL, *arguments]

    def run(self, *arguments, given=None, code=0):
        done = subprocess.run(self.command(*arguments), input=given, capture_output=True, text=True, timeout=PATIENCE, env=self.environment())
        if code is not None and done.returncode != code:
            raise AssertionError(f"kubectl {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done

    def out(self, *arguments, given=None):
        return self.run(*arguments, given=given).stdout

    def get(self, *arguments):
        return json.loads(self.out("get", *arguments, "-o", "json", "--show-managed-fields"))

    def start(self, *arguments):
        return Stream(subprocess.Popen(self.command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=self.environment()))


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
