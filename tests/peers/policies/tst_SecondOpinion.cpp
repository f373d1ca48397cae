// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Reachability.h"
#include "tests/peers/policies/RandomNetwork.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace sentinel;
using namespace sentinel::policy;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

/// The matcher of cyclonus and the engine of kube-network-policies, each asked about every pair of ends and every probe.
class SecondOpinionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyDisagreesAboutGeneratedPolicies();
};

namespace {

constexpr quint32 kCases = 900;

/// Where tests/peers/build has put it; empty when it was not built.
QString oracle()
{
    if (const QString named = qEnvironmentVariable("SENTINEL_POLICY_ORACLE"); !named.isEmpty()) {
        return named;
    }
    QProcess where;
    where.start(QStringLiteral(SENTINEL_SOURCE_DIR "/tests/peers/build"), {u"--where"_s});
    where.waitForFinished();
    for (const QByteArray &line : where.readAllStandardOutput().split('\n')) {
        if (line.startsWith("policies ")) {
            const QString path = QString::fromUtf8(line.mid(9).trimmed()) + u"/bin/oracle"_s;
            return QFile::exists(path) ? path : QString();
        }
    }
    return {};
}

QString ours(const Reachability &reach, const Probe &probe)
{
    QString text;
    for (int from = 0; from < reach.size(); ++from) {
        for (int to = 0; to < reach.size(); ++to) {
            text += reach.between(from, to).open.contains(probe.protocol, probe.port) ? u'1' : u'0';
        }
    }
    return text;
}

QString firstDifference(const RandomNetwork &random, const QString &mine, const QString &theirs, const Probe &probe,
                        const QString &who)
{
    const QList<Endpoint> &ends = random.network().endpoints;
    for (qsizetype at = 0; at < mine.size(); ++at) {
        if (mine.mid(at, 1) != theirs.mid(at, 1)) {
            return u"%1 says %2 → %3 on %4 %5 is %6, we say %7\n%8"_s.arg(
                who, ends[at / ends.size()].title, ends[at % ends.size()].title, protocolName(probe.protocol),
                QString::number(probe.port), theirs.mid(at, 1), mine.mid(at, 1), QString::fromLatin1(random.policies()));
        }
    }
    return {};
}

} // namespace

void SecondOpinionTest::nobodyDisagreesAboutGeneratedPolicies()
{
    const QString program = oracle();
    if (program.isEmpty()) {
        QSKIP("The second opinion is not built; tests/peers/build makes it from Go modules.");
    }
    QList<RandomNetwork> cases;
    QJsonArray questions;
    for (quint32 seed = 1; seed <= kCases; ++seed) {
        cases.append(RandomNetwork(seed));
        questions.append(cases.last().question());
    }
    QProcess process;
    process.start(program, {});
    process.write(QJsonDocument(QJsonObject{{u"cases"_s, questions}}).toJson(QJsonDocument::Compact));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(120'000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    const QJsonArray answers = QJsonDocument::fromJson(process.readAllStandardOutput()).object().value("answers"_L1).toArray();
    QCOMPARE(answers.size(), cases.size());

    qsizetype open = 0;
    qsizetype asked = 0;
    int both = 0;
    for (qsizetype at = 0; at < cases.size(); ++at) {
        const RandomNetwork &random = cases[at];
        const Reachability reach(random.network());
        const QJsonObject answer = answers[at].toObject();
        // cyclonus has it that NotIn asks for the label to be there, which Kubernetes' own selectors do not; it is not asked
        // then.
        const bool cyclonusToo = !random.policies().contains("NotIn");
        both += cyclonusToo ? 1 : 0;
        for (qsizetype number = 0; number < random.probes().size(); ++number) {
            const Probe &probe = random.probes()[number];
            const QString mine = ours(reach, probe);
            for (const QString &who : cyclonusToo ? QStringList{u"engine"_s, u"cyclonus"_s} : QStringList{u"engine"_s}) {
                const QString difference
                    = firstDifference(random, mine, answer.value(who).toArray().at(number).toString(), probe, who);
                QVERIFY2(difference.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(at + 1).arg(difference)));
            }
            open += mine.count(u'1');
            asked += mine.size();
        }
    }
    qInfo("%u networks, %d of them with both; %lld of %lld pairs are open", kCases, both, static_cast<long long>(open),
          static_cast<long long>(asked));
    QVERIFY(both >= 500);
    // Policies that open or close everything would prove nothing.
    QVERIFY(open * 10 > asked && open * 10 < asked * 9);
}

QTEST_GUILESS_MAIN(SecondOpinionTest)
#include "tst_SecondOpinion.moc"
