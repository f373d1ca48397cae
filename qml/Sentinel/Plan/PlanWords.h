// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Quantity.h"
#include "core/plan/InstallPlan.h"

#include <QLocale>
#include <QString>

namespace sentinel::console {

/// Numbers as the person's language writes them.
[[nodiscard]] QLocale localeOf(Language language);
/// "384 GiB", "11.4 TiB": three significant digits, in the largest binary unit that keeps the number above 1.
[[nodiscard]] QString binarySize(double bytes, Language language);
/// "96", "61.5": cores without a unit, at most one digit after the point.
[[nodiscard]] QString coreCount(double cores, Language language);
/// "€ 3,140": whole, with the currency's sign in front or behind as the language wants it.
[[nodiscard]] QString price(double amount, const QString &currency, Language language);

/// "1 day" or "90 days": `one` for exactly one, else `many` with the number in the language's notation at %1. Both languages we
/// speak know just these two.
[[nodiscard]] QString counted(qint64 number, const QString &one, const QString &many, Language language);

/// A question's unit in the person's language: "cores", "núcleos".
[[nodiscard]] QString unitText(const QString &unit);
/// "Events per second" for "load.eventsPerSecond", "environments.prod.load.eventsPerSecond"; the key itself where it is none of
/// ours.
[[nodiscard]] QString labelOf(const QString &key, Language language);
/// The answer as people say it: "1,200 events/s", "90 days", "Gateway API", "yes".
[[nodiscard]] QString spoken(const plan::Answers &answers, const QString &key, Language language);
/// Where an answer comes from: "Your answer", "From profile prod", "Worked out from Keep data for".
[[nodiscard]] QString originSentence(const plan::Answers &answers, const plan::Question &question, Language language);

/// "Loki" for the value `loki` of the question `key`.
[[nodiscard]] QString choiceText(const QString &key, const QString &value, Language language);
/// A sentence of a rule with the names of its answers as the page shows them: "Set load.eventStore=loki" becomes
/// "Set “Events are kept in” to Loki".
[[nodiscard]] QString inWords(const QString &sentence, Language language);
/// Figures and formulas as `language` writes numbers; core/sizing writes them with a decimal point.
[[nodiscard]] QString localFigures(QString text, Language language);

/// "load.eventsPerSecond" and "prod" out of "environments.prod.load.eventsPerSecond"; `environment` is empty for a base key and
/// for one of a cluster, whose name is left out.
struct ScopedKey
{
    QString environment;
    QString key;
};
[[nodiscard]] ScopedKey splitKey(const QString &key);
[[nodiscard]] QString scopedKey(const QString &environment, const QString &key);
/// "load" for "load.eventsPerSecond".
[[nodiscard]] QString stepOf(const QString &key);

} // namespace sentinel::console
