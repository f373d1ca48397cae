// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/Rehearsal.h"
#include "qml/Sentinel/Activity/ActivityController.h"
#include "qml/Sentinel/Deploy/DeployController.h"
#include "qml/Sentinel/Deploy/ObjectController.h"
#include "qml/Sentinel/Deploy/ScenarioController.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sentinel;
using composition::Rehearsal;

namespace {

constexpr int kPatience = 120'000; // milliseconds, on a machine that does much else

console::RowsModel *rowsOf(const QObject &controller, const char *property)
{
    return controller.property(property).value<console::RowsModel *>();
}

} // namespace

/// The promise of the first page, with the real cluster of the program: deploy an example, see it healthy, break it, read why,
/// mend it.
class RehearsalJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder.filePath(u"state"_s)));
        m_rehearsal = std::make_unique<Rehearsal>(QStringLiteral(SENTINEL_BINARY_DIR "/bin/sentinelctl-cluster"),
                                                  m_folder.filePath(u"rehearsal"_s));
        m_rehearsal->start(60);
        QTRY_VERIFY2_WITH_TIMEOUT(m_rehearsal->state() == Rehearsal::State::Ready, qPrintable(m_rehearsal->sentence()),
                                  kPatience);
        deploy.setLink(&link);
        deploy.setBundle(&bundle);
        object.setDeploy(&deploy);
        scenarios.setLink(&link);
        link.setPlaceProperties({{u"usable"_s, true}, {u"kubeconfig"_s, m_rehearsal->kubeconfig()}, {u"rehearsal"_s, true}});
        QTRY_VERIFY2_WITH_TIMEOUT(link.isReady(), qPrintable(link.trouble().text()), kPatience);
        bundle.setStateFolder(m_folder.filePath(u"state/sentinel-console"_s));
        bundle.makeExample();
        QVERIFY2(bundle.isReady(), qPrintable(bundle.trouble().text()));
    }

    void theExampleBecomesHealthy()
    {
        deploy.deploy();
        QVERIFY2(deploy.isRunning(), qPrintable(deploy.trouble().text()));
        QTRY_VERIFY2_WITH_TIMEOUT(!deploy.isRunning(), qPrintable(deploy.headline() + u" | "_s + deploy.stepText()), kPatience);
        QVERIFY2(!deploy.trouble().isPresent(), qPrintable(deploy.trouble().text() + deploy.headline()));
        QTRY_COMPARE_WITH_TIMEOUT(deploy.tone(), console::number(console::Tone::Ok), kPatience);
        QVERIFY(rowsOf(deploy, "objects")->count() > 20);
    }

    void whatIsBrokenOnPurposeIsExplainedAndMended()
    {
        QTRY_VERIFY_WITH_TIMEOUT(rowsOf(scenarios, "scenarios")->count() >= 8, kPatience);
        scenarios.begin(u"failing-probe"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(!deploy.causeTitle().isEmpty(), qPrintable(deploy.headline()), kPatience);
        QVERIFY2(deploy.causeText().contains(u"Next:"_s), qPrintable(deploy.causeText()));
        object.setObject(deploy.worst());
        QVERIFY(rowsOf(object, "why")->count() > 0);
        object.setTab(u"yaml"_s);
        QTRY_VERIFY_WITH_TIMEOUT(object.text().contains(u"kind:"_s), kPatience);

        scenarios.mendAll();
        QTRY_COMPARE_WITH_TIMEOUT(scenarios.activeCount(), 0, kPatience);
        QTRY_VERIFY2_WITH_TIMEOUT(deploy.tone() == console::number(console::Tone::Ok), qPrintable(deploy.headline()), kPatience);
    }

    void theJournalTellsIt()
    {
        console::ActivityController activity;
        activity.setFolder(m_folder.filePath(u"state/sentinel-console"_s));
        QVERIFY2(!activity.trouble().isPresent(), qPrintable(activity.trouble().text()));
        QCOMPARE(rowsOf(activity, "operations")->count(), 1);
        QCOMPARE(activity.chainTone(), console::number(console::Tone::Ok));
        QVERIFY(rowsOf(activity, "steps")->count() >= 6);
        QVERIFY(rowsOf(activity, "records")->count() >= 6);
    }

    void theClusterThatDiesIsSaid()
    {
        m_rehearsal->stop();
        link.setPlaceProperties({{u"rehearsal"_s, true}, {u"clusterProblem"_s, u"gone"_s}});
        QVERIFY(!link.isReady());
        QCOMPARE(deploy.blockedReason(), u"gone"_s);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Rehearsal> m_rehearsal;
    console::ClusterLink link;
    console::BundleController bundle;
    console::DeployController deploy;
    console::ObjectController object;
    console::ScenarioController scenarios;
};

QTEST_GUILESS_MAIN(RehearsalJourney)
#include "tst_RehearsalJourney.moc"
