// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever is woken up finds the entry the alert names, in both languages, with commands for the place it is about. Whether those
// name what the chart makes is asked by tests/chart/tst_runbooks.py.
#include "tests/core/bundle/Plans.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace sentinel;
using namespace sentinel::bundle;

namespace {

const QString kFolder = u"docs/RUNBOOKS/"_s;

struct Alert
{
    QString name;
    QString severity;
    QString url;
};

QList<Alert> alertsOfTheChart()
{
    QList<Alert> alerts;
    const QDir folder(QStringLiteral(SENTINEL_SOURCE_DIR "/resources/charts/sentinel/files/observability/rules"));
    for (const QString &name : folder.entryList({u"*.yaml"_s})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("%s", qPrintable(name));
        }
        const Result<yaml::Value> document = yaml::read(file.readAll(), name);
        for (const yaml::Value &group : document->find(u"groups")->items()) {
            for (const yaml::Value &rule : group.find(u"rules")->items()) {
                if (rule.find(u"alert")) {
                    alerts.append({textAt(rule, {u"alert"_s}), textAt(rule, {u"labels"_s, u"severity"_s}),
                                   textAt(rule, {u"annotations"_s, u"runbook_url"_s})});
                }
            }
        }
    }
    return alerts;
}

QString textOf(const Bundle &bundle, const QString &path)
{
    return QString::fromUtf8(contentOf(bundle, path));
}

QString inSpanish(const QString &path)
{
    return path.chopped(3) + u".es.md"_s;
}

QStringList pages(const Bundle &bundle)
{
    QStringList paths;
    for (const File &file : bundle.files) {
        if (file.path.startsWith(kFolder) && !file.path.endsWith(u".es.md")) {
            paths.append(file.path);
        }
    }
    return paths;
}

QStringList all(const QString &text, const QString &pattern)
{
    QStringList found;
    auto matches = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
    while (matches.hasNext()) {
        found.append(matches.next().captured(1));
    }
    return found;
}

QStringList entries(const QString &text)
{
    return all(text, u"^## (\\w+)$"_s);
}

/// The lines of the fenced blocks, without what is said about them.
QStringList commands(const QString &text)
{
    QStringList lines;
    bool inside = false;
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(u"```")) {
            inside = !inside;
        } else if (inside) {
            lines.append(line.section(u" # "_s, 0, 0).trimmed());
        }
    }
    return lines;
}

} // namespace

class BundleRunbooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAlertFindsItsEntryInBothLanguages();
    void noEntryIsWithoutAnAlert();
    void indexNamesEveryAlertWithItsUrgency();
    void bothLanguagesHaveTheSameEntriesAndCommands();
    void noLinkBetweenEntriesLeadsNowhere();
    void everyEntrySaysWhatNotToDoWhomToCallAndWhenItIsOver();
    void onlyPlaceIsWrittenOut();
    void severalPlacesAreChosenOnce();
    void commandsAreThoseOfWhatRuns();
};

void BundleRunbooksTest::everyAlertFindsItsEntryInBothLanguages()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    const QHash<QString, std::pair<QString, QString>> words{{u"page"_s, {u"Page"_s, u"Urgente"_s}},
                                                            {u"ticket"_s, {u"Ticket"_s, u"Ticket"_s}},
                                                            {u"none"_s, {u"None"_s, u"Ninguna"_s}}};
    const QList<Alert> alerts = alertsOfTheChart();
    QVERIFY(alerts.size() > 60);
    for (const Alert &alert : alerts) {
        const QString path = alert.url.section(u'#', 0, 0);
        QCOMPARE(alert.url.section(u'#', 1), alert.name);
        // The anchor keeps its case for renderers that make headings small.
        const QString head = u"\n<a id=\"%1\"></a>\n## %1\n\n**%2.** "_s;
        const auto &[english, spanish] = words[alert.severity];
        QVERIFY2(textOf(bundle, path).contains(head.arg(alert.name, english)), qPrintable(alert.url));
        QVERIFY2(textOf(bundle, inSpanish(path)).contains(head.arg(alert.name, spanish)), qPrintable(alert.url));
    }
}

