// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Amount.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

namespace {

constexpr std::array kDecimalUnits{"B"_L1, "kB"_L1, "MB"_L1, "GB"_L1, "TB"_L1, "PB"_L1, "EB"_L1};
constexpr std::array kBinaryUnits{"B"_L1, "KiB"_L1, "MiB"_L1, "GiB"_L1, "TiB"_L1, "PiB"_L1, "EiB"_L1};

/// The amount in the largest unit of which there is at least a tenth: 0.332 MB/s, 0.39 GiB.
QString inUnits(double bytes, double step, const std::array<QLatin1StringView, 7> &units)
{
    std::size_t unit = 0;
    // 999.95 shows as 1000 in four digits, so it belongs to the next unit.
    while (unit + 1 < units.size() && bytes >= 999.95) {
        bytes /= step;
        ++unit;
    }
    return number(bytes) + u' ' + units[unit];
}

} // namespace

QString number(double value)
{
    if (std::abs(value) >= 9999.5) {
        QString digits = QString::number(value, 'f', 0);
        for (qsizetype at = digits.size() - 3; at > (value < 0 ? 1 : 0); at -= 3) {
            digits.insert(at, QChar(0x202f));
        }
        return digits;
    }
    if (value == std::floor(value)) {
        return QString::number(static_cast<qint64>(value));
    }
    const int whole = std::abs(value) < 1 ? 1 : static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
    QString digits = QString::number(value, 'f', std::abs(value) < 0.1 ? 4 : std::max(0, 4 - whole));
    while (digits.contains(u'.') && (digits.endsWith(u'0') || digits.endsWith(u'.'))) {
        digits.chop(1);
    }
    return digits;
}

QString span(double seconds)
{
    if (seconds >= kDay && std::fmod(seconds, kDay) == 0) {
        return number(seconds / kDay) + " d"_L1;
    }
    if (seconds >= 3600 && std::fmod(seconds, 3600) == 0) {
        return number(seconds / 3600) + " h"_L1;
    }
    if (seconds < 1) {
        return number(seconds * 1000) + " ms"_L1;
    }
    return number(seconds) + " s"_L1;
}

Amount disk(double bytes)
{
    return {bytes, u"B"_s, inUnits(bytes, 1000, kDecimalUnits)};
}

Amount memory(double bytes)
{
    return {bytes, u"B"_s, inUnits(bytes, 1024, kBinaryUnits)};
}

Amount byteRate(double bytesPerSecond)
{
    return {bytesPerSecond, u"B/s"_s, inUnits(bytesPerSecond, 1000, kDecimalUnits) + "/s"_L1};
}

Amount cores(double cores)
{
    return {cores, u"vCPU"_s, number(cores) + " vCPU"_L1};
}

Amount perSecond(double rate)
{
    return {rate, u"1/s"_s, number(rate) + "/s"_L1};
}

Amount elapsed(double seconds)
{
    const double minutes = std::ceil(seconds / 60.0);
    QString text;
    if (seconds < 120) {
        text = number(std::ceil(seconds)) + " s"_L1;
    } else if (minutes < 60) {
        text = number(minutes) + " min"_L1;
    } else if (minutes < 48 * 60) {
        text = number(std::floor(minutes / 60)) + " h "_L1 + number(std::fmod(minutes, 60)) + " min"_L1;
    } else {
        text = number(std::floor(minutes / 1440)) + " d "_L1 + number(std::floor(std::fmod(minutes, 1440) / 60)) + " h"_L1;
    }
    return {seconds, u"s"_s, text};
}

Amount count(double number_, const QString &unit)
{
    return {number_, unit, number(number_)};
}

Amount money(double amount, const QString &currency)
{
    return {amount, currency, number(std::round(amount)) + u' ' + currency};
}

Figure figure(const QString &id, const QString &label, const Amount &amount, const Derivation &derivation)
{
    return {.id = id,
            .label = label,
            .value = amount.value,
            .unit = amount.unit,
            .display = amount.display,
            .formula = derivation.formula,
            .worked = derivation.worked,
            .source = derivation.source,
            .inputs = derivation.inputs};
}

namespace {

constexpr double kMostBytes = 8.0 * 1024 * 1024 * kGi;

} // namespace

Quantity volume(double bytes)
{
    return Quantity::gibibytes(std::min(bytes, kMostBytes) / kGi);
}

Quantity memoryQuantity(double bytes)
{
    return Quantity::mebibytes(std::min(bytes, kMostBytes) / kMi);
}

Quantity cpuQuantity(double cores)
{
    constexpr double kMostCores = 1e12;
    return Quantity::fromMilli(static_cast<qint64>(std::ceil(std::min(cores, kMostCores) * 100.0 - 1e-6)) * 10);
}

int replicaCount(double pods)
{
    return static_cast<int>(std::clamp(std::ceil(pods - 1e-9), 1.0, 1e9));
}

} // namespace sentinel::sizing
