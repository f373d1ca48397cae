#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real API server and its etcd are killed while a client follows and a writer writes."""
import signal

from follower import PeerTest, run_with_a_peer


class Killed(PeerTest):
    def kill_and_start(self, *parts):
        """The ones nearest to the client first, started in the other order."""
        for part in parts:
            self.peer.bench.kill(part, signal.SIGKILL)
            self.assertTrue(self.peer.process(part).ended_within(10), f"{part} lives on")
        for part in reversed(parts):
            self.peer.bench.again(part)

    def through(self, *parts, cuts=True):
        for more in ((), ("--store",)):
            with self.subTest(client=more or "watch"):
                follower = self.follower(*more)
                for _ in range(2):
                    follower.ask("churn on")
                    self.busy(follower)
                    self.kill_and_start(*parts)
                    self.busy(follower)
                    follower.ask("churn off")
                    kept = follower.ask("kept")
                    self.assertTrue(kept.startswith("kept "), kept)
                    self.assert_equal(follower)
                if cuts:
                    self.assertGreater(follower.report()["cut"], 0)

    def test_an_api_server_that_is_killed_loses_nothing(self):
        self.through("apiserver")

    def test_an_etcd_that_is_killed_keeps_what_it_confirmed(self):
        self.through("etcd", cuts=False)  # the API server holds its watches open

    def test_both_killed_at_once(self):
        self.through("apiserver", "etcd")


if __name__ == "__main__":
    run_with_a_peer()
