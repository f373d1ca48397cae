// SPDX-License-Identifier: GPL-3.0-or-later
#include "Plans.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace Qt::StringLiterals;

namespace {

/// Lines of `after` that are not, at the same distance from the start or the end, lines of `before`.
QList<QByteArray> changedLines(const QByteArray &before, const QByteArray &after)
{
    QList<QByteArray> old = before.split('\n');
    QList<QByteArray> fresh = after.split('\n');
    while (!old.isEmpty() && !fresh.isEmpty() && old.first() == fresh.first()) {
        old.removeFirst();
        fresh.removeFirst();
    }
    while (!old.isEmpty() && !fresh.isEmpty() && old.last() == fresh.last()) {
        old.removeLast();
        fresh.removeLast();
    }
    return fresh;
}

QString randomAnswer(const plan::Question &question, QRandomGenerator &random)
{
    const auto pick = [&](const QStringList &texts) { return texts.at(random.bounded(static_cast<int>(texts.size()))); };
    switch (question.type) {
    case plan::AnswerType::Boolean:
        return pick({u"true"_s, u"false"_s});
    case plan::AnswerType::Integer:
    case plan::AnswerType::Decimal:
        return pick({question.minimum, question.maximum});
    case plan::AnswerType::Port:
        return QString::number(random.bounded(1, 65536));
    case plan::AnswerType::Quantity:
    case plan::AnswerType::Duration:
        return pick({question.minimum, question.maximum});
    case plan::AnswerType::Choice:
        return question.choices.at(random.bounded(static_cast<int>(question.choices.size()))).value;
    case plan::AnswerType::Choices:
        return question.choices.at(random.bounded(static_cast<int>(question.choices.size()))).value;
    case plan::AnswerType::HostName:
        return pick({u"a.example.test"_s, u"no.example.test"_s, u"xn--1.test"_s});
    case plan::AnswerType::Email:
        return pick({u"a@b.test"_s, u"ops+x@b.test"_s});
    case plan::AnswerType::Address:
        return pick({u"192.0.2.1"_s, u"[2001:db8::1]:53"_s});
    case plan::AnswerType::Url:
        return pick({u"https://a.test/x"_s, u"https://b.test:8443/#y"_s});
    case plan::AnswerType::SecretReference:
        return pick({u"a"_s, u"no"_s, u"a-b/tls.crt"_s});
    case plan::AnswerType::Cidr:
        return u"10.0.0.0/8"_s;
    case plan::AnswerType::Text:
    case plan::AnswerType::Group:
        return question.placeholder;
    }
    Q_UNREACHABLE_RETURN({});
}

/// `key` itself was answered, not a level above it.
bool isAnsweredAt(const QString &key, const plan::InstallPlan &plan)
{
    const auto explained = plan.explain(key);
    const auto source = explained->origin.source;
    return key.startsWith("environments."_L1) ? source == Origin::Source::Environment
        : key.startsWith("clusters["_L1)      ? source == Origin::Source::Cluster
                                              : source == Origin::Source::Base;
}

/// Every answer a person gave to anything but `key` is the same in both.
bool differOnlyIn(const QString &key, const plan::InstallPlan &before, const plan::InstallPlan &after)
{
    for (const QString &environment : before.environments()) {
        for (const QString &cluster : {QString(), environment == u"prod" ? u"eu-1"_s : u"eu-2"_s}) {
            const plan::Answers old = before.answers(environment, cluster);
            const plan::Answers fresh = after.answers(environment, cluster);
            for (const plan::Question &question : plan::Catalogue::shipped().questions()) {
                const auto source = old.origin(question.key).source;
                const bool written = source == Origin::Source::Base || source == Origin::Source::Environment
                    || source == Origin::Source::Cluster;
                if (written && !key.endsWith(question.key)
                    && old.resolved(question.key).datum != fresh.resolved(question.key).datum) {
                    return false;
                }
            }
        }
    }
    return true;
}

} // namespace

class PlanEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAnswerChangesOneLine_data();
    void oneAnswerChangesOneLine();
    void anyAnswerMayBeChangedAndNothingElseMoves();
    void removingAnAnswerBringsTheDefaultBack();
    void answersAreAddedWhereTheyBelong();
    void aClusterIsAddedByNamingItsEnvironment();
    void anEnvironmentIsAddedByItsProfile();
    void wholeEntriesCanBeRemoved();
    void wrongAnswersAreRefusedAndSayWhy_data();
    void wrongAnswersAreRefusedAndSayWhy();
    void groupsTakeYamlAndJson();
    void aSavedPlanIsTheSameWhenLoaded();
};

