// SPDX-License-Identifier: GPL-3.0-or-later
// The window as it is, with its pages, and nothing but a keyboard: from a degraded application on screen to "rollback accepted".
#include "qml/Sentinel/Activity/ActivityController.h"
#include "qml/Sentinel/Sync/AppsController.h"
#include "tests/journeys/RollbackWindow.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Sentinel_DesignPlugin)
Q_IMPORT_QML_PLUGIN(Sentinel_ShellPlugin)
Q_IMPORT_QML_PLUGIN(Sentinel_ActivityPlugin)

using namespace sentinel;
using namespace sentinel::testing;

namespace {

constexpr int kMostActions = 3;

/// Everything in sight that can have the keyboard, with what a screen reader says of it.
void nameless(QQuickItem *item, QStringList &found)
{
    if (!item->isVisible() || !item->isEnabled()) {
        return;
    }
    if (item->activeFocusOnTab()) {
        auto *accessible = QAccessible::queryAccessibleInterface(item);
        const bool named = accessible && accessible->role() != QAccessible::NoRole && accessible->role() != QAccessible::Client
            && !accessible->text(QAccessible::Name).isEmpty();
        if (!named) {
            found.append(QString::fromLatin1(item->metaObject()->className()));
        }
    }
    const auto children = item->childItems();
    for (QQuickItem *child : children) {
        nameless(child, found);
    }
}

} // namespace

class RollbackKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("QT_QUICK_CONTROLS_STYLE", "Fusion");
        QAccessible::setActive(true);
    }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_home->filePath(u"state"_s)));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->filePath(u"config"_s)));
        QTest::failOnWarning(QRegularExpression(u"."_s));
    }

    void fromSyncInThreeActions()
    {
        RollbackWorld world(rollback::Way::ArgoCd);
        RollbackWindow desk(world);
        QVERIFY(desk.window);
        connectSync(desk);
        desk.openPage(u"sync"_s, {{u"wanted"_s, QVariantMap{{u"ns"_s, u"argocd"_s}, {u"name"_s, u"shop"_s}}}});
        QVERIFY(desk.until([&] {
            const auto *apps = desk.find<console::AppsController>();
            return apps && apps->count() == 1 && apps->current() == 0;
        }));
        desk.settle();
        desk.picture(u"sync-degraded"_s);
        goesBackByKeys(desk, u"sync"_s);
    }

    void fromTheListOfApplicationsWhereNoneIsChosen()
    {
        RollbackWorld world(rollback::Way::ArgoCd);
        RollbackWindow desk(world);
        connectSync(desk);
        desk.openPage(u"sync"_s);
        QVERIFY(desk.until([&] {
            const auto *apps = desk.find<console::AppsController>();
            return apps && apps->count() == 1;
        }));
        QCOMPARE(desk.find<console::AppsController>()->current(), -1);
        desk.settle();
        goesBackByKeys(desk, u"list"_s);
    }

    void fromActivityInThreeActions()
    {
        RollbackWorld world(rollback::Way::ArgoCd);
        RollbackWindow desk(world);
        auto log = desk.journal->begin(
            {.kind = u"sync"_s, .context = u"test"_s, .cluster = u"https://test"_s, .environment = u"argocd/shop"_s},
            u"sync argocd/shop"_s);
        QVERIFY(log && log->outcome(journal::Outcome::Failed, u"unhealthy"_s));
        desk.openPage(u"activity"_s);
        QVERIFY(desk.until([&] {
            const auto *activity = desk.find<console::ActivityController>();
            return activity && activity->rollBackReason().isEmpty();
        }));
        desk.settle();
        goesBackByKeys(desk, u"activity"_s);
    }

    void fromTheListOfWhatCanBeRolledBack()
    {
        RollbackWorld world(rollback::Way::ArgoCd);
        RollbackWindow desk(world);
        desk.openPage(u"rollback"_s);
        QVERIFY(desk.until([&] {
            const auto *subjects = desk.find<console::SubjectsController>();
            return subjects && !subjects->isLooking();
        }));
        desk.settle();
        // The page: its list has the keyboard after one Tab; the degraded one is the first.
        QTest::keyClick(desk.window, Qt::Key_Tab);
        QTest::keyClick(desk.window, Qt::Key_Down);
        desk.settle();
        desk.picture(u"page"_s);
        goesBackByKeys(desk, u"page"_s, Qt::Key_Return);
    }

    void aProtectedClusterIsLeftOnlyByItsName()
    {
        RollbackWorld world(rollback::Way::Helm);
        RollbackWindow desk(world, u"typed-name"_s);
        openSheet(desk, u"shop/shop"_s);
        desk.press(Qt::Key_Down);
        QVERIFY(judged(desk));
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        desk.settle();
        QVERIFY(!desk.back()->isRunning());
        desk.press(Qt::Key_Return); // to the field
        desk.settle();
        QVERIFY2(desk.focusName().contains(u"shop"), qPrintable(desk.focusName()));
        desk.type(u"shop"_s);
        QCOMPARE(desk.back()->typed(), u"shop"_s);
        desk.picture(u"protected"_s);
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.until([&] { return world.helm->calls == 1; }));
        QVERIFY(desk.until([&] { return !desk.back()->isRunning(); }));
    }

    void verdictAndDifferenceAreReadByKeys()
    {
        RollbackWorld world(rollback::Way::ArgoCd);
        RollbackWindow desk(world);
        desk.window->resize(1280, 720);
        openSheet(desk, u"argocd/shop"_s);
        desk.press(Qt::Key_Down);
        QVERIFY(judged(desk));
        QQuickItem *flickable = scrolled(desk);
        QVERIFY(flickable);
        const qreal before = flickable->property("contentY").toReal();
        desk.press(Qt::Key_PageDown);
        desk.settle();
        QVERIFY(flickable->property("contentY").toReal() > before);
        desk.press(Qt::Key_PageUp);
        desk.settle();
        QStringList reached;
        for (int tab = 0; tab < 14; ++tab) {
            desk.press(Qt::Key_Tab);
            reached.append(desk.focusName());
            QVERIFY2(desk.sheetIsOpen(), qPrintable(reached.join(u'|'))); // the keyboard stays in the sheet
        }
        QVERIFY2(reached.contains(desk.back()->headline()), qPrintable(reached.join(u'|')));
        QVERIFY2(reached.contains(u"What changes, line by line"), qPrintable(reached.join(u'|')));
        QStringList without;
        nameless(desk.window->contentItem(), without);
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u", "_s)));
    }

    void escapeGivesThePageBackItsKeyboard()
    {
        RollbackWorld world(rollback::Way::ArgoCd);
        RollbackWindow desk(world);
        openSheet(desk, u"argocd/shop"_s);
        desk.press(Qt::Key_Down);
        QVERIFY(judged(desk));
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.until([&] { return !desk.sheetIsOpen(); }));
        QVERIFY(world.cluster->effects().isEmpty());
    }

    void whatIsPausedIsSaidOnEveryPageAfterARestartAndTurnedOnWithOneConfirm()
    {
        RollbackWorld world(rollback::Way::ArgoCd);
        {
            RollbackWindow desk(world);
            openSheet(desk, u"argocd/shop"_s);
            desk.press(Qt::Key_Down);
            QVERIFY(judged(desk));
            desk.press(Qt::Key_Return, Qt::ControlModifier);
            QVERIFY(desk.until([&] { return desk.back()->isRunning(); }));
            QVERIFY(desk.until([&] { return !desk.back()->isRunning(); }));
            QVERIFY(!gitops::isAutoSynced(world.application()));
        }
        RollbackWindow desk(world); // another start of the program
        for (const QString &page : {u"help"_s, u"settings"_s, u"start"_s}) {
            desk.openPage(page);
            QVERIFY(desk.until(
                [&] { return desk.find<console::Reminders>() && desk.find<console::Reminders>()->pauses()->count() == 1; }));
            desk.settle();
            QVERIFY(texts(desk).contains(u"argocd/shop on test"));
        }
        desk.picture(u"paused-bar"_s);
        QMetaObject::invokeMethod(desk.window, "openSheet", Q_ARG(QString, u"paused"_s), Q_ARG(QVariant, QVariantMap()));
        desk.settle();
        desk.picture(u"paused-sheet"_s);
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.until([&] { return gitops::isAutoSynced(world.application()); }));
        QVERIFY(desk.until([&] { return desk.find<console::Reminders>()->pauses()->count() == 0; }));
        desk.settle();
        QVERIFY(!texts(desk).contains(u"argocd/shop on test"));
    }

    void eachStateOfTheSheetIsLookedAt_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("en light 1440") << u"en"_s << u"light"_s << QSize(1440, 900);
        QTest::newRow("es dark 1280") << u"es"_s << u"dark"_s << QSize(1280, 720);
        QTest::newRow("es light 4K") << u"es"_s << u"light"_s << QSize(3840, 2160);
    }
    void eachStateOfTheSheetIsLookedAt()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, theme);
        QFETCH(const QSize, size);
        const QString ending = u"-%1-%2-%3"_s.arg(theme, language).arg(size.width());
        const auto looked
            = [&](const QString &state, const std::function<void(RollbackWorld &, RollbackWindow &)> &begin, bool choose) {
                  RollbackWorld world(rollback::Way::ArgoCd);
                  RollbackWindow desk(world);
                  desk.settings.setLanguage(language);
                  desk.settings.setTheme(theme);
                  desk.window->resize(size);
                  if (begin) {
                      begin(world, desk);
                  }
                  QMetaObject::invokeMethod(desk.window, "openSheet", Q_ARG(QString, u"rollback"_s),
                                            Q_ARG(QVariant, QVariantMap({{u"subject"_s, u"argocd/shop"_s}})));
                  QVERIFY(desk.until([&] { return desk.back() && !desk.back()->isLoading(); }));
                  if (choose) {
                      desk.press(Qt::Key_Down);
                      QVERIFY(desk.until([&] { return !desk.back()->isLooking(); }));
                  }
                  desk.picture(state + ending);
              };
        looked(u"none-chosen"_s, {}, false);
        looked(u"amber"_s, {}, true);
        looked(
            u"red"_s,
            [](RollbackWorld &world, RollbackWindow &) {
                world.occupy(u"waiting for completion of hook"_s);
                world.cluster->allows = [](const QJsonObject &) { return false; };
            },
            true);
        looked(
            u"unknown"_s,
            [](RollbackWorld &, RollbackWindow &desk) {
                desk.amended = [](rollback::Services &services) {
                    services.contents = [](const rollback::Subject &, const rollback::Candidate &, const CancelToken &) {
                        const Promise<rollback::Content> promise;
                        promise.keep(
                            failure(Error::Kind::Unreachable, u"reading Git"_s, u"https://git.example.com does not answer"_s));
                        return promise.answer();
                    };
                };
            },
            true);
        looked(
            u"no-candidates"_s,
            [](RollbackWorld &world, RollbackWindow &) {
                kube::Object shop = world.application();
                QJsonObject status = shop.value(u"status"_s).toObject();
                status.insert(u"history"_s, QJsonArray{status.value(u"history"_s).toArray().last()});
                shop.insert(u"status"_s, status);
                world.cluster->put(shop);
            },
            false);
        looked(
            u"unreachable"_s,
            [](RollbackWorld &world, RollbackWindow &) { world.cluster->failNext(Act::List, Error::Kind::Unreachable, 100); },
            false);
        looked(
            u"no-rights"_s,
            [](RollbackWorld &world, RollbackWindow &) { world.cluster->failNext(Act::List, Error::Kind::Forbidden, 100); },
            false);
    }