void BundleRunbooksTest::noEntryIsWithoutAnAlert()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    QSet<QString> wanted;
    for (const Alert &alert : alertsOfTheChart()) {
        wanted.insert(alert.url);
    }
    for (const QString &path : pages(bundle)) {
        if (path.endsWith(u"README.md")) {
            continue;
        }
        const QStringList names = entries(textOf(bundle, path));
        QVERIFY2(!names.isEmpty(), qPrintable(path));
        for (const QString &name : names) {
            QVERIFY2(wanted.remove(path + u'#' + name), qPrintable(path + u'#' + name));
        }
    }
    QVERIFY(wanted.isEmpty());
}

void BundleRunbooksTest::indexNamesEveryAlertWithItsUrgency()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    const QString english = textOf(bundle, kFolder + u"README.md"_s);
    const QString spanish = textOf(bundle, kFolder + u"README.es.md"_s);
    for (const Alert &alert : alertsOfTheChart()) {
        const QString target = alert.url.mid(kFolder.size());
        const QString word = alert.severity == u"page" ? u"urgente"_s : alert.severity == u"none" ? u"ninguna"_s : u"ticket"_s;
        const QString row = u"| [%1](%2) | %3 | "_s;
        QVERIFY2(english.contains(row.arg(alert.name, target, alert.severity)), qPrintable(alert.name));
        QVERIFY2(spanish.contains(row.arg(alert.name, QString(target).replace(u".md"_s, u".es.md"_s), word)),
                 qPrintable(alert.name));
    }
    QVERIFY(textOf(bundle, u"README.md"_s).contains(u"(docs/RUNBOOKS/README.md)"));
    QVERIFY(textOf(bundle, u"docs/DEPLOYMENT_GUIDE.es.md"_s).contains(u"(RUNBOOKS/README.es.md)"));
}

void BundleRunbooksTest::bothLanguagesHaveTheSameEntriesAndCommands()
{
    for (const QString &level : {u"none"_s, u"zone"_s}) {
        const Bundle bundle = bundleWith({u"prod"_s}, {{u"availability.level"_s, level}});
        QCOMPARE(pages(bundle).size(), 8);
        for (const QString &path : pages(bundle)) {
            const QString english = textOf(bundle, path);
            const QString spanish = textOf(bundle, inSpanish(path));
            QCOMPARE(entries(english), path.endsWith(u"README.md") ? QStringList{u"Words"_s} : entries(spanish));
            QCOMPARE(commands(english), commands(spanish));
            QCOMPARE(all(english, u"^(## )"_s).size(), all(spanish, u"^(## )"_s).size());
            // Those inside of sentences too; words of a log may stand in quotes of either language.
            QCOMPARE(all(english, u"`((?:kubectl|helm|argocd|cmctl|select|vacuum|rollback) [^`]+)`"_s),
                     all(spanish, u"`((?:kubectl|helm|argocd|cmctl|select|vacuum|rollback) [^`]+)`"_s));
        }
    }
}

void BundleRunbooksTest::noLinkBetweenEntriesLeadsNowhere()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    int seen = 0;
    for (const QString &english : pages(bundle)) {
        for (const QString &path : {english, inSpanish(english)}) {
            for (const QString &link : all(textOf(bundle, path), u"\\]\\(([^)]+)\\)"_s)) {
                const QString file = link.section(u'#', 0, 0);
                const QString anchor = link.section(u'#', 1);
                const QString target = file.isEmpty() ? path : QDir::cleanPath(kFolder + file);
                QVERIFY2(bundle.find(target), qPrintable(path + u": "_s + link));
                QVERIFY2(anchor.isEmpty() || textOf(bundle, target).contains(u"<a id=\"%1\">"_s.arg(anchor)),
                         qPrintable(path + u": "_s + link));
                // Who reads Spanish stays in Spanish.
                const bool other = textOf(bundle, path)
                                       .section(u'\n', 2, 2)
                                       .startsWith(u"[%1]"_s.arg(path.endsWith(u".es.md") ? u"English"_s : u"Español"_s));
                QVERIFY2(other, qPrintable(path));
                ++seen;
            }
        }
    }
    QVERIFY(seen > 300);
}

