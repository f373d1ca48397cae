// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Rows/ShellWord.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::console {

QString shellWord(const QString &word)
{
    static const QString kPlain = u"-_./:@%+=,~"_s;
    const bool plain = !word.isEmpty() && std::ranges::all_of(word, [](QChar character) {
        return (character.isLetterOrNumber() && character.unicode() < 128) || kPlain.contains(character);
    });
    return plain ? word : u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString commandLine(const QStringList &words)
{
    QStringList typed;
    for (const QString &word : words) {
        typed.append(shellWord(word));
    }
    return typed.join(u' ');
}

} // namespace sentinel::console
