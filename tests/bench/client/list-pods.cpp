// SPDX-License-Identifier: GPL-3.0-or-later
// Lists every pod to rows in order, with nothing but core/kube: `list-pods KUBECONFIG [--print] [--page N] [--stream]`. Says how
// long it took until the first rows stood in order and could be read, and until all did; with --print the table of kubectl, too.
#include "core/kube/rows/ObjectFeed.h"
#include "core/kube/rows/ObjectView.h"
#include "core/kube/rows/RowText.h"
#include "tests/bench/Flow.h"
#include "tests/bench/client/Figures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

using namespace sentinel;
using namespace sentinel::bench;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kScreen = 50; // rows a person sees at first
constexpr Field kColumns[]{Field::Namespace, Field::Name, Field::Ready, Field::Status, Field::Restarts, Field::Created};

/// The text of rows, as a screen would show them.
QStringList linesOf(const ObjectView &view, qsizetype most)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList lines;
    for (qsizetype at = 0; at < std::min(most, view.size()); ++at) {
        QStringList cells;
        for (const Field field : kColumns) {
            cells.append(rowText(view.store(), view.row(at), field, now));
        }
        lines.append(cells.join(u"   "_s));
    }
    return lines;
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer clock;
    clock.start();
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        giveUp(u"list-pods KUBECONFIG [--print] [--page N] [--stream]"_s);
    }
    const ResourceType pods{.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s};
    ListOptions options{.streams = arguments.contains(u"--stream"_s)};
    if (const qsizetype page = arguments.indexOf(u"--page"_s); page > 0) {
        options.pageSize = arguments.value(page + 1).toInt();
    }
    const auto api = std::make_shared<HttpApi>(accessOf(argv[1]));
    ObjectFeed feed(api, pods, options, std::make_shared<SystemClock>());
    ObjectView view(feed.store());
    double first = 0;
    QObject::connect(&feed, &ObjectFeed::flushed, &feed, [&](const ChangeSet &changes) {
        view.apply(changes);
        if (first == 0 && linesOf(view, kScreen).size() == kScreen) {
            first = static_cast<double>(clock.nsecsElapsed()) / 1e9;
        }
    });
    QEventLoop loop;
    QObject::connect(&feed, &ObjectFeed::stateChanged, &feed, [&] {
        if (feed.state().phase == FeedState::Phase::Live) {
            loop.quit();
        } else if (feed.state().phase != FeedState::Phase::Loading) {
            giveUp(feed.state().error ? feed.state().error->detail : feed.state().problem);
        }
    });
    feed.start();
    loop.exec();
    const double complete = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    if (arguments.contains(u"--print"_s)) {
        for (const QString &line : linesOf(view, view.size())) {
            std::printf("%s\n", qUtf8Printable(line));
        }
    }
    say({{u"rows"_s, view.size()},
         {u"first"_s, first},
         {u"complete"_s, complete},
         {u"cpu"_s, processorTime()},
         {u"rss"_s, resident("VmRSS")},
         {u"peakRss"_s, resident("VmHWM")}});
    return 0;
}
