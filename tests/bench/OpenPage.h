// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/Flow.h"

#include <QCoreApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <algorithm>
#include <memory>

namespace sentinel::bench {

/// A page of the console in a window of 1440 × 900, on the cluster that the connector of its link makes.
class OpenPage
{
public:
    OpenPage(const char *module, const char *name)
    {
        m_engine.setImportPathList(m_engine.importPathList()
                                   << QCoreApplication::applicationDirPath() + QStringLiteral("/../qml"));
        QQmlComponent component(&m_engine);
        component.loadFromModule(module, name);
        m_window.resize(1440, 900);
        m_made.reset(
            component.createWithInitialProperties({{QStringLiteral("width"), m_window.width()},
                                                   {QStringLiteral("height"), m_window.height()},
                                                   {QStringLiteral("cluster"), QVariantMap{{QStringLiteral("usable"), true}}}}));
        if (!item()) {
            giveUp(component.errorString());
        }
        item()->setParentItem(m_window.contentItem());
        m_window.show();
    }

    [[nodiscard]] QQuickWindow &window() { return m_window; }
    [[nodiscard]] QQuickItem *item() const { return qobject_cast<QQuickItem *>(m_made.get()); }

    /// The controller of that class; ends the program when the page has none.
    [[nodiscard]] QObject *part(const char *type) const
    {
        const QList<QObject *> parts = item()->findChildren<QObject *>();
        const auto found = std::ranges::find_if(parts, [type](const QObject *part) { return part->inherits(type); });
        if (found == parts.end()) {
            giveUp(QStringLiteral("the page has no %1").arg(QLatin1StringView(type)));
        }
        return *found;
    }

private:
    QQmlEngine m_engine;
    QQuickWindow m_window;
    std::unique_ptr<QObject> m_made;
};

} // namespace sentinel::bench
