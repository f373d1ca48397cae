# SPDX-License-Identifier: GPL-3.0-or-later
"""What the real Helm 4 and 3 wait for, and what they do when it does not come: Jobs, hooks, images that do not exist."""
import helm

BROKEN = "image=registry.invalid/shop:1"


class Waiting:
    def back_on_failure(self):
        return "--rollback-on-failure" if self.version == 4 else "--atomic"

    def test_without_waiting_it_is_deployed_at_once_whatever_becomes_of_it(self):
        self.assertIn("STATUS: deployed", self.helm("install", "shop", self.chart, "--set", BROKEN))

    def test_an_image_that_does_not_exist_fails_the_install_when_time_is_up(self):
        said = self.refused("install", "shop", self.chart, "--set", BROKEN, "--wait", "--timeout", "3s")
        self.assertRegex(said, r"context deadline exceeded|not ready")
        self.assertEqual("failed", self.history()[0][1])
        self.assertRegex(self.kubectl("get", "pods", "-l", "app=shop"), "ErrImagePull|ImagePullBackOff")
        self.upgrade("--reset-values")
        self.assert_healthy(2)
        self.assertEqual(["superseded", "deployed"], [entry[1] for entry in self.history()])

    def test_a_failed_upgrade_keeps_the_old_pods_and_goes_back_when_told(self):
        self.install()
        self.refused("upgrade", "shop", self.chart, "--set", BROKEN, "--wait", "--timeout", "3s")
        self.assertEqual(["deployed", "failed"], [entry[1] for entry in self.history()])
        self.assertEqual("2", self.value(".status.availableReplicas"))
        said = self.refused("upgrade", "shop", self.chart, "--set", BROKEN, "--wait", "--timeout", "5s", self.back_on_failure())
        self.assertRegex(said, "has been rolled back")
        self.assertEqual("nginx:1.27", self.image())
        self.assert_healthy(2)
        self.assertEqual((4, "deployed", "Rollback to 1"), self.history()[-1])

    def test_a_failed_first_install_is_taken_away_when_told(self):
        said = self.refused("install", "shop", self.chart, "--set", BROKEN, "--wait", "--timeout", "5s", self.back_on_failure())
        self.assertIn("has been uninstalled", said)
        self.assert_gone("deployment", "shop")
        self.assertIn("release: not found", self.refused("history", "shop"))

    def test_jobs_are_waited_for_when_told(self):
        self.install("--set-string", "job=0", "--wait-for-jobs")
        self.assertEqual("1", self.value(".status.succeeded", "job", "work"))
        self.assertEqual("True", self.value('.status.conditions[?(@.type=="Complete")].status', "job", "work"))

    def test_a_failing_job_fails_what_waits_for_it(self):
        said = self.refused("install", "shop", self.chart, "--set-string", "job=1", "--wait", "--wait-for-jobs", "--timeout", "8s")
        self.assertRegex(said, r"(?i)job.*(failed|not ready)|context deadline exceeded|timed out")
        self.assertEqual("True", self.value('.status.conditions[?(@.type=="Failed")].status', "job", "work"))
        self.assertEqual("failed", self.history()[0][1])


class Hooks:
    def test_a_hook_before_the_install_has_ended_before_anything_else_is_made(self):
        self.install("--set-string", "hook=0")
        ended = self.value(".status.completionTime", "job", "prepare")
        self.assertLessEqual(ended, self.value(".metadata.creationTimestamp"))
        self.assertIn("name: prepare", self.helm("get", "hooks", "shop"))
        self.assertNotIn("name: prepare", self.helm("get", "manifest", "shop"))
        first = self.value(".metadata.uid", "job", "prepare")
        self.upgrade("--set-string", "hook=0")
        self.assertNotEqual(first, self.value(".metadata.uid", "job", "prepare"))

    def test_a_failing_hook_stops_the_install(self):
        said = self.refused("install", "shop", self.chart, "--set-string", "hook=1", "--timeout", "40s")
        self.assertRegex(said, "pre-install")
        self.assertRegex(said, "BackoffLimitExceeded|Failed")
        self.assert_gone("deployment", "shop")
        self.assertEqual("failed", self.history()[0][1])

    def test_the_tests_of_a_release(self):
        self.install("--set-string", "test=0")
        self.assertRegex(self.helm("test", "shop", "--timeout", "40s", "--logs"), r"Phase: +Succeeded")
        self.upgrade("--set-string", "test=1")
        self.assertRegex(self.refused("test", "shop", "--timeout", "40s"), r"pod look failed|Phase: +Failed")


globals().update(helm.with_both(Waiting) | helm.with_both(Hooks))

if __name__ == "__main__":
    helm.main()
