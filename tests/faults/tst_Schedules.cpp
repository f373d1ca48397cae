// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/Kubeconfig.h"
#include "core/sandbox/Cluster.h"
#include "tests/faults/Rig.h"
#include "tests/faults/StoreMirror.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTextStream>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int kFew = 20;
constexpr int kMany = 1000;

const kube::ResourceType kConfigMaps{.group = {}, .version = u"v1"_s, .kind = u"ConfigMap"_s, .plural = u"configmaps"_s};

const kube::ResourceType kApplications{
    .group = u"argoproj.io"_s, .version = u"v1alpha1"_s, .kind = u"Application"_s, .plural = u"applications"_s};

kube::Object made(const QString &apiVersion, const QString &kind, const QString &ns, const QString &name)
{
    return {
        {u"apiVersion"_s, apiVersion}, {u"kind"_s, kind}, {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, ns}}}};
}

kube::Object configMap(const QString &ns, const QString &name, int value)
{
    kube::Object object = made(u"v1"_s, u"ConfigMap"_s, ns, name);
    object[u"data"_s] = QJsonObject{{u"value"_s, QString::number(value)}};
    return object;
}

kube::Object pod(const QString &ns, const QString &name, int value)
{
    kube::Object object = made(u"v1"_s, u"Pod"_s, ns, name);
    const QJsonObject container{{u"name"_s, u"c"_s}, {u"image"_s, u"registry.example.com/i:%1"_s.arg(value)}};
    object[u"spec"_s] = QJsonObject{{u"containers"_s, QJsonArray{container}}, {u"terminationGracePeriodSeconds"_s, 0}};
    return object;
}

kube::Object application(const QString &ns, const QString &name, int value)
{
    kube::Object object = made(u"argoproj.io/v1alpha1"_s, u"Application"_s, ns, name);
    const QJsonObject source{{u"repoURL"_s, u"https://git.example.com/r"_s}, {u"path"_s, QString::number(value)}};
    const QJsonObject destination{{u"namespace"_s, ns}, {u"server"_s, u"https://kubernetes.default.svc"_s}};
    object[u"spec"_s] = QJsonObject{{u"project"_s, u"default"_s}, {u"source"_s, source}, {u"destination"_s, destination}};
    return object;
}

kube::HttpOptions optionsOf(const Schedule &schedule)
{
    using namespace std::chrono_literals;
    return {.connectDeadline = 2s,
            .requestDeadline = 1s,
            .watchQuiet = 2s,
            .seed = schedule.seed,
            .requestsPerSecond = 0,
            .transport = {.pingAfter = 200ms, .pingPatience = 300ms}};
}

/// SENTINEL_FAULTS=full: many seeds; =A-B: those; nothing: the few of every build.
std::pair<int, int> seedsAsked()
{
    const QString asked = qEnvironmentVariable("SENTINEL_FAULTS");
    const QStringList range = asked.split(u'-');
    if (asked == "full"_L1) {
        return {1, kMany};
    }
    if (const int first = range.value(0).toInt(); first > 0) {
        return {first, std::max(first, range.value(1).toInt())};
    }
    return {1, kFew};
}

} // namespace

/// A client that follows a server through faults holds at the end what the server holds. A seed that fails can be run again.
class SchedulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void afterEveryFaultTheWatchHoldsWhatTheServerHolds_data() { seeds(); }
    void afterEveryFaultTheWatchHoldsWhatTheServerHolds();
    void afterEveryFaultTheStoreHoldsWhatTheServerHolds_data() { seeds(); }
    void afterEveryFaultTheStoreHoldsWhatTheServerHolds();
    void afterFaultsOfBareConnectionsTheWatchHoldsWhatTheServerHolds_data() { seeds(4); }
    void afterFaultsOfBareConnectionsTheWatchHoldsWhatTheServerHolds();
    void aClientThatKeepsWhatIsGoneIsFoundOut();
    void cleanupTestCase();

private:
    void seeds(int share = 1) const;
    [[nodiscard]] Outcome watchThrough(const Schedule &schedule, bool keepsWhatIsGone = false) const;
    void count(const Outcome &outcome);
    void judge(const Schedule &schedule, const Outcome &outcome);

    SystemClock m_wall;
    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::Cluster> m_cluster;
    Bench m_bench;
    Tally m_all;
    int m_schedules = 0;
    int m_writes = 0;
    qint64 m_heard = 0;
    int m_divergences = 0;
};

void SchedulesTest::initTestCase()
{
    QString file = qEnvironmentVariable("SENTINEL_FAULTS_KUBECONFIG");
    if (file.isEmpty()) {
        file = m_folder.filePath(u"kubeconfig"_s);
        m_cluster = std::make_unique<sandbox::Cluster>(m_wall, sandbox::ClusterSettings{});
        QVERIFY(m_cluster->start());
        QVERIFY(m_cluster->writeKubeconfigTo(file));
        m_bench.forgetHistory = [this] { m_cluster->faults().forgetHistory(); };
    }
    const auto kubeconfig = kube::Kubeconfig::read(file);
    QVERIFY(kubeconfig);
    const auto access = kubeconfig->access();
    QVERIFY(access);
    m_bench.access = *access;
    m_bench.ns = qEnvironmentVariable("SENTINEL_FAULTS_NAMESPACE", u"default"_s);
}

