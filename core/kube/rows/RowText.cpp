// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/RowText.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

QString pairOf(qint64 whole, QChar wholeUnit, qint64 rest, QChar restUnit)
{
    const QString text = QString::number(whole) + wholeUnit;
    return rest == 0 ? text : text + QString::number(rest) + restUnit;
}

QString sinceText(qint64 seconds, const QDateTime &now)
{
    return ageText(Duration((now.toSecsSinceEpoch() - seconds) * 1000));
}

QString orNone(QString text)
{
    return text.isEmpty() ? u"<none>"_s : text;
}

} // namespace

QString ageText(Duration age)
{
    const qint64 seconds = age.count() / 1000;
    if (seconds < -1) {
        return u"<invalid>"_s;
    }
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    const qint64 days = hours / 24;
    if (seconds < 60 * 2) {
        return QString::number(std::max<qint64>(seconds, 0)) + u's';
    }
    if (minutes < 10) {
        return pairOf(minutes, u'm', seconds % 60, u's');
    }
    if (hours < 3) {
        return QString::number(minutes) + u'm';
    }
    if (hours < 8) {
        return pairOf(hours, u'h', minutes % 60, u'm');
    }
    if (hours < 48) {
        return QString::number(hours) + u'h';
    }
    if (days < 8) {
        return pairOf(days, u'd', hours % 24, u'h');
    }
    if (days < 365 * 2) {
        return QString::number(days) + u'd';
    }
    if (days < 365 * 8) {
        return pairOf(days / 365, u'y', days % 365, u'd');
    }
    return QString::number(days / 365) + u'y';
}

QString rowText(const ObjectStore &store, RowId row, Field field, const QDateTime &now)
{
    const int column = store.column(field);
    if (column < 0) {
        return {};
    }
    switch (cellKind(field)) {
    case CellKind::Word:
    case CellKind::Text:
        return orNone(store.string(row, column));
    case CellKind::Ratio:
        return QString::number(store.ready(row, column)) + u'/' + QString::number(store.whole(row, column));
    case CellKind::Time:
        return store.number(row, column) == 0 ? u"<none>"_s : sinceText(store.number(row, column), now);
    case CellKind::Number:
        break;
    }
    const QString number = QString::number(store.number(row, column));
    const int last = store.column(Field::LastRestart);
    if (field == Field::Restarts && last >= 0 && store.number(row, column) != 0 && store.number(row, last) != 0) {
        return u"%1 (%2 ago)"_s.arg(number, sinceText(store.number(row, last), now));
    }
    return number;
}

} // namespace sentinel::kube
