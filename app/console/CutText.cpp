// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/CutText.h"

#include <QQuickItem>

namespace sentinel::console {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kRounding = 1.5; // glyphs may reach into the next pixel

QRectF inScene(const QQuickItem *item)
{
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

bool isScrolled(const QQuickItem *item)
{
    return item->inherits("QQuickFlickable")
        && (item->property("contentHeight").toReal() > item->height() || item->property("contentWidth").toReal() > item->width());
}

enum class Sight { Whole, Partly, Out };

/// How much of `item` is within its window and within the items around it that clip. What a person can scroll to is in sight.
Sight sightOf(const QQuickItem *item)
{
    if (item->opacity() <= 0) {
        return Sight::Out;
    }
    const QRectF whole = inScene(item);
    bool partly = false;
    bool scrolled = false;
    for (const QQuickItem *around = item->parentItem(); around; around = around->parentItem()) {
        if (around->opacity() <= 0) {
            return Sight::Out;
        }
        if (!around->clip() && around->parentItem()) {
            continue;
        }
        const QRectF place = inScene(around);
        if (!place.intersects(whole)) {
            return Sight::Out;
        }
        scrolled = scrolled || isScrolled(around);
        partly = partly || (!scrolled && !place.adjusted(-kRounding, -kRounding, kRounding, kRounding).contains(whole));
    }
    return partly ? Sight::Partly : Sight::Whole;
}

bool isLargerThanItsPlace(const QQuickItem *text)
{
    return text->property("truncated").toBool() || text->property("contentWidth").toReal() > text->width() + kRounding
        || text->property("contentHeight").toReal() > text->height() + kRounding;
}

bool isCard(const QQuickItem *item)
{
    for (const QMetaObject *type = item->metaObject(); type; type = type->superClass()) {
        if (QLatin1StringView(type->className()).startsWith("Card_QMLTYPE_"_L1)) {
            return true;
        }
    }
    return false;
}

QString placeOf(const QQuickItem *item)
{
    const QPointF corner = item->mapToScene(QPointF(0, 0));
    return u"%1,%2"_s.arg(qRound(corner.x())).arg(qRound(corner.y()));
}

void lookAtText(const QQuickItem *text, QStringList &found)
{
    const Sight sight = sightOf(text);
    if (sight == Sight::Partly || (sight == Sight::Whole && isLargerThanItsPlace(text))) {
        found.append(u"\"%1\" at %2"_s.arg(text->property("text").toString(), placeOf(text)));
    }
}

void look(QQuickItem *item, bool mayElide, QStringList &found)
{
    if (!item->isVisible()) {
        return;
    }
    mayElide = mayElide || item->property("mayElide").toBool();
    if (!mayElide && item->inherits("QQuickText") && !item->property("text").toString().isEmpty()) {
        lookAtText(item, found);
    }
    if (isCard(item) && item->implicitHeight() > item->height() + kRounding && sightOf(item) != Sight::Out) {
        const QString title = item->property("title").toString();
        found.append(u"card \"%1\" at %2 is %3 high and needs %4"_s.arg(title, placeOf(item))
                         .arg(qRound(item->height()))
                         .arg(qRound(item->implicitHeight())));
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
