// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Tour.h"

#include "app/console/CutText.h"
#include "qml/Sentinel/Shell/Console.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QImage>
#include <QKeyEvent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>

namespace sentinel::console {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::seconds kPatience{30}; // a page that takes longer on a loaded machine has lost its way
enum Wait { InTime, Late };
constexpr int kLooks = 5; // a cluster that lives changes a page even while it is looked at
constexpr int kFramesToRest = 2; // layouts settle one frame after the change that asked for them

void say(const QString &line)
{
    std::printf("%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

} // namespace

void keepTourToItself()
{
    static const QTemporaryDir kHome;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(kHome.filePath(u"config"_s)));
    qputenv("XDG_STATE_HOME", QFile::encodeName(kHome.filePath(u"state"_s)));
}

Tour::Tour(shell::Console &console, QQuickWindow *window, const Options &options)
    : m_console(console)
    , m_window(window)
    , m_options(options)
{
}

bool Tour::play()
{
    if (!QDir().mkpath(m_options.tourFolder)) {
        fail(Text::tr("%1: this folder cannot be made. Name one that can be written to.").arg(m_options.tourFolder));
        return false;
    }
    const QString spoken = m_console.language(); // what is said at the end is for the person, not for a picture
    m_console.setReduceMotion(true); // no picture shows a thing half-way
    for (const Look &look : looks()) {
        playIn(look);
    }
    m_console.setLanguage(spoken);
    say(Text::tr("%n picture(s) in %1", nullptr, m_pictures).arg(m_options.tourFolder));
    return m_complete && m_pictures > 0;
}

QList<Tour::Look> Tour::looks() const
{
    if (m_options.theme.isEmpty() && m_options.language.isEmpty()) {
        return {{u"light"_s, u"en"_s}, {u"dark"_s, u"es"_s}};
    }
    return {
        {m_options.theme.isEmpty() ? u"light"_s : m_options.theme, m_options.language.isEmpty() ? u"en"_s : m_options.language}};
}

void Tour::playIn(const Look &look)
{
    m_look = look;
    m_number = 0;
    m_console.setTheme(look.theme);
    m_console.setLanguage(look.language);
    m_console.cluster()->restartRehearsal(); // every look begins with an empty one
    playPage(u"start"_s);
    playPalette();
    for (const QString &id : {u"plan"_s, u"deploy"_s, u"sync"_s, u"workloads"_s, u"certificates"_s, u"rollback"_s, u"activity"_s,
                              u"settings"_s, u"help"_s}) {
        playPage(id);
    }
}

void Tour::playPage(const QString &id)
{
    QMetaObject::invokeMethod(m_window, "dismissNotice");
    QMetaObject::invokeMethod(m_window, "closeSheet");
    QMetaObject::invokeMethod(m_window, "openPage", Q_ARG(QString, id), Q_ARG(QVariant, QVariantMap()));
    if (!until([this, &id] { return page() && m_window->property("pageId").toString() == id; })) {
        fail(Text::tr("The page \"%1\" did not open.").arg(id));
        return;
    }
    const QStringList stops = page()->property("tourStops").toStringList();
    if (stops.isEmpty()) {
        takePicture(id, {});
    }
    for (const QString &stop : stops) {
        QMetaObject::invokeMethod(m_window, "dismissNotice"); // of the stop before
        QMetaObject::invokeMethod(page(), "showStop", Q_ARG(QString, stop));
        takePicture(id, stop);
    }
}

void Tour::playPalette()
{
    QMetaObject::invokeMethod(m_window, "openPalette");
    takePicture(u"palette"_s, {});
    pressEscape();
}

void Tour::takePicture(const QString &pageId, const QString &stop)
{
    QStringList parts{u"%1"_s.arg(++m_number, 2, 10, QChar(u'0')), pageId, stop, m_look.theme, m_look.language};
    parts.removeAll(QString());
    const QString name = parts.join(u'-');
    if (!untilSettled()) {
        fail(Text::tr("%1: the page did not come to rest.").arg(name));
        return;
    }
    QStringList cut = cutTexts(m_window->contentItem());
    for (int look = 1; look < kLooks && !cut.isEmpty() && untilSettled(); ++look) {
        cut = cutTexts(m_window->contentItem()); // what is really cut stays so
    }
    for (const QString &text : std::as_const(cut)) {
        say(u"cut: %1: %2"_s.arg(name, text));
    }
    const QString path = m_options.tourFolder + u'/' + name + u".png"_s;
    const QImage picture = m_window->grabWindow();
    if (picture.isNull() || !picture.save(path)) {
        fail(Text::tr("%1: this picture could not be written.").arg(path));
        return;
    }
    ++m_pictures;
}

void Tour::pressEscape()
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, Qt::Key_Escape, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window, &event);
    }
}

bool Tour::until(const std::function<bool()> &condition)
{
    QEventLoop loop;
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &loop, [&loop] { loop.exit(Late); });
    QObject::connect(
        m_window, &QQuickWindow::frameSwapped, &loop,
        [this, &loop, &condition] {
            if (condition()) {
                loop.exit(InTime);
            } else {
                m_window->update();
            }
        },
        Qt::QueuedConnection); // swapped on the render thread
    patience.start(kPatience);
    m_window->update();
    return loop.exec() == InTime;
}

bool Tour::untilSettled()
{
    int rested = 0;
    return until([this, &rested] {
        const bool above = m_window->property("ready").toBool() && m_window->property("resting").toBool();
        const bool still = above && page() && page()->property("settled").toBool();
        rested = still ? rested + 1 : 0;
        return rested >= kFramesToRest;
    });
}

QQuickItem *Tour::page() const
{
    return m_window->property("currentPage").value<QQuickItem *>();
}

void Tour::fail(const QString &sentence)
{
    m_complete = false;
    std::fprintf(stderr, "sentinel-console: %s\n", qUtf8Printable(sentence));
}

} // namespace sentinel::console
