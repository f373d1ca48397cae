// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/Application.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QTranslator>

namespace sentinel::composition {

using namespace Qt::StringLiterals;

namespace {

QString folderBelow(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + u"/sentinel-console"_s;
}

/// The locale the environment asks for messages in; empty when it asks for none.
QString environmentLocale()
{
    QString locale;
    for (const char *variable : {"LC_ALL", "SENTINEL_LANGUAGE", "LC_MESSAGES", "LANG"}) {
        locale = qEnvironmentVariable(variable);
        if (!locale.isEmpty()) {
            break;
        }
    }
    // As gettext has it: LANGUAGE refines a locale, it does not replace "C".
    const bool plain = locale.isEmpty() || locale == u"C" || locale.startsWith(u"C.") || locale == u"POSIX";
    if (const QString wishes = qEnvironmentVariable("LANGUAGE"); !plain && !wishes.isEmpty()) {
        return wishes.section(u':', 0, 0);
    }
    return locale;
}

QLocale formatsFor(Language language)
{
    const QLocale system = QLocale::system();
    const QLocale::Language wanted = language == Language::Spanish ? QLocale::Spanish : QLocale::English;
    // Someone in Chile who reads Spanish gets the formats of Chile, not those of Spain.
    return system.language() == wanted ? system : QLocale(wanted);
}

} // namespace

void identify(QCoreApplication &application)
{
    application.setApplicationName(u"sentinel-console"_s);
    application.setApplicationVersion(QStringLiteral(SENTINEL_VERSION));
}

Language systemLanguage()
{
#ifdef Q_OS_UNIX
    return languageOf(environmentLocale());
#else
    return languageOf(QLocale::system().uiLanguages(QLocale::TagSeparator::Underscore).value(0));
#endif
}

void speak(QCoreApplication &application, Language language)
{
    static const QString kOurs = u"sentinel-sentences"_s;
    for (QTranslator *spoken : application.findChildren<QTranslator *>(kOurs, Qt::FindDirectChildrenOnly)) {
        application.removeTranslator(spoken);
        delete spoken;
    }
    QLocale::setDefault(formatsFor(language));
    auto *translator = new QTranslator(&application);
    translator->setObjectName(kOurs);
    if (translator->load(language == Language::Spanish ? u":/i18n/sentinel_es.qm"_s : u":/i18n/sentinel_en.qm"_s)) {
        application.installTranslator(translator);
    } else {
        delete translator;
    }
}

QString stateFolder()
{
    return folderBelow(QStandardPaths::GenericStateLocation);
}

QString configFolder()
{
    return folderBelow(QStandardPaths::GenericConfigLocation);
}

QString cacheFolder()
{
    return folderBelow(QStandardPaths::GenericCacheLocation);
}

} // namespace sentinel::composition
