// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Bundle.h"
#include "core/deploy/Package.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::deploy;
using namespace Qt::StringLiterals;

class DeployPackageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto plan = plan::InstallPlan::parse(R"(apiVersion: console.sentinel/v1
kind: InstallPlan
metadata: {name: fleet}
spec: {delivery: {repository: "https://git.example.com/s.git"}}
environments:
  dev: {profile: dev, spec: {network: {host: dev.example.com}}}
  prod: {profile: prod, spec: {network: {host: sentinel.example.com}}}
clusters:
  - {name: eu-1, environment: prod, context: eu-1-admin}
  - {name: us-1, environment: prod, context: us-1-admin, server: "https://us-1.example.com:6443"}
)",
                                                   u"sentinel-plan.yaml"_s);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
        const auto bundle = bundle::generate(*plan);
        QVERIFY2(bundle, bundle ? "" : qPrintable(bundle.error().detail));
        QVERIFY(bundle::write(*bundle, folder()));
    }
    void anEnvironmentWithOneClusterNeedsNoChoice()
    {
        const auto package = readPackage(folder(), u"dev"_s, {}, {});
        QVERIFY2(package, package ? "" : qPrintable(package.error().detail));
        QCOMPARE(package->cluster, u"in-cluster"_s);
        QCOMPARE(package->ns(), u"sentinel-dev"_s);
        QCOMPARE(package->application(), u"sentinel-dev-in-cluster"_s);
        QVERIFY(!package->platform.isEmpty());
        QVERIFY(package->secrets.size() >= 3);
        QCOMPARE(package->valueFiles.size(), 2);
    }
    void severalClustersAreListed()
    {
        const auto package = readPackage(folder(), u"prod"_s, {}, {});
        QVERIFY(!package);
        QVERIFY(package.error().detail.contains(u"eu-1, us-1"));
    }
    void aClustersOwnValuesComeLast()
    {
        const auto package = readPackage(folder(), u"prod"_s, u"us-1"_s, {});
        QVERIFY(package);
        QCOMPARE(package->server, u"https://us-1.example.com:6443"_s);
        QVERIFY(package->valueFiles.constLast().endsWith(u"clusters/us-1/values.yaml"));
    }
    void unknownNamesListTheKnownOnes()
    {
        QVERIFY(readPackage(folder(), u"prod"_s, u"mars"_s, {}).error().detail.contains(u"eu-1, us-1"));
        QVERIFY(readPackage(folder(), u"stage"_s, {}, {}).error().detail.contains(u"dev, prod"));
        QVERIFY(readPackage(folder(), {}, {}, {}).error().detail.contains(u"--environment"));
    }
    void theWayIsThatOfThePlanUnlessToldOtherwise()
    {
        QCOMPARE(readPackage(folder(), u"prod"_s, u"eu-1"_s, {})->via, Via::ArgoCd);
        QCOMPARE(readPackage(folder(), u"prod"_s, u"eu-1"_s, Via::Helm)->via, Via::Helm);
        const auto package = readPackage(folder(), u"prod"_s, u"eu-1"_s, {});
        QCOMPARE(package->applicationSets.size(), 2);
        QCOMPARE(package->applicationSets[0][u"metadata"][u"name"].toString(), u"sentinel-prod-platform"_s);
        QCOMPARE(package->repository, u"https://git.example.com/s.git"_s);
        QCOMPARE(package->branch, u"main"_s);
    }
    void whatIsNoBundleIsAnError()
    {
        const QTemporaryDir empty;
        QVERIFY(!readPackage(empty.path(), u"dev"_s, {}, {}));
        QVERIFY(!readPackage(empty.filePath(u"nothing"_s), u"dev"_s, {}, {}));
    }

private:
    [[nodiscard]] QString folder() const { return m_folder.filePath(u"bundle"_s); }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(DeployPackageTest)
#include "tst_DeployPackage.moc"
