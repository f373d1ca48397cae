// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Certificates/CertificatesController.h"
#include "qml/Sentinel/Rows/Tone.h"
#include "tests/core/certs/Issued.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/SteppedClock.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::console;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kGood = "'conditions':[{'type':'Ready','status':'True'}],'notBefore':'2026-11-01T00:00:00Z','notAfter':'2027-01-"
                         "30T00:00:00Z','revision':1";

/// A person at the Certificates page, on a cluster in memory.
struct Desk
{
    QTemporaryDir folder;
    SteppedClock clock;
    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    CertificatesController page;

    Desk()
    {
        cluster->serve({.group = u"cert-manager.io"_s,
                        .version = u"v1"_s,
                        .kind = u"CertificateRequest"_s,
                        .plural = u"certificaterequests"_s});
        cluster->put(issuer());
        cluster->put(certificate(kGood));
    }
    void sitsDown()
    {
        CertificatesController::setConnector([this](const ClusterPlace &) -> Result<certs::RenewServices> {
            const auto borrowed = std::shared_ptr<Clock>(&clock, [](Clock *) { });
            return certs::RenewServices{.api = cluster,
                                        .clock = borrowed,
                                        .journal = *journal::Journal::open(folder.path(), borrowed),
                                        .context = u"test"_s,
                                        .cluster = u"https://test"_s};
        });
        page.setActive(true);
        page.setPlaceProperties({{u"usable"_s, true}, {u"kubeconfig"_s, u"/somewhere"_s}, {u"context"_s, u"test"_s}});
    }
    [[nodiscard]] bool sees(const std::function<bool()> &condition)
    {
        return QTest::qWaitFor([this, &condition] { return runUntil(clock, condition) || condition(); }, 10'000);
    }
    [[nodiscard]] QList<RowsModel::Row> rows(const char *property)
    {
        return page.property(property).value<RowsModel *>()->rows();
    }
};

} // namespace

/// See how every certificate stands, read what holds one up, renew it.
class CertificatesJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCertificateIsListedAndTheWorstIsShown()
    {
        Desk desk;
        desk.cluster->put(certificate("'conditions':[{'type':'Ready','status':'False','message':'no'}]", u"api"_s));
        desk.sitsDown();
        QVERIFY(desk.sees([&desk] { return desk.rows("certificates").size() == 2; }));
        QCOMPARE(desk.page.selected(), u"shop/api"_s);
        QCOMPARE(desk.rows("certificates").first().value(u"tone"_s).toInt(), number(Tone::Error));
        QVERIFY(desk.page.headline().contains(u"2"_s));
        QVERIFY(!desk.rows("chain").isEmpty());
    }
    void whatChangesOnTheClusterIsSeenByItself()
    {
        Desk desk;
        desk.sitsDown();
        QVERIFY(desk.sees([&desk] { return desk.rows("certificates").size() == 1; }));
        QCOMPARE(desk.rows("certificates").first().value(u"word"_s).toString(), u"good"_s);
        desk.cluster->put(certificate("'conditions':[{'type':'Ready','status':'False','message':'key lost'}]"));
        QVERIFY(desk.sees([&desk] { return desk.rows("certificates").first().value(u"word"_s).toString() == u"not ready"; }));
    }
    void aRenewalEndsWithTheNewOne()
    {
        Desk desk;
        desk.cluster->written = [&desk](const kube::Object &) {
            desk.cluster->put(
                certificate("'conditions':[{'type':'Ready','status':'True'}],'notAfter':'2027-04-30T00:00:00Z','revision':2"));
        };
        desk.sitsDown();
        QVERIFY(desk.sees([&desk] { return desk.page.selected() == u"shop/web" && desk.page.renewBlockedReason().isEmpty(); }));
        QSignalSpy ended(&desk.page, &CertificatesController::ended);
        desk.page.renew();
        QVERIFY(desk.sees([&ended] { return !ended.isEmpty(); }));
        QVERIFY2(ended.first().first().toBool(), qPrintable(ended.first().last().toString()));
        QVERIFY(!desk.page.isRenewing());
        QVERIFY(desk.page.command().contains(u"certificates renew shop/web"_s));
    }
    void aMissingRightDisablesTheButtonWithItsReason()
    {
        Desk desk;
        desk.cluster->allows = [](const QJsonObject &) { return false; };
        desk.sitsDown();
        QVERIFY(desk.sees([&desk] { return desk.page.renewBlockedReason().contains(u"certificates/status"_s); }));
        desk.page.renew();
        QVERIFY(!desk.page.isRenewing());
    }
    void aClusterWithoutCertManagerSaysSo()
    {
        Desk desk;
        desk.cluster->failNext(Act::List, Error::Kind::NotFound, 100, u"Certificate"_s);
        desk.sitsDown();
        QVERIFY(desk.sees([&desk] { return desk.page.trouble().isPresent(); }));
        QVERIFY(desk.page.trouble().text().contains(u"cert-manager"_s));
    }
};

QTEST_GUILESS_MAIN(CertificatesJourney)
#include "tst_CertificatesJourney.moc"
