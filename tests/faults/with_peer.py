#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command that finds a real API server by SENTINEL_FAULTS_KUBECONFIG: with_peer.py COMMAND ARGS…"""
import os
import subprocess
import sys

from peer import NAMESPACE, Peer, SKIPPED, Unavailable


def main():
    try:
        peer = Peer()
    except Unavailable as why:
        print(f"SKIP: {why}")
        return SKIPPED
    try:
        more = {"SENTINEL_FAULTS_KUBECONFIG": str(peer.bench.kubeconfig), "SENTINEL_FAULTS_NAMESPACE": NAMESPACE}
        return subprocess.run(sys.argv[1:], env=os.environ | more).returncode
    finally:
        peer.close()


if __name__ == "__main__":
    sys.exit(main())
