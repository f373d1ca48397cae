// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/Value.h"

#include <QRandomGenerator>

/// Trees and texts as nasty as YAML makes them, the same for the same seed.
class RandomTree
{
public:
    explicit RandomTree(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    bool oneIn(int chance) { return below(chance) == 0; }

    template <typename List>
    const auto &pick(const List &list)
    {
        return list[static_cast<qsizetype>(m_random.bounded(static_cast<int>(std::size(list))))];
    }

    QString text()
    {
        static const QStringList kPieces
            = QString::fromUtf8("a|B|9|-|_|.|:|: | #|#|,|[|]|{|}|&|*|!|%|@|`|'|\"|\\| |  |\n|\n\n|\t|?|? |- "
                                "|---|...|0|1e3|0x1f|yes|~|null|=|<<|ñ|日本|😀|é|\u0085|\u2028|\u00a0|"
                                "\u200b|\x07|\x7f|\r|\ufeff|{{ x }}|http://h:80/?q=1|2026-01-31|12:30:45|.5|$|(|)|;|<|>")
                  .split(u'|');
        QString text;
        for (int left = oneIn(6) ? below(12) : below(4); left >= 0; --left) {
            text += oneIn(15) ? QStringLiteral("|") : pick(kPieces);
        }
        return oneIn(25) ? QString() : text;
    }

    sentinel::yaml::Value scalar()
    {
        using sentinel::yaml::Value;
        static const QStringList kNumbers{QStringLiteral("0"),    QStringLiteral("-12"), QStringLiteral("1.10"),
                                          QStringLiteral("1e3"),  QStringLiteral(".5"),  QStringLiteral("0o17"),
                                          QStringLiteral("0xFF"), QStringLiteral(".inf")};
        switch (below(6)) {
        case 0:
            return {};
        case 1:
            return below(2) == 0;
        case 2:
            return Value::number(pick(kNumbers));
        default:
            return text();
        }
    }

    sentinel::yaml::Value tree(int depth = 4)
    {
        using sentinel::yaml::Value;
        if (depth == 0 || oneIn(4)) {
            return scalar();
        }
        const int count = below(5);
        if (oneIn(3)) {
            Value list = Value::list(QList<Value>{});
            for (int i = 0; i < count; ++i) {
                list.append(tree(depth - 1));
            }
            return list;
        }
        Value map = Value::map();
        for (int i = 0; i < count; ++i) {
            map.set(oneIn(3) ? text() : QStringLiteral("key%1").arg(i), tree(depth - 1));
        }
        return map;
    }

private:
    QRandomGenerator m_random;
};
