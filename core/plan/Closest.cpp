// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Closest.h"

#include <QCoreApplication>
#include <algorithm>
#include <vector>

namespace sentinel::plan {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Optimal string alignment distance, rows of the usual table kept three at a time.
qsizetype slips(QStringView a, QStringView b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<qsizetype> beforeLast(width);
    std::vector<qsizetype> last(width);
    std::vector<qsizetype> row(width);
    for (std::size_t j = 0; j < width; ++j) {
        last[j] = static_cast<qsizetype>(j);
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j < width; ++j) {
            const QChar left = a[i - 1].toLower();
            const QChar right = b[static_cast<qsizetype>(j) - 1].toLower();
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (left == right ? 0 : 1)});
            if (i > 1 && j > 1 && left == b[static_cast<qsizetype>(j) - 2].toLower() && a[i - 2].toLower() == right) {
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
            }
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[width - 1];
}

} // namespace

QString closest(QStringView word, const QStringList &candidates)
{
    // A hostile file may hold a key of megabytes; no name of ours is that long.
    constexpr qsizetype kLongest = 80;
    QString best;
    if (word.size() > kLongest) {
        return best;
    }
    qsizetype fewest = std::max<qsizetype>(word.size() / 3, 1) + 1;
    for (const QString &candidate : candidates) {
        if (std::abs(candidate.size() - word.size()) >= fewest) {
            continue;
        }
        if (const qsizetype count = slips(word, candidate); count < fewest) {
            fewest = count;
            best = candidate;
        }
    }
    return best;
}

QString didYouMean(const QString &suggestion)
{
    return suggestion.isEmpty() ? QString() : u' ' + Text::tr("Did you mean \"%1\"?").arg(suggestion);
}

} // namespace sentinel::plan
