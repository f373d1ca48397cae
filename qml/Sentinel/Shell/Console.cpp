// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Shell/Console.h"

#include "app/composition/Application.h"
#include "core/plan/Catalogue.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QQmlEngine>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::shell {

namespace {

Console *g_console = nullptr;

constexpr qint64 kLargestDraftNote = 64 * 1024;

QString wordOf(Language language)
{
    return language == Language::Spanish ? u"es"_s : u"en"_s;
}

/// The note beside a draft; drafts are our own files, yet a broken one must only be left out.
QVariantMap draftOf(const QFileInfo &note)
{
    QFile file(note.filePath());
    if (note.size() > kLargestDraftNote || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject fields = QJsonDocument::fromJson(file.readAll()).object();
    const QDateTime changed = QDateTime::fromString(fields.value("changed"_L1).toString(), Qt::ISODate);
    if (fields.isEmpty() || !QFile::exists(note.path() + u'/' + note.completeBaseName() + u".yaml"_s)) {
        return {};
    }
    return {{u"id"_s, note.completeBaseName()},
            {u"name"_s, fields.value("name"_L1).toString()},
            {u"file"_s, fields.value("file"_L1).toString()},
            {u"step"_s, fields.value("step"_L1).toString()},
            {u"order"_s, changed.toMSecsSinceEpoch()},
            {u"changed"_s, QLocale().toString(changed.toLocalTime(), QLocale::ShortFormat)}};
}

} // namespace

Console::Console(QObject *parent)
    : QObject(parent)
    , m_settings(composition::configFolder() + u"/console.ini"_s, QSettings::IniFormat)
{
    const QString language = m_settings.value(u"language"_s).toString();
    m_language = language.isEmpty() ? composition::systemLanguage() : languageOf(language);
    composition::speak(*QCoreApplication::instance(), m_language);
    const QString theme = m_settings.value(u"theme"_s).toString();
    m_theme = theme == u"light" || theme == u"dark" ? theme : u"system"_s;
    m_highContrast = m_settings.value(u"highContrast"_s, false).toBool();
    m_reduceMotion = m_settings.value(u"reduceMotion"_s, false).toBool();
    m_textScale = std::clamp(m_settings.value(u"textScale"_s, 1.0).toReal(), 0.8, 2.0);
    m_geometry = m_settings.value(u"geometry"_s).toRect();
    listDrafts();
}

void Console::use(Console *console)
{
    g_console = console;
}

Console *Console::create(QQmlEngine *, QJSEngine *)
{
    Q_ASSERT(g_console);
    QJSEngine::setObjectOwnership(g_console, QJSEngine::CppOwnership);
    return g_console;
}

void Console::attach(QQmlEngine *engine)
{
    m_engine = engine;
    engine->setUiLanguage(language());
}

QString Console::language() const
{
    return wordOf(m_language);
}

void Console::setLanguage(const QString &language)
{
    const Language wanted = languageOf(language);
    remember(u"language"_s, wordOf(wanted));
    if (wanted == m_language) {
        return;
    }
    m_language = wanted;
    composition::speak(*QCoreApplication::instance(), wanted);
    if (m_engine) {
        m_engine->setUiLanguage(wordOf(wanted));
        m_engine->retranslate();
    }
    listDrafts(); // dates follow the language
    m_cluster.retranslate();
    Q_EMIT languageChanged();
}

void Console::setTheme(const QString &theme)
{
    if (theme == m_theme || (theme != u"system" && theme != u"light" && theme != u"dark")) {
        return;
    }
    m_theme = theme;
    remember(u"theme"_s, theme);
    Q_EMIT themeChanged();
}

void Console::setHighContrast(bool on)
{
    if (on != m_highContrast) {
        m_highContrast = on;
        remember(u"highContrast"_s, on);
        Q_EMIT themeChanged();
    }
}

void Console::setTextScale(qreal scale)
{
    const qreal kept = std::clamp(scale, 0.8, 2.0);
    if (!qFuzzyCompare(kept, m_textScale)) {
        m_textScale = kept;
        remember(u"textScale"_s, kept);
        Q_EMIT textScaleChanged();
    }
}

void Console::setReduceMotion(bool on)
{
    if (on != m_reduceMotion) {
        m_reduceMotion = on;
        remember(u"reduceMotion"_s, on);
        Q_EMIT reduceMotionChanged();
    }
}

void Console::setGeometry(const QRect &geometry)
{
    if (geometry != m_geometry) {
        m_geometry = geometry;
        remember(u"geometry"_s, geometry);
        Q_EMIT geometryChanged();
    }
}

QString Console::draftsFolder() const
{
    return composition::stateFolder() + u"/drafts"_s;
}

QString Console::configFile() const
{
    return m_settings.fileName();
}

QString Console::configFolder() const
{
    return composition::configFolder();
}

QString Console::version() const
{
    return QCoreApplication::applicationVersion();
}

QVariantList Console::profiles() const
{
    QVariantList list;
    for (const plan::Profile &profile : plan::Catalogue::shipped().profiles()) {
        list.append(QVariantMap{{u"name"_s, profile.name},
                                {u"title"_s, profile.title.in(m_language)},
                                {u"summary"_s, profile.summary.in(m_language)},
                                {u"iconName"_s, u"profile-"_s + profile.name}});
    }
    return list;
}

void Console::listDrafts()
{
    QVariantList list;
    const QFileInfoList notes = QDir(draftsFolder()).entryInfoList({u"*.json"_s}, QDir::Files);
    for (const QFileInfo &note : notes) {
        if (const QVariantMap draft = draftOf(note); !draft.isEmpty()) {
            list.append(draft);
        }
    }
    std::ranges::stable_sort(list, std::ranges::greater(),
                             [](const QVariant &draft) { return draft.toMap().value(u"order"_s).toLongLong(); });
    m_drafts = list;
    Q_EMIT draftsChanged();
}

void Console::remember(const QString &key, const QVariant &value)
{
    m_settings.setValue(key, value);
}

} // namespace sentinel::shell
