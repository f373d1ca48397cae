# SPDX-License-Identifier: Apache-2.0
"""Small questions a kubelet asks: broker | schedule FOLDER SECONDS | get URL…  Exit 0 is yes. Standard library only."""
import os
import socket
import sys
import time
import urllib.parse
import urllib.request


def broker():
    """Whether a broker of CELERY_BROKER_URL takes connections; there may be several, parted by semicolons."""
    problem = None
    for one in os.environ["CELERY_BROKER_URL"].split(";"):
        url = urllib.parse.urlsplit(one)
        try:
            socket.create_connection((url.hostname, url.port or 6379), timeout=2).close()
            return
        except OSError as error:
            problem = error
    raise problem


def schedule(folder, seconds):
    """Whether a file in the folder was written in the last so many seconds; 0: whether there is one."""
    written = [entry.stat().st_mtime for entry in os.scandir(folder) if entry.is_file()]
    if not written:
        raise RuntimeError(f"no file in {folder} yet")
    age = time.time() - max(written)
    if int(seconds) and age > int(seconds):
        raise RuntimeError(f"the schedule was written {age:.0f} s ago, more than {seconds} s")


def get(*urls):
    """Whether each URL answers with 2xx or 3xx; tried for 90 s together."""
    until = time.monotonic() + 90
    for url in urls:
        while True:
            try:
                with urllib.request.urlopen(url, timeout=10) as answer:
                    print(url, answer.status)
                break
            except OSError as error:
                if time.monotonic() > until:
                    raise RuntimeError(f"{url}: {error}") from error
                time.sleep(3)


if __name__ == "__main__":
    questions = {"broker": broker, "schedule": schedule, "get": get}
    try:
        questions[sys.argv[1]](*sys.argv[2:])
    except (OSError, RuntimeError) as problem:
        sys.exit(f"{sys.argv[1]}: {problem}")
