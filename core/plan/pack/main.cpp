// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/plan/pack/DataFiles.h"
#include "core/plan/pack/WriteTables.h"

#include <cstdio>

using namespace sentinel;

/// sentinel_plan_pack FOLDER OUTPUT: checks the questions in FOLDER and writes them as C++ to OUTPUT. Runs while the program is
/// built.
int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: sentinel_plan_pack FOLDER OUTPUT\n");
        return 2;
    }
    plan::pack::DataFiles files(QString::fromLocal8Bit(argv[1]));
    const plan::Catalogue catalogue = files.read();
    for (const Finding &problem : files.problems()) {
        std::fprintf(stderr, "%s: error: %s\n", qPrintable(problem.where.toString()), qPrintable(problem.sentence));
    }
    if (!files.problems().isEmpty()) {
        return 1;
    }
    if (const auto written = writeFile(QString::fromLocal8Bit(argv[2]), plan::pack::tablesOf(catalogue)); !written) {
        std::fprintf(stderr, "%s\n", qPrintable(written.error().detail));
        return 1;
    }
    return 0;
}
