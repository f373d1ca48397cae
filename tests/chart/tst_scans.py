# SPDX-License-Identifier: GPL-3.0-or-later
"""What scanners of security say: Trivy's own checks, the ones built into it, over every render, with nothing of weight left over but what exemptions.yaml
names; and gitleaks over what we ship and over a whole bundle of sentinelctl (the only argument). Says SKIP where tests/peers/build --scans has not been."""
import json
import pathlib
import random
import shutil
import string
import subprocess
import sys
import tempfile
import unittest

import yaml

import exemptions
import render
import tst_linters
import watch

SKIPPED = 77
HEAVY = ("CRITICAL", "HIGH")
# Where what customers get is written, and the programs that make it.
OURS = ("resources", "core", "app", "qml", "installers")


def program(peer, name):
    lines = dict(line.split() for line in tst_linters.asked(render.ROOT / "tests/peers/build", "--where").stdout.splitlines())
    return pathlib.Path(lines.get(peer, "/nowhere")) / "bin" / name


def renders():
    """(name, text): those of the linters, and the whole matrix of Helm; two that are alike are one."""
    seen = set()
    for name, text in [*tst_linters.texts(), *((case.name, render.text(render.HELMS[-1], case)) for case in [*render.cases(), *watch.cases()])]:
        if text not in seen:
            seen.add(text)
            yield name, text


class Misconfigurations(unittest.TestCase):
    """Objects that renders share are asked once: a file each, by what they say."""

    def ask(self, texts):
        """(rule, KIND/NAME, severity, what) of every finding, and how many objects were asked."""
        with tempfile.TemporaryDirectory() as folder:
            objects = {}
            for text in texts:
                for item in render.objects(text):
                    objects.setdefault(json.dumps(item, sort_keys=True, default=str), item)
            for number, item in enumerate(objects.values()):
                (pathlib.Path(folder) / f"{number}.yaml").write_text(yaml.safe_dump(item), encoding="utf-8")
            done = subprocess.run([program("misconfigurations", "misconfigurations"), folder], capture_output=True, text=True, check=True)
            # Who asks nothing finds nothing.
            self.assertGreater(int(done.stderr.split(": ")[1].split()[0]), 10 * len(objects), done.stderr)
            items = list(objects.values())
            found = []
            for line in done.stdout.splitlines():
                said = json.loads(line)
                item = items[int(said["file"].removesuffix(".yaml"))]
                found.append((f"trivy/{said['rule']}", item["kind"], item["metadata"]["name"], said["severity"], said["message"]))
            return found, len(items)

    def test_nothing_of_weight_is_found_that_is_not_exempted(self):
        found, asked = self.ask(text for _, text in renders())
        self.assertGreater(asked, 1000)
        self.assertEqual([], sorted({one for one in found if one[3] in HEAVY and not exemptions.exempted(*one[:3])}))
        self.assertEqual([], [one for one in found if one[3] == "CRITICAL"])
        # Each exemption is needed for each of the objects it names.
        used = {(rule, f"{kind}/{name}") for rule, kind, name, _, _ in found}
        for one in exemptions.load():
            if one["rule"].startswith("trivy/"):
                self.assertEqual([], [name for name in one["objects"] if (one["rule"], name) not in used], one["rule"])

    def test_planted_mistakes_are_found(self):
        text = next(tst_linters.texts())[1]
        before, _ = self.ask([text])
        for good, bad, rule in (("privileged: false", "privileged: true", "trivy/KSV-0017"), ("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false", "trivy/KSV-0014"),
                                ("automountServiceAccountToken: false", "hostPID: true", "trivy/KSV-0010")):
            with self.subTest(planted=bad):
                self.assertIn(good, text)
                after, _ = self.ask([text.replace(good, bad)])
                count = [sum(one[0] == rule and one[3] in HEAVY for one in found) for found in (before, after)]
                self.assertGreater(count[1], count[0])


class Leaks(unittest.TestCase):
    def scan(self, folder):
        """FILE: RULE of each leak; what was scanned has to be more than nothing."""
        done = subprocess.run([program("secrets", "gitleaks"), "dir", folder, "--no-banner", "--no-color", "--redact", "--exit-code=0", "--report-format=json", "--report-path=-"],
                              capture_output=True, text=True, check=True)
        self.assertIn("scanned ~", done.stderr)
        self.assertNotIn("scanned ~0 bytes", done.stderr)
        return sorted(f"{one['File']}: {one['RuleID']}" for one in json.loads(done.stdout))

    def bundle(self, folder):
        plan, made = pathlib.Path(folder) / "plan.yaml", pathlib.Path(folder) / "bundle"
        answers = ["availability.level=zone", "network.host=sentinel.example.com", "network.tls=acmeDns01"]
        for command in (["plan", "new", "--profile", "prod", *(word for answer in answers for word in ("--set", answer)), "--out", plan], ["generate", plan, "--out", made]):
            subprocess.run([SENTINELCTL, *command], capture_output=True, check=True)
        return made

    def test_what_we_ship_has_no_secret(self):
        for folder in OURS:
            with self.subTest(folder=folder):
                self.assertEqual([], self.scan(render.ROOT / folder))

    def test_a_whole_bundle_has_no_secret(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual([], self.scan(self.bundle(folder)))

    def test_planted_secrets_are_found(self):
        dice = random.Random(7)
        letters = string.ascii_letters + string.digits
        # Put together here, so that this file has none.
        token = "ghp" + "_" + "".join(dice.choices(letters, k=36))
        key = f"-----BEGIN RSA PRIVATE {'KEY'}-----\n" + "\n".join("".join(dice.choices(letters, k=64)) for _ in range(12)) + f"\n-----END RSA PRIVATE {'KEY'}-----\n"
        with tempfile.TemporaryDirectory() as folder:
            made = self.bundle(folder)
            shutil.copy(made / "README.md", made / "docs/copy.md")
            with open(made / "environments/prod/values.yaml", "a", encoding="utf-8") as file:
                file.write(f"\n# token: {token}\n")
            (made / "docs/copy.md").write_text((made / "docs/copy.md").read_text(encoding="utf-8") + "\n" + key, encoding="utf-8")
            found = self.scan(made)
        self.assertEqual(2, len(found), found)
        self.assertTrue(found[0].endswith("docs/copy.md: private-key") and found[1].endswith("values.yaml: github-pat"), found)


if __name__ == "__main__":
    if not render.HELMS:
        print("SKIP: neither helm3 nor helm4 is on PATH.")
        sys.exit(SKIPPED)
    if not (program("misconfigurations", "misconfigurations").is_file() and program("secrets", "gitleaks").is_file()):
        print("SKIP: Trivy's checks and gitleaks are not built; tests/peers/build --scans does it.")
        sys.exit(SKIPPED)
    SENTINELCTL = sys.argv.pop(1)
    unittest.main(verbosity=2)
