// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/ReadScalar.h"

#include "core/plan/Closest.h"
#include "core/plan/Forms.h"
#include "core/plan/PublicSecrets.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kLongestText = 1024;

std::unexpected<Wrong> wrongType(const QString &sentence, const QString &remedy = {})
{
    return std::unexpected(Wrong{u"plan.wrong-type"_s, sentence, remedy});
}

std::unexpected<Wrong> wrongForm(const QString &sentence, const QString &remedy = {})
{
    return std::unexpected(Wrong{u"plan.wrong-form"_s, sentence, remedy});
}

QString example(const Question &question)
{
    return question.placeholder.isEmpty() ? QString() : Text::tr("It looks like \"%1\".").arg(question.placeholder);
}

QStringList valuesOf(const Question &question)
{
    QStringList values;
    for (const Choice &choice : question.choices) {
        values.append(choice.value);
    }
    return values;
}

/// Outside its limits, for every type that has an order. `parse` reads the limits in the type's own notation.
template <typename T, typename Parse>
std::expected<Datum, Wrong> inRange(const Question &question, const QString &key, const QString &text, T value, Parse parse)
{
    const bool low = !question.minimum.isEmpty() && value < parse(question.minimum);
    const bool high = !question.maximum.isEmpty() && value > parse(question.maximum);
    if (!low && !high) {
        return Datum(value);
    }
    const QString limit = question.minimum.isEmpty() ? Text::tr("It may be %1 at most.").arg(question.maximum)
        : question.maximum.isEmpty()                 ? Text::tr("It must be %1 at least.").arg(question.minimum)
                                     : Text::tr("It must lie between %1 and %2.").arg(question.minimum, question.maximum);
    return std::unexpected(Wrong{u"plan.out-of-range"_s,
                                 low ? Text::tr("%1 is %2, which is too small.").arg(key, text)
                                     : Text::tr("%1 is %2, which is too large.").arg(key, text),
                                 limit});
}

std::expected<Datum, Wrong> integerOf(const Question &question, const QString &text, const QString &key)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok) {
        return wrongType(Text::tr("%1 needs a whole number, not \"%2\".").arg(key, text));
    }
    return inRange(question, key, text, value, [](const QString &limit) { return limit.toLongLong(); });
}

std::expected<Datum, Wrong> decimalOf(const Question &question, const QString &text, const QString &key)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || !std::isfinite(value)) {
        return wrongType(Text::tr("%1 needs a number, not \"%2\".").arg(key, text));
    }
    return inRange(question, key, text, value, [](const QString &limit) { return limit.toDouble(); });
}

std::expected<Datum, Wrong> portOf(const QString &text, const QString &key)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok || value < 1 || value > 65535) {
        return wrongType(Text::tr("%1 needs a port, a whole number from 1 to 65535, not \"%2\".").arg(key, text));
    }
    return Datum(value);
}

std::expected<Datum, Wrong> quantityOf(const Question &question, const QString &text, const QString &key)
{
    const auto value = Quantity::parse(text);
    if (!value) {
        return wrongType(Text::tr("%1 needs a quantity, but %2").arg(key, value.error().detail));
    }
    if (*value < Quantity()) {
        return std::unexpected(Wrong{u"plan.out-of-range"_s, Text::tr("%1 cannot be negative.").arg(key), {}});
    }
    return inRange(question, key, text, *value, [](const QString &limit) { return Quantity::parse(limit).value_or(Quantity()); });
}

std::expected<Datum, Wrong> durationOf(const Question &question, const QString &text, const QString &key)
{
    const auto value = parseDuration(text);
    if (!value) {
        return wrongType(Text::tr("%1 needs a duration, but %2").arg(key, value.error().detail));
    }
    return inRange(question, key, text, *value, [](const QString &limit) { return parseDuration(limit).value_or(Duration()); });
}

std::expected<Datum, Wrong> choiceOf(const Question &question, const QString &text, const QString &key)
{
    const QStringList values = valuesOf(question);
    if (values.contains(text)) {
        return Datum(text);
    }
    return wrongType(Text::tr("%1 cannot be \"%2\".").arg(key, text) + didYouMean(closest(text, values)),
                     Text::tr("Choose one of: %1.").arg(values.join(u", "_s)));
}

std::expected<Datum, Wrong> urlOf(const Question &question, const QString &text, const QString &key)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.isValid() && !url.password().isEmpty()) {
        return std::unexpected(
            Wrong{u"plan.literal-secret"_s, Text::tr("%1 carries a password inside the address.").arg(key),
                  Text::tr("Leave it out and name a Secret that holds it; plans are shared and kept in Git.")});
    }
    const bool web = url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty();
    if (question.pattern.isEmpty() && !web) {
        return wrongForm(Text::tr("%1 needs a web address such as https://example.com, not \"%2\".").arg(key, text));
    }
    return Datum(text);
}

std::expected<Datum, Wrong> secretOf(const QString &text, const QString &key)
{
    const qsizetype slash = text.indexOf(u'/');
    const QString name = text.left(slash);
    if (isPublicSecret(name)) {
        return std::unexpected(Wrong{
            u"plan.public-secret"_s,
            Text::tr("%1 is a password everybody can read in Sentinel's public sources, not the name of a Secret.").arg(key),
            Text::tr("Write the name of a Secret in the cluster; its value never stands in a plan.")});
    }
    if (!isDnsName(name) || (slash >= 0 && !isSecretKey(QStringView(text).sliced(slash + 1)))) {
        // The text is not repeated: it may be the secret itself, typed where its name belongs.
        return wrongForm(Text::tr("%1 needs the name of a Secret, as SECRET or SECRET/KEY, never its value.").arg(key),
                         Text::tr("A Secret's name has lower-case letters, digits, \"-\" and \".\" only."));
    }
    return Datum(text);
}