void PlanEditsTest::oneAnswerChangesOneLine_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *key, const char *value, const char *line) {
        QTest::addRow("%s=%s", key, value) << QString::fromUtf8(key) << QString::fromUtf8(value) << QByteArray(line);
    };
    row("load.eventsPerSecond", "2500", "    eventsPerSecond: 2500   # measured in May");
    row("spec.load.eventsPerSecond", " 0.5 ", "    eventsPerSecond: 0.5   # measured in May");
    row("load.payloadIndex", "true", "    payloadIndex: true");
    row("load.logRetention", "1h30m", "");
    row("load.logRetention", "52w", "    logRetention: 52w");
    row("target.kubernetesVersion", "1.37", "    kubernetesVersion: \"1.37\"");
    row("metadata.name", "other", "  name: other # as the ticket says");
    row("network.host", "no.acme.test", "    host: no.acme.test");
    row("environments.dev.network.host", "d.acme.test", "      network: {host: d.acme.test}");
    row("environments.staging.network.host", "s.acme.test", "        host: s.acme.test");
    row("environments.staging.profile", "prod", "    profile: prod");
    row("clusters[eu-1].context", "admin@eu-1", "");
    row("clusters[eu-2].environment", "dev", "    environment: dev");
    row("observability.receivers", "email", "");
}

void PlanEditsTest::oneAnswerChangesOneLine()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QByteArray, line);
    const auto plan = plans::parsed(plans::kReal);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    const auto edited = plan->with(key, value);
    if (key == u"load.logRetention" && value == u"1h30m") {
        QVERIFY2(!edited, "below the least of one day");
        return;
    }
    QVERIFY2(edited, qPrintable(edited ? QString() : edited.error().detail));
    const auto changed = changedLines(plans::kReal, edited->text());
    QCOMPARE(changed.size(), 1);
    QVERIFY2(line.isEmpty() || changed.first() == line, changed.first().constData());
    QCOMPARE(edited->fileName(), plan->fileName());
    const auto explained = edited->explain(key);
    QVERIFY(explained);
    QVERIFY2(explained->value == value.trimmed() || value == u"52w", qPrintable(explained->value));
}

void PlanEditsTest::anyAnswerMayBeChangedAndNothingElseMoves()
{
    // A fixed seed: a failure must come again.
    QRandomGenerator random(20240229);
    auto plan = plans::parsed(plans::kReal);
    QVERIFY(plan);
    const auto &questions = plan::Catalogue::shipped().questions();
    const QStringList owners{QString(), u"environments.dev."_s, u"environments.prod."_s, u"clusters[eu-1]."_s};
    for (int round = 0; round < 400; ++round) {
        const plan::Question &question = questions.at(random.bounded(static_cast<int>(questions.size())));
        const QString key = owners.at(random.bounded(static_cast<int>(owners.size()))) + question.key;
        const QString value = random.bounded(6) == 0 ? QString() : randomAnswer(question, random);
        const QByteArray before = plan->text();
        const QByteArray context = key.toUtf8() + '=' + value.toUtf8() + "\nin:\n" + before;
        const auto edited = plan->with(key, value);
        QVERIFY2(edited, (edited ? QByteArray() : edited.error().detail.toUtf8() + '\n' + context).constData());
        for (const QByteArray comment : {"# Plan of the platform team", "# as the ticket says", "# Frankfurt"}) {
            QVERIFY2(edited->text().contains(comment), context.constData());
        }
        QVERIFY2(differOnlyIn(key, *plan, *edited), context.constData());
        if (!value.isEmpty()) {
            QVERIFY2(edited->explain(key)->where.isKnown(), context.constData());
            const bool wasOneLine = isAnsweredAt(key, *plan) && question.type != plan::AnswerType::Choices;
            QVERIFY2(!wasOneLine || changedLines(before, edited->text()).size() <= 1, context.constData());
            const auto again = edited->with(key, value);
            QVERIFY2(again && again->text() == edited->text(), context.constData());
        }
        plan = *edited;
    }
}

