# SPDX-License-Identifier: GPL-3.0-or-later
# Name, source in targets/ and room of each fuzz target; a folder of that name in corpus/ has what it begins with.
set(sentinel_fuzz_targets
    "kubeconfig KubeconfigTarget.cpp kube"
    "exec-credential ExecCredentialTarget.cpp kube"
    "watch-lines WatchLinesTarget.cpp kube"
    "log-lines LogLinesTarget.cpp kube"
    "log-window LogWindowTarget.cpp kube"
    "rows RowsTarget.cpp kube"
    "safe-text SafeTextTarget.cpp base")
