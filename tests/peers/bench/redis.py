# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis: Argo CD's cache, with a password."""
import secrets
import socket

from places import system

NAME = "redis"
PORT = 6379


def password(ground):
    file = ground.path(NAME, "password")
    return file.read_text() if file.exists() else ground.write(file, secrets.token_hex(16)).read_text()


def health(bench):
    def ask():
        try:
            with socket.create_connection((bench.ground.address, PORT), timeout=2) as talk:
                talk.sendall(f"AUTH {password(bench.ground)}\r\nPING\r\n".encode())
                answer = talk.makefile("rb")
                return answer.readline() == b"+OK\r\n" and answer.readline() == b"+PONG\r\n"
        except OSError:
            return False
    return ask


def start(bench):
    ground = bench.ground
    config = ground.write(ground.path(NAME, "redis.conf"), f"""
bind {ground.address}
port {PORT}
requirepass {password(ground)}
save ""
appendonly no
dir {ground.make_folder(NAME)}
""")
    ground.start(NAME, [system("redis-server"), config], health(bench))


def again(bench, before=()):
    bench.ground.again(NAME, health(bench), before=before)