void PlanEditsTest::removingAnAnswerBringsTheDefaultBack()
{
    auto plan = plans::parsed(plans::kReal);
    QVERIFY(plan);
    const auto without = plan->with(u"load.eventsPerSecond"_s, {});
    QVERIFY2(without, qPrintable(without ? QString() : without.error().detail));
    QVERIFY(!without->text().contains("eventsPerSecond"));
    QVERIFY(without->text().contains("# agreed with the auditors"));
    QCOMPARE(without->answers(u"prod"_s).decimal(u"load.eventsPerSecond"), 1000.0);
    QCOMPARE(without->answers(u"prod"_s).origin(u"load.eventsPerSecond").source, Origin::Source::Profile);
    const auto unchanged = without->with(u"load.eventsPerSecond"_s, {});
    QVERIFY(unchanged);
    QCOMPARE(unchanged->text(), without->text());
}

void PlanEditsTest::answersAreAddedWhereTheyBelong()
{
    auto plan = plans::parsed(plans::kHead + "environments:\n  prod:\n    profile: prod\n");
    QVERIFY(plan);
    plan = plan->with(u"load.eventsPerSecond"_s, u"5"_s);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    plan = plan->with(u"environments.prod.network.host"_s, u"a.b.test"_s);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    QCOMPARE(plan->answers(u"prod"_s).decimal(u"load.eventsPerSecond"), 5.0);
    QCOMPARE(plan->answers(u"prod"_s).origin(u"network.host").source, Origin::Source::Environment);
    QVERIFY(plan->text().startsWith(plans::kHead));
}

void PlanEditsTest::aClusterIsAddedByNamingItsEnvironment()
{
    auto plan = plans::parsed(plans::kReal);
    QVERIFY(plan);
    const auto early = plan->with(u"clusters[us-1].context"_s, u"x"_s);
    QVERIFY(!early);
    QVERIFY(early.error().findings.first().remedy.contains(u"clusters[us-1].environment"_s));
    const auto more = plan->with(u"clusters[us-1].environment"_s, u"prod"_s);
    QVERIFY2(more, qPrintable(more ? QString() : more.error().detail));
    QCOMPARE(more->clusters().size(), 3);
    QCOMPARE(more->clusters().last().name, u"us-1"_s);
    QVERIFY2(more->text().startsWith(plans::kReal), more->text().constData());
    QVERIFY(!plan->with(u"clusters[us-1].environment"_s, u"nowhere"_s));
    const auto first
        = plans::parsed(plans::kHead + "environments: {prod: {profile: prod}}\n")->with(u"clusters[a].environment"_s, u"prod"_s);
    QVERIFY2(first, qPrintable(first ? QString() : first.error().detail));
    QCOMPARE(first->clusters().first().server, u"https://kubernetes.default.svc"_s);
}

void PlanEditsTest::anEnvironmentIsAddedByItsProfile()
{
    const auto plan = plans::parsed(plans::kReal);
    const auto more = plan->with(u"environments.qa.profile"_s, u"staging"_s);
    QVERIFY2(more, qPrintable(more ? QString() : more.error().detail));
    QCOMPARE(more->environments(), (QStringList{u"dev"_s, u"staging"_s, u"prod"_s, u"qa"_s}));
    QCOMPARE(more->profileOf(u"qa"_s), u"staging"_s);
    const auto wrong = plan->with(u"environments.stagign.load.tenants"_s, u"2"_s);
    QVERIFY(!wrong);
    QVERIFY(wrong.error().detail.contains(u"\"staging\""_s));
}

void PlanEditsTest::wholeEntriesCanBeRemoved()
{
    const auto plan = plans::parsed(plans::kReal);
    const auto fewer = plan->with(u"environments.dev"_s, {});
    QVERIFY2(fewer, qPrintable(fewer ? QString() : fewer.error().detail));
    QCOMPARE(fewer->environments(), (QStringList{u"staging"_s, u"prod"_s}));
    const auto away = plan->with(u"clusters[eu-2]"_s, {});
    QVERIFY2(away, qPrintable(away ? QString() : away.error().detail));
    QCOMPARE(away->clusters().size(), 1);
    QVERIFY(away->text().contains("# Frankfurt"));
    const auto used = plan->with(u"environments.prod"_s, {});
    QVERIFY(!used);
    QCOMPARE(used.error().findings.first().rule, u"plan.unknown-environment"_s);
    QVERIFY(!plan->with(u"environments.dev"_s, u"x"_s));
    QVERIFY(!plan->with(u"environments.nowhere"_s, {}));
}

