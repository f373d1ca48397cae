// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PublicSecrets.h"

#include <QString>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

constexpr std::array kWords{
    "darkfenix"_L1,
    "repl_darkfenix"_L1,
    "sentinel_password"_L1,
    "sentinel_default_secure_pass"_L1,
    "sentinel_staging"_L1,
    "sentinel_staging_password"_L1,
    "sentinel_n8n_2024"_L1,
    "staging_n8n_password"_L1,
    "staging_admin_change_me"_L1,
    "changeme"_L1,
    "changeme123"_L1,
    "changeme456"_L1,
    "sentinel2024"_L1,
    "minioadmin"_L1,
    "admin"_L1,
    "password"_L1,
};
constexpr std::array kBeginnings{"your-secret-key-change"_L1, "sentinel_encryption_key"_L1, "sentinel_wal_secret"_L1};

} // namespace

bool isPublicSecret(QStringView text)
{
    const QStringView word = text.trimmed();
    return std::ranges::any_of(kWords, [&](QLatin1StringView each) { return word.compare(each, Qt::CaseInsensitive) == 0; })
        || std::ranges::any_of(kBeginnings, [&](QLatin1StringView each) { return word.startsWith(each, Qt::CaseInsensitive); });
}

} // namespace sentinel::plan
