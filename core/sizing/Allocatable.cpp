// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Allocatable.h"

#include "core/sizing/Amount.h"

#include <algorithm>
#include <array>
#include <limits>

namespace sentinel::sizing {

namespace {

struct Slice
{
    double width;
    double share; ///< reserved of it
};

constexpr double kAll = std::numeric_limits<double>::infinity();

template <std::size_t N>
double reserved(double amount, const std::array<Slice, N> &slices)
{
    double kept = 0;
    for (const Slice &slice : slices) {
        const double part = std::clamp(amount, 0.0, slice.width);
        kept += part * slice.share;
        amount -= part;
    }
    return kept;
}

} // namespace

double allocatableCpu(double cores)
{
    static constexpr std::array kSlices{Slice{1, 0.06}, Slice{1, 0.01}, Slice{2, 0.005}, Slice{kAll, 0.0025}};
    return std::max(0.0, cores - reserved(cores, kSlices));
}

double allocatableMemory(double bytes)
{
    static constexpr std::array kSlices{Slice{4 * kGi, 0.25}, Slice{4 * kGi, 0.20}, Slice{8 * kGi, 0.10}, Slice{112 * kGi, 0.06},
                                        Slice{kAll, 0.02}};
    constexpr double kEviction = 100 * kMi;
    return std::max(0.0, bytes - reserved(bytes, kSlices) - kEviction);
}

} // namespace sentinel::sizing
