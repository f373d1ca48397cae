# SPDX-License-Identifier: GPL-3.0-or-later
"""etcd: the API server's storage, with client certificates on both sides."""
from ground import answers
from places import system

NAME = "etcd"
PORT = 2379
METRICS = 2381


def url(ground):
    return f"https://{ground.address}:{PORT}"


def health(ground):
    return answers(f"http://{ground.address}:{METRICS}/health")


def start(bench):
    ground, authority = bench.ground, bench.authority
    certificate, key = authority.server("etcd")
    ground.start(NAME, [
        system("etcd"), "--name=peers", f"--data-dir={ground.make_folder('etcd')}",
        f"--listen-client-urls={url(ground)}", f"--advertise-client-urls={url(ground)}",
        "--listen-peer-urls=http://127.0.0.1:2380", "--initial-advertise-peer-urls=http://127.0.0.1:2380",
        "--initial-cluster=peers=http://127.0.0.1:2380", f"--listen-metrics-urls=http://{ground.address}:{METRICS}",
        f"--cert-file={certificate}", f"--key-file={key}", "--client-cert-auth", f"--trusted-ca-file={authority.certificate}",
        # The data is thrown away with the instance; a process that is killed loses nothing by this, only a machine would.
        *([] if bench.durable else ["--unsafe-no-fsync"]), "--quota-backend-bytes=8589934592", "--auto-compaction-retention=5m", "--log-level=warn",
    ], health(ground))


def again(bench, before=()):
    bench.ground.again(NAME, health(bench.ground), before=before)
