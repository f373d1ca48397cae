# shellcheck shell=bash
# Which go fetches and compiles Go modules here. Sourced; needs installers/root/place.sh.
# shellcheck disable=SC2034,SC2154

# go_here WHAT: sets the array `go`: this machine's, else Debian's, put into the build root (or onto a Debian 13 host by its administrator)
# when it is first needed. A module that asks for a newer Go gets that one through its registry. WHAT is said when there is none to be had.
go_here() {
    if command -v go >/dev/null && [ "$(printf '%s\n' go1.21 "$(go env GOVERSION)" | sort -V | head -n 1)" = go1.21 ]; then
        go=(go)
        return 0
    fi
    if use_host; then
        [ "$(id -u)" = 0 ] || die "$1 and this machine has no go: ask an administrator to install golang-go, then run this again."
        say "Installing golang-go, which fetches and compiles Go modules."
        { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends golang-go; } >&2 \
            || die "$1 and golang-go could not be installed (see above)."
        go=(go)
        return 0
    fi
    "$project/installers/root/prepare"
    go=("$project/installers/root/enter" go)
    if ! "${go[@]}" version >/dev/null 2>&1; then
        say "Installing golang-go into the build root; it fetches and compiles Go modules."
        SENTINEL_ROOT_INSTALL=yes "$project/installers/root/enter" bash -c \
            'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends golang-go' >&2 \
            || die "$1 and golang-go could not be installed into the build root (see above)."
    fi
}
