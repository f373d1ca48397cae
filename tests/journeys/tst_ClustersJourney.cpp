// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Clusters/CheckController.h"
#include "qml/Sentinel/Clusters/ClustersController.h"
#include "qml/Sentinel/Clusters/ContextsController.h"

#include "tests/support/Tries.h"
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace sentinel;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kKubeconfig = R"(apiVersion: v1
kind: Config
current-context: staging-eu
clusters:
- name: eu
  cluster: {server: "https://eu.example.com:6443"}
users:
- name: admin
  user: {token: abc}
contexts:
- name: staging-eu
  context: {cluster: eu, user: admin}
- name: prod-eu
  context: {cluster: eu, user: admin}
- name: broken
  context: {cluster: nowhere, user: admin}
)";

/// A person at Settings, Clusters: the controllers, on folders of their own.
class ClustersDesk
{
public:
    ClustersDesk()
    {
        write(kubeconfig(), kKubeconfig);
        clusters.setFolder(folder());
        contexts.setProperty("folder", folder());
        check.setProperty("folder", folder());
        QObject::connect(&contexts, &console::ContextsController::added, &clusters, [this](const QString &name) {
            clusters.refresh();
            clusters.setSelected(name);
        });
        QObject::connect(&check, &console::CheckController::ended, &clusters, &console::ClustersController::note);
    }
    [[nodiscard]] QString folder() const { return home.filePath(u"config"_s); }
    [[nodiscard]] QString kubeconfig() const { return home.filePath(u"kubeconfig"_s); }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    void adds(const QStringList &names)
    {
        contexts.setFile(kubeconfig());
        for (const QString &name : names) {
            contexts.pick(name, true);
        }
        contexts.add();
        QVERIFY2(!contexts.trouble().isPresent(), qPrintable(contexts.trouble().text()));
    }
    void checksIt()
    {
        check.setCluster({{u"id"_s, clusters.selected()},
                          {u"known"_s, true},
                          {u"kubeconfig"_s, clusters.detail().value(u"kubeconfig"_s)},
                          {u"context"_s, clusters.detail().value(u"context"_s)}});
        check.run();
        QTRY_VERIFY(!check.isRunning());
    }
    [[nodiscard]] static const QList<console::RowsModel::Row> &rows(const QObject &controller, const char *property)
    {
        return controller.property(property).value<console::RowsModel *>()->rows();
    }
    [[nodiscard]] console::RowsModel::Row row(const QString &name) const
    {
        return clusters.property("clusters").value<console::RowsModel *>()->find(name);
    }

    QTemporaryDir home;
    console::ClustersController clusters;
    console::ContextsController contexts;
    console::CheckController check;
};

/// A cluster that answers what the test says: `allowed` decides what becomes of the Consent step.
console::Checker answering(const kube::ConsentWish &wish)
{
    return [wish](kube::CheckOrder order, const std::function<void(const kube::ClusterCheck &)> &progress, CancelToken) {
        const bool allowed = order.consent->allows(wish);
        kube::ClusterCheck check;
        check.context = order.context;
        check.server = u"https://eu.example.com:6443"_s;
        check.steps.clear();
        for (const auto id : {kube::CheckStep::Id::Kubeconfig, kube::CheckStep::Id::Consent, kube::CheckStep::Id::Rights}) {
            check.steps.append({.id = id, .outcome = kube::CheckStep::Outcome::Passed, .sentence = u"fine"_s});
        }
        if (!allowed) {
            check.steps[1].outcome = kube::CheckStep::Outcome::Failed;
            check.steps[1].remedy = u"Allow it."_s;
            check.steps[2].outcome = kube::CheckStep::Outcome::NotChecked;
            check.wish = wish;
        }
        progress(check);
        const Promise<kube::ClusterCheck> promise;
        promise.keep(check);
        return promise.answer();
    };
}

} // namespace