void PlanEditsTest::wrongAnswersAreRefusedAndSayWhy_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *key, const char *value, const char *rule) {
        QTest::addRow("%s=%s", key, value) << QString::fromUtf8(key) << QString::fromUtf8(value) << QString::fromUtf8(rule);
    };
    row("load.eventPerSecond", "5", "plan.unknown-key");
    row("load", "5", "plan.unknown-key");
    row("", "5", "plan.unknown-key");
    row("environments.", "5", "plan.unknown-key");
    row("clusters[eu-1", "5", "plan.unknown-key");
    row("clusters[].context", "5", "plan.unknown-key");
    row("load.eventsPerSecond", "many", "plan.wrong-type");
    row("load.eventsPerSecond", "0", "plan.out-of-range");
    row("load.eventsPerSecond", "1e999", "plan.wrong-type");
    row("load.payloadIndex", "yes", "plan.wrong-type");
    row("network.host", "a b", "plan.wrong-form");
    row("network.host", "a\nb", "plan.wrong-form");
    row("target.imageRegistry", "changeme", "plan.public-secret");
    row("target.imageRegistry", "SENTINEL_WAL_SECRET", "plan.public-secret");
    row("security.databaseSecret", "password", "plan.public-secret");
    row("security.databaseSecret", "MyP4ss", "plan.wrong-form");
    row("observability.receivers", "email, fax", "plan.wrong-type");
    row("environments.dev.profile", "developement", "plan.unknown-profile");
    row("environments.Dev.profile", "dev", "plan.unknown-key");
    row("metadata.name", "Not A Name", "plan.name");
    row("clusters[eu-1].server", "eu-1", "plan.wrong-form");
    row("clusters[eu-1].server", "https://u:p@eu-1:6443", "plan.literal-secret");
    row("network.egress", "[{name: a, cidr: x}]", "plan.wrong-form");
    row("network.egress", "[{name: ", "plan.syntax");
    row("delivery.syncWindows", "[{kind: maybe}]", "plan.wrong-type");
}

void PlanEditsTest::wrongAnswersAreRefusedAndSayWhy()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, rule);
    const auto wrong = plan::InstallPlan::checkAnswer(key, value);
    QVERIFY(wrong);
    QCOMPARE(wrong->rule, rule);
    QVERIFY(!wrong->sentence.isEmpty());
    const auto edited = plans::parsed(plans::kReal)->with(key, value);
    QVERIFY(!edited);
    QCOMPARE(edited.error().kind, Error::Kind::Invalid);
    QCOMPARE(edited.error().detail, wrong->sentence);
}

void PlanEditsTest::groupsTakeYamlAndJson()
{
    const auto plan = plans::parsed(plans::kReal);
    const auto yaml = plan->with(u"network.egress"_s, u"[{name: siem, cidr: 10.0.0.0/8, port: 6514}]"_s);
    QVERIFY2(yaml, qPrintable(yaml ? QString() : yaml.error().detail));
    const auto json = plan->with(u"network.egress"_s, u"[{\"name\": \"siem\", \"cidr\": \"10.0.0.0/8\", \"port\": 6514}]"_s);
    QVERIFY2(json, qPrintable(json ? QString() : json.error().detail));
    QCOMPARE(yaml->text(), json->text());
    const auto group = yaml->answers(u"prod"_s).group(u"network.egress");
    QCOMPARE(group.size(), 1);
    QCOMPARE(group.first().text(u"name"), u"siem"_s);
    QCOMPARE(group.first().integer(u"port"), 6514);
    const auto partial = plan->with(u"network.egress"_s, u"[{name: a, cidr: 10.0.0.0/8}]"_s);
    QVERIFY(partial);
    QCOMPARE(partial->answers(u"prod"_s).group(u"network.egress").first().integer(u"port"), 443);
}

void PlanEditsTest::aSavedPlanIsTheSameWhenLoaded()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sentinel-plan.yaml"_s);
    const auto plan = plans::parsed(plans::kReal);
    QVERIFY(plan->save(path));
    const auto loaded = plan::InstallPlan::load(path);
    QVERIFY(loaded);
    QCOMPARE(loaded->text(), plans::kReal);
    QCOMPARE(loaded->fileName(), path);
    QVERIFY(!plan->save(u"/nonexistent/x/plan.yaml"_s));
}

QTEST_APPLESS_MAIN(PlanEditsTest)
#include "tst_PlanEdits.moc"
