# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart under the real Helm 3 and 4. Says SKIP, and why, where they are not there."""
import contextlib
import copy
import datetime
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

import exemptions
import product
import render
import rules
import watch
import upgrade

SKIPPED = 77  # what ctest is told to take for "skipped"


class EveryRender(unittest.TestCase):
    def each(self, check):
        for case in render.cases():
            for helm in render.HELMS:
                with self.subTest(case=case.name, helm=helm):
                    check(render.objects(render.text(helm, case)), case)

    def test_holds_every_rule_of_manifests(self):
        for rule in rules.RULES:
            self.each(lambda items, case, rule=rule: self.assertEqual([], list(rule(items)), rule.__name__))

    def test_holds_every_rule_of_the_product(self):
        for rule in product.RULES:
            self.each(lambda items, case, rule=rule: self.assertEqual([], list(rule(items, case)), rule.__name__))

    def test_is_the_same_from_helm_3_and_helm_4(self):
        if len(render.HELMS) < 2:
            self.skipTest("only one Helm is there")
        for case in render.cases():
            # Helm 3 and 4 do not agree on the order of kinds they do not know.
            self.assertEqual(render.documents(render.text("helm3", case)), render.documents(render.text("helm4", case)), case.name)

    def test_is_the_same_each_time(self):
        case = render.cases()[0]
        again = render.run(render.HELMS[0], "template", *render.with_files(case.files)).stdout
        self.assertEqual(render.text(render.HELMS[0], case), again)

    def test_passes_lint_strict(self):
        for case in render.cases():
            for helm in render.HELMS:
                done = render.run(helm, "lint", *render.with_files(case.files))
                self.assertEqual(0, done.returncode, f"{helm} {case}: {done.stdout}{done.stderr}")

    def test_works_without_any_values(self):
        for helm in render.HELMS:
            done = render.run(helm, "template")
            self.assertEqual(0, done.returncode, done.stderr)

    def test_works_for_each_supported_kubernetes(self):
        for version in ("1.34", "1.35", "1.36", "1.37"):
            for helm in render.HELMS:
                done = render.run(helm, "template", "--kube-version", version)
                self.assertEqual(0, done.returncode, done.stderr)


class Migration(unittest.TestCase):
    def name(self, *arguments):
        done = render.run(render.HELMS[-1], "template", "--show-only", "templates/application/migration.yaml", *arguments)
        self.assertEqual(0, done.returncode, done.stderr)
        return render.objects(done.stdout)[0]["metadata"]["name"]

    def test_gets_a_new_name_whenever_its_pod_would_change(self):
        before = self.name()
        self.assertEqual(before, self.name("--set", "backend.replicas=5"))
        for change in ("version=1.0.1", "migration.attempt=2", "migration.resources.limits.cpu=2", "database.user=other", "imageRegistry=other.example.com/x"):
            self.assertNotEqual(before, self.name("--set", change), change)

    def test_gets_a_valid_name_from_any_version(self):
        for version in ("1.0.0_build.7", "2.0.0-RC.1", "v" + "9" * 60):
            self.assertRegex(self.name("--set", f"version={version}"), r"^migration-[a-z0-9]([a-z0-9-]*[a-z0-9])?$")


class Upgrade(unittest.TestCase):
    """From the chart before, with the same values."""

    def setUp(self):
        self.pairs = []
        for name, files in upgrade.CASES.items():
            done = render.run(render.HELMS[-1], "template", *render.with_files(files))
            self.assertEqual(0, done.returncode, done.stderr)
            self.pairs.append((upgrade.before(name), copy.deepcopy(render.objects(done.stdout))))

    def test_changes_nothing_that_may_not_change(self):
        for old, new in self.pairs:
            for rule in upgrade.RULES:
                self.assertEqual([], list(rule(old, new)), rule.__name__)

    def test_would_be_seen_to_change_it(self):
        old, new = self.pairs[0]
        found = upgrade.known(new)
        found["StatefulSet", "postgres"]["spec"]["volumeClaimTemplates"][0]["metadata"]["name"] = "pgdata"
        found["Deployment", "worker"]["spec"]["selector"]["matchLabels"]["pool"] = "spot"
        found["StatefulSet", "redis"]["spec"]["template"]["metadata"]["labels"]["version"] = "2"
        found["Service", "postgres"]["spec"]["clusterIP"] = "None"
        new.remove(found["ConfigMap", "redis-config"])
        self.assertEqual([1, 2, 1, 1], [len(list(rule(old, new))) for rule in upgrade.RULES])


