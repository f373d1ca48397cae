// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/process/Follower.h"

#include "core/kube/access/Kubeconfig.h"
#include "tests/faults/Patience.h"
#include "tests/faults/StoreMirror.h"

#include <QCommandLineParser>
#include <cstdio>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

constexpr int kPatience = 60'000;
constexpr int kRound = 300; // ms at most

const kube::ResourceType kConfigMaps{.group = {}, .version = u"v1"_s, .kind = u"ConfigMap"_s, .plural = u"configmaps"_s};

/// Makes ConfigMaps with so many bytes in them.
Maker configMaps(int size)
{
    return [size](const QString &ns, const QString &name, int value) {
        using kube::Object;
        return Object{{u"apiVersion"_s, u"v1"_s},
                      {u"kind"_s, u"ConfigMap"_s},
                      {u"metadata"_s, Object{{u"name"_s, name}, {u"namespace"_s, ns}}},
                      {u"data"_s, Object{{u"value"_s, QString::number(value).rightJustified(size, u'.')}}}};
    };
}

kube::HttpOptions options()
{
    using namespace std::chrono_literals;
    return {.connectDeadline = 3s, .requestDeadline = 10s, .requestsPerSecond = 0};
}

void say(const QByteArray &line)
{
    std::printf("%s\n", line.simplified().constData()); // cells may hold line feeds
    std::fflush(stdout);
}

} // namespace

Follower::Follower(Setup setup)
    : m_setup(std::move(setup))
    , m_direct(std::make_shared<kube::HttpApi>(m_setup.direct, options(), m_clock))
    , m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    const kube::ListOptions what{.ns = m_setup.ns};
    if (m_setup.byStore) {
        m_mirror = std::make_unique<StoreMirror>(
            StoreMirror::Start{m_setup.access, m_setup.direct, options(), kConfigMaps, what, m_clock});
    } else {
        m_mirror
            = std::make_unique<WatchMirror>(WatchMirror::Start{m_setup.access, options(), kConfigMaps, what, false, m_clock});
    }
    m_churn = std::make_shared<Churn>(Churn{.api = m_direct,
                                            .type = kConfigMaps,
                                            .ns = m_setup.ns,
                                            .maker = configMaps(m_setup.size),
                                            .random = QRandomGenerator(m_setup.seed),
                                            .prefix = u"w%1-"_s.arg(m_setup.seed)});
    connect(&m_input, &QSocketNotifier::activated, this, [this] {
        char bytes[4096];
        const ssize_t size = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (size <= 0) {
            return QCoreApplication::quit();
        }
        m_begun.append(bytes, size);
        for (qsizetype end = 0; (end = m_begun.indexOf('\n')) >= 0;) {
            const QByteArray line = m_begun.first(end);
            m_begun.remove(0, end + 1);
            obey(line);
        }
    });
}

Follower::~Follower()
{
    m_cancel.cancel();
}

void Follower::obey(const QByteArray &line)
{
    const QByteArrayList words = line.split(' ');
    const int number = words.value(1).toInt();
    if (words[0] == "churn") {
        churn(words.value(1) == "on");
        say("ok");
    } else if (words[0] == "settle") {
        say(settle(number));
    } else if (words[0] == "kept") {
        say(kept());
    } else if (words[0] == "stand") {
        say(stand(number));
    } else if (words[0] == "report") {
        say(report());
    } else {
        say("what?");
    }
}

void Follower::churn(bool isOn)
{
    m_churn->isStopping = !isOn;
    if (isOn && !m_isWriting) {
        m_isWriting = true;
        deliver(keepChanging(m_churn, m_cancel.token()), this, [this](const Result<void> &) { m_isWriting = false; });
    } else if (!isOn) {
        std::ignore = waitUntil([this] { return !m_isWriting; }, kPatience);
    }
}

Result<QList<kube::Object>> Follower::listed()
{
    const auto list = answerWithin(kPatience, m_direct->list(kConfigMaps, {.ns = m_setup.ns, .pageSize = 0}, {}));
    if (!list) {
        return failure(list);
    }
    return list->items;
}

/// "equal ROUNDS OBJECTS" or "different SENTENCE".
QByteArray Follower::settle(int rounds)
{
    QString difference;
    for (int round = 1; round <= rounds; ++round) {
        const auto server = listed();
        difference = server ? m_mirror->differenceFrom(*server) : server.error().detail;
        if (!m_mirror->ended().isEmpty()) {
            return "different " + m_mirror->ended().toUtf8();
        }
        if (difference.isEmpty()) {
            return "equal " + QByteArray::number(round) + ' ' + QByteArray::number(server->size());
        }
        const qint64 heard = m_mirror->heard();
        std::ignore = waitUntil([&] { return m_mirror->heard() != heard; }, kRound);
    }
    return "different " + difference.toUtf8();
}

/// "kept WRITES" when the server holds every write that it confirmed.
QByteArray Follower::kept()
{
    const auto server = listed();
    if (!server) {
        return "lost " + server.error().detail.toUtf8();
    }
    QMap<QString, QString> there;
    for (const kube::Object &object : *server) {
        there.insert(object[u"metadata"][u"name"].toString(), object[u"metadata"][u"resourceVersion"].toString());
    }
    for (auto each = m_churn->confirmed.begin(); each != m_churn->confirmed.end(); ++each) {
        if (there.value(each.key()) != each.value()) {
            return "lost " + each.key().toUtf8() + " is '" + there.value(each.key()).toUtf8() + "', confirmed was '"
                + each.value().toUtf8() + '\'';
        }
    }
    return "kept " + QByteArray::number(m_churn->confirmed.size());
}

/// This thread does nothing for so long, as a page that computes.
QByteArray Follower::stand(int milliseconds) const
{
    ::poll(nullptr, 0, milliseconds);
    return "stood";
}

/// "heard N writes N refused N problem …".
QByteArray Follower::report() const
{
    return "heard " + QByteArray::number(m_mirror->heard()) + " cut " + QByteArray::number(m_mirror->cuts()) + " writes "
        + QByteArray::number(m_churn->writes) + " refused " + QByteArray::number(m_churn->refused) + " problem "
        + m_churn->problem.toUtf8();
}

} // namespace sentinel::testing

int main(int argc, char **argv)
{
    using namespace sentinel;
    QCoreApplication application(argc, argv);
    QCommandLineParser line;
    line.addOptions({{u"kubeconfig"_s, {}, u"file"_s},
                     {u"direct"_s, {}, u"file"_s},
                     {u"namespace"_s, {}, u"name"_s},
                     {u"store"_s, {}},
                     {u"size"_s, {}, u"bytes"_s, u"10"_s},
                     {u"seed"_s, {}, u"number"_s, u"1"_s}});
    line.process(application);
    const auto accessOf = [&line](const QString &option) -> Result<kube::ClusterAccess> {
        const auto kubeconfig = kube::Kubeconfig::read(line.value(option));
        return kubeconfig ? kubeconfig->access() : failure(kubeconfig);
    };
    const auto access = accessOf(u"kubeconfig"_s);
    const auto direct = accessOf(line.isSet(u"direct"_s) ? u"direct"_s : u"kubeconfig"_s);
    if (!access || !direct) {
        std::printf("no access: %s\n", qPrintable((access ? direct : access).error().detail));
        return 2;
    }
    testing::Follower follower(
        {.access = *access, .direct = *direct, .ns = line.value(u"namespace"_s), .byStore = line.isSet(u"store"_s)});
    std::puts("ready");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
