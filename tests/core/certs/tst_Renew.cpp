// SPDX-License-Identifier: GPL-3.0-or-later
// A renewal is asked for once, written down before, and followed until the new one is there.
#include "core/certs/Json.h"
#include "core/certs/Renew.h"
#include "tests/core/certs/Issued.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/SteppedClock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::certs;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kReady = "'conditions':[{'type':'Ready','status':'True'}],'notAfter':'2027-01-30T00:00:00Z','revision':3";
const kube::ObjectName kName{.ns = u"shop"_s, .name = u"web"_s};

/// A cluster whose cert-manager is a line of this test.
struct World
{
    QTemporaryDir folder;
    SteppedClock clock;
    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    std::shared_ptr<journal::Journal> journal;
    int asked = 0;
    QStringList told;

    explicit World(bool answers = true)
    {
        journal = *journal::Journal::open(folder.path(), std::shared_ptr<Clock>(&clock, [](Clock *) { }), u"ana@desk"_s);
        cluster->put(certificate(kReady));
        cluster->put(issuer());
        cluster->written = [this, answers](const kube::Object &object) {
            if (conditionOf(object, u"Issuing").isTrue()) {
                ++asked;
                if (answers) {
                    answer("'conditions':[{'type':'Ready','status':'True'}],'notAfter':'2027-04-30T00:00:00Z','revision':4");
                }
            }
        };
    }
    void answer(const QByteArray &status) { cluster->put(certificate(status)); }
    RenewServices services()
    {
        return {.api = cluster,
                .clock = std::shared_ptr<Clock>(&clock, [](Clock *) { }),
                .journal = journal,
                .context = u"eu"_s,
                .cluster = u"https://eu"_s};
    }
    std::optional<Result<Renewed>> renewNow(CancelToken cancel = {})
    {
        return answerOf(clock, renew(kName, services(), [this](const QString &line) { told.append(line); }, cancel));
    }
    journal::Operation last() { return journal->operations()->first(); }
};

} // namespace

class RenewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewRevisionIsWaitedFor()
    {
        World world;
        const auto ended = world.renewNow();
        QVERIFY(ended && *ended);
        QCOMPARE((*ended)->before, 3);
        QCOMPARE((*ended)->revision, 4);
        QCOMPARE(world.asked, 1);
        QCOMPARE(world.last().state, journal::Operation::State::Done);
        QVERIFY(world.last().pending.isEmpty());
    }
    void itIsAskedForAsCmctlDoes()
    {
        World world(false);
        kube::Object written;
        world.cluster->written = [&](const kube::Object &object) {
            written = object;
            world.answer("'conditions':[{'type':'Ready','status':'True'}],'revision':4");
        };
        QVERIFY(*world.renewNow());
        const Condition issuing = conditionOf(written, u"Issuing");
        QVERIFY(issuing.isTrue());
        QCOMPARE(issuing.reason, u"ManuallyTriggered"_s);
        QVERIFY(conditionOf(written, u"Ready").isTrue()); // what stood there stays
    }
    void whatIsBeingIssuedIsLeftAlone()
    {
        World world;
        world.answer("'conditions':[{'type':'Issuing','status':'True'}],'revision':3");
        const auto ended = world.renewNow();
        QCOMPARE(ended->error().kind, Error::Kind::Conflict);
        QCOMPARE(world.asked, 0);
        QVERIFY(!world.last().isOpen());
    }
    void aMissingRightIsSaid()
    {
        World world;
        world.cluster->failNext(Act::Replace, Error::Kind::Forbidden);
        const auto ended = world.renewNow();
        QCOMPARE(ended->error().kind, Error::Kind::Forbidden);
        QVERIFY(ended->error().detail.contains(u"certificates/status"_s));
    }
    void whoWritesInBetweenIsReadAgain()
    {
        World world;
        world.cluster->failNext(Act::Replace, Error::Kind::Conflict, 2);
        QVERIFY(*world.renewNow());
        QCOMPARE(world.asked, 1);
    }
    void aFailedTryNamesItsRoot()
    {
        World world(false);
        world.cluster->put(issuer(false));
        world.cluster->written = [&](const kube::Object &) {
            world.answer("'conditions':[{'type':'Ready','status':'True'},{'type':'Issuing','status':'False','reason':'Failed','"
                         "message':'no'}],'revision':3");
        };
        const auto ended = world.renewNow();
        QCOMPARE(ended->error().kind, Error::Kind::Invalid);
        QVERIFY2(ended->error().detail.contains(u"Issuer/ca"_s), qPrintable(ended->error().detail));
        QCOMPARE(world.last().state, journal::Operation::State::Failed);
    }
    void patienceEndsAndTheNextCallGoesOnWithoutAskingAgain()
    {
        World world(false);
        const auto late = world.renewNow();
        QCOMPARE(late->error().kind, Error::Kind::Timeout);
        QCOMPARE(world.asked, 1);
        QVERIFY(world.last().isOpen());
        world.answer("'conditions':[{'type':'Ready','status':'True'}],'revision':4");
        const auto ended = world.renewNow();
        QVERIFY(ended && *ended);
        QVERIFY((*ended)->resumed);
        QCOMPARE((*ended)->before, 3);
        QCOMPARE(world.asked, 1);
        QCOMPARE(world.journal->operations()->size(), 1);
    }
    void aTryThatDiedBeforeItAskedAsksOnce()
    {
        World world;
        world.cluster->failNext(Act::Replace, Error::Kind::Unreachable);
        QCOMPARE(world.renewNow()->error().kind, Error::Kind::Unreachable);
        QCOMPARE(world.asked, 0);
        QVERIFY(*world.renewNow());
        QCOMPARE(world.asked, 1);
    }
    void aCertificateThatGoesAwayEndsIt()
    {
        World world(false);
        world.cluster->written = [&](const kube::Object &) { world.cluster->drop(u"Certificate"_s, u"shop"_s, u"web"_s); };
        QCOMPARE(world.renewNow()->error().kind, Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(RenewTest)
#include "tst_Renew.moc"
