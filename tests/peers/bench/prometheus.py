# SPDX-License-Identifier: GPL-3.0-or-later
"""Prometheus: scrapes what else runs here, and tells Alertmanager."""
import alertmanager
from ground import answers
from places import system

NAME = "prometheus"
PORT = 9090


def url(ground):
    return f"http://{ground.address}:{PORT}"


def health(bench):
    return answers(url(bench.ground) + "/-/ready")


def targets(bench):
    """Name, scheme and port of what has metrics; the parts that do not run are shown as down, as in life."""
    import argocd
    own = [("prometheus", "http", PORT), ("alertmanager", "http", alertmanager.PORT), ("etcd", "http", 2381)]
    return own + [(name, "http", port) for name, port in argocd.METRICS.items()] + [("kubernetes", "https", 6443)]


def start(bench):
    ground = bench.ground
    who = bench.authority.issue("prometheus", "/O=system:masters/CN=prometheus")
    jobs = "".join(f"""
- job_name: {name}
  scheme: {scheme}
  tls_config: {{ca_file: {bench.authority.certificate}, cert_file: {who[0]}, key_file: {who[1]}}}
  static_configs: [{{targets: ["{ground.address}:{port}"]}}]""" for name, scheme, port in targets(bench))
    config = ground.write(ground.path(NAME, "prometheus.yaml"), f"""
global: {{scrape_interval: 5s, evaluation_interval: 5s}}
alerting: {{alertmanagers: [{{static_configs: [{{targets: ["{ground.address}:{alertmanager.PORT}"]}}]}}]}}
rule_files: ["{ground.make_folder(NAME, 'rules')}/*.yaml"]
scrape_configs:{jobs}
""")
    ground.start(NAME, [
        system("prometheus"), f"--config.file={config}", f"--storage.tsdb.path={ground.make_folder(NAME, 'data')}",
        f"--web.listen-address={ground.address}:{PORT}", "--web.enable-lifecycle", "--log.level=warn",
    ], health(bench))
    bench.tell("prometheus", url(ground))
    bench.tell("prometheus rules", ground.path(NAME, "rules"))
    if "kwok" in ground.state["running"]:
        bench.apply(given="{apiVersion: v1, kind: Namespace, metadata: {name: monitoring}}")
        bench.serve("monitoring", "prometheus", "web", 9090, PORT)
        bench.serve("monitoring", "alertmanager", "web", 9093, alertmanager.PORT)


def again(bench, before=()):
    bench.ground.again(NAME, health(bench), before=before)
