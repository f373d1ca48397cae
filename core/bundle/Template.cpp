// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Template.h"

#include <QList>

namespace sentinel::bundle {

namespace {

void appendLine(QByteArray &result, QByteArrayView line, const Filling &filling)
{
    qsizetype begin = 0;
    while (true) {
        const qsizetype open = line.indexOf("{{", begin);
        const qsizetype close = open < 0 ? -1 : line.indexOf("}}", open);
        if (close < 0) {
            break;
        }
        const auto found = filling.texts.constFind(QString::fromUtf8(line.sliced(open + 2, close - open - 2)));
        result += line.sliced(begin, open - begin);
        result += found == filling.texts.cend() ? line.sliced(open, close + 2 - open).toByteArray() : found->toUtf8();
        begin = close + 2;
    }
    result += line.sliced(begin);
    result += '\n';
}

} // namespace

QByteArray fill(const QByteArray &text, const Filling &filling)
{
    QByteArray result;
    result.reserve(text.size() * 2);
    QList<bool> shown; // one for each open section: whether its lines stay
    qsizetype begin = 0;
    while (begin < text.size()) {
        qsizetype end = text.indexOf('\n', begin);
        end = end < 0 ? text.size() : end;
        const QByteArrayView line(text.constData() + begin, end - begin);
        begin = end + 1;
        if (line.startsWith("{{#") || line.startsWith("{{^")) {
            const bool set = filling.flags.contains(QString::fromUtf8(line.sliced(3, line.size() - 5)));
            shown.append(set == (line[2] == '#'));
        } else if (line.startsWith("{{/")) {
            Q_ASSERT(!shown.isEmpty()); // our own templates; every one is filled by a test
            shown.removeLast();
        } else if (!shown.contains(false)) {
            appendLine(result, line, filling);
        }
    }
    Q_ASSERT(shown.isEmpty());
    return result;
}

} // namespace sentinel::bundle
