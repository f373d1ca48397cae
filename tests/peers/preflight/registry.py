# SPDX-License-Identifier: GPL-3.0-or-later
"""A registry on loopback, as far as somebody asks it whether it has an image: TLS of an authority of its own, tokens for who signs in."""
import base64
import http.server
import json
import pathlib
import ssl
import subprocess
import threading
import urllib.parse

CURVE = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")
USER, PASSWORD, TOKEN = "ana", "s3cret", "t0ken"


class Registry:
    """`images` is what it has ("team/web:1.0"; None: everything); `busy` answers 429. `asked` is what was asked of it."""

    def __init__(self, folder):
        self.images, self.busy, self.asked = None, False, []
        self.authority, pair = self.certificates(pathlib.Path(folder))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*pair)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Handler,), {"registry": self}))
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.host = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @staticmethod
    def certificates(folder):
        def make(*arguments):
            subprocess.run(["openssl", "req", "-x509", *CURVE, *map(str, arguments)], check=True, capture_output=True)

        authority, key = folder / "registry-ca.crt", folder / "registry-ca.key"
        make("-subj", "/CN=registry ca", "-addext", "basicConstraints=critical,CA:TRUE", "-keyout", key, "-out", authority)
        pair = (folder / "registry.crt", folder / "registry.key")
        make("-CA", authority, "-CAkey", key, "-subj", "/CN=registry", "-addext", "subjectAltName=IP:127.0.0.1", "-addext", "basicConstraints=critical,CA:FALSE",
             "-keyout", pair[1], "-out", pair[0])
        return authority, pair

    def has(self, image):
        return self.images is None or image in self.images

    def login(self):
        """As podman and docker keep it."""
        return json.dumps({"auths": {self.host: {"auth": base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()}}})

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_GET(self):  # noqa: N802
        asked = urllib.parse.urlsplit(self.path)
        signed = self.headers.get("Authorization", "") == "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        self.registry.asked.append(("token", urllib.parse.parse_qs(asked.query).get("scope", [""])[0]))
        if asked.path == "/token" and signed:
            self.answer(200, json.dumps({"token": TOKEN}).encode(), Content_Type="application/json")
        else:
            self.answer(401)

    def do_HEAD(self):  # noqa: N802
        parts = self.path.split("/manifests/")
        image = ":".join([parts[0].removeprefix("/v2/"), *parts[1:]])
        self.registry.asked.append(("manifest", image))
        if self.registry.busy:
            self.answer(429, Retry_After="60")
        elif self.headers.get("Authorization") != f"Bearer {TOKEN}":
            scope = f"repository:{image.partition(':')[0]}:pull"
            self.answer(401, WWW_Authenticate=f'Bearer realm="https://{self.registry.host}/token",service="test",scope="{scope}"')
        else:
            self.answer(200 if self.registry.has(image) else 404)

    def log_message(self, *_):
        pass
