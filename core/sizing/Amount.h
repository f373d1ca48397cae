// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sizing/Sizing.h"

namespace sentinel::sizing {

/// A number with its unit and the way people read it: four significant digits, disks in decimal units (as they are sold), memory
/// in binary ones (as Kubernetes counts it).
struct Amount
{
    double value = 0;
    QString unit;
    QString display;
};

[[nodiscard]] Amount disk(double bytes); ///< "10.04 TB"
[[nodiscard]] Amount memory(double bytes); ///< "1.62 GiB"
[[nodiscard]] Amount byteRate(double bytesPerSecond); ///< "3.324 MB/s"
[[nodiscard]] Amount cores(double cores); ///< "4 vCPU"
[[nodiscard]] Amount perSecond(double rate); ///< "1200/s"
[[nodiscard]] Amount elapsed(double seconds); ///< "16 h 25 min"
[[nodiscard]] Amount count(double number, const QString &unit); ///< "215": what is counted, the label says
[[nodiscard]] Amount money(double amount, const QString &currency); ///< "3140 EUR"
/// Four significant digits without trailing zeros; from 10 000 on whole, in groups of three with a narrow space (which no
/// language takes for a decimal sign).
[[nodiscard]] QString number(double value);
/// Days, hours or seconds as a formula shows them: "90 d", "4 h", "120 s", "50 ms".
[[nodiscard]] QString span(double seconds);

/// How a number came about.
struct Derivation
{
    QString formula;
    QString worked;
    QString source;
    QStringList inputs;
};
[[nodiscard]] Figure figure(const QString &id, const QString &label, const Amount &amount, const Derivation &derivation);

/// Quantities that survive any answer: the figure keeps the true number, the quantity stops at 8 Pi, past which Kubernetes cannot
/// count.
[[nodiscard]] Quantity volume(double bytes); ///< whole Gi, rounded up
[[nodiscard]] Quantity memoryQuantity(double bytes); ///< whole Mi, rounded up
[[nodiscard]] Quantity cpuQuantity(double cores); ///< rounded up to 10m
[[nodiscard]] int replicaCount(double pods); ///< rounded up, 1 to 1e9

inline constexpr double kMi = 1024.0 * 1024.0;
inline constexpr double kGi = 1024.0 * kMi;
inline constexpr double kDay = 86400.0;

} // namespace sentinel::sizing
