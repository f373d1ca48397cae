# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of ours in a process of its own, and what every test with a real peer asks of it."""
import os
import subprocess
import sys
import unittest

from peer import NAMESPACE, Peer, SKIPPED, Unavailable

FOLLOWER = os.environ["FAULT_FOLLOWER"]
ROUNDS = 200


class Follower:
    """Led by lines; process/Follower.cpp says which."""

    def __init__(self, kubeconfig, *more, environment=None, before=()):
        self.process = subprocess.Popen([*before, FOLLOWER, f"--kubeconfig={kubeconfig}", f"--namespace={NAMESPACE}", *more],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=os.environ | (environment or {}))
        self.answer("ready")

    def answer(self, expected=None):
        line = self.process.stdout.readline().strip()
        if expected is not None and line != expected:
            raise AssertionError(f"the follower said {line!r}, not {expected!r}")
        return line

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        return self.answer()

    def report(self):
        words = self.ask("report").split(" ", 9)
        return {"heard": int(words[1]), "cut": int(words[3]), "writes": int(words[5]), "refused": int(words[7]), "problem": words[9] if len(words) > 9 else ""}

    def close(self):
        self.process.stdin.close()
        if self.process.wait(60) != 0:
            raise AssertionError(f"the follower ended with {self.process.returncode}")
        self.process.stdout.close()


class PeerTest(unittest.TestCase):
    peer = None  # one for all tests of a program

    def follower(self, *more, **options):
        started = Follower(options.pop("kubeconfig", self.peer.bench.kubeconfig), *more, **options)
        self.addCleanup(started.close)
        return started

    def assert_equal(self, follower):
        said = follower.ask(f"settle {ROUNDS}")
        self.assertTrue(said.startswith("equal "), said)
        self.assertEqual(follower.report()["problem"], "")

    def busy(self, follower, writes=100):
        """Until so many more writes are through: the answers come from the server, so no time has to be guessed."""
        goal = follower.report()["writes"] + writes
        while follower.report()["writes"] < goal:
            follower.ask("settle 1")


def run_with_a_peer():
    try:
        PeerTest.peer = Peer(durable=True)
    except Unavailable as why:
        print(f"SKIP: {why}")
        sys.exit(SKIPPED)
    try:
        ran = unittest.main(verbosity=2, exit=False)
    finally:
        PeerTest.peer.close()
    sys.exit(not ran.result.wasSuccessful())