std::expected<Datum, Wrong> namedForm(const Question &question, const QString &text, const QString &key)
{
    switch (question.type) {
    case AnswerType::HostName: {
        const bool wildcard = !question.pattern.isEmpty() && text.startsWith("*."_L1);
        return isHostName(QStringView(text).sliced(wildcard ? 2 : 0))
            ? std::expected<Datum, Wrong>(text)
            : wrongForm(Text::tr("%1 needs a host name such as sentinel.example.com, not \"%2\".").arg(key, text),
                        Text::tr("Letters, digits and \"-\", in parts joined by dots; no scheme, port or path."));
    }
    case AnswerType::Cidr:
        if (!isCidr(text)) {
            return wrongForm(Text::tr("%1 needs a network such as 10.0.0.0/8 or 2001:db8::/32, not \"%2\".").arg(key, text));
        }
        return networkOf(text) == text ? std::expected<Datum, Wrong>(text)
                                       : wrongForm(Text::tr("%1 is \"%2\", an address inside a network.").arg(key, text),
                                                   Text::tr("Write the network itself: %1.").arg(networkOf(text)));
    case AnswerType::Address:
        return isAddress(text)
            ? std::expected<Datum, Wrong>(text)
            : wrongForm(Text::tr("%1 needs an IP address, with a port or without, not \"%2\".").arg(key, text));
    case AnswerType::Email:
        return isEmail(text) ? std::expected<Datum, Wrong>(text)
                             : wrongForm(Text::tr("%1 needs an e-mail address, not \"%2\".").arg(key, text));
    case AnswerType::Url:
        return urlOf(question, text, key);
    case AnswerType::SecretReference:
        return secretOf(text, key);
    default:
        return Datum(text);
    }
}

/// Compiled once each: the same few patterns are asked again on every keystroke.
bool matches(const QString &pattern, const QString &text)
{
    static thread_local QHash<QString, QRegularExpression> compiled;
    auto found = compiled.find(pattern);
    if (found == compiled.end()) {
        found = compiled.insert(pattern, QRegularExpression(QRegularExpression::anchoredPattern(pattern)));
    }
    return found->match(text).hasMatch();
}

std::expected<Datum, Wrong> textOf(const Question &question, const QString &text, const QString &key)
{
    if (hasControlCharacters(text)) {
        return wrongForm(Text::tr("%1 holds a line break or an invisible character.").arg(key),
                         Text::tr("Type the answer on one line."));
    }
    if (text.size() > kLongestText) {
        return wrongForm(Text::tr("%1 is %2 characters long; %3 is the most.").arg(key).arg(text.size()).arg(kLongestText));
    }
    if (isPublicSecret(text)) {
        return std::unexpected(Wrong{u"plan.public-secret"_s,
                                     Text::tr("%1 is a password everybody can read in Sentinel's public sources.").arg(key),
                                     Text::tr("Choose another value; passwords belong into a Secret, never into a plan.")});
    }
    auto read = namedForm(question, text, key);
    if (read && !question.pattern.isEmpty() && !matches(question.pattern, text)) {
        return wrongForm(Text::tr("%1 cannot be \"%2\".").arg(key, text), example(question));
    }
    return read;
}

} // namespace

std::expected<Datum, Wrong> readScalar(const Question &question, const QString &text, const QString &key)
{
    switch (question.type) {
    case AnswerType::Boolean:
        return text == u"true" || text == u"false" ? std::expected<Datum, Wrong>(text == u"true")
                                                   : wrongType(Text::tr("%1 needs true or false, not \"%2\".").arg(key, text));
    case AnswerType::Integer:
        return integerOf(question, text, key);
    case AnswerType::Decimal:
        return decimalOf(question, text, key);
    case AnswerType::Port:
        return portOf(text, key);
    case AnswerType::Quantity:
        return quantityOf(question, text, key);
    case AnswerType::Duration:
        return durationOf(question, text, key);
    case AnswerType::Choice:
        return choiceOf(question, text, key);
    case AnswerType::Choices:
    case AnswerType::Group:
        return wrongType(Text::tr("%1 needs a list.").arg(key));
    case AnswerType::Text:
    case AnswerType::HostName:
    case AnswerType::Cidr:
    case AnswerType::Address:
    case AnswerType::Url:
    case AnswerType::Email:
    case AnswerType::SecretReference:
        return textOf(question, text, key);
    }
    Q_UNREACHABLE_RETURN({});
}

std::expected<Datum, Wrong> readChoices(const Question &question, const QStringList &texts, const QString &key)
{
    const QStringList values = valuesOf(question);
    QStringList chosen;
    for (const QString &text : texts) {
        if (!values.contains(text)) {
            return wrongType(Text::tr("%1 cannot hold \"%2\".").arg(key, text) + didYouMean(closest(text, values)),
                             Text::tr("Choose any of: %1.").arg(values.join(u", "_s)));
        }
        if (chosen.contains(text)) {
            return wrongType(Text::tr("%1 names \"%2\" twice.").arg(key, text));
        }
        chosen.append(text);
    }
    return Datum(chosen);
}

} // namespace sentinel::plan
