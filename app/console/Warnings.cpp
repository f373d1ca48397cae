// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Warnings.h"

#include <QMutex>
#include <QtLogging>

namespace sentinel::console {

namespace {

QtMessageHandler g_before = nullptr;
QMutex g_lock; // threads of the renderer warn too
QStringList g_warnings;

void collect(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtWarningMsg || type == QtCriticalMsg) {
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
