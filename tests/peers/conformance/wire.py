# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP with one API server as its kubeconfig says, and what of an answer two servers must agree on."""
import base64
import http.client
import json
import os
import pathlib
import re
import ssl
import sys
import tempfile
import urllib.parse

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "bench"))
from ground import until  # noqa: E402

PATIENCE = 30  # seconds for one answer
JSON = "application/json"
MERGE, STRATEGIC, PATCH, APPLY = (f"application/{name}" for name in
                                  ("merge-patch+json", "strategic-merge-patch+json", "json-patch+json", "apply-patch+yaml"))
# What differs between two runs of one server too.
VOLATILE = {"uid": "<uid>", "resourceVersion": "<version>", "creationTimestamp": "<time>", "time": "<time>", "continue": "<place>",
            "deletionTimestamp": "<time>", "lastUpdateTime": "<time>", "lastTransitionTime": "<time>"}


class Answer:
    def __init__(self, response):
        self.code = response.status
        self.headers = response.headers
        self.body = response.read()
        try:
            self.json = json.loads(self.body)
        except ValueError:
            self.json = None

    @property
    def warnings(self):
        return [text.split('"')[1] for text in self.headers.get_all("Warning") or []]

    def told(self):
        """The whole of it, for comparing."""
        told = {"code": self.code, "body": self.json if self.json is not None else self.body.decode(errors="replace")}
        return told | ({"warnings": self.warnings} if self.warnings else {})


class Server:
    def __init__(self, name, kubeconfig):
        self.name = name
        self.kubeconfig = str(kubeconfig)
        told = yaml.safe_load(open(kubeconfig))
        context = next(each["context"] for each in told["contexts"] if each["name"] == told["current-context"])
        cluster = next(each["cluster"] for each in told["clusters"] if each["name"] == context["cluster"])
        user = next(each["user"] for each in told["users"] if each["name"] == context["user"])
        self.place = urllib.parse.urlsplit(cluster["server"])
        self.tls = ssl.create_default_context(cadata=self.text(kubeconfig, cluster, "certificate-authority").decode())
        self.headers = {"Authorization": "Bearer " + user["token"]} if "token" in user else {}
        if "client-certificate" in user or "client-certificate-data" in user:
            with tempfile.NamedTemporaryFile(dir=os.path.dirname(kubeconfig)) as pair:
                pair.write(self.text(kubeconfig, user, "client-certificate") + b"\n" + self.text(kubeconfig, user, "client-key"))
                pair.flush()
                self.tls.load_cert_chain(pair.name)

    @staticmethod
    def text(kubeconfig, entry, key):
        if key + "-data" in entry:
            return base64.b64decode(entry[key + "-data"])
        with open(os.path.join(os.path.dirname(kubeconfig), entry[key]), "rb") as file:
            return file.read()

    def open(self, method, path, body=None, kind=JSON, accept=JSON, query=None, headers=None):
        if query:
            path += ("&" if "?" in path else "?") + urllib.parse.urlencode(query)
        connection = http.client.HTTPSConnection(self.place.hostname, self.place.port, context=self.tls, timeout=PATIENCE)
        sent = self.headers | {"Accept": accept} | (headers or {})
        if body is not None:
            sent["Content-Type"] = kind
            body = body if isinstance(body, (str, bytes)) else json.dumps(body)
        connection.request(method, path, body, sent)
        return connection.getresponse()

    def call(self, method, path, body=None, **more):
        return Answer(self.open(method, path, body, **more))

    def get(self, path, **more):
        return self.call("GET", path, **more)

    def post(self, path, body, **more):
        return self.call("POST", path, body, **more)

    def put(self, path, body, **more):
        return self.call("PUT", path, body, **more)

    def patch(self, path, body, kind=MERGE, **more):
        return self.call("PATCH", path, body, kind=kind, **more)

    def apply(self, path, body, manager="them", **query):
        return self.call("PATCH", path, body, kind=APPLY, query={"fieldManager": manager} | query)

    def delete(self, path, body=None, **more):
        return self.call("DELETE", path, body, **more)

    def until(self, path, holds):
        """Asks until what is answered holds: controllers take their time."""
        def asked():
            answer = self.get(path)
            return answer if holds(answer) else None
        return until(f"what is waited for at {path} of {self.name}", asked, PATIENCE)

    def until_made(self, path, body):
        """A pod needs the default service account of its namespace, which comes a moment later."""
        def asked():
            answer = self.post(path, body)
            return answer if answer.code != 403 else None
        return until(f"a pod at {path} of {self.name}", asked, PATIENCE)

    def watch(self, path, seconds=2, **query):
        """The events of a watch until the server ends it."""
        response = self.open("GET", path, query={"watch": "true", "timeoutSeconds": str(seconds)} | query)
        if response.status != 200:
            return Answer(response).told()
        return [json.loads(line) for line in response.read().splitlines()]


def plain(value, key=None, parent=None):
    """What is told without what no two runs share."""
    if key in VOLATILE and isinstance(value, str) and value:
        return VOLATILE[key]
    if isinstance(value, dict):
        return {each: plain(inner, each, value) for each, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, str):
        value = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<uid>", value)
        value = re.sub(r"too old resource version: \d+ \(\d+\)", "too old resource version: <version>", value)
        value = re.sub(r"Too large resource version: \d+, current: \d+", "Too large resource version: <version>", value)
        value = re.sub(r"([Rr]esource ?[Vv]ersion(?: in precondition)?:? ?)\d+", r"\1<version>", value)
        value = re.sub(r"\d+\.\d+\.\d+\.\d+:\d+", "<host>", value)
        value = re.sub(r"in record \(\d+\)", "in record (<version>)", value)
        value = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "<time>", value)
    return value


def differences(real, other, where=""):
    """Where two values part: "/body/details/kind"."""
    if isinstance(real, dict) and isinstance(other, dict):
        for key in sorted(real.keys() | other.keys()):
            yield from differences(real.get(key, Absent), other.get(key, Absent), f"{where}/{key}")
    elif isinstance(real, list) and isinstance(other, list):
        for index in range(max(len(real), len(other))):
            yield from differences(real[index] if index < len(real) else Absent, other[index] if index < len(other) else Absent,
                                   f"{where}/{index}")
    elif real != other:
        yield where or "/", real, other


class Absent:
    """No such thing there."""
