// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/CutText.h"

#include <QQuickItem>

namespace sentinel::console {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kRounding = 1; // glyphs may reach into the next pixel

/// Within its window and within every item around it that clips.
bool isInSight(const QQuickItem *item)
{
    QRectF seen = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    for (const QQuickItem *around = item->parentItem(); around; around = around->parentItem()) {
        if (around->opacity() <= 0) {
            return false;
        }
        if (around->clip() || !around->parentItem()) {
            seen &= around->mapRectToScene(QRectF(0, 0, around->width(), around->height()));
        }
    }
    return item->opacity() > 0 && !seen.isEmpty();
}

bool isCut(const QQuickItem *item)
{
    const bool elided = item->property("truncated").toBool();
    const bool wider = item->property("contentWidth").toReal() > item->width() + kRounding;
    return elided || wider;
}

void look(QQuickItem *item, bool mayElide, QStringList &found)
{
    if (!item->isVisible()) {
        return;
    }
    mayElide = mayElide || item->property("mayElide").toBool();
    if (!mayElide && item->inherits("QQuickText") && !item->property("text").toString().isEmpty() && isCut(item)
        && isInSight(item)) {
        const QPointF place = item->mapToScene(QPointF(0, 0));
        found.append(u"\"%1\" at %2,%3"_s.arg(item->property("text").toString()).arg(qRound(place.x())).arg(qRound(place.y())));
    }
    for (QQuickItem *child : item->childItems()) {
        look(child, mayElide, found);
    }
}

} // namespace

QStringList cutTexts(QQuickItem *root)
{
    QStringList found;
    look(root, false, found);
    return found;
}

} // namespace sentinel::console
