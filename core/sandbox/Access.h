// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Call.h"

#include <QHash>
#include <functional>
#include <optional>

namespace sentinel::sandbox {

struct User
{
    QString name;
    QStringList groups{};
};

/// "May this user do that?", as an access review asks it.
struct Attributes
{
    QString verb; ///< "get", "list", "create", "deletecollection"
    QString group{};
    QString resource{}; ///< plural; empty for paths
    QString subresource{};
    QString ns{};
    QString name{};
    QString path{}; ///< "/version", when it is no resource
};

/// Who may come in and what they may do. The admin may do everything; others what `rights` says, nothing without it.
class Access
{
public:
    using Rights = std::function<bool(const User &, const Attributes &)>;

    void allow(const QByteArray &token, const User &user) { m_tokens.insert(token, user); }
    /// The rights of everybody who is not in group system:masters.
    void setRights(Rights rights) { m_rights = std::move(rights); }

    [[nodiscard]] std::optional<User> userOf(const QByteArray &token) const;
    [[nodiscard]] bool may(const User &user, const Attributes &attributes) const;
    /// 403, when the user may not make this call.
    [[nodiscard]] std::optional<Problem> refusal(const User &user, const Call &call) const;

private:
    QHash<QByteArray, User> m_tokens;
    Rights m_rights;
};

/// SelfSubjectAccessReview, SelfSubjectRulesReview and SelfSubjectReview; nothing for other paths.
[[nodiscard]] std::optional<Answer> review(const Call &call, const User &user, const Access &access);

} // namespace sentinel::sandbox
