# SPDX-License-Identifier: Apache-2.0
"""What only a pod can see, printed as one line of JSON: whether names are known, what can be reached, how fast a disk is, what the node is.

What to look at stands in the variable PROBE, a JSON object: id (told back), names (a list), targets (a list of {host, port, tls}), disk (a
folder; empty: none) and host (where the node's folders are mounted; empty: not mounted). Each look has its own end, and all together END
seconds; what did not come in time is told as that. It exits 0 whatever it saw: what is good is judged elsewhere."""
import concurrent.futures
import email.utils
import json
import os
import pathlib
import socket
import ssl
import sys
import time

PATIENCE = 5.0  # seconds for one connection
END = 60.0  # for everything but the disk
AT_ONCE = 16
WRITES = 500
DISK_TIME = 20.0
BLOCK = 8192  # what PostgreSQL writes at a commit, at least
MOST_HEAD = 8192
MOST_TEXT = 300


def short(text):
    return str(text)[:MOST_TEXT]


def resolve(name):
    """found, unknown (a server says there is no such name) or silent (none answered)."""
    try:
        found = socket.getaddrinfo(name, None, proto=socket.IPPROTO_TCP)
        return {"name": name, "state": "found", "addresses": sorted({one[4][0] for one in found})[:8]}
    except socket.gaierror as problem:
        known = problem.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
        return {"name": name, "state": "unknown" if known else "silent", "error": short(problem.strerror)}
    except (OSError, UnicodeError) as problem:
        return {"name": name, "state": "silent", "error": short(problem)}


def date_of(connection, host):
    """The server's clock less ours in seconds, by the Date of its answer; nothing where it sends none."""
    before = time.time()
    connection.sendall(f"HEAD / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nUser-Agent: sentinel-preflight\r\n\r\n".encode("ascii"))
    head = b""
    while b"\r\n\r\n" not in head and len(head) < MOST_HEAD:
        part = connection.recv(2048)
        if not part:
            break
        head += part
    after = time.time()
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"date":
            told = email.utils.parsedate_to_datetime(value.strip().decode("ascii"))
            return round(told.timestamp() + 0.5 - (before + after) / 2, 1)  # a Date has whole seconds
    return None


def reach(target):
    """How far the way to a server goes: its name, a connection, a certificate this machine trusts, an answer with a date."""
    host, port = target["host"], int(target["port"])
    told = {"host": host, "port": port, "reached": False}
    since = time.monotonic()
    try:
        with socket.create_connection((host, port), timeout=PATIENCE) as plain:
            told |= {"reached": True, "milliseconds": round((time.monotonic() - since) * 1000)}
            if target.get("tls"):
                with ssl.create_default_context().wrap_socket(plain, server_hostname=host) as secure:
                    told["trusted"] = True
                    told["offset"] = date_of(secure, host)
    except ssl.SSLCertVerificationError as problem:
        told |= {"trusted": False, "error": short(problem.verify_message)}
    except ssl.SSLError as problem:
        told |= {"trusted": False, "error": short(problem.reason)}
    except (OSError, UnicodeError, ValueError, TypeError) as problem:
        told["error"] = short(problem.strerror if getattr(problem, "strerror", None) else problem)
    return told


def disk(folder):
    """Writes as a database commits: a block, then fdatasync; in microseconds."""
    times = []
    place = pathlib.Path(folder) / "preflight.probe"
    try:
        file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            block, end = os.urandom(BLOCK), time.monotonic() + DISK_TIME
            while len(times) < WRITES and time.monotonic() < end:
                since = time.perf_counter_ns()
                os.write(file, block)
                os.fdatasync(file)
                times.append((time.perf_counter_ns() - since) // 1000)
        finally:
            os.close(file)
            place.unlink(missing_ok=True)
    except OSError as problem:
        return {"folder": folder, "writes": len(times), "error": short(problem.strerror or problem)}
    times.sort()
    return {"folder": folder, "writes": len(times), "median": times[len(times) // 2], "p99": times[min(len(times) - 1, len(times) * 99 // 100)],
            "worst": times[-1]}


def audit(host):
    """Whether the audit daemon of the node writes: it makes the file, and nobody else does."""
    log = pathlib.Path(host) / "var/log/audit/audit.log"
    try:
        found = log.stat()
        return {"log": True, "age": max(0, round(time.time() - found.st_mtime))}
    except FileNotFoundError:
        return {"log": False}
    except OSError as problem:
        return {"error": short(problem.strerror or problem)}


def look(wish):
    told = {"apiVersion": "console.sentinel/v1", "kind": "PreflightProbe", "id": wish.get("id", ""), "node": os.environ.get("NODE_NAME", ""),
            "kernel": os.uname().release, "cgroup2": pathlib.Path("/sys/fs/cgroup/cgroup.controllers").is_file()}
    pool = concurrent.futures.ThreadPoolExecutor(AT_ONCE)
    asked = {**{pool.submit(resolve, name): ("names", {"name": name, "state": "silent", "error": "no answer in time"}) for name in wish.get("names", [])},
             **{pool.submit(reach, one): ("targets", {"host": one["host"], "port": one["port"], "reached": False, "error": "no answer in time"})
                for one in wish.get("targets", [])}}
    concurrent.futures.wait(asked, END)
    for one, (list_name, late) in asked.items():
        told.setdefault(list_name, []).append(one.result() if one.done() else late)
    if wish.get("disk"):
        told["disk"] = disk(wish["disk"])
    if wish.get("host"):
        told["audit"] = audit(wish["host"])
    told["time"] = round(time.time(), 1)
    return told


if __name__ == "__main__":
    print(json.dumps(look(json.loads(os.environ.get("PROBE", "{}")))), flush=True)
    sys.stdout.flush()
    os._exit(0)  # a name server that does not answer holds its thread for minutes
