// SPDX-License-Identifier: GPL-3.0-or-later
// Holds every pod in rows and watches: `hold-pods KUBECONFIG [--seconds N] [--stall N] [--relist]`. Says what it holds once the
// list is complete, and again after so many seconds, of which it stands still for some with --stall; with --relist it then goes
// on from a version the server has long forgotten, which answers 410, and says what reading the list again took.
#include "core/kube/HttpApi.h"
#include "core/kube/rows/ObjectView.h"
#include "tests/bench/Flow.h"
#include "tests/bench/client/Figures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QTimer>
#include <malloc.h>

using namespace sentinel;
using namespace sentinel::bench;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

const ResourceType kPods{.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s};
constexpr Duration kFrame{33};
constexpr std::chrono::minutes kLongest{5}; // until a list is complete; far past what any of them takes

/// A store and a view over it, filled by hand so that following can begin anew.
class Holder : public QObject
{
public:
    explicit Holder(std::shared_ptr<HttpApi> api)
        : m_api(std::move(api))
    {
        m_mailbox->listen(this, [this] { QTimer::singleShot(kFrame, this, [this] { flush(); }); });
    }
    ~Holder() override
    {
        m_mailbox->ignore();
        m_cancel.cancel();
    }

    /// Until it is live.
    void follow(const ListOptions &options)
    {
        m_cancel.cancel();
        m_cancel = {};
        m_isLive = false;
        deliver(m_api->follow(kPods, options, m_mailbox, m_cancel.token()), this, [](const Result<void> &ended) {
            if (!ended && ended.error().kind != Error::Kind::Cancelled) {
                giveUp(ended.error().detail);
            }
        });
        QTimer deadline;
        connect(&deadline, &QTimer::timeout, this, [] { giveUp(u"the list was not complete within five minutes"_s); });
        deadline.start(kLongest);
        m_loop.exec();
    }
    void watch(std::chrono::milliseconds time)
    {
        QTimer::singleShot(time, &m_loop, &QEventLoop::quit);
        m_loop.exec();
    }
    [[nodiscard]] QJsonObject figures() const
    {
        malloc_trim(0);
        return {{u"rows"_s, m_view.size()},       {u"flushes"_s, m_flushes},   {u"losses"_s, m_losses},
                {u"longest"_s, m_longest},        {u"cpu"_s, processorTime()}, {u"rss"_s, resident("VmRSS")},
                {u"peakRss"_s, resident("VmHWM")}};
    }

private:
    void flush()
    {
        QElapsedTimer clock;
        clock.start();
        if (!m_mailbox->take(m_batch)) {
            return;
        }
        ++m_flushes;
        m_store.apply(m_batch);
        const auto state = m_batch.state;
        m_batch.clear();
        m_view.apply(m_store.flush());
        m_longest = std::max(m_longest, static_cast<double>(clock.nsecsElapsed()) / 1e6);
        m_losses += state && state->phase == FeedState::Phase::Stale ? 1 : 0;
        if (state && state->phase == FeedState::Phase::Live && !std::exchange(m_isLive, true)) {
            m_loop.quit();
        }
    }

    std::shared_ptr<HttpApi> m_api;
    ObjectStore m_store{rowLayout(kPods)};
    ObjectView m_view{m_store};
    std::shared_ptr<RowMailbox> m_mailbox = std::make_shared<RowMailbox>(m_store.layout());
    RowBatch m_batch{m_store.layout()};
    CancelSource m_cancel;
    QEventLoop m_loop;
    bool m_isLive = false;
    qint64 m_flushes = 0;
    qint64 m_losses = 0; ///< times the watch was cut off
    double m_longest = 0; ///< of a flush, in ms
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        giveUp(u"hold-pods KUBECONFIG [--seconds N] [--stall N] [--relist]"_s);
    }
    const auto number = [&](const QString &option) {
        const qsizetype at = arguments.indexOf(option);
        return std::chrono::seconds(at > 0 ? arguments.value(at + 1).toInt() : 0);
    };
    Holder holder(std::make_shared<HttpApi>(accessOf(argv[1])));
    holder.follow({});
    say(holder.figures());
    if (const auto stall = number(u"--stall"_s); stall.count() > 0) {
        holder.watch(std::chrono::seconds(2));
        std::ignore = QSemaphore().tryAcquire(1, stall); // what is measured: this thread takes nothing in
    }
    if (const auto watching = number(u"--seconds"_s); watching.count() > 0) {
        holder.watch(watching);
        say(holder.figures());
    }
    if (arguments.contains(u"--relist"_s)) {
        malloc_trim(0);
        forgetPeak();
        holder.follow({.since = u"1"_s});
        say(holder.figures());
    }
    return 0;
}
