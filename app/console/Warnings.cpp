// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Warnings.h"

#include <QMutex>
#include <QtLogging>

namespace sentinel::console {

namespace {

QtMessageHandler g_before = nullptr;
QMutex g_lock; // threads of the renderer warn too
QStringList g_warnings;

/// Qt's animation clock tells of itself when a fading scroll bar of its own style ends while the clock is at rest between
/// two pauses (Qt 6.8, on a machine that is late). No page of ours starts or stops that clock.
bool isOfQtsOwnClock(const QString &message)
{
    return message.startsWith(QLatin1StringView("QUnifiedTimer::stopAnimationDriver"));
}

void collect(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !isOfQtsOwnClock(message)) {
        const QMutexLocker held(&g_lock);
        g_warnings.append(message);
    }
    g_before(type, context, message);
}

} // namespace

void collectWarnings()
{
    if (!g_before) {
        g_before = qInstallMessageHandler(collect);
    }
}

QStringList collectedWarnings()
{
    const QMutexLocker held(&g_lock);
    return g_warnings;
}

} // namespace sentinel::console
