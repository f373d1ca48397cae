# SPDX-License-Identifier: GPL-3.0-or-later
"""kube-controller-manager: each controller with its own service account, as in a cluster."""
from component import Component

NAME = "kube-controller-manager"


def options(bench):
    authority = bench.authority
    return ["--use-service-account-credentials=true", f"--service-account-private-key-file={authority.signing_pair('service-accounts')[1]}",
            f"--root-ca-file={authority.certificate}", f"--cluster-signing-cert-file={authority.certificate}",
            f"--cluster-signing-key-file={authority.key}", "--kube-api-qps=200", "--kube-api-burst=400"]


itself = Component(NAME, "controller-manager-client", 10257, options)
start, again = itself.start, itself.again
