// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Quantity.h"

#include <QCoreApplication>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace sentinel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct Suffix
{
    QLatin1StringView name;
    long double factor;
    Quantity::Format format;
};

constexpr long double kKibi = 1024.0L;
constexpr std::array kSuffixes{
    Suffix{"Ki"_L1, kKibi, Quantity::Format::Binary},
    Suffix{"Mi"_L1, kKibi *kKibi, Quantity::Format::Binary},
    Suffix{"Gi"_L1, kKibi *kKibi *kKibi, Quantity::Format::Binary},
    Suffix{"Ti"_L1, kKibi *kKibi *kKibi *kKibi, Quantity::Format::Binary},
    Suffix{"Pi"_L1, kKibi *kKibi *kKibi *kKibi *kKibi, Quantity::Format::Binary},
    Suffix{"Ei"_L1, kKibi *kKibi *kKibi *kKibi *kKibi *kKibi, Quantity::Format::Binary},
    Suffix{"n"_L1, 1e-9L, Quantity::Format::Decimal},
    Suffix{"u"_L1, 1e-6L, Quantity::Format::Decimal},
    Suffix{"m"_L1, 1e-3L, Quantity::Format::Decimal},
    Suffix{"k"_L1, 1e3L, Quantity::Format::Decimal},
    Suffix{"M"_L1, 1e6L, Quantity::Format::Decimal},
    Suffix{"G"_L1, 1e9L, Quantity::Format::Decimal},
    Suffix{"T"_L1, 1e12L, Quantity::Format::Decimal},
    Suffix{"P"_L1, 1e15L, Quantity::Format::Decimal},
    Suffix{"E"_L1, 1e18L, Quantity::Format::Decimal},
};

std::unexpected<Error> refuse(QStringView text)
{
    return failure(
        Error::Kind::Invalid, Text::tr("reading a quantity"),
        Text::tr("\"%1\" is not a Kubernetes quantity; write a number with an optional unit, such as 500m, 2, 512Mi or 1.5Gi.")
            .arg(text));
}

qint64 clampToMilli(long double value)
{
    constexpr auto kMost = static_cast<long double>(std::numeric_limits<qint64>::max());
    return value >= kMost ? std::numeric_limits<qint64>::max() : static_cast<qint64>(value);
}

} // namespace

Quantity Quantity::fromMilli(qint64 milli, Format format)
{
    Quantity quantity;
    quantity.m_milli = milli;
    quantity.m_format = format;
    return quantity;
}

Quantity Quantity::cores(double cores)
{
    // The small step back keeps 0.1 + 0.2 from becoming 301m.
    return fromMilli(clampToMilli(std::ceil(static_cast<long double>(cores) * 1000.0L - 1e-6L)));
}

Quantity Quantity::bytes(double bytes)
{
    return fromMilli(clampToMilli(std::ceil(static_cast<long double>(bytes) - 1e-6L) * 1000.0L), Format::Binary);
}

Quantity Quantity::mebibytes(double mebibytes)
{
    return bytes(std::ceil(mebibytes - 1e-9) * 1024.0 * 1024.0);
}

Quantity Quantity::gibibytes(double gibibytes)
{
    return bytes(std::ceil(gibibytes - 1e-9) * 1024.0 * 1024.0 * 1024.0);
}

Result<Quantity> Quantity::parse(QStringView text)
{
    qsizetype end = 0;
    const auto isDigit = [&](qsizetype at) { return at < text.size() && text[at] >= u'0' && text[at] <= u'9'; };
    if (end < text.size() && (text[end] == u'+' || text[end] == u'-')) {
        ++end;
    }
    const qsizetype digitsStart = end;
    qsizetype digits = 0;
    while (isDigit(end)) {
        ++end, ++digits;
    }
    if (end < text.size() && text[end] == u'.') {
        ++end;
        while (isDigit(end)) {
            ++end, ++digits;
        }
    }
    if (digits == 0 || end == digitsStart || digits > 30) {
        return refuse(text);
    }
    // Long double holds 19 digits, so every amount in range survives the way through it.
    const long double number = std::strtold(text.first(end).toLatin1().constData(), nullptr);
    const QStringView rest = text.sliced(end);
    long double factor = 1.0L;
    Format format = Format::Decimal;
    if (!rest.isEmpty()) {
        bool known = false;
        for (const Suffix &suffix : kSuffixes) {
            if (rest == suffix.name) {
                factor = suffix.factor;
                format = suffix.format;
                known = true;
                break;
            }
        }
        if (!known && rest.size() >= 2 && (rest[0] == u'e' || rest[0] == u'E')) {
            const int exponent = rest.sliced(1).toInt(&known);
            known = known && exponent >= -18 && exponent <= 18;
            factor = std::pow(10.0L, static_cast<long double>(exponent));
        }
        if (!known) {
            return refuse(text);
        }
    }
    const long double milli = number * factor * 1000.0L;
    if (std::abs(milli) >= static_cast<long double>(std::numeric_limits<qint64>::max())) {
        return failure(Error::Kind::Invalid, Text::tr("reading a quantity"),
                       Text::tr("\"%1\" is larger than any cluster can hold; 9P is the most.").arg(text));
    }
    const long double away = milli < 0 ? std::floor(milli + 1e-7L) : std::ceil(milli - 1e-7L);
    return fromMilli(static_cast<qint64>(away), format);
}

QString Quantity::toString() const
{
    if (m_milli == 0) {
        return u"0"_s;
    }
    if (m_milli % 1000 != 0) {
        return QString::number(m_milli) + u'm';
    }
    const qint64 whole = m_milli / 1000;
    if (m_format == Format::Binary) {
        qint64 number = whole;
        int power = 0;
        while (power < 6 && number % 1024 == 0) {
            number /= 1024;
            ++power;
        }
        static constexpr std::array kNames{""_L1, "Ki"_L1, "Mi"_L1, "Gi"_L1, "Ti"_L1, "Pi"_L1, "Ei"_L1};
        return QString::number(number) + kNames[static_cast<std::size_t>(power)];
    }
    qint64 number = whole;
    int power = 0;
    while (power < 6 && number % 1000 == 0) {
        number /= 1000;
        ++power;
    }
    static constexpr std::array kNames{""_L1, "k"_L1, "M"_L1, "G"_L1, "T"_L1, "P"_L1, "E"_L1};
    return QString::number(number) + kNames[static_cast<std::size_t>(power)];
}

Quantity Quantity::operator*(double factor) const
{
    const long double milli = static_cast<long double>(m_milli) * static_cast<long double>(factor);
    if (m_format == Format::Binary) {
        return fromMilli(clampToMilli(std::ceil(milli / 1000.0L - 1e-6L) * 1000.0L), m_format);
    }
    return fromMilli(clampToMilli(std::ceil(milli - 1e-6L)), m_format);
}

Quantity &Quantity::operator+=(Quantity other)
{
    // Adding memory to an empty sum takes over memory's way of writing.
    if (m_milli == 0) {
        m_format = other.m_format;
    }
    m_milli += other.m_milli;
    return *this;
}

Quantity &Quantity::operator-=(Quantity other)
{
    m_milli -= other.m_milli;
    return *this;
}

} // namespace sentinel
