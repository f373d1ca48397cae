// SPDX-License-Identifier: GPL-3.0-or-later
// Writes an operation into a journal for as long as it is let: `journal-writer FOLDER [MOST-BYTES]`. Says the number of each
// record once it is on the disk, and the sentence of an error.
#include "core/journal/Journal.h"

#include <QCoreApplication>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>

using namespace sentinel;
using namespace sentinel::journal;
using namespace Qt::StringLiterals;

namespace {

int say(const Error &error)
{
    std::printf("error %s\n", qPrintable(error.detail));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 2) {
        const rlimit limit{arguments[2].toULong(), arguments[2].toULong()};
        std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    auto journal = Journal::open(arguments[1]);
    if (!journal) {
        return say(journal.error());
    }
    auto log = (*journal)->begin(
        {.kind = u"deploy"_s, .cluster = QString::number(QCoreApplication::applicationPid()), .environment = u"prod"_s});
    if (!log) {
        return say(log.error());
    }
    for (int each = 0; each < 100'000; ++each) {
        const auto written = log->intent(
            {.phase = u"apply"_s, .sentence = u"Object %1 is applied."_s.arg(each), .requestId = QString::number(each)});
        if (!written) {
            return say(written.error());
        }
        std::printf("%s %d\n", qPrintable(log->id()), each);
    }
    return 0;
}
