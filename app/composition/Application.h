// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Language.h"

#include <QString>

class QCoreApplication;

namespace sentinel::composition {

/// Name and version, the same for the console and the command line, so both find the same folders.
void identify(QCoreApplication &application);

/// The language of the person's environment (LANGUAGE, LC_ALL, SENTINEL_LANGUAGE, LC_MESSAGES, LANG; elsewhere what the system
/// says).
[[nodiscard]] Language systemLanguage();

/// Sentences and number formats in `language` from now on. May be called again at any time; the sentences of the last language
/// are taken away first. English comes from the sources, its plurals from `:/i18n/sentinel_en.qm`; Spanish is
/// `:/i18n/sentinel_es.qm`.
void speak(QCoreApplication &application, Language language);

/// Where drafts and, later, the journal are: `$XDG_STATE_HOME/sentinel-console` on Linux. Not created by asking.
[[nodiscard]] QString stateFolder();

/// Where preferences are: `$XDG_CONFIG_HOME/sentinel-console` on Linux. Not created by asking.
[[nodiscard]] QString configFolder();

/// Where things are that can be fetched again: `$XDG_CACHE_HOME/sentinel-console` on Linux. Not created by asking.
[[nodiscard]] QString cacheFolder();

} // namespace sentinel::composition
