// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/TokenSource.h"

#include "core/base/Files.h"

#include <QCoreApplication>

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kFresh = std::chrono::seconds(50); // a minute, less ten seconds for what is under way
constexpr qint64 kMostBytes = 64 * 1024;

bool isHeaderSafe(const QByteArray &token)
{
    return std::ranges::none_of(token, [](char letter) { return letter <= ' ' || letter > '~'; });
}

} // namespace

TokenSource::TokenSource(const ClusterAccess &access, std::shared_ptr<Clock> clock)
    : m_clock(std::move(clock))
    , m_file(access.tokenFile)
    , m_token(access.token)
{
}

Result<QByteArray> TokenSource::token()
{
    const QDateTime now = m_clock->now();
    const bool isStale
        = std::exchange(m_isOld, false) || !m_readAt.isValid() || m_readAt > now || m_readAt.msecsTo(now) >= kFresh.count();
    if (!m_file.isEmpty() && isStale) {
        const auto read = readFile(m_file, kMostBytes);
        const bool hasOld = m_readAt.isValid();
        if (read && !read->trimmed().isEmpty()) {
            m_token = read->trimmed();
            m_readAt = now;
        } else if (!hasOld) {
            return read ? failure(Error::Kind::Invalid, Text::tr("reading the token of the cluster"),
                                  Text::tr("The token file %1 is empty.").arg(m_file), {.file = m_file})
                        : failure(read);
        }
    }
    if (!isHeaderSafe(m_token)) {
        return failure(Error::Kind::Invalid, Text::tr("reading the token of the cluster"),
                       Text::tr("The token of the user holds characters that no token has."));
    }
    return m_token;
}

} // namespace sentinel::kube
