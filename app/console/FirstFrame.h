// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

class QQuickWindow;

namespace sentinel::console {

/// Prints "first-frame MILLISECONDS" and ends the program once a frame stood that a person could use: the window said `ready`,
/// and a frame was swapped after that. `sinceStart` must outlive the window.
void printFirstFrame(QQuickWindow *window, const QElapsedTimer &sinceStart);

} // namespace sentinel::console
