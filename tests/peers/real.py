# SPDX-License-Identifier: GPL-3.0-or-later
"""Real peers for a test: the instance that ctest started once for all (fixture `peers`), or one of the test's own that it may break.

Run as a program it is that fixture: `real.py up FOLDER` and `real.py down FOLDER`; a skip, and why, is said with 77.
"""
import base64
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parent / "bench"))
import gitserver  # noqa: E402
from bench import Bench  # noqa: E402
from ground import Failed, Unavailable, until  # noqa: E402,F401

SKIPPED = 77
PATIENCE = 120  # seconds; things here take a few, on a busy machine more


def instance():
    """The shared one; its folder is in SENTINEL_PEERS."""
    folder = os.environ.get("SENTINEL_PEERS", "")
    bench = Bench(folder) if folder else None
    if not bench or not bench.ground.stands():
        raise Unavailable(f"no real peers run in {folder or 'SENTINEL_PEERS'} (see tests/peers/up)")
    return bench


@contextlib.contextmanager
def own(*parts, versions=None):
    """One for this test alone, which may kill what it likes. The logs are shown where it fails."""
    folder = tempfile.mkdtemp(prefix="peers-")
    bench = Bench(folder, versions)
    try:
        bench.up(parts)
        yield bench
    except BaseException:
        for log in sorted(bench.ground.logs.glob("*.log")):
            print(f"== {log.name}\n" + "\n".join(log.read_text(errors="replace").splitlines()[-10:]), file=sys.stderr)
        raise
    finally:
        bench.down()
        shutil.rmtree(folder, ignore_errors=True)


class Space:
    """A namespace of the test's own in the shared instance, and kubectl in it."""

    def __init__(self, bench, prefix="test", labels=None):
        self.bench = bench
        self.name = f"{prefix}-{uuid.uuid4().hex[:8]}"
        bench.apply(given=json.dumps({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": self.name, "labels": labels or {}}}))

    def close(self):
        self.bench.kubectl("delete", "namespace", self.name, "--wait=false", "--ignore-not-found")

    def kubectl(self, *arguments, given=None):
        return self.bench.kubectl("--namespace", self.name, *arguments, given=given)

    def apply(self, text):
        return self.kubectl("apply", "-f", "-", given=text)

    def get(self, *arguments):
        return json.loads(self.kubectl("get", *arguments, "-o", "json"))


class Git:
    """git as a person who may use the bench's server, with nothing of this machine's own settings."""

    def __init__(self, bench, home):
        self.bench = bench
        self.home = pathlib.Path(home)
        (self.home / ".gitconfig").write_text(
            "[user]\n\tname = Admin\n\temail = admin@example.com\n[init]\n\tdefaultBranch = main\n"
            f"[credential]\n\thelper = store --file={bench.ground.state['files']['git credentials']}\n"
            f"[http]\n\tsslCAInfo = {bench.authority.certificate}\n")

    def environment(self):
        # A machine may name its own authorities in the environment, which Git puts before its settings.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_SSL")}
        return kept | {"HOME": str(self.home), "GIT_TERMINAL_PROMPT": "0", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": str(self.home / ".gitconfig")}

    def repository(self, prefix="bundle"):
        return gitserver.repository(self.bench.ground, f"{prefix}-{uuid.uuid4().hex[:8]}")

    def run(self, *arguments, folder=None, code=0, environment=None):
        done = subprocess.run(["git", *map(str, arguments)], cwd=folder or self.home, env=environment or self.environment(),
                              capture_output=True, text=True, timeout=PATIENCE)
        if code is not None and done.returncode != code:
            raise AssertionError(f"git {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done

    def credentials(self):
        """User and password, as Argo CD's repository secrets want them."""
        user, _, password = pathlib.Path(self.bench.ground.state["files"]["git credentials"]).read_text().partition("//")[2].partition("@")[0].partition(":")
        return user, password

    def known_to_argocd(self, url):
        user, password = self.credentials()
        name = "repository-" + url.rsplit("/", 1)[1].removesuffix(".git")
        self.bench.apply(given=json.dumps({
            "apiVersion": "v1", "kind": "Secret", "metadata": {"name": name, "namespace": "argocd", "labels": {"argocd.argoproj.io/secret-type": "repository"}},
            "stringData": {"type": "git", "url": url, "username": user, "password": password}}))
        return name


class Peers(unittest.TestCase):
    """A test against the shared instance; `self.bench` is it."""

    @classmethod
    def setUpClass(cls):
        cls.bench = instance()

    def space(self, **more):
        made = Space(self.bench, **more)
        self.addCleanup(made.close)
        return made

    def home(self):
        made = tempfile.TemporaryDirectory(prefix="peers-home-")
        self.addCleanup(made.cleanup)
        return pathlib.Path(made.name)


def main(module="__main__"):
    """unittest.main that says SKIP aloud where there is no bench."""
    try:
        instance()
    except Unavailable as why:
        print(f"SKIP: {why}", file=sys.stderr)
        sys.exit(SKIPPED)
    unittest.main(module=module, verbosity=2)


def decoded(secret, key):
    return base64.b64decode(secret["data"][key]).decode()


def fixture(what, folder):
    bench = Bench(folder)
    if what == "down":
        bench.down()
        return 0
    since = time.monotonic()
    try:
        if bench.ground.stands():
            bench.down()
            bench = Bench(folder)
        bench.up(say=lambda line: print(line, flush=True))
    except Unavailable as why:
        print(f"SKIP: {why}")
        return SKIPPED
    except Failed:
        bench.down()
        raise
    print(f"Real peers are up after {time.monotonic() - since:.1f} s; their logs are in {bench.ground.logs}")
    return 0


if __name__ == "__main__":
    sys.exit(fixture(*sys.argv[1:3]))
