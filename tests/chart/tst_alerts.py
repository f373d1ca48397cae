# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule under the real promtool: it fires, keeps quiet a little below, and keeps quiet when its series are gone."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import yaml

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE.parents[1] / "resources/charts/sentinel/files/observability/rules"
SKIPPED = 77


def alerts():
    for file in sorted(RULES.glob("*.yaml")):
        for group in yaml.safe_load(file.read_text(encoding="utf-8"))["groups"]:
            for rule in group["rules"]:
                if "alert" in rule:
                    yield file.name, rule


def firing(name, count):
    return {"expr": f'count(ALERTS{{alertname="{name}", alertstate="firing"}}) or vector(0)', "exp_samples": [{"labels": "{}", "value": count}]}


def group(title, at, series, checks, every="1m"):
    return {"name": title, "interval": every, "input_series": [{"series": name, "values": str(values)} for name, values in series.items()],
            "promql_expr_test": [{**check, "eval_time": at} for check in checks]}


def run(groups, rules="*.yaml"):
    """What promtool says to the groups, which all have the same interval, with the named rules of the chart loaded."""
    every = groups[0]["interval"]
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "test.yaml"
        file.write_text(yaml.safe_dump({"rule_files": [str(RULES / rules)], "evaluation_interval": every, "tests": groups}), encoding="utf-8")
        return subprocess.run(["promtool", "test", "rules", str(file)], capture_output=True, text=True, check=False)


class Alerts(unittest.TestCase):
    cases = yaml.safe_load((HERE / "alerts.yaml").read_text(encoding="utf-8"))

    def passes(self, groups, rules="*.yaml"):
        done = run(groups, rules)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)

    def each(self, which, count):
        """Every case by the file of its rule and by its step: promtool evaluates all rules it has loaded, at every step."""
        runs = {}
        for rules, rule in alerts():
            case = self.cases[rule["alert"]]
            if which in case:
                every = case.get("every", "1m")
                runs.setdefault((rules, every), []).append(group(rule["alert"], case["at"], case[which], [firing(rule["alert"], count)], every))
        for (rules, _), groups in runs.items():
            self.passes(groups, rules)

    def test_have_severity_service_summary_runbook_and_a_case(self):
        names = [rule["alert"] for _, rule in alerts()]
        self.assertEqual(len(names), len(set(names)))
        self.assertEqual(set(names), set(self.cases))
        for _, rule in alerts():
            self.assertIn(rule["labels"]["severity"], ("page", "ticket", "none"), rule["alert"])
            self.assertTrue(rule["labels"]["service"], rule["alert"])
            self.assertTrue(rule["annotations"]["summary"], rule["alert"])
            self.assertTrue(rule["annotations"]["runbook_url"].endswith("#" + rule["alert"]), rule["alert"])

    def test_fire_when_they_should(self):
        self.each("fire", 1)

    def test_keep_quiet_a_little_below(self):
        self.each("quiet", 0)

    def test_keep_quiet_without_their_series(self):
        checks = [firing(name, 0) for name, case in self.cases.items() if not case.get("absent")]
        self.passes([group("nothing measured", "30m", {'up{job="other"}': "1x40"}, checks)])

    def test_of_the_error_budget_end_with_the_short_window(self):
        series = {'http_requests_total{job="backend", handler="/a", status="2xx"}': "0+900x60 54900+1000x60",
                  'http_requests_total{job="backend", handler="/a", status="5xx"}': "0+100x60 6000x60"}
        name = "SloErrorBudgetBurnsFast"
        self.passes([group("burning", "60m", series, [firing(name, 1)]), group("over", "70m", series, [firing(name, 0)])], "slo.yaml")

    def test_of_the_error_budget_fire_in_minutes_when_all_fails(self):
        series = {'http_requests_total{job="backend", handler="/a", status="2xx"}': "0+1000x60 60000x20",
                  'http_requests_total{job="backend", handler="/a", status="5xx"}': "0x60 0+1000x20"}
        self.passes([group("all fails", "64m", series, [firing("SloErrorBudgetBurnsFast", 1)])], "slo.yaml")

    def test_do_not_take_the_probes_for_requests(self):
        series = {'http_requests_total{job="backend", handler="/health", status="5xx"}': "0+60x100",
                  'http_requests_total{job="backend", handler="/a", status="2xx"}': "0+60x100"}
        self.passes([group("probes fail", "80m", series, [firing("SloErrorBudgetBurnsFast", 0)])], "slo.yaml")

    def test_a_wrong_expectation_is_refused(self):
        case = self.cases["TargetDown"]
        self.assertNotEqual(0, run([group("wrong", case["at"], case["fire"], [firing("TargetDown", 0)])]).returncode)


if __name__ == "__main__":
    if not shutil.which("promtool"):
        print("SKIP: promtool is not on PATH; the build root brings it.")
        sys.exit(SKIPPED)
    unittest.main(verbosity=2)
