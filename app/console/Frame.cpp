// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Frame.h"

#include "qml/Sentinel/Design/Theme.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

/// Finds, opens and shapes each font of the first page once: what the first text would wait for.
void openFonts(const design::Theme &theme)
{
    struct Use
    {
        int size;
        QFont::Weight weight;
    };
    const Use uses[] = {{theme.sizeBase(), QFont::Normal},
                        {theme.sizeBase(), QFont::DemiBold},
                        {theme.sizeSmall(), QFont::Normal},
                        {theme.sizeSection(), QFont::DemiBold},
                        {theme.sizeTitle(), QFont::DemiBold}};
    for (const Use &use : uses) {
        QFont font = QGuiApplication::font();
        font.setPixelSize(use.size);
        font.setWeight(use.weight);
        QTextLayout layout(u"Sentinel · 1 …"_s, font);
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
    }
}

} // namespace

std::unique_ptr<QObject> makeFrame(QQmlEngine &engine, const QString &firstModule, const QString &firstType)
{
    QQmlComponent frame(&engine);
    QQmlComponent first(&engine); // kept until the frame opens it, so that its types stay read
    frame.loadFromModule(u"Sentinel.Shell"_s, u"Main"_s, QQmlComponent::Asynchronous);
    first.loadFromModule(firstModule, firstType, QQmlComponent::Asynchronous);
    openFonts(*engine.singletonInstance<design::Theme *>("Sentinel.Design", "Theme"));
    if (frame.isLoading()) {
        QEventLoop loop;
        QObject::connect(&frame, &QQmlComponent::statusChanged, &loop, &QEventLoop::quit);
        loop.exec();
    }
    std::unique_ptr<QObject> made(frame.create());
    if (!made) {
        for (const QQmlError &error : frame.errors()) {
            qWarning("%s", qUtf8Printable(error.toString()));
        }
    }
    return made;
}

} // namespace sentinel::console