class Presets(unittest.TestCase):
    def render(self, name, *more):
        for helm in render.HELMS:
            done = render.run(helm, "template", "--values", render.CHART / f"presets/{name}.yaml", *more)
            self.assertEqual(0, done.returncode, f"{helm} {name}: {done.stderr}")
        return render.objects(done.stdout)

    def test_hold_every_rule_alone_and_with_everything_on(self):
        everything = ["--set", "patroni.enabled=true,redisSentinel.enabled=true,n8n.enabled=true,ollama.enabled=true,ollama.gpu.enabled=true,"
                      "truthsync.enabled=true,spot.worker.enabled=true,scaling.worker.enabled=true"]
        names = sorted(file.stem for file in (render.CHART / "presets").glob("*.yaml"))
        self.assertEqual(["aws", "azure", "edge", "gcp", "on-prem"], names)
        for name in names:
            for more in [], everything:
                items = self.render(name, *more)
                for rule in rules.RULES:
                    self.assertEqual([], list(rule(items)), f"{rule.__name__} {name}")

    def test_of_the_edge_ask_for_no_more_than_four_cores_and_eight_gibibytes(self):
        for more in [], ["--set", "n8n.enabled=true"]:
            asked = rules.requests(self.render("edge", *more))
            self.assertLessEqual(asked["cpu"], 4)
            self.assertLessEqual(asked["memory"], 8 * 2**30)

    def test_put_only_workers_on_machines_that_vanish(self):
        items = self.render("gcp", "--set", "spot.worker.enabled=true,patroni.enabled=true,redisSentinel.enabled=true,n8n.enabled=true,truthsync.enabled=true")
        for owner, labels, spec in rules.pods(items):
            bears = any("spot" in str(one) for one in spec.get("tolerations", []))
            self.assertEqual(labels[product.COMPONENT] == "worker-spot", bears, rules.label(owner))

    def test_name_a_storage_class_for_every_volume(self):
        for name in ("aws", "gcp", "azure", "on-prem"):
            for item in rules.of_kind(self.render(name, "--set", "patroni.enabled=true,redisSentinel.enabled=true,n8n.enabled=true,ollama.enabled=true"), "StatefulSet"):
                for claim in item["spec"].get("volumeClaimTemplates", []):
                    self.assertIn("storageClassName", claim["spec"], f"{name} {rules.label(item)}")


class Papers(unittest.TestCase):
    """What is written beside the chart is true of it."""

    def test_readme_has_the_values_as_they_are(self):
        done = subprocess.run([render.ROOT / "installers/chart/update", "--check"], capture_output=True, text=True, check=False)
        self.assertEqual((0, ""), (done.returncode, done.stderr))

    def test_every_value_is_known_to_the_schema_and_the_other_way_round(self):
        self.assertEqual([], list(rules.values_without_schema(render.CHART)))

    def test_exemptions_are_whole_needed_and_have_not_run_out(self):
        seen = {rules.label(item) for case in [*render.cases(), *watch.cases()]
                for item in render.objects(render.text(render.HELMS[-1], case))}
        today = datetime.date.today()
        self.assertEqual([], list(exemptions.wrong(today, seen)))
        self.assertNotEqual([], list(exemptions.wrong(today.replace(year=today.year + 3), seen)))
        self.assertTrue(exemptions.exempted("kube-score/deployment-replicas", "Deployment", "beat"))
        self.assertFalse(exemptions.exempted("kube-score/deployment-replicas", "Deployment", "haproxy"))

    def test_containers_to_be_built_are_those_of_the_values(self):
        folder = render.ROOT / "resources/containers"
        tags = {one["component"]: one["tag"] for one in product.catalogue() if one["own"] and "tag" in one}
        self.assertEqual(sorted(tags), sorted(file.parent.name for file in folder.glob("*/Containerfile")))
        script = (folder / "build").read_text(encoding="utf-8")
        for name, tag in tags.items():
            self.assertIn(f"[{name}]={tag}", script)
        tried = (render.ROOT / "tests/chart/programs/packages.txt").read_text(encoding="utf-8").split()
        for name in ("patroni", "pgbouncer"):
            self.assertIn(name, tried)

    def test_notes_and_names_hold_no_secret_and_name_what_is_needed(self):
        done = render.run(render.HELMS[-1], "notes", "--set", "patroni.enabled=true,n8n.enabled=true,patroni.pgbackrest.enabled=true")
        self.assertEqual(0, done.returncode, done.stderr)
        for secret in ("sentinel-database", "sentinel-redis", "sentinel-app", "sentinel-patroni", "sentinel-n8n", "sentinel-pgbackrest"):
            self.assertIn(secret, done.stdout)


