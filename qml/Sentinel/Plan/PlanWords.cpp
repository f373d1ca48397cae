// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/PlanWords.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// The words among the units of the catalogue; symbols (%, Mbit/s) are the same everywhere.
[[maybe_unused]] constexpr const char *kUnits[] = {
    QT_TRANSLATE_NOOP("Units", "billion parameters"),
    QT_TRANSLATE_NOOP("Units", "bytes"),
    QT_TRANSLATE_NOOP("Units", "cores"),
    QT_TRANSLATE_NOOP("Units", "days"),
    QT_TRANSLATE_NOOP("Units", "events/s"),
    QT_TRANSLATE_NOOP("Units", "per GiB and month"),
    QT_TRANSLATE_NOOP("Units", "per core and month"),
    QT_TRANSLATE_NOOP("Units", "per second"),
    QT_TRANSLATE_NOOP("Units", "requests/s"),
};

QString significant(double value, const QLocale &locale)
{
    const int digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    QString text = locale.toString(value, 'f', digits);
    const QString point = locale.decimalPoint();
    while (text.contains(point) && (text.endsWith(u'0') || text.endsWith(point))) {
        text.chop(1);
    }
    return text;
}

/// The labels of the answers an expression mentions, in its order.
QStringList mentioned(const QString &expression, Language language)
{
    static const QRegularExpression key(u"[a-z]+\\.[A-Za-z][A-Za-z0-9]*"_s);
    QStringList labels;
    for (auto match = key.globalMatch(expression); match.hasNext();) {
        const plan::Question *question = plan::Catalogue::shipped().find(match.next().captured());
        if (question && !labels.contains(question->label.in(language))) {
            labels.append(question->label.in(language));
        }
    }
    return labels;
}

QString spokenDuration(Duration duration, Language language)
{
    using namespace std::chrono;
    if (duration.count() > 0 && duration % days(1) == milliseconds(0)) {
        const auto count = duration_cast<days>(duration).count();
        return counted(count, Text::tr("1 day"), Text::tr("%1 days"), language);
    }
    return formatDuration(duration);
}

QString choiceLabel(const plan::Question &question, const QString &value, Language language)
{
    for (const plan::Choice &choice : question.choices) {
        if (choice.value == value) {
            // What follows in brackets explains the choice where it is made; in a sentence it would be in the way.
            return choice.label.in(language).section(u" ("_s, 0, 0);
        }
    }
    return value;
}

} // namespace

QLocale localeOf(Language language)
{
    return language == Language::Spanish ? QLocale(QLocale::Spanish, QLocale::Spain)
                                         : QLocale(QLocale::English, QLocale::UnitedStates);
}

QString binarySize(double bytes, Language language)
{
    static constexpr std::array kUnits{u"B", u"KiB", u"MiB", u"GiB", u"TiB", u"PiB"};
    std::size_t unit = 0;
    while (bytes >= 1024 && unit + 1 < kUnits.size()) {
        bytes /= 1024;
        ++unit;
    }
    return significant(bytes, localeOf(language)) + QChar(QChar::Nbsp) + QString(kUnits.at(unit));
}

QString coreCount(double cores, Language language)
{
    return cores >= 100 ? localeOf(language).toString(std::ceil(cores), 'f', 0)
                        : significant(std::ceil(cores * 10) / 10, localeOf(language));
}

QString price(double amount, const QString &currency, Language language)
{
    static const QHash<QString, QString> signs{
        {u"EUR"_s, u"€"_s}, {u"USD"_s, u"US$"_s}, {u"GBP"_s, u"£"_s}, {u"CLP"_s, u"CLP$"_s}};
    const QString number = localeOf(language).toString(std::round(amount), 'f', 0);
    const QString sign = signs.value(currency, currency);
    return language == Language::Spanish ? number + QChar(QChar::Nbsp) + sign : sign + QChar(QChar::Nbsp) + number;
}

QString counted(qint64 number, const QString &one, const QString &many, Language language)
{
    return number == 1 ? one : many.arg(localeOf(language).toString(number));
}

QString unitText(const QString &unit)
{
    return unit.isEmpty() ? unit : QCoreApplication::translate("Units", unit.toUtf8().constData());
}

QString labelOf(const QString &key, Language language)
{
    const plan::Question *question = plan::Catalogue::shipped().find(splitKey(key).key);
    return question ? question->label.in(language) : key;
}

