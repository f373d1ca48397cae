# shellcheck shell=bash
# Where the build runs: this host when it is Debian 13 with every package, else a Debian 13 root in the cache folder.
# Sourced by the other scripts here; needs $project (the checkout).
# shellcheck disable=SC2034,SC2154

suite=trixie
packages_file=$project/installers/root/packages.txt
cache=${SENTINEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/sentinel-console}

say() { printf '%s\n' "$*" >&2; }
die() { say "$@"; exit 3; }

packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$packages_file"; }

root_key() { { printf '%s %s\n' "$suite" "$(uname -m)"; packages; } | sha256sum | cut -c1-12; }

root=$cache/root-$(root_key)

host_is_suite() { [ -r /etc/os-release ] && (. /etc/os-release && [ "${ID:-}" = debian ] && [ "${VERSION_CODENAME:-}" = "$suite" ]); }

# Packages of the list this host lacks, one a line.
missing_on_host() {
    comm -23 <(packages | sort) \
        <(dpkg-query -W -f '${db:Status-Status} ${binary:Package}\n' 2>/dev/null | sed -n 's/^installed //p' | sed 's/:.*//' | sort)
}

use_host() { host_is_suite && [ -z "$(missing_on_host)" ]; }
