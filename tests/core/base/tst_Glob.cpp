// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Glob.h"

#include <QTest>

using namespace sentinel;
using namespace Qt::StringLiterals;

class GlobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGlobMatchesAsArgoCdHasIt_data();
    void aGlobMatchesAsArgoCdHasIt();
};

void GlobTest::aGlobMatchesAsArgoCdHasIt_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    const QString bundle = u"{namespace.yaml,priority-classes.yaml,cert-manager/*.yaml,network-policies/*.yaml}"_s;
    QTest::newRow("alternatives") << bundle << u"cert-manager/issuer.yaml"_s << true;
    QTest::newRow("the first alternative") << bundle << u"namespace.yaml"_s << true;
    QTest::newRow("none of them") << bundle << u"values.yaml"_s << false;
    QTest::newRow("a dot is a dot") << u"*.yaml"_s << u"axyaml"_s << false;
    QTest::newRow("a slash is nothing special") << u"*.yaml"_s << u"a/b.yaml"_s << true;
    QTest::newRow("one character") << u"a?c"_s << u"abc"_s << true;
    QTest::newRow("a bracket is a bracket") << u"a[b]"_s << u"ab"_s << false;
    QTest::newRow("a comma outside braces") << u"a,b"_s << u"a"_s << false;
    QTest::newRow("everything") << u"*"_s << u"https://git.example.com/s"_s << true;
}

void GlobTest::aGlobMatchesAsArgoCdHasIt()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, matches);
    QCOMPARE(globMatches(pattern, text), matches);
}

QTEST_APPLESS_MAIN(GlobTest)
#include "tst_Glob.moc"
