// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Names.h"

#include <QRandomGenerator>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

QString timestamp(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

QString microTimestamp(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'000Z'"_s);
}

QString nameSuffix()
{
    constexpr QLatin1StringView kLetters("bcdfghjklmnpqrstvwxz2456789");
    QString result;
    for (int i = 0; i < 5; ++i) {
        result.append(
            kLetters[static_cast<qsizetype>(QRandomGenerator::global()->bounded(static_cast<quint32>(kLetters.size())))]);
    }
    return result;
}

QString generatedName(const QString &prefix)
{
    return prefix.left(58) + nameSuffix();
}

} // namespace sentinel::sandbox