void BundleRunbooksTest::everyEntrySaysWhatNotToDoWhomToCallAndWhenItIsOver()
{
    const Bundle bundle = bundleWith({u"prod"_s}, {{u"availability.level"_s, u"zone"_s}});
    for (const QString &english : pages(bundle)) {
        for (const QString &path : {english, inSpanish(english)}) {
            const QStringList parts = textOf(bundle, path).split(u"\n<a id=\""_s).mid(1);
            for (const QString &part : parts) {
                const bool spanish = path.endsWith(u".es.md");
                const QString name = path + u'#' + part.section(u'"', 0, 0);
                QVERIFY2(part.contains(u"```sh\n"), qPrintable(name));
                QVERIFY2(part.contains(spanish ? u"**No** "_s : u"**Do not** "_s), qPrintable(name));
                QVERIFY2(part.contains(spanish ? u"lame** "_s : u"**Call** "_s), qPrintable(name));
                QVERIFY2(part.contains(spanish ? u"**Terminó** "_s : u"**Over** "_s), qPrintable(name));
            }
        }
    }
}

void BundleRunbooksTest::onlyPlaceIsWrittenOut()
{
    const Bundle bundle = bundleWith({u"dev"_s});
    for (const QString &path : pages(bundle)) {
        const QString text = textOf(bundle, path);
        QVERIFY2(text.contains(u"kubectl -n sentinel-dev "), qPrintable(path));
        QVERIFY2(!text.contains(u"$NAMESPACE") && !text.contains(u"$CONTEXT"), qPrintable(path));
    }
}

void BundleRunbooksTest::severalPlacesAreChosenOnce()
{
    const QByteArray plan = "apiVersion: console.sentinel/v1\n"
                            "kind: InstallPlan\n"
                            "metadata: {name: example}\n"
                            "environments:\n"
                            "  staging: {profile: staging}\n"
                            "  prod: {profile: prod}\n"
                            "clusters:\n"
                            "  - {name: eu-1, environment: prod, context: eu-1-admin}\n"
                            "  - {name: us-1, environment: prod, context: us-1-admin, server: https://us-1.example.com:6443}\n";
    const Bundle bundle = bundleOf(*plan::InstallPlan::parse(plan, u"plan.yaml"_s));
    for (const QString &english : pages(bundle)) {
        for (const QString &path : {english, inSpanish(english)}) {
            const QString text = textOf(bundle, path);
            QVERIFY2(text.contains(u"```sh\nCONTEXT=$(kubectl config current-context) NAMESPACE=sentinel-staging # staging\n"
                                   "CONTEXT=eu-1-admin NAMESPACE=sentinel-prod # prod, eu-1\n"
                                   "CONTEXT=us-1-admin NAMESPACE=sentinel-prod # prod, us-1\n```"),
                     qPrintable(path));
            QVERIFY2(text.contains(u"kubectl --context \"$CONTEXT\" -n \"$NAMESPACE\" "), qPrintable(path));
        }
    }
    QVERIFY(textOf(bundle, kFolder + u"workloads.md"_s).contains(u"kubectl --context \"$CONTEXT\" -n \"$NAMESPACE\"-host get "));
}

void BundleRunbooksTest::commandsAreThoseOfWhatRuns()
{
    const QString path = kFolder + u"data.md"_s;
    const auto down = [&path](const Answers &answers) {
        return textOf(bundleWith({u"prod"_s}, answers), path).section(u"## PostgresDown"_s, 1).section(u"<a id="_s, 0, 0);
    };
    const QString one = down({{u"availability.level"_s, u"none"_s}});
    QVERIFY(one.contains(u"logs postgres-0 ") && !one.contains(u"patronictl"));
    const QString several = down({{u"availability.level"_s, u"zone"_s}});
    QVERIFY(several.contains(u"patronictl") && !several.contains(u"logs postgres-0 "));
    const QString external = down({{u"storage.database"_s, u"external"_s}, {u"storage.databaseHost"_s, u"db.example.com"_s}});
    QVERIFY(!external.contains(u"patronictl") && !external.contains(u"logs postgres-0 "));
    QVERIFY(external.contains(u"logs deploy/postgresql-exporter"));
}

QTEST_GUILESS_MAIN(BundleRunbooksTest)
#include "tst_BundleRunbooks.moc"
