// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQmlEngine>
#include <memory>

namespace sentinel::console {

/// The window with its first page, or nothing after the engine said why. While the engine's own thread reads the types of both,
/// this one makes the fonts and the words of the first page ready, so that neither waits for the other.
[[nodiscard]] std::unique_ptr<QObject> makeFrame(QQmlEngine &engine, const QString &firstModule, const QString &firstType);

} // namespace sentinel::console
