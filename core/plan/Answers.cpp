// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Answers.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

template <typename T>
T valueOr(const Datum &datum, T otherwise)
{
    const T *value = std::get_if<T>(&datum);
    return value ? *value : std::move(otherwise);
}

bool isEmpty(const Datum &datum)
{
    return std::visit(
        [](const auto &value) {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, std::monostate>) {
                return true;
            } else if constexpr (requires { value.isEmpty(); }) {
                return value.isEmpty();
            } else {
                return false;
            }
        },
        datum);
}

} // namespace

QString GroupItem::text(QStringView field) const
{
    const auto found = fields.constFind(field.toString());
    return found == fields.constEnd() ? QString() : valueOr(*found, QString());
}

qint64 GroupItem::integer(QStringView field) const
{
    const auto found = fields.constFind(field.toString());
    return found == fields.constEnd() ? 0 : valueOr(*found, qint64(0));
}

bool GroupItem::operator==(const GroupItem &other) const
{
    return fields == other.fields;
}

QString notation(const Datum &datum)
{
    struct Notation
    {
        QString operator()(std::monostate) const { return {}; }
        QString operator()(bool value) const { return value ? u"true"_s : u"false"_s; }
        QString operator()(qint64 value) const { return QString::number(value); }
        QString operator()(double value) const { return QString::number(value, 'g', QLocale::FloatingPointShortest); }
        QString operator()(const QString &value) const { return value; }
        QString operator()(const QStringList &value) const { return value.join(u", "_s); }
        QString operator()(Quantity value) const { return value.toString(); }
        QString operator()(Duration value) const { return formatDuration(value); }
        QString operator()(const QList<GroupItem> &) const { return {}; }
    };
    return std::visit(Notation(), datum);
}

const Answers::Resolved &Answers::resolved(QStringView key) const
{
    const auto found = m_answers.constFind(key);
    Q_ASSERT_X(found != m_answers.constEnd(), "Answers", qPrintable(key.toString()));
    static const Resolved nothing;
    return found == m_answers.constEnd() ? nothing : *found;
}

bool Answers::has(QStringView key) const
{
    const Resolved &answer = resolved(key);
    return answer.applies && !isEmpty(answer.datum);
}

bool Answers::applies(QStringView key) const
{
    return resolved(key).applies;
}

Origin Answers::origin(QStringView key) const
{
    return resolved(key).origin;
}

QString Answers::text(QStringView key) const
{
    return valueOr(resolved(key).datum, QString());
}

bool Answers::flag(QStringView key) const
{
    return valueOr(resolved(key).datum, false);
}

qint64 Answers::integer(QStringView key) const
{
    return valueOr(resolved(key).datum, qint64(0));
}

double Answers::decimal(QStringView key) const
{
    const Datum &datum = resolved(key).datum;
    const auto *whole = std::get_if<qint64>(&datum);
    return whole ? static_cast<double>(*whole) : valueOr(datum, 0.0);
}

Quantity Answers::quantity(QStringView key) const
{
    return valueOr(resolved(key).datum, Quantity());
}

Duration Answers::duration(QStringView key) const
{
    return valueOr(resolved(key).datum, Duration());
}

QStringList Answers::choices(QStringView key) const
{
    return valueOr(resolved(key).datum, QStringList());
}

QList<GroupItem> Answers::group(QStringView key) const
{
    return valueOr(resolved(key).datum, QList<GroupItem>());
}

QString Answers::notation(QStringView key) const
{
    return plan::notation(resolved(key).datum);
}

void Answers::describe(QString planName, QString environment, QString profile, QString cluster, int environmentCount)
{
    m_planName = std::move(planName);
    m_environment = std::move(environment);
    m_profile = std::move(profile);
    m_cluster = std::move(cluster);
    m_environmentCount = environmentCount;
}

} // namespace sentinel::plan