/// Those asked for; of many, one in `share`.
void SchedulesTest::seeds(int share) const
{
    QTest::addColumn<int>("seed");
    const auto [first, last] = seedsAsked();
    const int end = first == last ? last : first - 1 + std::max(1, (last - first + 1) / share);
    for (int seed = first; seed <= end; ++seed) {
        QTest::addRow("seed %d", seed) << seed;
    }
}

void SchedulesTest::count(const Outcome &outcome)
{
    ++m_schedules;
    m_writes += outcome.writes;
    m_heard += outcome.heard;
    m_divergences += outcome.problem.isEmpty() ? 0 : 1;
    m_all.requests += outcome.tally.requests;
    m_all.watches += outcome.tally.watches;
    m_all.connections += outcome.tally.connections;
    m_all.http2 += outcome.tally.http2;
    for (auto each = outcome.tally.faults.begin(); each != outcome.tally.faults.end(); ++each) {
        m_all.faults[each.key()] += each.value();
    }
}

void SchedulesTest::judge(const Schedule &schedule, const Outcome &outcome)
{
    count(outcome);
    const QString told
        = u"%1\n  %2\n  again with: SENTINEL_FAULTS=%3 ./test %4"_s.arg(outcome.problem, schedule.describe())
              .arg(schedule.seed)
              .arg(QString::fromLatin1(metaObject()->className()).replace(u"Test"_s, QString()).prepend(u"tst_"_s));
    QVERIFY2(outcome.problem.isEmpty(), qPrintable(told));
}

Outcome SchedulesTest::watchThrough(const Schedule &schedule, bool keepsWhatIsGone) const
{
    const auto mirror = [&](kube::ClusterAccess access, const Schedule &by) -> std::unique_ptr<Mirror> {
        return std::make_unique<WatchMirror>(WatchMirror::Start{.access = std::move(access),
                                                                .options = optionsOf(by),
                                                                .type = kConfigMaps,
                                                                .what = {.ns = m_bench.ns, .pageSize = by.pageSize},
                                                                .keepsWhatIsGone = keepsWhatIsGone});
    };
    return carryOut({.bench = m_bench, .schedule = schedule, .type = kConfigMaps, .maker = configMap, .mirror = mirror});
}

void SchedulesTest::afterEveryFaultTheWatchHoldsWhatTheServerHolds()
{
    QFETCH(int, seed);
    const Schedule schedule = scheduleOf(static_cast<quint32>(seed));
    judge(schedule, watchThrough(schedule));
}

/// Odd seeds with a built-in kind, even ones with a custom resource: the two come over the wire in different ways.
void SchedulesTest::afterEveryFaultTheStoreHoldsWhatTheServerHolds()
{
    QFETCH(int, seed);
    const Schedule schedule = scheduleOf(static_cast<quint32>(seed));
    const kube::ResourceType type = seed % 2 == 1 ? kPods : kApplications;
    const auto mirror = [&](kube::ClusterAccess access, const Schedule &by) -> std::unique_ptr<Mirror> {
        return std::make_unique<StoreMirror>(StoreMirror::Start{.access = std::move(access),
                                                                .direct = m_bench.access,
                                                                .options = optionsOf(by),
                                                                .type = type,
                                                                .what = {.ns = m_bench.ns, .pageSize = by.pageSize}});
    };
    judge(schedule,
          carryOut({.bench = m_bench,
                    .schedule = schedule,
                    .type = type,
                    .maker = seed % 2 == 1 ? pod : application,
                    .mirror = mirror}));
}

void SchedulesTest::afterFaultsOfBareConnectionsTheWatchHoldsWhatTheServerHolds()
{
    QFETCH(int, seed);
    const Schedule schedule = rawScheduleOf(static_cast<quint32>(seed));
    judge(schedule, watchThrough(schedule));
}

void SchedulesTest::aClientThatKeepsWhatIsGoneIsFoundOut()
{
    bool isFound = false;
    for (quint32 seed = 1; seed <= 10 && !isFound; ++seed) {
        isFound = watchThrough(scheduleOf(seed), true).problem.contains("still here"_L1);
    }
    QVERIFY(isFound);
}

void SchedulesTest::cleanupTestCase()
{
    QStringList faults;
    for (auto each = m_all.faults.begin(); each != m_all.faults.end(); ++each) {
        faults.append(u"%1 %2"_s.arg(each.key()).arg(each.value()));
    }
    QTextStream(stdout)
        << u"%1 schedules, %2 diverged; %3 writes, %4 changes heard, %5 requests (%6 watches) over %7 connections (%8 HTTP/2)\n"_s
               .arg(m_schedules)
               .arg(m_divergences)
               .arg(m_writes)
               .arg(m_heard)
               .arg(m_all.requests)
               .arg(m_all.watches)
               .arg(m_all.connections)
               .arg(m_all.http2)
        << "faults: " << faults.join(u", "_s) << '\n';
    m_cluster.reset();
}

QTEST_GUILESS_MAIN(SchedulesTest)
#include "tst_Schedules.moc"
