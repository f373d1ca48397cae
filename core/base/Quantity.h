// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <compare>

namespace sentinel {

/// A Kubernetes resource quantity ("500m", "2", "1.5Gi", "340G", "1e3"), exact to 1/1000.
/// Range: ±9.2e15 units (9.2 PB); Kubernetes itself rounds finer values up to the next milli-unit when it accounts for them.
/// Source of the grammar: k8s.io/apimachinery/pkg/api/resource, "Quantity".
class Quantity
{
public:
    enum class Format {
        Decimal, ///< "500m", "2", "3k", "1M": CPU and counts
        Binary, ///< "512Mi", "16Gi": memory and disks
    };

    Quantity() = default;
    [[nodiscard]] static Quantity fromMilli(qint64 milli, Format format = Format::Decimal);
    [[nodiscard]] static Quantity cores(double cores); ///< rounded up to the next milli-core
    [[nodiscard]] static Quantity bytes(double bytes); ///< binary format, rounded up to the next byte
    [[nodiscard]] static Quantity mebibytes(double mebibytes); ///< rounded up to the next Mi
    [[nodiscard]] static Quantity gibibytes(double gibibytes); ///< rounded up to the next Gi: what a volume is asked for
    /// Invalid for anything Kubernetes would refuse; the sentence says what is expected.
    [[nodiscard]] static Result<Quantity> parse(QStringView text);

    [[nodiscard]] qint64 milli() const { return m_milli; }
    [[nodiscard]] double value() const { return static_cast<double>(m_milli) / 1000.0; } ///< cores, bytes or a count
    [[nodiscard]] bool isZero() const { return m_milli == 0; }
    [[nodiscard]] Format format() const { return m_format; }
    /// Canonical form, as Kubernetes writes it: the largest suffix that keeps the number whole.
    [[nodiscard]] QString toString() const;

    Quantity operator+(Quantity other) const { return fromMilli(m_milli + other.m_milli, m_format); }
    Quantity operator-(Quantity other) const { return fromMilli(m_milli - other.m_milli, m_format); }
    Quantity operator*(double factor) const; ///< rounded up to the next milli-unit (decimal) or byte (binary)
    Quantity &operator+=(Quantity other);
    Quantity &operator-=(Quantity other);
    /// Compares amounts; the format plays no part.
    std::strong_ordering operator<=>(const Quantity &other) const { return m_milli <=> other.m_milli; }
    bool operator==(const Quantity &other) const { return m_milli == other.m_milli; }

private:
    qint64 m_milli = 0;
    Format m_format = Format::Decimal;
};

} // namespace sentinel
