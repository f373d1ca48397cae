// SPDX-License-Identifier: GPL-3.0-or-later
// A revert as a pull request's text, and what each candidate would change.
#include "core/rollback/Distances.h"
#include "core/rollback/PullRequest.h"
#include "tests/core/deploy/Objects.h"
#include "tests/core/rollback/World.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::rollback;
using namespace sentinel::testing;

namespace {

Verdict verdictFor(const QString &repository)
{
    RollbackWorld world(Way::Git);
    RollbackRequest request = world.request();
    QJsonObject application = request.subject.application;
    QJsonObject spec = application.value(u"spec"_s).toObject();
    QJsonObject source = spec.value(u"source"_s).toObject();
    source.insert(u"repoURL"_s, repository);
    spec.insert(u"source"_s, source);
    application.insert(u"spec"_s, spec);
    QJsonObject status = application.value(u"status"_s).toObject();
    status.insert(u"health"_s, QJsonObject{{u"status"_s, u"Degraded"_s}, {u"message"_s, u"<img src=x> [click](http://evil)"_s}});
    application.insert(u"status"_s, status);
    world.cluster->put(application);
    request.subject = subjectOf(application);
    const auto verdict = answerOf(world.clock, lookAhead(request, world.services(), {}));
    return verdict && *verdict ? ***verdict : Verdict();
}

} // namespace

class PullRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatChangesAndWhyAndHow()
    {
        const auto text
            = pullRequestText(verdictFor(u"https://ada:secret@git.example.com/team/shop.git"_s), u"It loses *orders*."_s);
        QVERIFY2(text, qPrintable(text ? QString() : text.error().detail));
        QVERIFY(text->title.contains(u"shop") && text->title.contains(u"aaaaaaaa"));
        QVERIFY(!text->title.contains(u'\n'));
        QCOMPARE(text->repository, u"https://git.example.com/team/shop.git"_s);
        QCOMPARE(text->base, u"main"_s);
        QVERIFY2(text->body.contains(u"It loses \\*orders\\*."), qPrintable(text->body));
        QVERIFY(text->body.contains(u"shop/web:1.1.0 → shop/web:1.0.0"));
        QVERIFY(text->body.contains(u"Deployment/web"));
        QVERIFY(text->body.contains(u"https://git.example.com/team/shop/commit/aaaaaaaa"));
        QVERIFY(text->body.contains(u"rollback.schema"));
        QVERIFY(!text->body.contains(u"secret"));
        QCOMPARE(text->commands.size(), 6);
        QVERIFY(text->commands.join(u'\n').contains(u"git checkout '%1' -- 'web'"_s.arg(QString(40, u'a'))));
    }

    void wordsOfTheClusterAreNoMarkdown()
    {
        const auto text = pullRequestText(verdictFor(u"ssh://git@git.example.com/shop.git"_s), {});
        QVERIFY(text);
        QVERIFY(text->body.contains(uR"(\<img)"));
        QVERIFY(text->body.contains(uR"(\[click\]\(http)"));
        QVERIFY(!text->body.contains(u"/commit/")); // no page to open
    }

    void candidatesOfArgoCdSayWhatTheyChange()
    {
        RollbackWorld world(Way::ArgoCd);
        const Subject subject = subjectOf(world.application());
        const auto candidates
            = answerOf(world.clock, withDistances(argoCandidates(subject, Memory()), subject, world.services(), {}));
        QVERIFY(candidates && *candidates);
        QCOMPARE((*candidates)->size(), 2);
        const Distance &distance = (*candidates)->at(1).distance;
        QVERIFY(distance.known);
        QCOMPARE(distance.images, (QList<ImageChange>{{.now = u"shop/web:1.1.0"_s, .then = u"shop/web:1.0.0"_s}}));
        QCOMPARE(distance.objects, 1);
    }

    void valuesAreNamedAndNotTold()
    {
        Candidate now{.way = Way::ArgoCd,
                      .source = json("{'helm':{'valuesObject':{'tag':'2','password':'open-sesame','same':1}}}")};
        Candidate then{.way = Way::ArgoCd,
                       .source = json("{'helm':{'valuesObject':{'tag':'1','password':'other','same':1,'old':{'a':1}}}}")};
        const Distance distance = distanceBetween(now, {}, then, {});
        QCOMPARE(distance.valueNames,
                 (QStringList{u"helm.valuesObject.password"_s, u"helm.valuesObject.tag"_s, u"helm.valuesObject.old.a"_s}));
        QCOMPARE(distance.values, 3);
    }

    void aVersionThatCannotBeReadSaysWhy()
    {
        RollbackWorld world(Way::ArgoCd);
        Services services = world.services();
        services.contents = [](const Subject &, const Candidate &, const CancelToken &) {
            const Promise<Content> promise;
            promise.keep(failure(Error::Kind::Unreachable, u"fetching"_s, u"no route to host"_s));
            return promise.answer();
        };
        const Subject subject = subjectOf(world.application());
        const auto candidates = answerOf(world.clock, withDistances(argoCandidates(subject, Memory()), subject, services, {}));
        QVERIFY(candidates && *candidates);
        QCOMPARE((*candidates)->at(1).distance.problem, u"no route to host"_s);
    }
};

QTEST_GUILESS_MAIN(PullRequestTest)
#include "tst_PullRequest.moc"
