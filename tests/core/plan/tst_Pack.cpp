// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString kShipped = QStringLiteral(SENTINEL_SOURCE_DIR "/resources/plan");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A copy of the shipped data to break.
class Data
{
public:
    Data()
    {
        QDirIterator files(kShipped, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString from = files.next();
            const QString to = path(from.sliced(kShipped.size() + 1));
            QDir().mkpath(QFileInfo(to).path());
            QFile::copy(from, to);
        }
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Replaces the first `old` in the file; the line it stood on, from 1, or 0 when it is not there.
    int replace(const QString &name, const QByteArray &old, const QByteArray &fresh) const
    {
        QByteArray content = contentOf(path(name));
        const qsizetype at = content.indexOf(old);
        if (at < 0) {
            return 0;
        }
        content.replace(at, old.size(), fresh);
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
            ? static_cast<int>(content.first(at).count('\n')) + 1
            : 0;
    }

    struct Outcome
    {
        int code;
        QString complaints;
    };
    [[nodiscard]] Outcome pack() const
    {
        QProcess packer;
        packer.start(QStringLiteral(PACKER), {m_folder.path(), m_folder.filePath(u"out.cpp"_s)});
        packer.waitForFinished();
        return {packer.exitCode(), QString::fromUtf8(packer.readAllStandardError())};
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

/// What a slip in the questions does to the build: it stops, and says where.
class PackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedDataPacksToTheSameBytes();
    void aSlipStopsTheBuildAtItsPlace_data();
    void aSlipStopsTheBuildAtItsPlace();
    void everySlipIsSaidAtOnce();
    void aMissingFileIsSaid();
};

void PackTest::theShippedDataPacksToTheSameBytes()
{
    const Data data;
    const auto outcome = data.pack();
    QVERIFY2(outcome.code == 0, qPrintable(outcome.complaints));
    const QByteArray first = contentOf(data.path(u"out.cpp"_s));
    QVERIFY(first.contains("namespace sentinel::plan::packed"));
    QCOMPARE(data.pack().code, 0);
    QCOMPARE(contentOf(data.path(u"out.cpp"_s)), first);
}

void PackTest::aSlipStopsTheBuildAtItsPlace_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QByteArray>("fresh");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *file, const char *old, const char *fresh, const char *words) {
        QTest::newRow(name) << QString::fromUtf8(file) << QByteArray(old) << QByteArray(fresh) << QString::fromUtf8(words);
    };
    row("unknown field", "questions/load.yaml", "unit: events/s", "untis: events/s", "\"untis\" means nothing here");
    row("unknown type", "questions/load.yaml", "type: decimal", "type: decimel", "no type \"decimel\"");
    row("one language missing", "questions/load.yaml", "{en: Events per second, es: Eventos por segundo}",
        "{en: Events per second}", "\"es\" is missing");
    row("default of another type", "questions/load.yaml", "default: \"1000\"", "default: \"many\"", "needs a number");
    row("default out of range", "questions/load.yaml", "default: \"3\"", "default: \"99\"", "too large");
    row("unknown key in a default", "questions/load.yaml", "load.activeUsers * 0.02", "load.activUsers * 0.02",
        "no key \"load.activUsers\"");
    row("types that do not fit", "questions/load.yaml", "load.activeUsers * 0.02", "load.eventStore * 0.02", "does not go with");
    row("result of another type", "questions/availability.yaml", "derive: if(availability.level == \"zone\", 3, 1)", "derive: 5m",
        "a number is needed");
    row("syntax of a condition", "questions/target.yaml", "when: delivery.method == \"argocd\"",
        "when: delivery.method == \"argocd", "no closing quote");
    row("no default", "questions/load.yaml", "default: \"1000\"", "placeholder: \"5\"", "needs either default or derive");
    row("unknown form", "questions/target.yaml", "form: imageTag", "form: imageTags", "no form \"imageTags\"");
    row("placeholder that is no answer", "questions/network.yaml", "placeholder: sentinel.example.com", "placeholder: no host",
        "host name");
    row("unknown key of a rule", "rules.yaml", "keys: [availability.uptime, availability.level]", "keys: [availability.uptme]",
        "no key \"availability.uptme\"");
    row("unknown severity", "rules.yaml", "severity: error", "severity: fatal", "info, warning or error");
    row("placeholder of a sentence", "rules.yaml", "{availability.failoverTarget}", "{availability.failover}",
        "no key \"availability.failover\"");
    row("rule that is no condition", "rules.yaml", "when: not security.networkPolicies", "when: size(observability.receivers)",
        "a yes/no answer is needed");
    row("unknown answer of a profile", "profiles/edge.yaml", "load.activeUsers", "load.actives", "no key \"load.actives\"");
    row("wrong answer of a profile", "profiles/edge.yaml", "network.tls: selfSigned", "network.tls: own", "cannot be \"own\"");
    row("YAML itself", "steps.yaml", "question: {en", "question: {{en", "");
}

void PackTest::aSlipStopsTheBuildAtItsPlace()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, old);
    QFETCH(QByteArray, fresh);
    QFETCH(QString, words);
    const Data data;
    const int line = data.replace(file, old, fresh);
    QVERIFY2(line > 0, "nothing to break");
    const auto outcome = data.pack();
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.complaints.contains(words), qPrintable(outcome.complaints));
    QVERIFY2(outcome.complaints.contains(u"%1:"_s.arg(data.path(file))), qPrintable(outcome.complaints));
    QVERIFY(!QFile::exists(data.path(u"out.cpp"_s)));
}

void PackTest::everySlipIsSaidAtOnce()
{
    const Data data;
    const int first = data.replace(u"questions/load.yaml"_s, "type: decimal", "type: decimel");
    const int second = data.replace(u"questions/storage.yaml"_s, "default: \"5432\"", "default: \"0\"");
    const auto outcome = data.pack();
    QVERIFY2(outcome.complaints.contains(u"load.yaml:%1:15: error:"_s.arg(first)), qPrintable(outcome.complaints));
    QVERIFY2(outcome.complaints.contains(u"storage.yaml:%1:18: error:"_s.arg(second)), qPrintable(outcome.complaints));
}

void PackTest::aMissingFileIsSaid()
{
    const Data data;
    QVERIFY(QFile::remove(data.path(u"profiles/dev.yaml"_s)));
    const auto outcome = data.pack();
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.complaints.contains(u"dev.yaml"_s), qPrintable(outcome.complaints));
}

QTEST_APPLESS_MAIN(PackTest)
#include "tst_Pack.moc"
