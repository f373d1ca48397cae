# SPDX-License-Identifier: GPL-3.0-or-later
"""A release's life with the real Helm 4 and 3: installed, upgraded, rolled back, looked at, removed."""
import helm


class Life:
    def test_an_installed_release_is_ready_and_tells_what_it_is(self):
        said = self.install("--set", "colour=green")
        self.assertIn("STATUS: deployed", said)
        self.assertIn("The shop is green, revision 1.", said)
        self.assert_healthy(2)
        self.assertIn("STATUS: deployed", self.helm("status", "shop"))
        self.assertEqual("deployed", self.document("status", "shop")["info"]["status"])
        self.assertEqual({"colour": "green"}, self.document("get", "values", "shop"))
        self.assertEqual("nginx:1.27", self.document("get", "values", "shop", "--all")["image"])
        self.assertIn("image: nginx:1.27", self.helm("get", "manifest", "shop"))
        self.assertIn("The shop is green", self.helm("get", "notes", "shop"))
        releases = self.document("list", "-A")
        self.assertEqual([("shop", "default", "1", "deployed", "shop-1.0.0")],
                         [tuple(entry[key] for key in ("name", "namespace", "revision", "status", "chart")) for entry in releases])
        self.assertEqual([(1, "deployed", "Install complete")], self.history())
        self.assertRegex(self.refused("install", "shop", self.chart), "cannot re-?use a name")

    def test_it_is_made_in_a_namespace_that_helm_creates(self):
        self.install("-n", "market", "--create-namespace")
        self.assertEqual("shop", self.document("list", "-n", "market")[0]["name"])
        self.assertEqual([], self.document("list"))
        self.assertEqual("Active", self.value(".status.phase", "namespace", "market"))

    def test_upgrades_and_rollbacks_are_revisions_and_what_they_hold_is_there(self):
        self.install()
        self.upgrade("--set", "image=nginx:1.28,replicas=3")
        self.assertEqual("nginx:1.28", self.image())
        self.assert_healthy(3)
        self.assertIn("Rollback was a success", self.helm("rollback", "shop", "1", "--wait", "--timeout", "40s"))
        self.assertEqual("nginx:1.27", self.image())
        self.assert_healthy(2)
        self.assertEqual([(1, "superseded", "Install complete"), (2, "superseded", "Upgrade complete"), (3, "deployed", "Rollback to 1")], self.history())
        self.assertIn("image: nginx:1.28", self.helm("get", "manifest", "shop", "--revision", "2"))
        self.assertIn("release: not found", self.refused("history", "none"))

    def test_what_the_chart_holds_no_longer_goes(self):
        self.install("--set", "autoscaling=true")
        self.assertEqual("5", self.value(".spec.maxReplicas", "hpa", "shop"))
        self.upgrade("--reset-values")
        self.assert_gone("hpa", "shop")

    def test_an_upgrade_that_changes_nothing_restarts_nothing(self):
        self.install()
        pods = self.kubectl("get", "pods", "-l", "app=shop", "-o", "name")
        self.upgrade()
        self.assertEqual(pods, self.kubectl("get", "pods", "-l", "app=shop", "-o", "name"))
        self.assertEqual("1", self.value(".metadata.generation"))

    def test_upgrade_install_makes_it_where_there_is_none(self):
        self.assertIn("does not exist. Installing it now", self.upgrade("--install"))
        self.upgrade("--install", "--reuse-values", "--set", "colour=red")
        self.assertEqual("red", self.value(".data.colour", "cm", "settings"))

    def test_a_dry_run_of_the_server_asks_it_and_makes_nothing(self):
        said = self.helm("install", "shop", self.chart, "--dry-run=server")
        self.assertIn("seen: default", said)
        self.assertNotIn("seen: default", self.helm("install", "shop", self.chart, "--dry-run=client"))
        self.assert_gone("deployment", "shop")
        self.assertEqual([], self.document("list", "-a") if self.version == 3 else self.document("list"))
        self.install()
        self.assertIn("colour: red", self.helm("upgrade", "shop", self.chart, "--set", "colour=red", "--dry-run=server"))
        self.assertEqual("blue", self.value(".data.colour", "cm", "settings"))

    def test_uninstalling_removes_everything_but_a_history_that_is_wanted(self):
        self.install()
        self.helm("uninstall", "shop", "--wait", "--timeout", "40s", "--keep-history")
        for what in (("deployment", "shop"), ("service", "shop"), ("cm", "settings")):
            self.assert_gone(*what)
        self.assertEqual([(1, "uninstalled", "Uninstallation complete")], self.history())
        self.helm("rollback", "shop", "1", "--wait", "--timeout", "40s")
        self.assert_healthy(2)
        self.helm("uninstall", "shop", "--wait", "--timeout", "40s", "--cascade", "foreground")
        self.assertEqual("", self.kubectl("get", "replicasets,pods,secrets", "-l", "app=shop", "-o", "name"))
        self.assertEqual("", self.kubectl("get", "secrets", "-l", "owner=helm", "-o", "name"))

    def test_objects_of_somebody_else_are_not_taken(self):
        self.kubectl("create", "configmap", "settings")
        self.assertIn("invalid ownership metadata", self.refused("install", "shop", self.chart))
        self.assertEqual("", self.value(".data.colour", "cm", "settings"))
        self.install("--take-ownership")
        self.assertEqual("blue", self.value(".data.colour", "cm", "settings"))

    def test_what_the_server_refuses_fails_the_release(self):
        broken = self.chart / "templates/settings.yaml"
        broken.write_text(broken.read_text().replace("name: settings", "name: Not_A_Name"))
        self.assertIn("metadata.name: Invalid value", self.refused("install", "shop", self.chart))
        self.assertEqual("failed", self.history()[0][1])