QString spoken(const plan::Answers &answers, const QString &key, Language language)
{
    const plan::Question *question = plan::Catalogue::shipped().find(key);
    const QLocale locale = localeOf(language);
    const plan::Datum &datum = answers.resolved(key).datum;
    QString text;
    if (std::holds_alternative<std::monostate>(datum)) {
        return Text::tr("none");
    }
    if (const auto *flag = std::get_if<bool>(&datum)) {
        return *flag ? Text::tr("yes") : Text::tr("no");
    }
    if (const auto *items = std::get_if<QList<plan::GroupItem>>(&datum)) {
        return counted(items->size(), Text::tr("1 entry"), Text::tr("%1 entries"), language);
    }
    if (const auto *whole = std::get_if<qint64>(&datum)) {
        text = question->type == plan::AnswerType::Port ? QString::number(*whole) : locale.toString(*whole);
    } else if (const auto *number = std::get_if<double>(&datum)) {
        text = locale.toString(*number, 'g', 12);
    } else if (const auto *duration = std::get_if<Duration>(&datum)) {
        text = spokenDuration(*duration, language);
    } else if (const auto *quantity = std::get_if<Quantity>(&datum)) {
        text = quantity->format() == Quantity::Format::Binary ? binarySize(quantity->value(), language) : quantity->toString();
    } else if (question->type == plan::AnswerType::Choice) {
        text = choiceLabel(*question, answers.text(key), language);
    } else {
        text = plan::notation(datum);
    }
    return question->unit.isEmpty() ? text : text + u' ' + unitText(question->unit);
}

QString originSentence(const plan::Answers &answers, const plan::Question &question, Language language)
{
    switch (answers.origin(question.key).source) {
    case Origin::Source::Default:
        return Text::tr("Usual value");
    case Origin::Source::Derived: {
        const QStringList labels = mentioned(question.defaultExpression, language);
        return labels.isEmpty() ? Text::tr("Worked out") : Text::tr("Worked out from %1").arg(labels.join(u", "_s));
    }
    case Origin::Source::Profile:
        return Text::tr("From profile %1").arg(answers.profile());
    case Origin::Source::Base:
        return Text::tr("Your answer");
    case Origin::Source::Environment:
        return Text::tr("Your answer for %1").arg(answers.environment());
    case Origin::Source::Cluster:
        return Text::tr("Your answer for cluster %1").arg(answers.cluster());
    }
    return {};
}

QString choiceText(const QString &key, const QString &value, Language language)
{
    const plan::Question *question = plan::Catalogue::shipped().find(key);
    return question ? choiceLabel(*question, value, language) : value;
}

QString inWords(const QString &sentence, Language language)
{
    static const QRegularExpression mention(
        u"(environments\\.[a-z0-9-]+\\.)?\\b([a-z]+\\.[A-Za-z][A-Za-z0-9]*)(?:=([A-Za-z0-9_-]+))?"_s);
    QString said;
    qsizetype at = 0;
    for (auto matches = mention.globalMatch(sentence); matches.hasNext();) {
        const auto match = matches.next();
        const plan::Question *question = plan::Catalogue::shipped().find(match.captured(2));
        if (!question) {
            continue;
        }
        said += QStringView(sentence).sliced(at, match.capturedStart() - at);
        const QString name = u'“' + question->label.in(language) + u'”';
        said += match.captured(3).isEmpty() ? name
                                            : Text::tr("%1 to %2").arg(name, choiceLabel(*question, match.captured(3), language));
        at = match.capturedEnd();
    }
    said += QStringView(sentence).sliced(at);
    return said;
}

QString localFigures(QString text, Language language)
{
    static const QRegularExpression decimalPoint(u"(?<=\\d)\\.(?=\\d)"_s);
    return language == Language::Spanish ? text.replace(decimalPoint, u","_s) : text;
}

ScopedKey splitKey(const QString &key)
{
    if (key.startsWith(u"clusters["_s)) {
        return {{}, key.section(u"]."_s, 1)};
    }
    static const QString prefix = u"environments."_s;
    if (!key.startsWith(prefix)) {
        return {{}, key};
    }
    const qsizetype end = key.indexOf(u'.', prefix.size());
    return end < 0 ? ScopedKey{key.mid(prefix.size()), {}}
                   : ScopedKey{key.mid(prefix.size(), end - prefix.size()), key.mid(end + 1)};
}

QString scopedKey(const QString &environment, const QString &key)
{
    return environment.isEmpty() ? key : u"environments."_s + environment + u'.' + key;
}

QString stepOf(const QString &key)
{
    return key.section(u'.', 0, 0);
}

} // namespace sentinel::console
