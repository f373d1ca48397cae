// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Secrets.h"

#include <QSet>
#include <QTest>

using namespace sentinel;
using namespace sentinel::deploy;
using namespace Qt::StringLiterals;

class DeploySecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsOfKubernetesAreRead()
    {
        const auto values = readSecretValues("kind: Secret\nmetadata: {name: db}\nstringData: {password: plain}\n---\n"
                                             "kind: Secret\nmetadata: {name: app}\ndata: {secret-key: bGV0IG1lIGlu}\n",
                                             u"s.yaml"_s);
        QVERIFY(values);
        QCOMPARE(values->value(u"db/password"_s), "plain");
        QCOMPARE(values->value(u"app/secret-key"_s), "let me in");
    }
    void linesOfNameAndKeyAreRead()
    {
        const auto values = readSecretValues("db/password: one\n'app/secret-key': 'two: three'\n", u"s.yaml"_s);
        QVERIFY(values);
        QCOMPARE(values->value(u"app/secret-key"_s), "two: three");
    }
    void whatIsWrongIsSaidWithItsPlaceAndWithoutTheValue_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("no key") << QByteArray("db: hunter2\n") << 1;
        QTest::newRow("a list") << QByteArray("- hunter2\n") << 1;
        QTest::newRow("no Base64") << QByteArray("kind: Secret\nmetadata: {name: a}\ndata:\n  k: 'hunter2!'\n") << 4;
        QTest::newRow("everybody knows it") << QByteArray("a/k: hunter\ndb/password: changeme123\n") << 2;
        QTest::newRow("known in Base64") << QByteArray("kind: Secret\nmetadata: {name: a}\ndata:\n  k: YWRtaW4=\n") << 4;
        QTest::newRow("nothing at all") << QByteArray("db/password: ''\n") << 1;
        QTest::newRow("no name") << QByteArray("kind: Secret\nstringData: {k: hunter2}\n") << 1;
    }
    void whatIsWrongIsSaidWithItsPlaceAndWithoutTheValue()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, line);
        const auto values = readSecretValues(text, u"s.yaml"_s);
        QVERIFY(!values);
        QCOMPARE(values.error().kind, Error::Kind::Invalid);
        QCOMPARE(values.error().where.file, u"s.yaml"_s);
        QCOMPARE(values.error().where.line, line);
        QVERIFY(!values.error().detail.contains(u"hunter2"));
    }
    void aUserMayBeCalledAdmin()
    {
        QVERIFY(readSecretValues("git/username: admin\n", u"s.yaml"_s));
        QVERIFY(!readSecretValues("git/password: admin\n", u"s.yaml"_s));
        QVERIFY(isPublicSecret("your-secret-key-change-it-in-production"));
        QVERIFY(!isPublicSecret(generatedSecret()));
    }
    void theListOfABundleIsRead()
    {
        const auto needs = readSecretNeeds(
            "items:\n  - namespace: a\n    name: b\n    type: Opaque\n    public: {url: u}\n"
            "    labels: {x: y}\n    keys:\n      - {key: k, purpose: p, generated: true}\n      - {key: l, purpose: q}\n",
            u"secrets.example.yaml"_s);
        QVERIFY(needs);
        QCOMPARE(needs->size(), 1);
        QVERIFY(needs->first().keys[0].generated);
        QVERIFY(!needs->first().keys[1].generated);
        QCOMPARE(needs->first().fixed.value(u"url"_s), u"u"_s);
        QVERIFY(!readSecretNeeds("items: [{name: b}]\n", u"x"_s));
    }
    void madeUpValuesAreLongAndNeverTheSame()
    {
        QSet<QByteArray> values;
        for (int time = 0; time < 1000; ++time) {
            values.insert(generatedSecret());
        }
        QCOMPARE(values.size(), 1000);
        QVERIFY(values.constBegin()->size() >= 32);
    }
};

QTEST_GUILESS_MAIN(DeploySecretsTest)
#include "tst_DeploySecrets.moc"
