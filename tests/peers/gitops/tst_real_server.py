# SPDX-License-Identifier: GPL-3.0-or-later
"""The real argocd-server beside the Kubernetes API: what it adds, and that everything goes on without it."""
import base64
import json
import pathlib
import ssl
import urllib.request

from application import CONFIG, DEPLOYMENT, SECRET, Follower, real

NOBODY = "https://127.0.0.1:1"
JSONNET = "{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'made'}, data: {word: '%s'}}\n"


class Server(Follower):
    def setUp(self):
        super().setUp()
        self.address = self.bench.ground.state["addresses"]["argo cd"]
        self.token = self.signed_in()
        self.login_folder = self.folder / "argocd"
        self.login_folder.mkdir(mode=0o700)
        self.more = {"ARGOCD_CONFIG_DIR": str(self.login_folder)}
        self.logged_in()

    def environment(self):
        return super().environment() | self.more

    def signed_in(self):
        password = pathlib.Path(self.bench.ground.state["files"]["argo cd admin password"]).read_text()
        trust = ssl.create_default_context(cafile=str(self.bench.authority.certificate))
        asked = urllib.request.Request(f"{self.address}/api/v1/session", data=json.dumps({"username": "admin", "password": password}).encode(),
                                       headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(asked, context=trust, timeout=real.PATIENCE) as answer:
            return json.load(answer)["token"]

    def logged_in(self, token=None, authority=True):
        """As `argocd login` leaves it."""
        server = {"server": self.address.removeprefix("https://")}
        if authority:
            server["certificate-authority-data"] = base64.b64encode(self.bench.authority.certificate.read_bytes()).decode()
        config = {"contexts": [{"name": "a", "server": server["server"], "user": "a"}], "current-context": "a", "servers": [server],
                  "users": [{"name": "a", "auth-token": token or self.token}]}
        (self.login_folder / "config").write_text(json.dumps(config))
        (self.login_folder / "config").chmod(0o600)

    def made_by_jsonnet(self, word="a"):
        self.push({"web/made.jsonnet": JSONNET % word})
        self.application()

    def changes(self, *arguments, code=1):
        return {(each["kind"], each["name"]): each["change"] for each in self.document("apps", "diff", self.name, *arguments, code=code)["items"]}

    def test_what_only_it_renders_is_compared(self):
        self.made_by_jsonnet()
        before = self.changes()
        self.assertEqual("added", before[("ConfigMap", "made")])
        self.assertEqual("added", before[("Deployment", "web")])
        self.assertEqual("added", before[("Secret", "key")], "masked, and compared by Argo CD itself")
        self.sync()
        after = self.document("apps", "diff", self.name)
        self.assertEqual([], after["items"])
        self.assertIn("jsonnet", " ".join(after["notes"]))
        revision = self.push({"web/made.jsonnet": JSONNET % "b"})
        self.assertEqual({("ConfigMap", "made"): "changed", ("Secret", "key"): "unknown"}, self.changes("--revision", revision))
        self.assertEqual({("ConfigMap", "made"): "changed"}, self.changes("--from", self.document("history", self.name)["items"][0]["revisions"][0], "--to", revision))

    def test_without_it_such_a_source_is_refused_and_the_rest_goes_on(self):
        self.made_by_jsonnet()
        for way in ("off", NOBODY):
            refused = self.sentinelctl("apps", "diff", self.name, "--argocd-server", way, code=3)
            self.assertIn("jsonnet", refused.stderr)
            shown = self.document("apps", "show", self.name, "--argocd-server", way, code=1)
            self.assertIn(("ConfigMap", "made"), {(each["kind"], each["name"]) for each in shown["resources"]})
            self.sentinelctl("history", self.name, "--argocd-server", way)
        self.sync()

    def test_its_tree_adds_what_cannot_be_seen(self):
        self.application()
        self.sync()
        reader = f"reader-{self.name}"
        rules = [{"apiGroups": ["argoproj.io"], "resources": ["*"], "verbs": ["get", "list"]},
                 {"apiGroups": [""], "resources": ["configmaps"], "verbs": ["get", "list"]}]
        self.bench.apply(given=json.dumps({"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole", "metadata": {"name": reader}, "rules": rules}))
        self.bench.apply(given=json.dumps({"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding", "metadata": {"name": reader},
                                           "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": reader},
                                           "subjects": [{"apiGroup": "rbac.authorization.k8s.io", "kind": "User", "name": reader}]}))
        self.addCleanup(self.bench.kubectl, "delete", "clusterrolebinding,clusterrole", reader, "--ignore-not-found")
        alone = self.document("apps", "show", self.name, "--as", reader, "--argocd-server", "off")
        self.assertNotIn("Pod", {each["kind"] for each in alone["resources"]})
        more = self.document("apps", "show", self.name, "--as", reader)
        told = {each["kind"]: each for each in more["resources"] if each["told"]}
        self.assertTrue({"ReplicaSet", "Pod"} <= told.keys(), told.keys())
        known, deployment = (next(each for each in shown["resources"] if each["kind"] == "Deployment") for shown in (alone, more))
        # Argo CD before 3.0 writes it into the Application, so nobody has to tell it.
        self.assertEqual(("Healthy", known["health"] == ""), (deployment["health"], deployment["healthTold"]))
        self.assertIn(self.address.removeprefix("https://"), " ".join(more["notes"]))
        # Who sees everything himself is told nothing he knows.
        own = self.document("apps", "show", self.name)
        self.assertEqual([], [each["name"] for each in own["resources"] if each["told"] and each["kind"] in ("ReplicaSet", "Pod", "Deployment")])

    def test_through_the_api_server_too(self):
        self.made_by_jsonnet()
        (self.login_folder / "config").unlink()
        self.sentinelctl("apps", "diff", self.name, code=3)  # nobody signed in
        said = self.sentinelctl("apps", "diff", self.name, "--argocd-server", "proxy", code=3)
        self.assertIn("ARGOCD_AUTH_TOKEN", said.stderr)
        self.more["ARGOCD_AUTH_TOKEN"] = self.token
        self.assertEqual("added", self.changes("--argocd-server", "proxy")[("ConfigMap", "made")])
        self.more["ARGOCD_AUTH_TOKEN"] = self.token[:-4] + "abcd"
        self.assertIn("token", self.sentinelctl("apps", "diff", self.name, "--argocd-server", "proxy", code=3).stderr)
        self.sentinelctl("apps", "show", self.name, "--argocd-server", "proxy", code=1)

    def test_a_token_that_is_no_good_and_a_certificate_nobody_vouches_for(self):
        self.made_by_jsonnet()
        self.logged_in(token=self.token[:-4] + "abcd")
        self.assertIn("argocd login", self.sentinelctl("apps", "diff", self.name, code=3).stderr)
        self.logged_in(authority=False)
        said = self.sentinelctl("apps", "diff", self.name, code=3).stderr
        self.assertRegex(said.lower(), "certificate|authorit")
        self.sentinelctl("apps", "show", self.name, code=1)

    def test_another_cluster_is_compared_by_it(self):
        # The same API server by another address: to Argo CD, and to us, that is another cluster.
        self.bench.kubectl("version")
        server = "https://elsewhere.example.com:6443"
        self.application_elsewhere(server)
        said = self.sentinelctl("apps", "diff", self.name, "--argocd-server", "off", code=3)
        self.assertIn("elsewhere.example.com", said.stderr)
        shown = self.document("apps", "show", self.name, code=1)
        self.assertIn("elsewhere.example.com", " ".join(shown["notes"]))

    def application_elsewhere(self, server):
        spec = {"project": "default", "source": {"repoURL": self.url, "path": "web", "targetRevision": "main"},
                "destination": {"server": server, "namespace": self.ns}}
        self.bench.apply(given=json.dumps({"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
                                           "metadata": {"name": self.name, "namespace": "argocd"}, "spec": spec}))
        self.addCleanup(self.bench.kubectl, "delete", "application", self.name, "--namespace", "argocd", "--wait=false", "--ignore-not-found")


if __name__ == "__main__":
    real.main()