/// Make clusters known, see whether they work, say how much stands between a hand and them.
class ClustersJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contextsArePickedAndProductionStartsProtected()
    {
        ClustersDesk desk;
        desk.adds({u"staging-eu"_s, u"prod-eu"_s});
        QCOMPARE(ClustersDesk::rows(desk.clusters, "clusters").size(), 2);
        QCOMPARE(desk.row(u"prod-eu"_s).value(u"guarded"_s).toBool(), true);
        QCOMPARE(desk.row(u"staging-eu"_s).value(u"guarded"_s).toBool(), false);
        const auto again = desk.contexts.property("contexts").value<console::RowsModel *>()->find(u"prod-eu"_s);
        QCOMPARE(again.value(u"known"_s).toString(), u"prod-eu"_s);
    }

    void aContextThatCannotWorkSaysWhy()
    {
        ClustersDesk desk;
        desk.contexts.setFile(desk.kubeconfig());
        const auto broken = desk.contexts.property("contexts").value<console::RowsModel *>()->find(u"broken"_s);
        QVERIFY2(broken.value(u"problem"_s).toString().contains(u"nowhere"_s), qPrintable(broken.value(u"problem"_s).toString()));
    }

    void aBadFileAnswersWithItsPlace()
    {
        ClustersDesk desk;
        ClustersDesk::write(desk.kubeconfig(), "apiVersion: v1\nkind: Config\ncontexts: {not: a list}\n");
        desk.contexts.setFile(desk.kubeconfig());
        QVERIFY(desk.contexts.trouble().isPresent());
        QVERIFY2(desk.contexts.trouble().explanation.contains(desk.kubeconfig() + u":3:"_s),
                 qPrintable(desk.contexts.trouble().explanation));
        QVERIFY(!desk.contexts.blockedReason().isEmpty());
    }

    void whatIsChangedIsThereAfterTheProgramWasAway()
    {
        ClustersDesk desk;
        desk.adds({u"staging-eu"_s});
        desk.clusters.setColour(u"teal"_s);
        desk.clusters.setProtection(u"read-only"_s);
        desk.clusters.rename(u"staging"_s);
        QVERIFY2(!desk.clusters.trouble().isPresent(), qPrintable(desk.clusters.trouble().text()));
        console::ClustersController later;
        later.setFolder(desk.folder());
        later.setSelected(u"staging"_s);
        QCOMPARE(later.detail().value(u"colour"_s).toString(), u"teal"_s);
        QCOMPARE(later.detail().value(u"protection"_s).toString(), u"read-only"_s);
        QCOMPARE(later.choice().value(u"context"_s).toString(), u"staging-eu"_s);
    }

    void theOneInUseIsShownAnotherWayAtOnce()
    {
        ClustersDesk desk;
        desk.adds({u"staging-eu"_s});
        desk.clusters.setPlace({{u"usable"_s, true}, {u"kubeconfig"_s, desk.kubeconfig()}, {u"context"_s, u"staging-eu"_s}});
        QVERIFY(!desk.clusters.useBlockedReason().isEmpty());
        QSignalSpy changed(&desk.clusters, &console::ClustersController::choiceChanged);
        desk.clusters.setProtection(u"typed-name"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toMap().value(u"protection"_s).toString(), u"typed-name"_s);
    }

    void aNameThatIsTakenIsRefusedAndNothingIsLost()
    {
        ClustersDesk desk;
        desk.adds({u"staging-eu"_s, u"prod-eu"_s});
        desk.clusters.setSelected(u"staging-eu"_s);
        desk.clusters.rename(u"prod-eu"_s);
        QVERIFY(desk.clusters.trouble().isPresent());
        QCOMPARE(ClustersDesk::rows(desk.clusters, "clusters").size(), 2);
    }

    void aListSomebodyEditedWronglyIsSaidAndNeverWrittenOver()
    {
        ClustersDesk desk;
        desk.adds({u"staging-eu"_s});
        const QByteArray wrong = "clusters: [\n";
        ClustersDesk::write(desk.clusters.file(), wrong);
        desk.clusters.refresh();
        QVERIFY2(desk.clusters.trouble().explanation.contains(desk.clusters.file() + u':'),
                 qPrintable(desk.clusters.trouble().explanation));
        desk.clusters.setColour(u"brown"_s);
        QFile file(desk.clusters.file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), wrong);
    }

    void aProgramIsShownWholeAndRunsOnlyOnceItIsAllowed()
    {
        ClustersDesk desk;
        const kube::PluginWish wish{.command = u"/usr/bin/cloud-login"_s,
                                    .arguments = {u"token"_s, u"--region=eu; rm -rf /"_s},
                                    .variables = {u"PROFILE=secret-profile"_s},
                                    .sha256 = QByteArray(64, 'a')};
        console::CheckController::setChecker(answering(wish));
        desk.adds({u"staging-eu"_s});
        desk.checksIt();
        QCOMPARE(desk.check.tone(), console::number(console::Tone::Error));
        QVERIFY(desk.row(u"staging-eu"_s).value(u"tone"_s).toInt() == console::number(console::Tone::Error));
        const QVariantMap shown = desk.check.wish();
        QCOMPARE(shown.value(u"command"_s).toString(), u"/usr/bin/cloud-login"_s);
        QCOMPARE(shown.value(u"arguments"_s).toStringList(), wish.arguments);
        QCOMPARE(shown.value(u"hash"_s).toString(), QString(64, u'a'));
        QCOMPARE(shown.value(u"variables"_s).toStringList(), QStringList{u"PROFILE"_s}); // never its value

        desk.check.allow();
        QTRY_VERIFY(!desk.check.isRunning());
        QCOMPARE(desk.check.tone(), console::number(console::Tone::Ok));
        QVERIFY(desk.check.wish().isEmpty());

        kube::PluginWish another = wish;
        another.sha256 = QByteArray(64, 'b'); // the file was changed
        console::CheckController::setChecker(answering(another));
        desk.checksIt();
        QVERIFY(!desk.check.wish().isEmpty());
    }

    void aStepThatFailsSaysWhatToDoAndTheRestIsNotChecked()
    {
        ClustersDesk desk;
        console::CheckController::setChecker(
            answering(kube::InsecureWish{.cluster = u"eu"_s, .server = u"https://eu.example.com:6443"_s}));
        desk.adds({u"staging-eu"_s});
        desk.checksIt();
        const auto steps = ClustersDesk::rows(desk.check, "steps");
        QCOMPARE(steps.size(), 3);
        QCOMPARE(desk.check.command(), u"sentinelctl clusters test staging-eu"_s);
        QCOMPARE(steps.at(1).value(u"remedy"_s).toString(), u"Allow it."_s);
        QCOMPARE(steps.at(2).value(u"tone"_s).toInt(), console::number(console::Tone::Unknown));
        QCOMPARE(desk.check.wish().value(u"server"_s).toString(), u"https://eu.example.com:6443"_s);
    }

    void aTestThatIsStoppedLeavesNothingHalfSaid()
    {
        ClustersDesk desk;
        const Promise<kube::ClusterCheck> never;
        console::CheckController::setChecker(
            [never](const kube::CheckOrder &, const auto &, const CancelToken &) { return never.answer(); });
        desk.adds({u"staging-eu"_s});
        desk.check.setCluster({{u"id"_s, u"staging-eu"_s}, {u"context"_s, u"staging-eu"_s}});
        desk.check.run();
        QVERIFY(desk.check.isRunning());
        desk.check.stop();
        never.keep(kube::ClusterCheck{});
        QVERIFY(!desk.check.isRunning());
        QVERIFY(!desk.check.hasBegun());
    }

    void removingForgetsItsTreatmentOnly()
    {
        ClustersDesk desk;
        desk.adds({u"staging-eu"_s, u"prod-eu"_s});
        desk.clusters.setSelected(u"prod-eu"_s);
        desk.clusters.remove();
        QCOMPARE(ClustersDesk::rows(desk.clusters, "clusters").size(), 1);
        QFile file(desk.kubeconfig());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), kKubeconfig);
    }

    void theRehearsalClusterIsTestedLikeAnyOtherAndCannotBeChanged()
    {
        ClustersDesk desk;
        desk.clusters.setPlace({{u"usable"_s, true}, {u"rehearsal"_s, true}, {u"kubeconfig"_s, desk.kubeconfig()}});
        QCOMPARE(ClustersDesk::rows(desk.clusters, "clusters").size(), 1);
        QCOMPARE(desk.clusters.detail().value(u"own"_s).toBool(), false);
        desk.clusters.setColour(u"brown"_s);
        desk.clusters.remove();
        QCOMPARE(ClustersDesk::rows(desk.clusters, "clusters").size(), 1);
    }
};

QTEST_GUILESS_MAIN(ClustersJourney)
#include "tst_ClustersJourney.moc"