class Scaled:
    def test_replicas_an_autoscaler_owns_are_left_to_it(self):
        self.install("--set", "autoscaling=true")
        # It asks for three at least, the Deployment without a number for one.
        self.kubectl("wait", "deployment/shop", "--for=jsonpath={.status.readyReplicas}=3", "--timeout=40s")
        self.upgrade("--set", "autoscaling=true,image=nginx:1.28")
        self.assertEqual("3", self.value(".spec.replicas"))
        self.assertEqual("nginx:1.28", self.image())

    def test_replicas_somebody_scaled(self):
        self.install()
        self.kubectl("scale", "deployment/shop", "--replicas=4")
        if self.version == 4:
            # Server-side apply: a conflict that names who, unless it is forced.
            self.assertRegex(self.refused("upgrade", "shop", self.chart, "--set", "image=nginx:1.28"), r'conflict with "kubectl" with subresource "scale".*\.spec\.replicas')
            self.assertEqual("4", self.value(".spec.replicas"))
            self.upgrade("--set", "image=nginx:1.28", "--force-conflicts")
        else:
            self.upgrade("--set", "image=nginx:1.28")
        self.assertEqual("2", self.value(".spec.replicas"))
        self.assert_healthy(2)


class TwoVersions(helm.HelmTest):
    """A release that one version of Helm made and the other goes on with."""

    def setUp(self):
        super().setUp()
        if not all(helm.HELM.values()):
            self.skipTest("only one version of helm is here")

    def goes_on(self, first, second):
        self.install("--set", "colour=green", version=first)
        self.assertEqual("deployed", self.document("status", "shop", version=second)["info"]["status"])
        self.assertEqual([(1, "deployed", "Install complete")], self.history(version=second))
        self.upgrade("--set", "image=nginx:1.28", version=second)
        self.assertEqual("nginx:1.28", self.image())
        self.assert_healthy(2)
        self.assertEqual([1, 2], [entry[0] for entry in self.history(version=first)])
        self.helm("rollback", "shop", "1", "--wait", "--timeout", "40s", version=first)
        self.assertEqual("green", self.value(".data.colour", "cm", "settings"))
        self.upgrade("--set", "colour=red", version=second)
        self.assertEqual("red", self.value(".data.colour", "cm", "settings"))
        self.assertEqual("deployed", self.history(version=second)[3][1])
        self.helm("uninstall", "shop", "--wait", "--timeout", "40s", version=second)
        self.assert_gone("deployment", "shop")

    def test_made_by_3_continued_by_4(self):
        self.goes_on(3, 4)

    def test_made_by_4_continued_by_3(self):
        self.goes_on(4, 3)


globals().update(helm.with_both(Life) | helm.with_both(Scaled))

if __name__ == "__main__":
    helm.main()
