// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Application.h"
#include "app/console/CutText.h"
#include "core/journal/Journal.h"
#include "qml/Sentinel/Activity/Reminders.h"
#include "qml/Sentinel/Design/Theme.h"
#include "qml/Sentinel/Rollback/RollbackController.h"
#include "qml/Sentinel/Rollback/SubjectsController.h"
#include "qml/Sentinel/Shell/Console.h"
#include "tests/core/rollback/World.h"

#include <QAccessible>
#include <QDir>
#include <QElapsedTimer>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

namespace sentinel::testing {

/// The console's own window with its real pages, on a cluster in memory; a person at its keyboard.
class RollbackWindow
{
public:
    explicit RollbackWindow(RollbackWorld &rollbackWorld, const QString &protection = u"confirm"_s)
        : world(rollbackWorld)
        , settings(nullptr)
    {
        const auto opened = journal::Journal::open(composition::stateFolder());
        journal = opened ? *opened : nullptr;
        console::setRollbackConnector([this](const console::ClusterPlace &) -> Result<console::RollbackDoor> {
            if (unreachable) {
                return failure(*unreachable);
            }
            return console::RollbackDoor{.api = world.cluster,
                                         .services
                                         = [this](const rollback::Subject &, const CancelToken &) { return kept(services()); },
                                         .context = u"test"_s,
                                         .server = u"https://test"_s};
        });
        settings.setReduceMotion(true);
        settings.cluster()->useCluster({{u"name"_s, u"eu-1"_s},
                                        {u"kubeconfig"_s, u"/somewhere/config"_s},
                                        {u"context"_s, u"test"_s},
                                        {u"protection"_s, protection}});
        shell::Console::use(&settings);
        engine.setImportPathList(engine.importPathList() << QStringLiteral(SENTINEL_BINARY_DIR "/qml"));
        settings.attach(&engine);
        engine.singletonInstance<design::Theme *>("Sentinel.Design", "Theme");
        QQmlComponent component(&engine);
        component.loadFromModule(u"Sentinel.Shell"_s, u"Main"_s);
        made.reset(component.create());
        window = qobject_cast<QQuickWindow *>(made.get());
        if (!window) {
            qWarning("%s", qUtf8Printable(component.errorString()));
            return;
        }
        window->resize(1440, 900);
        window->requestActivate();
    }

    /// The answers of the fakes come from the event loop, and their time moves when nothing else does.
    [[nodiscard]] bool until(const std::function<bool()> &isDone, std::chrono::milliseconds patience = std::chrono::seconds(20))
    {
        QElapsedTimer since;
        since.start();
        while (!isDone()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            if (since.elapsed() > patience.count()) {
                return false;
            }
            if (!isDone()) {
                world.clock.advanceToNext();
            }
        }
        return true;
    }
    void settle()
    {
        // Frames that were swapped before the end may be told of after it.
        const auto frames = std::make_shared<int>(0);
        const auto counted
            = QObject::connect(window, &QQuickWindow::frameSwapped, window, [frames] { ++*frames; }, Qt::QueuedConnection);
        std::ignore = until([&] {
            window->update();
            return *frames > 3;
        });
        QObject::disconnect(counted);
    }
    void openPage(const QString &id, const QVariantMap &properties = {})
    {
        QMetaObject::invokeMethod(window, "openPage", Q_ARG(QString, id), Q_ARG(QVariant, properties));
    }
    /// One press of a person; `actions` counts them.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++actions;
        QTest::keyClick(window, key, modifiers);
    }
    void type(const QString &text)
    {
        for (const QChar letter : text) {
            QTest::keyClick(window, letter.toLatin1());
        }
    }
    template <typename T>
    [[nodiscard]] T *find() const
    {
        return window->findChild<T *>();
    }
    /// Of the sheet: the page has one of its own.
    [[nodiscard]] console::RollbackController *back() const
    {
        const auto desks = window->findChildren<console::RollbackController *>();
        for (console::RollbackController *desk : desks) {
            if (desk->parent() && desk->parent()->property("runTitle").isValid()) {
                return desk;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QQuickItem *focus() const { return window->activeFocusItem(); }
    [[nodiscard]] QString focusName() const
    {
        const auto *accessible = focus() ? QAccessible::queryAccessibleInterface(focus()) : nullptr;
        return accessible ? accessible->text(QAccessible::Name) : QString();
    }
    [[nodiscard]] bool sheetIsOpen() const
    {
        for (const QQuickItem *item = focus(); item; item = item->parentItem()) {
            if (item->inherits("QQuickOverlay")) {
                return true;
            }
        }
        return false;
    }
    void picture(const QString &name)
    {
        settle();
        const QString folder = QStringLiteral(SENTINEL_BINARY_DIR "/screens/rollback");
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(window->grabWindow().save(folder + u'/' + name + u".png"_s));
        const QStringList cut = console::cutTexts(window->contentItem());
        QVERIFY2(cut.isEmpty(), qPrintable(name + u": "_s + cut.join(u'\n')));
    }

    RollbackWorld &world;
    shell::Console settings;
    QQmlEngine engine;
    std::shared_ptr<journal::Journal> journal;
    std::unique_ptr<QObject> made;
    QQuickWindow *window = nullptr;
    std::optional<Error> unreachable;
    std::function<void(rollback::Services &)> amended; ///< what a test wants otherwise
    int actions = 0;

private:
    rollback::Services services()
    {
        rollback::Services services = world.services();
        services.pauses = std::make_shared<rollback::JournalPauses>(journal);
        if (amended) {
            amended(services);
        }
        return services;
    }
    static Async<rollback::Services> kept(rollback::Services services)
    {
        const Promise<rollback::Services> promise;
        promise.keep(std::move(services));
        return promise.answer();
    }
};

} // namespace sentinel::testing
