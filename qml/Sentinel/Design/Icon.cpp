// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Design/Icon.h"

#include <QFile>
#include <QLoggingCategory>
#include <QPainter>
#include <QQuickWindow>
#include <QSvgRenderer>

namespace sentinel::design {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(icons, "sentinel.design.icons")

struct Drawing
{
    QString name;
    QRgb color;
    int pixels;
    bool operator==(const Drawing &) const = default;
};

size_t qHash(const Drawing &drawing, size_t seed)
{
    return qHashMulti(seed, drawing.name, drawing.color, drawing.pixels);
}

QImage draw(const Drawing &drawing)
{
    QFile file(u":/sentinel/icons/"_s + drawing.name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(icons) << "no such icon:" << drawing.name;
        return {};
    }
    const QByteArray tinted = file.readAll().replace("currentColor", QColor(drawing.color).name().toLatin1());
    QSvgRenderer renderer(tinted);
    QImage image(drawing.pixels, drawing.pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

QImage drawn(const Drawing &drawing)
{
    // One store a thread: with a threaded render loop painting happens off the GUI thread.
    thread_local QHash<Drawing, QImage> known;
    auto found = known.constFind(drawing);
    if (found == known.cend()) {
        found = known.insert(drawing, draw(drawing));
    }
    return *found;
}

} // namespace

Icon::Icon(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(m_size, m_size);
}

void Icon::setName(const QString &name)
{
    if (m_name != name) {
        m_name = name;
        update();
        Q_EMIT nameChanged();
    }
}

void Icon::setColor(const QColor &color)
{
    if (m_color != color) {
        m_color = color;
        update();
        Q_EMIT colorChanged();
    }
}

void Icon::setSize(qreal size)
{
    if (!qFuzzyCompare(m_size, size)) {
        m_size = size;
        setImplicitSize(size, size);
        update();
        Q_EMIT sizeChanged();
    }
}

void Icon::paint(QPainter *painter)
{
    if (m_name.isEmpty()) {
        return;
    }
    const qreal ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
    const qreal edge = qMin(width(), height());
    const QImage image = drawn({m_name, m_color.rgb(), qMax(1, qRound(edge * ratio))});
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(QRectF((width() - edge) / 2, (height() - edge) / 2, edge, edge), image);
}

} // namespace sentinel::design
