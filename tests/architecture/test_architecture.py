# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the code against the table of core/README.md and the habits of the house. Each test name is the rule it keeps."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
SOURCE_ENDINGS = {".cpp", ".h", ".qml"}

# May only shrink: files over the size a reader takes in at once, with the size they may not pass.
TOO_LONG_FOR_NOW: dict[str, int] = {}


def tracked():
    listed = subprocess.run(["git", "-C", TOP, "ls-files", "-co", "--exclude-standard"], check=True, capture_output=True, text=True)
    return [pathlib.PurePosixPath(line) for line in listed.stdout.splitlines() if (TOP / line).is_file()]


def text_of(path):
    return (TOP / path).read_text(encoding="utf-8", errors="replace")


def rooms():
    """{room: set of rooms it may use}, as the table says."""
    table = {}
    for line in text_of("core/README.md").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == 3 and cells[0].startswith("`"):
            room = cells[0].strip("`")
            table[room] = {name.strip() for name in cells[2].split(",") if name.strip()}
    return table


def room_of(path, table):
    matches = [room for room in table if str(path).startswith(room + "/")]
    return max(matches, key=len) if matches else None


def short(room):
    return room.rsplit("/", 1)[-1]


class Architecture(unittest.TestCase):
    table = rooms()
    files = tracked()

    def sources(self, *folders, endings=SOURCE_ENDINGS):
        return [path for path in self.files if path.suffix in endings and path.parts[0] in (folders or ("app", "core", "qml"))]

    def test_every_folder_with_code_is_in_the_table(self):
        missing = {str(path.parent) for path in self.sources() if room_of(path, self.table) is None}
        self.assertEqual(missing, set())

    def test_includes_follow_the_table(self):
        wrong = []
        for path in self.sources(endings={".cpp", ".h"}):
            room = room_of(path, self.table)
            for included in re.findall(r'^\s*#\s*include\s+"((?:core|app|qml)/[^"]+)"', text_of(path), re.M):
                target = room_of(included, self.table)
                if target and target != room and short(target) not in self.table[room] and "qml modules" not in self.table[room]:
                    wrong.append(f"{path} includes {included}")
        self.assertEqual(wrong, [])

    def test_qml_imports_follow_the_table(self):
        wrong = []
        for path in self.sources("qml", endings={".qml"}):
            room = room_of(path, self.table)
            for module in re.findall(r"^import Sentinel\.(\w+)", text_of(path), re.M):
                if module != short(room) and module not in self.table[room]:
                    wrong.append(f"{path} imports Sentinel.{module}")
        self.assertEqual(wrong, [])

    def test_links_follow_the_table_and_core_links_no_user_interface(self):
        wrong, seen = [], 0
        for line in pathlib.Path(os.environ["SENTINEL_LINKS"]).read_text().splitlines():
            place, _, links = line.partition(": ")
            seen += 1
            for link in links.split():
                room = re.match(r"sentinel_(?:core_)?([a-z]+)", link)  # a room may have libraries in parts
                if room and room[1] not in self.table[place] | {"flags", "resources", "translations", short(place)}:
                    wrong.append(f"{place} links {link}")
                if re.fullmatch(r"Qt6?::(Gui|Qml|Quick\w*|Widgets|Charts|Svg)", link):
                    wrong.append(f"{place} links {link}")
        self.assertEqual(wrong, [])
        self.assertGreaterEqual(seen, 6, "no link table: was the build configured?")

    def test_the_command_line_loads_no_user_interface_library(self):
        needed = subprocess.run(["ldd", os.environ["SENTINELCTL"]], check=True, capture_output=True, text=True).stdout
        self.assertIn("libQt6Core", needed)
        self.assertEqual(re.findall(r"libQt6(?:Gui|Qml|Quick\w*|Widgets|Charts)", needed), [])

    def test_the_offline_command_line_loads_no_network_library(self):
        needed = subprocess.run(["ldd", os.environ["SENTINELCTL"]], check=True, capture_output=True, text=True).stdout
        self.assertEqual(re.findall(r"libQt6(?:Network|HttpServer)|libcurl|libssl", needed), [])

    def test_features_do_not_know_each_other_and_only_the_chart_wrapper_imports_charts(self):
        charts = [str(path) for path in self.sources("qml", endings={".qml"}) if re.search(r"^import QtCharts", text_of(path), re.M)]
        self.assertTrue(all(path.startswith("qml/Sentinel/Design/") for path in charts), charts)
        self.assertLessEqual(len(charts), 1)

    def test_text_types_of_quick_are_used_in_design_only(self):
        wrong = []
        for path in self.sources("qml", endings={".qml"}):
            if not str(path).startswith("qml/Sentinel/Design/"):
                # Design has safe types of its own called Label and TextArea; those of Qt come with the import below.
                wrong += [f"{path}: {name}" for name in re.findall(r"^\s*(Text|TextEdit|TextInput)\s*\{", text_of(path), re.M)]
                wrong += [f"{path}: {name}" for name in re.findall(r"^import (QtQuick\.Controls\S*)", text_of(path), re.M)]
        self.assertEqual(wrong, [])

    def test_design_text_is_plain(self):
        wrong = []
        for path in self.files:
            if str(path).startswith("qml/") and re.search(r"(Text|TextEdit)\.(RichText|StyledText|AutoText|MarkdownText)", text_of(path)):
                wrong.append(str(path))
        self.assertEqual(wrong, [])

    def test_files_can_be_read_at_once(self):
        wrong = []
        for path in self.sources("app", "core", "qml"):
            lines = text_of(path).count("\n")
            most = TOO_LONG_FOR_NOW.get(str(path), 200 if path.suffix == ".qml" else 400)
            if lines > most:
                wrong.append(f"{path}: {lines} lines, {most} at most")
        self.assertEqual(wrong, [])

    def test_names_say_what_a_thing_is(self):
        # cert-manager is the name of a product.
        banned = re.compile(r"(?<!Cert)(Manager|Helper|Utils?|Misc)$")
        self.assertEqual([str(path) for path in self.files if path.suffix in SOURCE_ENDINGS and banned.search(path.stem)], [])

    def test_every_source_file_names_its_licence(self):
        wrong = [str(path) for path in self.sources("app", "core", "qml", "tests")
                 if "SPDX-License-Identifier:" not in "\n".join(text_of(path).splitlines()[:3])]
        self.assertEqual(wrong, [])

    def test_every_room_opens_with_a_readme(self):
        folders = {room_of(path, self.table) for path in self.sources()}
        self.assertEqual([room for room in sorted(filter(None, folders)) if not (TOP / room / "README.md").is_file()], [])

    def test_every_path_a_readme_names_exists(self):
        wrong = []
        for path in self.files:
            if path.name != "README.md" or str(path).startswith(("resources/charts", "resources/guides", "tests/core/bundle")):
                continue
            for name in re.findall(r"`((?:app|core|qml|resources|installers|tests)/[\w./-]+)`", text_of(path)):
                if not (TOP / name).exists():
                    wrong.append(f"{path} names {name}")
        self.assertEqual(wrong, [])

    def test_no_registry_host_is_named(self):
        hosts = re.compile(r"deb\.debian\.org|registry\.npmjs\.org|proxy\.golang\.org|pypi\.org|crates\.io|repo1?\.maven")
        self.assertEqual([str(path) for path in self.files if path != pathlib.PurePosixPath("tests/architecture/test_architecture.py")
                          and path.suffix not in {".png"} and hosts.search(text_of(path))], [])

    def test_tests_do_not_sleep(self):
        sleeps = re.compile(r"QThread::u?m?sleep|QTest::q(Wait|Sleep)\(|sleep_for|time\.sleep")
        self.assertEqual([str(path) for path in self.files if path.parts[0] == "tests" and path.name != "test_architecture.py"
                          and path.suffix in {".cpp", ".h", ".py", ".qml"} and sleeps.search(text_of(path))], [])

    def test_sources_are_formatted(self):
        sources = [str(path) for path in self.sources("app", "core", "qml", "tests", endings={".cpp", ".h"})]
        checked = subprocess.run(["clang-format", "--dry-run", "-Werror", *sources], cwd=TOP, capture_output=True, text=True)
        wrong = sorted(set(re.findall(r"^([^:\n]+):\d+:\d+: error: code should be clang-formatted", checked.stderr, re.M)))
        self.assertEqual(wrong, [])
        self.assertEqual(checked.returncode, 0, checked.stderr[:2000])

    def test_shell_scripts_pass_shellcheck(self):
        scripts = [str(path) for path in self.files if path.suffix == ".sh" or
                   (path.suffix == "" and (TOP / path).stat().st_size < 200_000 and text_of(path).startswith("#!/usr/bin/env bash"))]
        checked = subprocess.run(["shellcheck", "-x", *scripts], cwd=TOP, capture_output=True, text=True)
        self.assertEqual(checked.stdout, "")

    def test_every_sentence_is_translated(self):
        with tempfile.TemporaryDirectory() as folder:
            catalogue = pathlib.Path(folder) / "sentinel_es.ts"
            shutil.copy(TOP / "resources/i18n/sentinel_es.ts", catalogue)
            # Brings a copy up to date: sentences added since then show as unfinished.
            subprocess.run(["/usr/lib/qt6/bin/lupdate", "-silent", "-no-obsolete", "-locations", "none", "-recursive",
                            "core", "app", "qml", "-ts", catalogue], cwd=TOP, check=True, capture_output=True)
            messages = re.findall(r"<message[^>]*>.*?</message>", catalogue.read_text(encoding="utf-8"), re.S)
        self.assertGreater(len(messages), 100)
        unfinished = [re.search(r"<source>(.*?)</source>", message, re.S)[1] for message in messages if 'type="unfinished"' in message]
        self.assertEqual(unfinished, [])


if __name__ == "__main__":
    unittest.main()
