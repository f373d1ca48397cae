# SPDX-License-Identifier: GPL-3.0-or-later
"""kube-apiserver: TLS, RBAC and Node authorization, service accounts, admission webhooks, aggregated routing."""
import etcd
from ground import answers

NAME = "kube-apiserver"
PORT = 6443
SERVICES = "10.96.0.0/16"
IN_CLUSTER = ("kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local")


def url(ground):
    return f"https://{ground.address}:{PORT}"


def health(bench):
    return answers(url(bench.ground) + "/readyz", bench.authority.certificate)


def start(bench):
    ground, authority = bench.ground, bench.authority
    serving = authority.issue("apiserver", "/CN=kube-apiserver", (ground.address, "127.0.0.1", "10.96.0.1"), ("localhost", *IN_CLUSTER))
    storage = authority.issue("apiserver-etcd", "/CN=kube-apiserver-etcd")
    kubelet = authority.issue("apiserver-kubelet", "/O=kubeadm:cluster-admins/CN=kube-apiserver-kubelet-client")
    front = authority.issue("front-proxy", "/CN=front-proxy")
    accounts = authority.signing_pair("service-accounts")
    ground.start(NAME, [
        bench.places.program("kubernetes", NAME),
        f"--bind-address={ground.address}", f"--advertise-address={ground.address}", f"--secure-port={PORT}",
        f"--tls-cert-file={serving[0]}", f"--tls-private-key-file={serving[1]}", f"--client-ca-file={authority.certificate}",
        f"--etcd-servers={etcd.url(ground)}", f"--etcd-cafile={authority.certificate}", f"--etcd-certfile={storage[0]}", f"--etcd-keyfile={storage[1]}",
        "--authorization-mode=Node,RBAC", "--enable-admission-plugins=NodeRestriction", "--allow-privileged=true",
        f"--service-cluster-ip-range={SERVICES}", "--service-account-issuer=https://kubernetes.default.svc",
        f"--service-account-signing-key-file={accounts[1]}", f"--service-account-key-file={accounts[0]}",
        f"--kubelet-client-certificate={kubelet[0]}", f"--kubelet-client-key={kubelet[1]}",
        f"--kubelet-certificate-authority={authority.certificate}", "--kubelet-preferred-address-types=InternalIP",
        f"--requestheader-client-ca-file={authority.certificate}", "--requestheader-allowed-names=front-proxy",
        "--requestheader-username-headers=X-Remote-User", "--requestheader-group-headers=X-Remote-Group",
        "--requestheader-extra-headers-prefix=X-Remote-Extra-",
        f"--proxy-client-cert-file={front[0]}", f"--proxy-client-key-file={front[1]}",
        # There are no node networks: webhooks, aggregated APIs and the service proxy go straight to the endpoints.
        "--enable-aggregator-routing=true", "--endpoint-reconciler-type=none",
    ], health(bench), seconds=120)


def again(bench, before=()):
    bench.ground.again(NAME, health(bench), seconds=120, before=before)
