# Turns apt's machine-readable status (dlstatus:…, pmstatus:…) into one line of progress.
BEGIN { FS = ":"; shown = -1 }
$1 == "dlstatus" || $1 == "pmstatus" {
    percent = int($3)
    what = $1 == "dlstatus" ? "downloading" : "installing"
    if (tty != "") {
        printf "\r  %s %3d %%  %-40.40s", what, percent, $1 == "pmstatus" ? $2 : "" > "/dev/stderr"
    } else if (what percent != last && percent % 10 == 0) {
        printf "  %s %d %%\n", what, percent > "/dev/stderr"
        last = what percent
    }
    fflush("/dev/stderr")
}
END { if (tty != "") printf "\r%70s\r", "" > "/dev/stderr" }
