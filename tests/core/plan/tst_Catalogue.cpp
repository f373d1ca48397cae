// SPDX-License-Identifier: GPL-3.0-or-later
#include "Plans.h"

#include "core/plan/Compiled.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using namespace sentinel;
using namespace sentinel::plan;
using namespace Qt::StringLiterals;

class CatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsThereInLessThanAMillisecond();
    void everythingSaidIsSaidInBothLanguages();
    void everyPageAsksAFewPlainQuestions();
    void everyQuestionSaysWhatItChanges();
    void everyDefaultHasItsType();
    void everyQuestionIsFoundByItsKey();
    void defaultsAreWorkedOutAfterWhatTheyRead();
    void profilesFollowTheKindOfPlace();
    void theShareOfACommonLoadDependsOnTheEnvironment();
};

void CatalogueTest::itIsThereInLessThanAMillisecond()
{
    // First use in this process: nothing is made before it.
    QElapsedTimer timer;
    timer.start();
    const Catalogue &catalogue = Catalogue::shipped();
    const double unpacked = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    const Compiled &compiled = Compiled::shipped();
    const double ready = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    qInfo("unpacked in %.3f ms, expressions read in %.3f ms", unpacked, ready);
    QVERIFY(catalogue.questions().size() > 100);
    QCOMPARE(compiled.items().size(), catalogue.questions().size());
    // Wall time on a busy machine; the measured cost is a tenth of this.
    QVERIFY2(unpacked + ready < 20, qPrintable(QString::number(unpacked + ready)));
}

void CatalogueTest::everythingSaidIsSaidInBothLanguages()
{
    const auto complete = [](const Words &words) { return !words.english.isEmpty() && !words.spanish.isEmpty(); };
    // Names of products, versions and codes are the same everywhere; sentences never are.
    const auto translated = [&](const Words &words) { return complete(words) && words.english != words.spanish; };
    const Catalogue &catalogue = Catalogue::shipped();
    for (const Step &step : catalogue.steps()) {
        QVERIFY2(complete(step.title) && translated(step.question), qPrintable(step.id));
    }
    const auto question = [&](const auto &self, const Question &each) -> void {
        QVERIFY2(complete(each.label) && translated(each.help), qPrintable(each.key));
        QVERIFY2(each.help.english.endsWith(u'.') && each.help.spanish.endsWith(u'.'), qPrintable(each.key));
        QVERIFY2(each.label.english.size() <= 40 && each.label.spanish.size() <= 48, qPrintable(each.key));
        for (const Choice &choice : each.choices) {
            QVERIFY2(complete(choice.label), qPrintable(each.key + choice.value));
        }
        for (const Question &field : each.fields) {
            self(self, field);
        }
    };
    for (const Question &each : catalogue.questions()) {
        question(question, each);
        QVERIFY2(complete(each.section), qPrintable(each.key));
    }
    for (const Rule &rule : catalogue.rules()) {
        QVERIFY2(translated(rule.sentence) && translated(rule.remedy), qPrintable(rule.id));
    }
    for (const Profile &profile : catalogue.profiles()) {
        QVERIFY2(translated(profile.summary) && complete(profile.title), qPrintable(profile.name));
    }
}

void CatalogueTest::everyPageAsksAFewPlainQuestions()
{
    for (const Profile &profile : Catalogue::shipped().profiles()) {
        const auto plan = InstallPlan::create({.environments = {profile.name}});
        QVERIFY(plan);
        const Answers answers = plan->answers(profile.name);
        for (const Step &step : Catalogue::shipped().steps()) {
            const auto plain = std::ranges::count_if(Catalogue::shipped().questions(), [&](const Question &each) {
                return each.step == step.id && !each.advanced && answers.applies(each.key);
            });
            QVERIFY2(plain >= 4 && plain <= 10, qPrintable(u"%1, %2: %3"_s.arg(profile.name, step.id).arg(plain)));
        }
    }
}

void CatalogueTest::everyQuestionSaysWhatItChanges()
{
    const QRegularExpression known(
        u"^(sizing: |(environments/<name>|clusters/<name>|argocd|docs|images|observability|\\.github)/|API versions)"_s);
    for (const Question &question : Catalogue::shipped().questions()) {
        QVERIFY2(!question.effects.isEmpty(), qPrintable(question.key));
        for (const QString &effect : question.effects) {
            QVERIFY2(known.match(effect).hasMatch(), qPrintable(question.key + u": "_s + effect));
        }
    }
}

