// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Manifests.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sentinel;
using namespace sentinel::policy;
using namespace Qt::StringLiterals;

class ManifestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyObjectOfAStreamIsThereWithItsPlaces();
    void listsAreTakenApart();
    void documentsThatAreNoObjectsAreFindings();
    void textThatIsNoYamlIsRefusedWithItsPlace();
    void aFolderIsReadInTheOrderOfItsPathsAndLinksAreLeftOut();
    void aFolderWithoutManifestsSaysSo();
};

void ManifestsTest::everyObjectOfAStreamIsThereWithItsPlaces()
{
    Manifests manifests{.nameSpace = u"shop"_s};
    QVERIFY(
        manifests.add("---\n# Source: x\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2\n"
                      "---\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: reader}\n",
                      u"a.yaml"_s));
    QCOMPARE(manifests.objects.size(), 2);
    const Object &web = manifests.objects.front();
    QCOMPARE(web.title(), u"Deployment/web"_s);
    QCOMPARE(web.group(), u"apps"_s);
    QCOMPARE(web.nameSpace, u"shop"_s);
    QCOMPARE(web.at({u"spec", u"replicas"}).toString(), u"a.yaml:8:13"_s);
    QCOMPARE(web.at({u"spec", u"selector"}).line, 8); // the nearest that is there
    QCOMPARE(numberAt(web.tree, {u"spec", u"replicas"}, 1), 2);
    QCOMPARE(numberAt(web.tree, {u"spec", u"selector"}, 7), 7);
    QCOMPARE(manifests.objects.back().nameSpace, QString());
    QVERIFY(manifests.findings.isEmpty());
}

void ManifestsTest::listsAreTakenApart()
{
    Manifests manifests;
    QVERIFY(manifests.add("apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Secret, metadata: {name: a}}\n"
                          "- {apiVersion: v1, kind: Secret, metadata: {name: b, namespace: c}}\n",
                          u"a"_s));
    QCOMPARE(manifests.objects.size(), 2);
    QCOMPARE(manifests.objects[0].name + manifests.objects[0].nameSpace, u"adefault"_s);
    QCOMPARE(manifests.objects[1].name + manifests.objects[1].nameSpace, u"bc"_s);
    QCOMPARE(manifests.objects[1].at(manifests.objects[1].tree).line, 5);
}

void ManifestsTest::documentsThatAreNoObjectsAreFindings()
{
    Manifests manifests;
    QVERIFY(manifests.add("a: 1\n---\napiVersion: v1\nkind: Pod\nmetadata: {}\n---\n- 1\n", u"f"_s));
    QVERIFY(manifests.objects.empty());
    QCOMPARE(manifests.findings.size(), 3);
    QCOMPARE(manifests.findings[1].where.line, 3);
    QVERIFY(hasErrors(manifests.findings));
}

void ManifestsTest::textThatIsNoYamlIsRefusedWithItsPlace()
{
    Manifests manifests;
    const auto added = manifests.add("a: 1\nb: [\n", u"f.yaml"_s);
    QVERIFY(!added);
    QCOMPARE(added.error().kind, Error::Kind::Invalid);
    QCOMPARE(added.error().where.file, u"f.yaml"_s);
    QCOMPARE(added.error().where.line, 2);
}

void ManifestsTest::aFolderIsReadInTheOrderOfItsPathsAndLinksAreLeftOut()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"sub"_s));
    const auto write = [&folder](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(u"z.yml"_s, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: z}\n"));
    QVERIFY(write(u"sub/a.json"_s, R"({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}})"));
    QVERIFY(write(u"notes.txt"_s, "b: ["));
    QVERIFY(QFile::link(u"/etc/hostname"_s, folder.filePath(u"c.yaml"_s)));
    const auto read = readFolder(folder.path(), u"n"_s);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->objects.size(), 2);
    QCOMPARE(read->objects[0].name, u"a"_s);
    QCOMPARE(read->objects[1].file, folder.filePath(u"z.yml"_s));
}

void ManifestsTest::aFolderWithoutManifestsSaysSo()
{
    const QTemporaryDir folder;
    QCOMPARE(readFolder(folder.path(), u"n"_s).error().kind, Error::Kind::NotFound);
    QCOMPARE(readFolder(folder.filePath(u"none"_s), u"n"_s).error().kind, Error::Kind::NotFound);
}

QTEST_APPLESS_MAIN(ManifestsTest)
#include "tst_Manifests.moc"
