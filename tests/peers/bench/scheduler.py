# SPDX-License-Identifier: GPL-3.0-or-later
"""kube-scheduler."""
from component import Component

NAME = "kube-scheduler"

itself = Component(NAME, "scheduler-client", 10259, lambda bench: ["--kube-api-qps=500", "--kube-api-burst=1000"])
start, again = itself.start, itself.again
