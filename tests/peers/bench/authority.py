# SPDX-License-Identifier: GPL-3.0-or-later
"""The certificate authority of one instance, and kubeconfigs for those it knows."""
import base64

from ground import run

# Tests move the clock of peers: certificates hold for any they may choose.
VALID = ("-not_before", "20200101000000Z", "-not_after", "20450101000000Z")
CURVE = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


class Authority:
    def __init__(self, ground, name="ca"):
        self.ground = ground
        self.folder = ground.make_folder("pki")
        self.certificate = self.folder / f"{name}.crt"
        self.key = self.folder / f"{name}.key"
        if not self.certificate.exists():
            self.make(name)

    def make(self, name):
        run("openssl", "req", "-x509", *CURVE, *VALID, "-subj", f"/CN=peers {name}", "-keyout", self.key, "-out", self.certificate,
            "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign")

    def issue(self, name, subject, addresses=(), names=()):
        """A key and a certificate for a client, and for a server where it has addresses or names; the two files, certificate first."""
        files = (self.folder / f"{name}.crt", self.folder / f"{name}.key")
        if files[0].exists():
            return files
        known = ",".join([f"IP:{one}" for one in addresses] + [f"DNS:{one}" for one in names])
        usage = "clientAuth,serverAuth" if known else "clientAuth"
        run("openssl", "req", "-x509", "-CA", self.certificate, "-CAkey", self.key, *CURVE, *VALID, "-subj", subject,
            "-keyout", files[1], "-out", files[0], "-addext", f"extendedKeyUsage={usage}", "-addext", "basicConstraints=critical,CA:FALSE",
            "-addext", "keyUsage=critical,digitalSignature", *(("-addext", f"subjectAltName={known}") if known else ()))
        return files

    def server(self, name, names=()):
        """For one that listens on the instance's address."""
        return self.issue(name, f"/CN={name}", (self.ground.address, "127.0.0.1"), ("localhost", *names))

    def signing_pair(self, name):
        files = (self.folder / f"{name}.pub", self.folder / f"{name}.key")
        if not files[0].exists():
            run("openssl", "genrsa", "-out", files[1], "2048")
            run("openssl", "rsa", "-in", files[1], "-pubout", "-out", files[0])
        return files


def encoded(path):
    return base64.b64encode(path.read_bytes()).decode()


def kubeconfig(ground, path, server, authority, user, certificate=None, token=None, namespace="default"):
    if certificate:
        who = f"client-certificate-data: {encoded(certificate[0])}\n    client-key-data: {encoded(certificate[1])}"
    else:
        who = f"token: {token}"
    return ground.write(path, f"""apiVersion: v1
kind: Config
current-context: peers
clusters:
- name: peers
  cluster:
    server: {server}
    certificate-authority-data: {encoded(authority.certificate)}
contexts:
- name: peers
  context:
    cluster: peers
    namespace: {namespace}
    user: {user}
users:
- name: {user}
  user:
    {who}
""")
