// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/PreflightController.h"
#include "qml/Sentinel/Deploy/PreflightFile.h"
#include "tests/journeys/DeployDesk.h"

using namespace sentinel;
using namespace sentinel::journeys;

namespace {

preflight::Report found(const preflight::Request &request)
{
    preflight::Report report{.bundle = u"example"_s, .environment = request.environment};
    report.checks
        = {preflight::pass(u"preflight.kubernetes-version"_s, u"As the plan says."_s),
           preflight::warn(u"preflight.dns"_s, u"No address."_s, u"Make one."_s, u"network.host"_s),
           preflight::fail(u"preflight.capacity"_s, u"Two cores are missing."_s, u"Add a node."_s, u"hardware.nodeCpu"_s)};
    report.sort();
    return report;
}

/// A person at the Deploy page, where somebody can look ahead.
struct Desk : DeployDesk
{
    int looks = 0;
    int insides = 0;
    std::optional<Promise<preflight::Checks>> inside{}; ///< unset: it answers at once
    console::PreflightController preflight;

    Desk()
        : DeployDesk({u"delivery.method=helm"_s})
    {
        console::ClusterLink::setConnector([this](const console::ClusterPlace &, const CancelToken &) {
            const Promise<deploy::Services> promise;
            deploy::Services services = world.services();
            services.rehearsal = true;
            services.preflight = [this](const preflight::Request &request, preflight::Depth, const CancelToken &) {
                ++looks;
                const Promise<preflight::Report> report;
                report.keep(found(request));
                return report.answer();
            };
            services.lookInside = [this](const preflight::Request &, const std::function<void(QString)> &tell,
                                         const CancelToken &) {
                ++insides;
                tell(u"1 of 1 pods have looked."_s);
                const Promise<preflight::Checks> checks = inside.value_or(Promise<preflight::Checks>());
                if (!inside) {
                    checks.keep(
                        {{preflight::pass(u"preflight.inside"_s, u"A pod has looked."_s),
                          preflight::fail(u"preflight.disk-latency"_s, u"62.0 ms"_s, u"A faster class."_s, u"storage.class"_s)}});
                }
                return checks.answer();
            };
            promise.keep(std::move(services));
            return promise.answer();
        });
        preflight.setDeploy(&deploy);
        connects();
        choosesTheBundle();
    }
};

} // namespace

