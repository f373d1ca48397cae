# SPDX-License-Identifier: GPL-3.0-or-later
"""Alertmanager."""
from ground import answers
from places import system

NAME = "alertmanager"
PORT = 9093


def url(ground):
    return f"http://{ground.address}:{PORT}"


def health(bench):
    return answers(url(bench.ground) + "/-/ready")


def start(bench):
    ground = bench.ground
    config = ground.write(ground.path(NAME, "alertmanager.yaml"), "route: {receiver: nobody, group_wait: 1s, group_interval: 5s}\nreceivers: [{name: nobody}]\n")
    ground.start(NAME, [
        system("prometheus-alertmanager"), f"--config.file={config}", f"--storage.path={ground.make_folder(NAME, 'data')}",
        f"--web.listen-address={ground.address}:{PORT}", "--cluster.listen-address=", "--log.level=warn",
    ], health(bench))
    bench.tell("alertmanager", url(ground))


def again(bench, before=()):
    bench.ground.again(NAME, health(bench), before=before)
