// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/FirstFrame.h"

#include <QCoreApplication>
#include <QQuickWindow>
#include <cstdio>

namespace sentinel::console {

void printFirstFrame(QQuickWindow *window, const QElapsedTimer &sinceStart)
{
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [window, &sinceStart] {
            if (!window->property("ready").toBool()) {
                window->update(); // so that a frame follows the moment it is ready
                return;
            }
            std::printf("first-frame %lld\n", static_cast<long long>(sinceStart.elapsed()));
            std::fflush(stdout);
            QCoreApplication::exit(0);
        },
        Qt::QueuedConnection); // swapped on the render thread
}

} // namespace sentinel::console
