// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <array>
#include <optional>
#include <utility>

namespace sentinel {

/// How much stands between a hand and a cluster. A level holds for everything below it too.
enum class ProtectionLevel {
    None, ///< what is asked for is done
    Confirm, ///< what changes or destroys is confirmed once
    TypedName, ///< what destroys is confirmed by typing its name
    ReadOnly, ///< nothing is written at all
};

namespace detail {
constexpr std::array kProtectionNames{
    std::pair(ProtectionLevel::None, u"none"),
    std::pair(ProtectionLevel::Confirm, u"confirm"),
    std::pair(ProtectionLevel::TypedName, u"typed-name"),
    std::pair(ProtectionLevel::ReadOnly, u"read-only"),
};
} // namespace detail

/// "none", "confirm", "typed-name", "read-only": the words of files and flags.
[[nodiscard]] inline QStringView protectionName(ProtectionLevel level)
{
    for (const auto &[each, name] : detail::kProtectionNames) {
        if (each == level) {
            return name;
        }
    }
    return {};
}

[[nodiscard]] inline std::optional<ProtectionLevel> protectionNamed(QStringView name)
{
    for (const auto &[level, each] : detail::kProtectionNames) {
        if (name == each) {
            return level;
        }
    }
    return {};
}

} // namespace sentinel
