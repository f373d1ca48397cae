#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clocks jump, and the client's own thread stands still, while a real API server is followed."""
import glob
import pathlib
import re
import tempfile

from follower import PeerTest, run_with_a_peer

LIBRARIES = "/usr/lib/*/faketime/libfaketimeMT.so.1"
STANDING = 5000  # ms


class Time(PeerTest):
    def clock(self):
        """A clock of the follower's own, and how it is set: an offset like "+7200"."""
        found = glob.glob(LIBRARIES)
        if not found:
            self.skipTest("there is no libfaketime on this machine")
        folder = tempfile.TemporaryDirectory(prefix="faults-time-")
        self.addCleanup(folder.cleanup)
        file = pathlib.Path(folder.name) / "offset"
        file.write_text("+0")
        # Timers run by the monotonic clock, which no administrator turns.
        return file.write_text, {"LD_PRELOAD": found[0], "FAKETIME_TIMESTAMP_FILE": str(file), "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}

    def through(self, *offsets):
        for more in ((), ("--store",)):
            with self.subTest(client=more or "watch"):
                turn, environment = self.clock()
                follower = self.follower(*more, environment=environment)
                follower.ask("churn on")
                for offset in offsets:
                    self.busy(follower, 50)
                    turn(offset)
                self.busy(follower, 50)
                follower.ask("churn off")
                self.assert_equal(follower)

    def test_a_clock_that_jumps_to_tomorrow(self):
        self.through("+86400")

    def test_a_clock_that_is_put_back(self):
        self.through("-86400", "-3600", "+0")

    def test_a_clock_that_goes_wild(self):
        self.through("+604800", "-604800", "+300", "+0")

    def terminated(self):
        """Watches of ConfigMaps that the API server closed because the client was too slow."""
        metrics = self.peer.bench.kubectl("get", "--raw", "/metrics")
        return sum(float(line.rsplit(" ", 1)[1]) for line in re.findall(r"^apiserver_terminated_watchers_total.*$", metrics, re.M))

    def test_a_thread_that_stands_still_does_not_lose_its_watch(self):
        for more in ((), ("--store",)):
            with self.subTest(client=more or "watch"):
                before = self.terminated()
                follower = self.follower(*more)
                writers = [self.follower("--size=20000", f"--seed={number}", environment={}) for number in (1, 2)]
                for writer in writers:
                    writer.ask("churn on")
                self.assert_hears(follower)
                self.assertEqual(follower.ask(f"stand {STANDING}"), "stood")
                for writer in writers:
                    writer.ask("churn off")
                self.assert_equal(follower)
                self.assertEqual(follower.report()["cut"], 0)
                self.assertEqual(self.terminated(), before)
                written = sum(writer.report()["writes"] for writer in writers)
                print(f"{more or 'watch'}: {written} writes of 20 kB while and around a thread stood still for {STANDING} ms; 0 watches closed")

    def assert_hears(self, follower):
        heard = follower.report()["heard"]
        while follower.report()["heard"] < heard + 20:
            follower.ask("settle 1")


if __name__ == "__main__":
    run_with_a_peer()
