# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the programs of the peers are: compiled ones in the cache, those of Debian and the tools on PATH."""
import pathlib
import shutil
import subprocess

from ground import Unavailable

PROJECT = pathlib.Path(__file__).resolve().parents[3]


def compiled():
    said = subprocess.run([PROJECT / "tests/peers/build", "--where"], capture_output=True, text=True, check=True).stdout
    return {name: pathlib.Path(folder) for name, folder in (line.split(" ", 1) for line in said.splitlines())}


class Places:
    """`versions` says which of several takes the place of the usual one: {"kubernetes": "kubernetes-1.34"}."""

    def __init__(self, versions=None):
        self.folders = compiled()
        self.versions = versions or {}

    def folder(self, module):
        module = self.versions.get(module, module)
        folder = self.folders[module]
        if not (folder / "complete").exists():
            raise Unavailable(f"{module} is not compiled; tests/peers/build makes it")
        return folder

    def program(self, module, name):
        return self.folder(module) / "bin" / name

    def share(self, module, name):
        return self.folder(module) / "share" / name


def system(name):
    """A program of Debian or of the cache of tools."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    if not found:
        raise Unavailable(f"there is no {name} on this machine")
    return found
