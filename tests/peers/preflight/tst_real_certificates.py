# SPDX-License-Identifier: GPL-3.0-or-later
"""`sentinelctl certificates` on the real cert-manager: a renewal that issues, and what holds up one that does not."""
import json

import commands
import real


def issuer(name, spec):
    return {"apiVersion": "cert-manager.io/v1", "kind": "Issuer", "metadata": {"name": name}, "spec": spec}


def certificate(name, by="own", secret=None, **spec):
    return {"apiVersion": "cert-manager.io/v1", "kind": "Certificate", "metadata": {"name": name},
            "spec": {"secretName": secret or f"{name}-tls", "dnsNames": [f"{name}.example.com"], "privateKey": {"algorithm": "ECDSA"},
                     "issuerRef": {"name": by}} | spec}


class Certificates(commands.Commands):
    def setUp(self):
        super().setUp()
        self.space = super().space(prefix="certs")

    def apply(self, *objects):
        for one in objects:
            self.space.apply(json.dumps(one))

    def one(self, name, code=0):
        return self.document("certificates", "show", f"{self.space.name}/{name}", code=code)

    def ready(self, name):
        real.until(f"{name} ready", lambda: self.one(name, code=None)["state"] == "ready")
        return self.one(name)

    def test_a_renewal_issues_a_new_revision(self):
        self.apply(issuer("own", {"selfSigned": {}}), certificate("web"))
        before = self.ready("web")
        self.assertEqual(1, before["revision"])
        self.assertEqual(["web.example.com"], before["served"]["names"])
        self.assertEqual("ECDSA", before["served"]["keyAlgorithm"])
        after = self.document("certificates", "renew", f"{self.space.name}/web", "--yes")
        self.assertEqual(2, after["revision"])
        self.assertNotEqual(before["served"]["sha256"], after["served"]["sha256"])
        # The journal says so, and holds no key.
        self.assertIn("issued anew, revision 2", self.sentinelctl("journal", "list").stdout)
        self.assertNotIn("PRIVATE KEY", (self.folder / "state/sentinel-console/journal.jsonl").read_text())

    def test_a_broken_issuer_is_named_as_the_root(self):
        self.apply(issuer("broken", {"ca": {"secretName": "nowhere"}}), certificate("api", by="broken"))
        real.until("the issuer to be judged", lambda: "nowhere" in self.one("api", code=1)["cause"])
        told = self.one("api", code=1)
        self.assertTrue(told["cause"].startswith("Issuer/broken"), told["cause"])
        self.assertEqual(1, self.sentinelctl("certificates", "list", "-n", self.space.name, code=None).returncode)
        self.assertIn("Issuer/broken", self.sentinelctl("certificates", "list", "-n", self.space.name, code=1).stdout)
        # It is being issued, and waits: a second request would change nothing.
        self.assertIn("being issued already", self.sentinelctl("certificates", "renew", f"{self.space.name}/api", "--yes", code=1).stderr)

    def test_an_issuer_that_is_not_there_is_the_root(self):
        self.apply(certificate("lost", by="nobody"))
        real.until("a request", lambda: "Issuer/nobody is not there" == self.one("lost", code=1)["cause"])

    def test_two_that_write_one_secret_are_an_error(self):
        self.apply(issuer("own", {"selfSigned": {}}), certificate("first", secret="shared"), certificate("second", secret="shared"))
        told = self.document("certificates", "list", "-n", self.space.name, code=1)
        rules = [finding["rule"] for one in told["items"] for finding in one["findings"]]
        self.assertEqual(2, rules.count("certificate.shared-secret"), told)

    def test_a_leaf_of_an_older_authority_is_told_of(self):
        self.apply(issuer("own", {"selfSigned": {}}), certificate("root", secret="root-pair", isCA=True, commonName="Root", duration="87600h"),
                   issuer("ca", {"ca": {"secretName": "root-pair"}}), certificate("leaf", by="ca"))
        self.ready("root")
        self.assertEqual([], self.ready("leaf")["findings"])
        self.sentinelctl("certificates", "renew", f"{self.space.name}/root", "--yes")
        rules = [finding["rule"] for finding in self.one("leaf")["findings"]]
        self.assertEqual(["certificate.authority-changed"], rules)
        self.sentinelctl("certificates", "renew", f"{self.space.name}/leaf", "--yes")
        self.assertEqual([], self.one("leaf")["findings"])

    def test_without_the_right_it_says_which_is_missing(self):
        self.apply(issuer("own", {"selfSigned": {}}), certificate("web"))
        self.ready("web")
        self.make({"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": {"name": "look", "namespace": self.space.name},
                   "rules": [{"apiGroups": ["cert-manager.io", "acme.cert-manager.io", ""], "resources": ["*"], "verbs": ["get", "list", "watch"]}]},
                  {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding", "metadata": {"name": "look", "namespace": self.space.name},
                   "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "look"},
                   "subjects": [{"kind": "User", "apiGroup": "rbac.authorization.k8s.io", "name": "looker"}]})
        refused = self.sentinelctl("certificates", "renew", f"{self.space.name}/web", "--yes", "--as", "looker", code=3)
        self.assertIn("update certificates/status", refused.stderr)
        self.assertEqual(1, self.one("web")["revision"])

    def test_nothing_is_renewed_without_consent(self):
        self.apply(issuer("own", {"selfSigned": {}}), certificate("web"))
        self.ready("web")
        self.assertIn("--yes", self.sentinelctl("certificates", "renew", f"{self.space.name}/web", code=2).stderr)
        self.assertEqual(2, self.sentinelctl("certificates", "renew", f"{self.space.name}/nothing", "--yes", code=None).returncode)


if __name__ == "__main__":
    real.main()