void CatalogueTest::everyDefaultHasItsType()
{
    for (const Profile &profile : Catalogue::shipped().profiles()) {
        const auto plan = InstallPlan::create({.environments = {profile.name}});
        QVERIFY(plan);
        const Answers answers = plan->answers(profile.name);
        for (const Question &question : Catalogue::shipped().questions()) {
            const Answers::Resolved &answer = answers.resolved(question.key);
            if (std::holds_alternative<std::monostate>(answer.datum)) {
                QVERIFY2(question.optional, qPrintable(question.key));
                continue;
            }
            switch (question.type) {
            case AnswerType::Boolean:
                QVERIFY2(std::holds_alternative<bool>(answer.datum), qPrintable(question.key));
                break;
            case AnswerType::Integer:
            case AnswerType::Port:
                QVERIFY2(std::holds_alternative<qint64>(answer.datum), qPrintable(question.key));
                break;
            case AnswerType::Decimal:
                QVERIFY2(std::holds_alternative<double>(answer.datum), qPrintable(question.key));
                break;
            case AnswerType::Quantity:
                QVERIFY2(std::holds_alternative<Quantity>(answer.datum), qPrintable(question.key));
                break;
            case AnswerType::Duration:
                QVERIFY2(std::holds_alternative<Duration>(answer.datum), qPrintable(question.key));
                break;
            case AnswerType::Choices:
                QVERIFY2(std::holds_alternative<QStringList>(answer.datum), qPrintable(question.key));
                break;
            case AnswerType::Group:
                QVERIFY2(std::holds_alternative<QList<GroupItem>>(answer.datum), qPrintable(question.key));
                break;
            default:
                QVERIFY2(std::holds_alternative<QString>(answer.datum), qPrintable(question.key));
            }
        }
    }
}

void CatalogueTest::everyQuestionIsFoundByItsKey()
{
    const Catalogue &catalogue = Catalogue::shipped();
    for (const Question &question : catalogue.questions()) {
        QCOMPARE(catalogue.find(question.key), &question);
        QVERIFY(question.key.startsWith(question.step + u'.'));
        QCOMPARE(catalogue.closestKey(question.key + u'x'), question.key);
    }
    QVERIFY(!catalogue.find(u"load"));
    QCOMPARE(catalogue.closestKey(u"target.host"), u"network.host"_s);
    QCOMPARE(catalogue.closestKey(u"nothing.likeThisAtAll"), QString());
}

void CatalogueTest::defaultsAreWorkedOutAfterWhatTheyRead()
{
    QVERIFY2(Compiled::shipped().circle().isEmpty(), qPrintable(Compiled::shipped().circle().join(u", "_s)));
    QStringList done;
    for (const Compiled::Item &item : Compiled::shipped().items()) {
        for (const QString &key : item.value.keys() + item.when.keys()) {
            QVERIFY2(done.contains(key), qPrintable(item.question->key + u" reads "_s + key));
        }
        done.append(item.question->key);
    }
}

void CatalogueTest::profilesFollowTheKindOfPlace()
{
    const auto plan = InstallPlan::create({.environments = {u"edge"_s, u"dev"_s, u"staging"_s, u"prod"_s}});
    QVERIFY(plan);
    const Answers edge = plan->answers(u"edge"_s);
    QCOMPARE(edge.text(u"target.distribution"), u"k3s"_s);
    QCOMPARE(edge.text(u"network.ingressClass"), u"traefik"_s);
    QCOMPARE(edge.text(u"network.ingressNamespace"), u"kube-system"_s);
    QCOMPARE(edge.origin(u"network.ingressClass").source, Origin::Source::Derived);
    QCOMPARE(edge.duration(u"load.eventRetention"), Duration(std::chrono::hours(7 * 24)));
    const Answers dev = plan->answers(u"dev"_s);
    QCOMPARE(dev.text(u"storage.backupTarget"), u"none"_s);
    QVERIFY(!dev.applies(u"storage.backupBucket"));
    QVERIFY(!dev.has(u"storage.backupBucket"));
    QCOMPARE(dev.integer(u"availability.zones"), 1);
    QVERIFY(dev.flag(u"delivery.selfHeal"));
    const Answers prod = plan->answers(u"prod"_s);
    QCOMPARE(prod.integer(u"availability.zones"), 3);
    QCOMPARE(prod.text(u"availability.uptime"), u"99.9"_s);
    QVERIFY(!prod.flag(u"delivery.prune"));
    QCOMPARE(prod.quantity(u"hardware.nodeMemory").toString(), u"64Gi"_s);
    QCOMPARE(prod.decimal(u"load.requestsPerSecond"), 4.0);
    QCOMPARE(prod.environmentCount(), 4);
    QCOMPARE(plan->answers(u"staging"_s).text(u"network.acmeServer"), u"letsencryptStaging"_s);
}

void CatalogueTest::theShareOfACommonLoadDependsOnTheEnvironment()
{
    auto plan = InstallPlan::create({.environments = {u"dev"_s, u"staging"_s, u"prod"_s}});
    QVERIFY(plan);
    // Each profile brings its own rate, which counts in full.
    QCOMPARE(plan->answers(u"dev"_s).decimal(u"load.share"), 1.0);
    plan = plan->with(u"load.eventsPerSecond"_s, u"1200"_s);
    QVERIFY(plan);
    QCOMPARE(plan->answers(u"dev"_s).decimal(u"load.share"), 0.25);
    QCOMPARE(plan->answers(u"staging"_s).decimal(u"load.share"), 0.5);
    QCOMPARE(plan->answers(u"prod"_s).decimal(u"load.share"), 1.0);
    plan = plan->with(u"environments.dev.load.eventsPerSecond"_s, u"10"_s);
    QVERIFY(plan);
    QCOMPARE(plan->answers(u"dev"_s).decimal(u"load.share"), 1.0);
}

QTEST_APPLESS_MAIN(CatalogueTest)
#include "tst_Catalogue.moc"
