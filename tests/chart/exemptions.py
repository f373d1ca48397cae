# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads exemptions.yaml of the chart: which rules are not held where, and why."""
import datetime
import fnmatch

import yaml

from render import CHART

FILE = CHART / "exemptions.yaml"


def load():
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))["exemptions"]


def covers(exemption, kind, name):
    return any(fnmatch.fnmatchcase(f"{kind}/{name}", pattern) for pattern in exemption["objects"])


def exempted(rule, kind, name):
    return any(one["rule"] == rule and covers(one, kind, name) for one in load())


def wrong(today, seen):
    """Complaints about the file itself; `seen`: every KIND/NAME of all renders."""
    for one in load():
        where = one.get("rule", "?")
        if set(one) != {"rule", "objects", "reason", "expires"} or not one["objects"] or len(one["reason"]) < 8:
            yield f"{where}: has to say rule, objects, reason and expires"
        elif one["expires"] < today:
            yield f"{where}: has run out on {one['expires']}"
        elif one["expires"] > today + datetime.timedelta(days=366 * 2):
            yield f"{where}: longer than two years"
        for pattern in one["objects"]:
            if not fnmatch.filter(seen, pattern):
                yield f"{where}: {pattern} is no object of any render"
