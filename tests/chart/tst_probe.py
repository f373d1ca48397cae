# SPDX-License-Identifier: GPL-3.0-or-later
"""The script of the image sentinel-preflight, run for real in a network of its own: names that are known, unknown and unanswered, ways that
lead somewhere and nowhere, a server with a wrong clock, a disk that is written, a node with and without auditd."""
import email.utils
import http.server
import json
import os
import pathlib
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import inside
import render
from inside import Process, until

PROBE = render.ROOT / "resources/containers/preflight/probe.py"
NAMES = pathlib.Path(__file__).parent / "programs/names.py"
CURVE = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


class Server(http.server.BaseHTTPRequestHandler):
    offset = 0.0

    def do_HEAD(self):  # noqa: N802
        self.send_response_only(403)
        self.send_header("Date", email.utils.formatdate(time.time() + self.offset, usegmt=True))
        self.end_headers()

    def log_message(self, *_):
        pass


class Probe(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.resolver = "127.0.0.1"

    def look(self, environment=None, **wish):
        """What the script prints; the machine's resolver is laid over for it alone."""
        (self.folder / "resolv.conf").write_text(f"nameserver {self.resolver}\noptions timeout:1 attempts:1\n", encoding="utf-8")
        (self.folder / "hosts").write_text("127.0.0.1 localhost\n", encoding="utf-8")
        # In the build root everything is private, and / no mount.
        script = f'mount --make-rprivate / 2>/dev/null || true; mount --bind {self.folder}/resolv.conf "$(readlink -f /etc/resolv.conf)"; mount --bind {self.folder}/hosts /etc/hosts; exec "$@"'
        done = subprocess.run(["unshare", "--mount", "--propagation", "unchanged", "sh", "-euc", script, "sh",
                               sys.executable, "-B", str(PROBE)], capture_output=True, text=True, timeout=120, check=False,
                              env={"PATH": os.environ["PATH"], "PROBE": json.dumps({"id": "look-1", **wish}), "NODE_NAME": "node-1", **(environment or {})})
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(1, len(done.stdout.splitlines()), "one line, for whoever reads the log")
        return json.loads(done.stdout)

    def names(self, **known):
        file = self.folder / "names.json"
        file.write_text(json.dumps({name.replace("_", "."): address for name, address in known.items()}), encoding="utf-8")
        server = Process(self.folder, "names", [sys.executable, "-B", NAMES, "127.0.0.1", file])
        self.addCleanup(server.stop)
        until("the name server", lambda: "found" == self.look(names=["ready.example"])["names"][0]["state"] if "ready_example" in known else True)

    def serve(self, offset=0.0):
        """An HTTPS server with a clock that is off by so much; its port and the file of its authority."""
        pair = (self.folder / "tls.crt", self.folder / "tls.key")
        subprocess.run(["openssl", "req", "-x509", *CURVE, "-days", "2", "-subj", "/CN=git.example", "-addext", "subjectAltName=DNS:git.example",
                        "-keyout", pair[1], "-out", pair[0]], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*pair)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Off", (Server,), {"offset": offset}))
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return server.server_port, pair[0]

    def test_tells_what_it_was_asked_and_by_whom(self):
        told = self.look()
        self.assertEqual(("PreflightProbe", "look-1", "node-1", os.uname().release), (told["kind"], told["id"], told["node"], told["kernel"]))
        self.assertAlmostEqual(time.time(), told["time"], delta=30)

    def test_tells_names_that_are_known_from_those_that_are_not(self):
        self.names(ready_example="127.0.0.1", git_example="10.1.2.3")
        found, unknown = self.look(names=["git.example", "nowhere.example"])["names"]
        self.assertEqual(("git.example", "found", ["10.1.2.3"]), (found["name"], found["state"], found["addresses"]))
        self.assertEqual(("nowhere.example", "unknown"), (unknown["name"], unknown["state"]))

    def test_a_name_server_that_does_not_answer_is_silent_and_not_no(self):
        self.resolver = "127.0.0.2"
        told = self.look(names=["git.example", "localhost"])["names"]
        self.assertEqual({"git.example": "silent", "localhost": "found"}, {one["name"]: one["state"] for one in told})

    def test_a_way_is_open_or_refused(self):
        self.names(ready_example="127.0.0.1", git_example="127.0.0.1")
        port, authority = self.serve()
        trust = {"SSL_CERT_FILE": str(authority)}
        open_, refused, lost = self.look(trust, targets=[{"host": "git.example", "port": port, "tls": True}, {"host": "git.example", "port": 1, "tls": False},
                                                         {"host": "nowhere.example", "port": 443, "tls": True}])["targets"]
        self.assertEqual((True, True), (open_["reached"], open_["trusted"]), open_)
        self.assertEqual((False, "Connection refused"), (refused["reached"], refused["error"]))
        self.assertFalse(lost["reached"])
        self.assertIn("not known", lost["error"])

    def test_a_certificate_nobody_signed_for_it_is_told(self):
        self.names(ready_example="127.0.0.1", git_example="127.0.0.1")
        port, _ = self.serve()
        one = self.look(targets=[{"host": "git.example", "port": port, "tls": True}])["targets"][0]
        self.assertEqual((True, False), (one["reached"], one["trusted"]))
        self.assertIn("self-signed", one["error"].replace("self signed", "self-signed"))

    def test_a_clock_that_is_off_is_measured(self):
        self.names(ready_example="127.0.0.1", git_example="127.0.0.1")
        for offset in (0, 90, -3600):
            port, authority = self.serve(offset)
            one = self.look({"SSL_CERT_FILE": str(authority)}, targets=[{"host": "git.example", "port": port, "tls": True}])["targets"][0]
            self.assertAlmostEqual(offset, one["offset"], delta=2)

    def test_a_disk_is_really_written_and_nothing_stays(self):
        data = self.folder / "data"
        data.mkdir()
        told = self.look(disk=str(data))["disk"]
        self.assertGreaterEqual(told["writes"], 50)
        self.assertTrue(0 < told["median"] <= told["p99"] <= told["worst"], told)
        self.assertEqual([], list(data.iterdir()))
        self.assertIn("No such file", self.look(disk=str(self.folder / "nowhere"))["disk"]["error"])

    def test_a_node_with_auditd_is_told_from_one_without(self):
        host = self.folder / "host"
        (host / "var/log/audit").mkdir(parents=True)
        self.assertEqual({"log": False}, self.look(host=str(host))["audit"])
        log = host / "var/log/audit/audit.log"
        log.write_text("type=DAEMON_START\n", encoding="utf-8")
        os.utime(log, (time.time() - 7200,) * 2)
        told = self.look(host=str(host))["audit"]
        self.assertTrue(told["log"])
        self.assertAlmostEqual(7200, told["age"], delta=60)

    def test_questions_without_sense_are_answered_all_the_same(self):
        told = self.look(names=["", "a" * 300, "-.-", "\u0000"], targets=[{"host": "", "port": 0}, {"host": "x" * 300, "port": 99999, "tls": True}])
        self.assertEqual({"unknown", "silent"}, {one["state"] for one in told["names"]} | {"unknown"})
        self.assertEqual([False, False], [one["reached"] for one in told["targets"]])


if __name__ == "__main__":
    inside.alone()
    unittest.main()
