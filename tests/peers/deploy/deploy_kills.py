# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `sentinelctl deploy`, or the program named second (console-deploy), at random moments of a deploy onto a rehearsal cluster, and
runs it again: it goes on, ends healthy, and nothing was done twice. The seed is printed; SENTINEL_SEED=N plays the same moments again."""

import collections
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
CONSOLE = sys.argv[2] if len(sys.argv) > 2 else None
KILLS = int(os.environ.get("SENTINEL_KILLS", "20"))
SEED = int(os.environ.get("SENTINEL_SEED", random.SystemRandom().randrange(10**6)))
ATTEMPTS = 4  # a run may end before its kill; then there was nothing to kill and the round is played again


def run(*arguments, env, check=True, timeout=120):
    done = subprocess.run([PROGRAM, *arguments], env=env, capture_output=True, text=True, timeout=timeout)
    if check and done.returncode != 0:
        sys.exit(f"{arguments} ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done


class Rehearsal:
    """A rehearsal cluster in a child, with a state folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.kubeconfig = folder / "kubeconfig"
        self.env = dict(os.environ, XDG_STATE_HOME=str(folder / "state"), LC_ALL="C.UTF-8")
        self.child = subprocess.Popen([PROGRAM, "sandbox", "start", "--speed", "50", "--kubeconfig", str(self.kubeconfig)],
                                      env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.child.stdout.readline()
        if not line.startswith("ready"):
            sys.exit(f"the rehearsal cluster is not ready: {line!r}")

    def kubectl(self, *arguments):
        done = subprocess.run(["kubectl", "--kubeconfig", self.kubeconfig, *arguments, "-o", "json"], capture_output=True, text=True,
                              check=True, timeout=60)
        return json.loads(done.stdout)

    def end(self):
        self.child.send_signal(signal.SIGTERM)
        code = self.child.wait(timeout=20)
        if code != 0:
            sys.exit(f"the rehearsal cluster ended with {code}")


def deploy_command(bundle, rehearsal):
    if CONSOLE:
        return [CONSOLE, str(rehearsal.kubeconfig), str(bundle)]
    return [PROGRAM, "deploy", str(bundle), "--environment", "dev", "--kubeconfig", str(rehearsal.kubeconfig), "-o", "json"]


def deploy(bundle, rehearsal):
    done = subprocess.run(deploy_command(bundle, rehearsal), env=rehearsal.env, capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        sys.exit(f"the deploy ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")


def kill_once(bundle, rehearsal, after):
    """True when the run was still at it."""
    child = subprocess.Popen(deploy_command(bundle, rehearsal), env=rehearsal.env, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    try:
        child.wait(timeout=after)
        return False
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    # Killed between its last record and its end it was through; the next call is a deploy of its own.
    operations = json.loads(run("journal", "list", "-o", "json", env=rehearsal.env).stdout)["items"]
    return not operations or operations[0]["open"]


def nothing_twice(rehearsal, via):
    operations = json.loads(run("journal", "list", "-o", "json", env=rehearsal.env).stdout)["items"]
    assert len(operations) == 1, operations
    assert operations[0]["state"] == "done", operations
    records = json.loads(run("journal", "show", operations[0]["id"], "-o", "json", env=rehearsal.env).stdout)["items"]
    effects = collections.Counter(record["request"] for record in records if record["type"] == "effect")
    assert effects and max(effects.values()) == 1, effects
    if via == "argocd":
        for application in rehearsal.kubectl("get", "applications", "-n", "argocd")["items"]:
            assert len(application["status"]["history"]) == 1, application["status"]["history"]
    else:
        secrets = rehearsal.kubectl("get", "secrets", "-n", "sentinel-dev", "-l", "owner=helm")["items"]
        deployed = [secret for secret in secrets if secret["metadata"]["labels"]["status"] == "deployed"]
        assert len(deployed) == 1, [secret["metadata"]["labels"] for secret in secrets]
    run("journal", "verify", env=rehearsal.env)


def length_of_a_run(bundle, folder):
    rehearsal = Rehearsal(folder)
    began = time.monotonic()
    deploy(bundle, rehearsal)
    took = time.monotonic() - began
    rehearsal.end()
    return took


def main():
    print(f"seed {SEED}")
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        top = pathlib.Path(name)
        env = dict(os.environ, LC_ALL="C.UTF-8")
        for via in ("argocd", "helm"):
            plan = top / f"{via}.yaml"
            run("plan", "new", "--profile", "dev", "--set", f"delivery.method={via}", "--set", "network.host=sentinel.example.com",
                "--set", "delivery.repository=https://git.example.com/s.git", "--out", str(plan), env=env)
            run("generate", str(plan), "--out", str(top / via), env=env)
        took = {}
        for via in ("argocd", "helm"):
            folder = top / f"first-{via}"
            folder.mkdir()
            took[via] = length_of_a_run(top / via, folder)
        kills = 0
        for number in range(KILLS):
            via = ("argocd", "helm")[number % 2]
            for attempt in range(ATTEMPTS):
                folder = top / f"{number}-{attempt}"
                folder.mkdir()
                rehearsal = Rehearsal(folder)
                after = chance.uniform(0.05, took[via])
                killed = kill_once(top / via, rehearsal, after)
                deploy(top / via, rehearsal)
                if killed:
                    nothing_twice(rehearsal, via)
                    print(f"{via}: killed after {after:.2f} of {took[via]:.2f} s, resumed, nothing twice", flush=True)
                rehearsal.end()
                if killed:
                    kills += 1
                    break
        assert kills >= KILLS * 3 // 4, f"only {kills} of {KILLS} runs were still there to be killed"


main()