private:
    static void connectSync(RollbackWindow &desk)
    {
        desk.world.cluster->serve(gitops::applicationType());
        const QJsonObject rule{
            {u"verbs"_s, QJsonArray{u"*"_s}}, {u"apiGroups"_s, QJsonArray{u"*"_s}}, {u"resources"_s, QJsonArray{u"*"_s}}};
        desk.world.cluster->rules
            = {{u"resourceRules"_s, QJsonArray{rule}}, {u"nonResourceRules"_s, QJsonArray()}, {u"incomplete"_s, false}};
        console::SyncLink::setConnector([&desk](const console::ClusterPlace &) -> Result<console::SyncServices> {
            const gitops::ChangeServices change{.api = desk.world.cluster,
                                                .clock = desk.world.services().clock,
                                                .journal = desk.journal,
                                                .context = u"test"_s,
                                                .cluster = u"https://test"_s,
                                                .userName = u"ada"_s};
            return console::SyncServices{.change = change, .sources = [](CancelToken) {
                                             const Promise<gitops::SourceServices> promise;
                                             promise.keep(
                                                 failure(Error::Kind::Unsupported, u"reading sources"_s, u"none here"_s));
                                             return promise.answer();
                                         }};
        });
    }

    static void openSheet(RollbackWindow &desk, const QString &subject)
    {
        QMetaObject::invokeMethod(desk.window, "openSheet", Q_ARG(QString, u"rollback"_s),
                                  Q_ARG(QVariant, QVariantMap({{u"subject"_s, subject}})));
        QVERIFY(desk.until([&] { return desk.back() && desk.back()->candidates()->count() >= 2; }));
        desk.settle();
    }

    [[nodiscard]] static bool judged(RollbackWindow &desk)
    {
        const bool ended = desk.until([&] { return !desk.back()->isLooking() && !desk.back()->headline().isEmpty(); });
        desk.settle();
        return ended;
    }

    /// What is on screen is degraded; the keys are counted from here.
    static void goesBackByKeys(RollbackWindow &desk, const QString &from, Qt::Key opens = Qt::Key_B)
    {
        int accepted = 0;
        desk.actions = 0;
        desk.press(opens, opens == Qt::Key_B ? Qt::ControlModifier : Qt::NoModifier);
        QVERIFY(desk.until([&] { return desk.back() && desk.back()->candidates()->count() == 2; }));
        QObject::connect(desk.back(), &console::RollbackController::accepted, desk.back(), [&accepted] { ++accepted; });
        desk.settle();
        QCOMPARE(desk.focusName(), u"Versions"_s); // where the arrows are wanted
        QVERIFY(desk.back()->candidate().isEmpty()); // never chosen for a person
        desk.press(Qt::Key_Down);
        QVERIFY(judged(desk));
        QVERIFY2(desk.back()->acceptBlockedReason().isEmpty(), qPrintable(desk.back()->acceptBlockedReason()));
        desk.picture(u"sheet-from-"_s + from);
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk.until([&] { return accepted == 1; }));
        QVERIFY2(desk.actions <= kMostActions, qPrintable(QString::number(desk.actions)));
        QVERIFY(desk.until([&] { return !desk.back()->isRunning(); }));
        QCOMPARE(desk.world.syncs, 1);
        QVERIFY(desk.until([&] { return !desk.sheetIsOpen(); }));
    }

    [[nodiscard]] static QQuickItem *scrolled(RollbackWindow &desk)
    {
        for (QQuickItem *item = desk.focus(); item; item = item->parentItem()) {
            if (item->inherits("QQuickFlickable") && item->property("contentHeight").toReal() > item->height()) {
                return item;
            }
        }
        return nullptr;
    }

    static void gather(const QQuickItem *item, QStringList &found)
    {
        if (!item->isVisible()) {
            return;
        }
        if (item->inherits("QQuickText")) {
            found.append(item->property("text").toString());
        }
        const auto children = item->childItems();
        for (const QQuickItem *child : children) {
            gather(child, found);
        }
    }
    [[nodiscard]] static QString texts(RollbackWindow &desk)
    {
        QStringList found;
        gather(desk.window->contentItem(), found);
        return found.join(u'\n');
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    composition::identify(application);
    RollbackKeysTest test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_RollbackKeys.moc"
