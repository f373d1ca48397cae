// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Programs.h"

#include <climits>
#include <cstdio>
#include <cstring>
#include <string>
#include <unistd.h>

namespace sentinel::cli {

int becomeClusterProgram(char **arguments)
{
    // Where this file really lies, whatever link or PATH it was called through.
    char self[PATH_MAX];
    const ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    std::string path(self, length > 0 ? static_cast<std::size_t>(length) : 0);
    path.resize(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
    path += "sentinelctl-cluster";
    execv(path.c_str(), arguments);
    // Plain English: no translation is loaded yet, and loading it is what this program saves.
    std::fprintf(stderr, "This command needs %s, which cannot be started (%s). Install the whole package of Sentinel Console.\n",
                 path.c_str(), std::strerror(errno));
    return 3;
}

} // namespace sentinel::cli