class Scripts(unittest.TestCase):
    """Small programs of containers, run here; those of the databases are in programs/."""

    def command(self, kind, name, *values):
        done = render.run(render.HELMS[-1], "template", *values)
        pod = next(item for item in render.objects(done.stdout) if (item["kind"], item["metadata"]["name"]) == (kind, name))["spec"]["template"]["spec"]
        return pod["initContainers"][0]["command"]

    def test_models_are_copied_once_from_their_image(self):
        with tempfile.TemporaryDirectory() as folder:
            image, volume = pathlib.Path(folder, "image"), pathlib.Path(folder, "volume")
            (image / "manifests/library").mkdir(parents=True)
            (image / "blobs").mkdir()
            (image / "manifests/library/phi 3").write_text("named", encoding="utf-8")
            (image / "blobs/sha256-1").write_text("weights", encoding="utf-8")
            (volume / "blobs").mkdir(parents=True)
            (volume / "blobs/sha256-1").write_text("mine", encoding="utf-8")
            shell, option, text = self.command("StatefulSet", "ollama", "--set", "ollama.enabled=true")
            text = text.replace("/models-in-image", str(image)).replace('"/models/', f'"{volume}/')
            subprocess.run([shell, option, text], check=True)
            self.assertEqual("named", (volume / "manifests/library/phi 3").read_text(encoding="utf-8"))
            self.assertEqual("mine", (volume / "blobs/sha256-1").read_text(encoding="utf-8"))
            self.assertEqual([], list(volume.rglob("*.part")))

    def test_models_are_pulled_by_a_server_that_is_ended_again(self):
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder, "ollama")
            program.write_text('#!/bin/sh\necho "$1 $2" >>"$LOG"\n[ "$1" != serve ] || exec tail -f /dev/null\n[ "$2" != bad ]\n', encoding="utf-8")
            program.chmod(0o755)
            log = pathlib.Path(folder, "log")
            for names, code in (("phi3:mini,llama3.2:1b", 0), ("bad", 1)):
                log.write_text("", encoding="utf-8")
                command = self.command("StatefulSet", "ollama", "--set", f"ollama.enabled=true,ollama.models.source=pull,ollama.models.names={{{names}}}")
                # In a group of its own, so that a server left over is seen and ended.
                process = subprocess.Popen(command, env={"PATH": f"{folder}:/usr/bin:/bin", "LOG": str(log)}, start_new_session=True)
                self.assertEqual(code, process.wait(30))
                for name in names.split(","):
                    self.assertIn(f"pull {name}\n", log.read_text(encoding="utf-8"))
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)

    def test_a_worker_finds_any_of_several_brokers(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            there, gone = f"sentinel://:x@127.0.0.1:{server.getsockname()[1]}/0", "sentinel://:x@127.0.0.1:1/0"
            for urls, code in ((there, 0), (f"{gone};{there}", 0), (f"{gone};{gone}", 1)):
                done = subprocess.run([sys.executable, render.CHART / "files/probe.py", "broker"], env={"CELERY_BROKER_URL": urls}, capture_output=True, check=False)
                self.assertEqual(code, done.returncode, urls)


class WrongValues(unittest.TestCase):
    REFUSED = [  # values, where the sentence must point
        (["--set", "backend.replicsa=2"], "replicsa"),
        (["--set", "replicas=2"], "replicas"),
        (["--set", "exposure.kind=loadbalancer"], "exposure"),
        (["--set", "tls.kind=acme"], "tls"),
        (["--set", "backend.replicas=0"], "backend"),
        (["--set-string", "worker.concurrency=four"], "worker"),
        (["--set", "postgresql.storage.size=20GB"], "postgresql"),
        (["--set", "redis.resources.limits.memory=lots"], "redis"),
        (["--set", "images.redis.tag=latest"], "images"),
        (["--set", "images.backend.digest=sha256:12"], "images"),
        (["--set", "database.kind=external"], "database"),
        (["--set", "database.name=a b"], "database"),
        (["--set", "podSecurity.runAsUser=0"], "podSecurity"),
        (["--set", "exposure.backendPaths={/api/v1}"], "backendPaths"),
        (["--set", "exposure.backendPaths={/api/v1/backup}"], "backendPaths"),
        (["--set", "exposure.backendPaths={/promote}"], "backendPaths"),
        (["--set", "exposure.backendPaths={/}"], "backendPaths"),
        (["--set", "host=Not A Host"], "host"),
        (["--set", "backend.terminationGracePeriodSeconds=30"], "backend"),
        (["--set", "backend.resources.requests.cpu=4"], "backend.resources: the request of cpu (4) is above its limit (1)"),
        (["--set", "redis.resources.requests.memory=1025Mi"], "redis.resources"),
        (["--set", "backend.autoscaling.enabled=true", "--set", "backend.autoscaling.minReplicas=9"], "backend.autoscaling: minReplicas (9)"),
        (["--set", "app.extraEnv.SECRET_KEY=x"], "app.extraEnv.SECRET_KEY"),
        (["--set", "app.extraEnv.OLLAMA_URL=x"], "app.extraEnv.OLLAMA_URL"),
        (["--set", "patroni.ttl=9"], "patroni"),
        (["--set", "patroni.enabled=true,patroni.loopWait=10,patroni.retryTimeout=10"], "patroni.ttl: 20 s is less than"),
        (["--set", "patroni.enabled=true,patroni.replicas=1"], "patroni.replicas"),
        (["--set", "patroni.enabled=true,patroni.replicas=2,patroni.synchronous=strict"], "patroni.replicas: with two members"),
        (["--set", "patroni.enabled=true,database.kind=external,database.host=db.example.com"], "patroni.enabled"),
        (["--set", "patroni.enabled=true,etcd.replicas=2"], "etcd.replicas"),
        (["--set", "patroni.enabled=true,pgbouncer.poolSize=100"], "pgbouncer.poolSize"),
        (["--set", "patroni.enabled=true,haproxy.resources.requests.memory=1Gi"], "haproxy.resources"),
        (["--set", "redisSentinel.enabled=true,redisSentinel.sentinels=4"], "redisSentinel.sentinels"),
        (["--set", "ollama.enabled=true,ollama.models.source=volume"], "ollama.models.existingClaim"),
        (["--set", "scaling.backend.enabled=true,backend.autoscaling.enabled=true"], "scaling.backend"),
        (["--set", "scaling.worker.enabled=true,scaling.worker.minReplicas=90"], "scaling.worker: minReplicas (90)"),
        (["--set", "scaling.worker.enabled=true,scaling.worker.metrics=null"], "scaling.worker: no trigger"),
        (["--set", "scaling.worker-spot.enabled=true"], "scaling.worker-spot"),
        (["--set", "spot.worker.enabled=true,worker.terminationGracePeriodSeconds=600"], "spot.graceSeconds"),
        (["--set", "identity.annotations.nobody.a=b"], "nobody"),
        (["--set", "mesh.kind=consul"], "mesh"),
        (["--set", "images.ollama.tag=latest"], "images"),
    ]

    def test_are_refused_with_their_place(self):
        for arguments, place in self.REFUSED:
            for helm in render.HELMS:
                done = render.run(helm, "template", *arguments)
                self.assertNotEqual(0, done.returncode, f"{helm} takes {arguments}")
                self.assertIn(place, done.stderr, f"{helm} {arguments}")

    def test_right_ones_beside_them_are_taken(self):
        for arguments in (["--set", "postgresql.storage.size=20G"], ["--set", "redis.resources.requests.memory=1024Mi"],
                          ["--set", "exposure.backendPaths={/api/v1/backups-of-mine}"], ["--set", "global.anything=1"],
                          ["--set", "backend.resources.requests.cpu=1"]):
            done = render.run(render.HELMS[-1], "template", *arguments)
            self.assertEqual(0, done.returncode, f"{arguments}: {done.stderr}")


class Rules(unittest.TestCase):
    """A rule that cannot complain proves nothing: each is shown a render that breaks it."""

    def setUp(self):
        self.case = next(case for case in render.cases() if case.name == "ingress+certificate+bundled+argocd")
        self.items = copy.deepcopy(render.objects(render.text(render.HELMS[-1], self.case)))

    def find(self, kind, name):
        return next(item for item in self.items if (item["kind"], item["metadata"]["name"]) == (kind, name))

    def pod(self, name, kind="Deployment"):
        return self.find(kind, name)["spec"]["template"]["spec"]

    def complains(self, rule):
        case = [self.case] if rule in product.RULES else []
        self.assertNotEqual([], list(rule(self.items, *case)), rule.__name__)

    def test_see_a_root_user(self):
        self.pod("backend")["securityContext"]["runAsNonRoot"] = False
        self.complains(rules.pods_are_restricted)

    def test_see_a_writable_image(self):
        self.pod("worker")["containers"][0]["securityContext"]["readOnlyRootFilesystem"] = False
        self.complains(rules.containers_are_restricted)

    def test_see_a_request_above_its_limit(self):
        self.pod("redis", "StatefulSet")["containers"][0]["resources"]["requests"]["memory"] = "2Gi"
        self.complains(rules.resources_are_whole)

    def test_see_probes_alike(self):
        container = self.pod("frontend")["containers"][0]
        container["livenessProbe"] = container["readinessProbe"]
        self.complains(rules.pods_end_and_are_asked)

    def test_see_a_variable_twice(self):
        environment = self.pod("beat")["containers"][0]["env"]
        environment.append(environment[0])
        self.complains(rules.environment_is_sound)

    def test_see_a_password_written_out(self):
        self.pod("backend")["containers"][0]["env"].append({"name": "SMTP_PASSWORD", "value": "hunter2"})
        self.complains(rules.environment_is_sound)

    def test_see_a_secret(self):
        self.items.append({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "x", "namespace": "y"}})
        self.complains(rules.no_secret_is_made)

    def test_see_a_selector_gone_wrong(self):
        self.find("Deployment", "worker")["spec"]["selector"]["matchLabels"][product.COMPONENT] = "workers"
        self.complains(rules.selectors_match)

    def test_see_a_service_without_its_port(self):
        self.pod("backend")["containers"][0]["ports"][0]["name"] = "web"
        self.complains(rules.services_have_pods)

    def test_see_a_missing_config_map(self):
        self.items.remove(self.find("ConfigMap", "sentinel-config"))
        self.complains(rules.references_exist)

    def use(self, name):
        self.case = next(case for case in render.cases() if case.name == name)
        self.items = copy.deepcopy(render.objects(render.text(render.HELMS[-1], self.case)))

    def test_see_a_second_owner_of_replicas(self):
        self.use("scaled+helm")
        self.find("Deployment", "worker-spot")["spec"]["replicas"] = 2
        self.complains(rules.one_owner_of_replicas)

    def test_see_a_database_without_a_budget(self):
        self.use("ha+helm")
        self.items.remove(self.find("PodDisruptionBudget", "patroni"))
        self.complains(rules.budgets_fit)

    def test_see_a_service_of_a_pod_that_nobody_makes(self):
        self.use("ha+helm")
        self.find("StatefulSet", "redis-sentinel")["spec"]["ordinals"]["start"] = 0
        self.complains(rules.services_have_pods)

    def test_see_each_policy_of_the_whole_product_that_goes_missing(self):
        self.use("ha+helm")
        policies = [item for item in self.items if item["kind"] == "NetworkPolicy"]
        self.assertGreater(len(policies), 60)
        for policy in policies:
            rest = [item for item in self.items if item is not policy]
            self.assertNotEqual(set(), product.wanted_flows(self.case) - product.flows(rest), policy["metadata"]["name"])

    def test_see_a_pool_that_starts_before_its_database(self):
        self.use("ha+argocd")
        self.find("Deployment", "pgbouncer")["metadata"]["annotations"] = {"argocd.argoproj.io/sync-wave": "2"}
        self.complains(product.waves_are_in_order)

    def test_see_two_schedulers(self):
        self.find("Deployment", "beat")["spec"]["replicas"] = 2
        self.complains(rules.one_owner_of_replicas)

    def test_see_a_missing_budget(self):
        self.items.remove(self.find("PodDisruptionBudget", "backend"))
        self.complains(rules.budgets_fit)

    def test_see_a_removed_version(self):
        self.find("PodDisruptionBudget", "backend")["apiVersion"] = "policy/v1beta1"
        self.complains(rules.known_and_unique)

    def test_see_each_network_policy_that_goes_missing(self):
        policies = [item["metadata"]["name"] for item in self.items if item["kind"] == "NetworkPolicy"]
        self.assertEqual(20, len(policies))
        for name in policies:
            with self.subTest(policy=name):
                self.setUp()
                self.items.remove(self.find("NetworkPolicy", name))
                missing = product.wanted_flows(self.case) - product.flows(self.items)
                self.assertEqual(1, len(missing), f"{name}: {missing}")

    def test_see_a_policy_open_to_anybody(self):
        del self.find("NetworkPolicy", "redis-from-beat")["spec"]["ingress"][0]["from"]
        self.complains(product.policies_have_both_ends)

    def test_see_an_image_nobody_listed(self):
        self.pod("worker")["containers"][0]["image"] = "docker.io/library/busybox:1.36"
        self.complains(product.images_are_those_of_the_catalogue)

    def test_see_a_helm_hook(self):
        next(item for item in self.items if item["kind"] == "Job")["metadata"]["annotations"]["helm.sh/hook"] = "pre-upgrade"
        self.complains(product.migration_cannot_deadlock)

    def test_see_a_pod_that_does_not_wait(self):
        del self.pod("worker")["initContainers"]
        self.complains(product.migration_cannot_deadlock)

    def test_see_a_wave_out_of_order(self):
        self.find("Deployment", "backend")["metadata"]["annotations"]["argocd.argoproj.io/sync-wave"] = "0"
        self.complains(product.waves_are_in_order)

    def test_see_the_backup_api_let_out(self):
        self.find("Ingress", "sentinel")["spec"]["rules"][0]["http"]["paths"][0]["path"] = "/api/v1"
        self.complains(product.nothing_unasked_is_let_out)

    def test_see_a_certificate_nobody_uses(self):
        self.find("Ingress", "sentinel")["spec"]["tls"][0]["secretName"] = "other"
        self.complains(product.tls_is_as_asked)

    def test_see_a_name_the_product_does_not_know(self):
        self.find("Service", "postgres")["metadata"]["name"] = "database"
        self.complains(product.names_are_the_products)


if __name__ == "__main__":
    if not render.HELMS:
        print("SKIP: neither helm3 nor helm4 is on PATH; run installers/tools/fetch, which puts both into the cache.")
        sys.exit(SKIPPED)
    for absent in {"helm3", "helm4"} - set(render.HELMS):
        print(f"SKIP in part: {absent} is not on PATH; only {render.HELMS[0]} is tried. installers/tools/fetch brings both.")
    unittest.main(verbosity=2)
