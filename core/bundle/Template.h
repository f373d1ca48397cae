// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

namespace sentinel::bundle {

/// What a guide's template is filled with.
struct Filling
{
    QHash<QString, QString> texts;
    QSet<QString> flags;
};

/// Fills a Markdown template: `{{name}}` becomes the text, the lines between `{{#flag}}` and `{{/flag}}`, each on a line of its
/// own, stay only when the flag is set, those of `{{^flag}}` only when it is not; they may be nested. A name the filling does not
/// know is a fault of ours; it stays as it stands, where tests find it.
[[nodiscard]] QByteArray fill(const QByteArray &text, const Filling &filling);

} // namespace sentinel::bundle
