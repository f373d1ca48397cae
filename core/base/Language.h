// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace sentinel {

/// The languages people meet; machine-readable output is never translated.
enum class Language { English, Spanish };

/// Spanish for "es", "es_CL.UTF-8" and the like, English for everything else.
[[nodiscard]] inline Language languageOf(QStringView locale)
{
    return locale == u"es" || locale.startsWith(u"es_") || locale.startsWith(u"es-") || locale.startsWith(u"es.")
        ? Language::Spanish
        : Language::English;
}

} // namespace sentinel