/// Look ahead, mend or accept what fails, and deploy.
class PreflightJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theChecksAreShownWorstFirstAndCanBeFiltered()
    {
        Desk desk;
        QCOMPARE(desk.preflight.blockedReason(), QString());
        desk.preflight.look();
        QVERIFY(desk.waitsFor([&desk] { return desk.preflight.hasLooked(); }));
        const auto rows = DeployDesk::rows(desk.preflight, "checks");
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.first().value(u"rule"_s).toString(), u"preflight.capacity"_s);
        QCOMPARE(rows.first().value(u"answer"_s).toString(), u"hardware.nodeCpu"_s);
        desk.preflight.setFilter(u"warn"_s);
        QCOMPARE(DeployDesk::rows(desk.preflight, "checks").size(), 1);
        QCOMPARE(desk.preflight.counts().value(u"fail"_s).toInt(), 1);
    }
    void aDeployIsRefusedAndTheChecksSayWhy()
    {
        Desk desk;
        QVERIFY(desk.deploysToTheEnd());
        QVERIFY(desk.world.cluster->effects().isEmpty());
        QVERIFY(desk.deploy.trouble().isPresent());
        QVERIFY(desk.preflight.hasLooked()); // by the deploy
        QVERIFY(desk.preflight.headline().contains(u"refused"_s));
        QCOMPARE(desk.looks, 1);
    }
    void whatIsAcceptedWithAReasonIsDeployedAndWrittenDown()
    {
        Desk desk;
        desk.preflight.look();
        QVERIFY(desk.waitsFor([&desk] { return desk.preflight.hasLooked(); }));
        desk.preflight.accept(u"preflight.capacity"_s, u"the new node comes tonight"_s);
        QVERIFY(!desk.preflight.headline().contains(u"refused"_s));
        QVERIFY(desk.deploysToTheEnd());
        QVERIFY2(desk.deploy.headline().contains(u"healthy"_s), qPrintable(desk.deploy.headline()));
        QVERIFY(std::ranges::any_of(*desk.world.lines, [](const deploy::LedgerEntry &entry) {
            return entry.facts[u"override:preflight.capacity"].toString() == u"the new node comes tonight";
        }));
    }
    void anAcceptedFailCanBeTakenBack()
    {
        Desk desk;
        desk.preflight.look();
        QVERIFY(desk.waitsFor([&desk] { return desk.preflight.hasLooked(); }));
        desk.preflight.accept(u"preflight.capacity"_s, u"x"_s);
        desk.preflight.accept(u"preflight.capacity"_s, u""_s);
        QVERIFY(desk.preflight.headline().contains(u"refused"_s));
        QVERIFY(desk.deploy.overrides().isEmpty());
    }
    void aLookFromInsideSaysFirstWhatItMakes()
    {
        Desk desk;
        QVERIFY(!desk.preflight.insideBlockedReason().isEmpty()); // from outside first
        desk.preflight.look();
        QVERIFY(desk.waitsFor([&desk] { return desk.preflight.hasLooked(); }));
        QCOMPARE(desk.preflight.insideBlockedReason(), QString());
        desk.preflight.lookInside(); // nobody has read what it makes
        QCOMPARE(desk.insides, 0);
        desk.preflight.askInside();
        QVERIFY(desk.preflight.isAsking());
        QVERIFY2(desk.preflight.insideMakes().contains(u"PersistentVolumeClaim"_s), qPrintable(desk.preflight.insideMakes()));
        QVERIFY(desk.preflight.insideMakes().contains(u"sentinel-preflight:1"_s));
        desk.preflight.leaveInside();
        QVERIFY(!desk.preflight.isAsking());
        desk.preflight.askInside();
        desk.preflight.lookInside();
        QVERIFY(desk.waitsFor([&desk] { return !desk.preflight.isInside(); }));
        QCOMPARE(desk.insides, 1);
        QCOMPARE(desk.preflight.counts().value(u"fail"_s).toInt(), 2); // what was seen before, and the disk
        desk.preflight.accept(u"preflight.disk-latency"_s, u"it is a test"_s);
        QVERIFY(std::ranges::any_of(desk.deploy.overrides(),
                                    [](const preflight::Override &one) { return one.rule == u"preflight.disk-latency"; }));
    }
    void whatALateLookSawOfAnotherBundleIsNotShown()
    {
        Desk desk;
        desk.inside.emplace();
        desk.preflight.look();
        QVERIFY(desk.waitsFor([&desk] { return desk.preflight.hasLooked(); }));
        desk.preflight.askInside();
        desk.preflight.lookInside();
        QVERIFY(desk.preflight.isInside());
        QCOMPARE(desk.preflight.insideLine(), u"1 of 1 pods have looked."_s);
        desk.bundle.setFolder({});
        QVERIFY(!desk.preflight.isInside());
        desk.inside->keep({{preflight::pass(u"preflight.inside"_s, u"A pod has looked."_s)}});
        QVERIFY(desk.waitsFor([] { return true; }));
        QVERIFY(!desk.preflight.hasLooked());
    }
    void whoAsksWhileTheClusterGoesIsAnswered()
    {
        Desk desk;
        desk.preflight.look();
        QVERIFY(desk.waitsFor([&desk] { return desk.preflight.hasLooked(); }));
        QStringList reasons; // of those who hear of it before the controller does
        const auto asks
            = [&desk, &reasons] { reasons += {desk.preflight.blockedReason(), desk.preflight.insideBlockedReason()}; };
        QObject::connect(&desk.link, &console::ClusterLink::reconnected, &desk.preflight, asks);
        desk.link.setPlaceProperties({});
        QCOMPARE(reasons.size(), 2);
        QVERIFY2(!reasons.contains(QString()), qPrintable(reasons.join(u'|')));
        QVERIFY(!desk.preflight.hasLooked());
    }
    void theReportIsSavedInEachForm()
    {
        QTemporaryDir folder;
        Desk desk;
        QSignalSpy saved(&desk.preflight, &console::PreflightController::saved);
        desk.preflight.look();
        QVERIFY(desk.waitsFor([&desk] { return desk.preflight.hasLooked(); }));
        for (const auto &[end, begins] :
             {std::pair(u"html"_s, "<!DOCTYPE html>"), std::pair(u"pdf"_s, "%PDF-"), std::pair(u"json"_s, "{")}) {
            const QString path = folder.filePath(u"report."_s + end);
            desk.preflight.save(path);
            QVERIFY(saved.takeFirst().first().toBool());
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().startsWith(begins));
        }
        desk.preflight.save(folder.filePath(u"report.doc"_s));
        QVERIFY(!saved.takeFirst().first().toBool());
    }
};

QTEST_MAIN(PreflightJourney)
#include "tst_PreflightJourney.moc"
