// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Check.h"
#include "core/policy/Rules.h"
#include "core/schema/Schema.h"
#include "core/yaml/Read.h"

#include <QFile>
#include <QTest>

using namespace sentinel;
using namespace sentinel::policy;
using namespace Qt::StringLiterals;

/// corpus/good.yaml, which no rule complains about, and corpus/cases.yaml, which breaks one at a time.
class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsSaidAboutGoodManifests_data();
    void nothingIsSaidAboutGoodManifests();
    void eachRuleHitsWhereItIsBrokenAndNowhereElse_data();
    void eachRuleHitsWhereItIsBrokenAndNowhereElse();
    void everyRuleHasACaseThatHits();
    void findingsNameObjectPathAndLine();
    void unknownFieldsSayWhatWasMeant();
    void aKindOfALaterKubernetesIsNotThereEarlier();

private:
    QString m_good;
    yaml::Value m_cases;
};

namespace {

QByteArray content(const QString &name)
{
    QFile file(QStringLiteral(SENTINEL_SOURCE_DIR "/tests/core/policy/corpus/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Report checked(const QString &text, const QString &version = u"1.35"_s)
{
    Manifests manifests{.nameSpace = u"shop"_s};
    const auto added = manifests.add(text.toUtf8(), u"good.yaml"_s);
    if (!added) {
        qFatal("%s: %s", qPrintable(added.error().where.toString()), qPrintable(added.error().detail));
    }
    return check(manifests, {.kubernetesVersion = version, .flows = *readFlows(content(u"flows.yaml"_s), u"flows.yaml"_s)});
}

QStringList rulesOf(const Findings &findings)
{
    QStringList rules;
    for (const Finding &finding : findings) {
        if (!rules.contains(finding.rule)) {
            rules.append(finding.rule);
        }
    }
    rules.sort();
    return rules;
}

QString shown(const Findings &findings)
{
    QString text;
    for (const Finding &finding : findings) {
        text
            += u"\n%1 %2 %3 %4: %5"_s.arg(finding.rule, finding.object, finding.path, finding.where.toString(), finding.sentence);
    }
    return text;
}

/// The text with `change` made at its first or last place.
QString changed(QString text, const yaml::Value &change, bool last)
{
    const QString from = textAt(change, {u"from"});
    if (from.isEmpty()) {
        return text;
    }
    const qsizetype at = last ? text.lastIndexOf(from) : text.indexOf(from);
    if (at < 0) {
        qFatal("good.yaml has no \"%s\"", qPrintable(from));
    }
    return text.replace(at, from.size(), textAt(change, {u"to"}));
}

} // namespace

void RulesTest::initTestCase()
{
    if (!schema::Schema::custom().isLoaded()) {
        QSKIP("There are no tables of schemas; installers/schemas/fetch brings them.");
    }
    m_good = QString::fromUtf8(content(u"good.yaml"_s));
    QVERIFY(!m_good.isEmpty());
    const auto cases = yaml::read(content(u"cases.yaml"_s), u"cases.yaml"_s);
    QVERIFY2(cases, qPrintable(cases ? QString() : cases.error().where.toString() + cases.error().detail));
    m_cases = *cases;
}

void RulesTest::nothingIsSaidAboutGoodManifests_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : supportedVersions()) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void RulesTest::nothingIsSaidAboutGoodManifests()
{
    QFETCH(QString, version);
    const Report report = checked(m_good, version);
    QVERIFY2(report.findings.isEmpty(), qPrintable(shown(report.findings)));
}

void RulesTest::eachRuleHitsWhereItIsBrokenAndNowhereElse_data()
{
    QTest::addColumn<int>("number");
    for (int number = 0; number < m_cases.find(u"items")->items().size(); ++number) {
        const QString rule = textAt(m_cases.find(u"items")->items()[number], {u"rule"});
        QTest::newRow(qPrintable(u"%1 %2"_s.arg(number).arg(rule))) << number;
    }
}

void RulesTest::eachRuleHitsWhereItIsBrokenAndNowhereElse()
{
    QFETCH(int, number);
    const yaml::Value &item = m_cases.find(u"items")->items()[number];
    QString text = changed(m_good, item, false);
    text = changed(text, valueAt(item, {u"and"}), false);
    text = changed(text, valueAt(item, {u"last"}), true);
    if (const QString more = textAt(item, {u"add"}); !more.isEmpty()) {
        text += u"---\n"_s + more;
    }
    QStringList expected;
    for (const yaml::Value &also : valueAt(item, {u"also"}).items()) {
        expected.append(also.text());
    }
    if (textAt(item, {u"rule"}) != "none"_L1) {
        expected.append(textAt(item, {u"rule"}));
    }
    expected.removeDuplicates();
    expected.sort();
    const Report report = checked(text);
    QVERIFY2(rulesOf(report.findings) == expected, qPrintable(shown(report.findings)));
    for (const Finding &finding : report.findings) {
        QVERIFY2(finding.where.isKnown(), qPrintable(finding.rule));
        QVERIFY(!finding.sentence.isEmpty());
        QVERIFY2(!finding.sentence.contains(u"%1"), qPrintable(finding.sentence));
    }
}

void RulesTest::everyRuleHasACaseThatHits()
{
    QStringList there;
    for (const yaml::Value &item : m_cases.find(u"items")->items()) {
        there.append(textAt(item, {u"rule"}));
    }
    for (const Rule &rule : allRules()) {
        if (!rule.id.startsWith("exemption."_L1)) { // tst_Exemptions
            QVERIFY2(there.contains(rule.id), rule.id.data());
        }
    }
}

void RulesTest::findingsNameObjectPathAndLine()
{
    const Report report = checked(changed(m_good, *yaml::read("{from: 'replicas: 3', to: 'replicas: three'}", u"c"_s), false));
    QVERIFY(!report.findings.isEmpty());
    const Finding &finding = report.findings.first(); // errors come first
    const qsizetype line = m_good.first(m_good.indexOf(u"replicas: 3"_s)).count(u'\n') + 1;
    QCOMPARE(finding.object, u"Deployment/api"_s);
    QCOMPARE(finding.path, u"spec.replicas"_s);
    QCOMPARE(finding.where.toString(), u"good.yaml:%1:13"_s.arg(line));
    QCOMPARE(finding.severity, Severity::Error);
}

void RulesTest::unknownFieldsSayWhatWasMeant()
{
    const Report report
        = checked(changed(m_good, *yaml::read("{from: 'serviceName: db', to: 'serviceNames: db'}", u"c"_s), false));
    const auto found = std::ranges::find(report.findings, u"schema.unknown-field"_s, &Finding::rule);
    QVERIFY(found != report.findings.end());
    QCOMPARE(found->remedy, u"Write serviceName, if that is meant."_s);
}

void RulesTest::aKindOfALaterKubernetesIsNotThereEarlier()
{
    // Kinds come and go between the ends of the supported range; each must be said of the version that lacks it, and of no other.
    const schema::Schema &first = schema::Schema::builtIn(supportedVersions().first());
    const schema::Schema &last = schema::Schema::builtIn(supportedVersions().last());
    int lacking = 0;
    for (const QString &key : last.kinds()) {
        const qsizetype slash = key.lastIndexOf(u'/');
        if (first.indexOf(key.first(slash), key.sliced(slash + 1)) >= 0) {
            continue;
        }
        ++lacking;
        const QString text = u"apiVersion: %1\nkind: %2\nmetadata: {name: x}\n"_s.arg(key.first(slash), key.sliced(slash + 1));
        const auto hits
            = [&text](const QString &version) { return rulesOf(checked(text, version).findings).contains(u"api.removed"_s); };
        QVERIFY2(hits(supportedVersions().first()), qPrintable(key));
        QVERIFY2(!hits(supportedVersions().last()), qPrintable(key));
    }
    QVERIFY(lacking > 0);
}

QTEST_APPLESS_MAIN(RulesTest)
#include "tst_Rules.moc"
