// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Call.h"
#include "core/sandbox/Schema.h"
#include "core/sandbox/Store.h"

namespace sentinel::sandbox {

/// What the API does with objects: every verb and subresource that ends in one answer. Streams (watch, log) live elsewhere.
class Registry
{
public:
    Registry(Store &store, Clock &clock);

    /// `call.type` is set.
    [[nodiscard]] Answer handle(const Call &call);

    /// A token for a service account, and for whom: whoever authenticates is told.
    using TokenMade = std::function<QByteArray(const QString &ns, const QString &serviceAccount)>;
    void setTokenMade(TokenMade tokenMade) { m_tokenMade = std::move(tokenMade); }

    /// What DELETE does once all is checked; Store::remove when nothing else is said. Empty `grace`: what the object says.
    using Deletion = std::function<Result<QJsonObject>(Store &, const Type &, const QString &ns, const QString &name, Propagation,
                                                       std::optional<Duration> grace)>;
    void setDeletion(Deletion deletion) { m_deletion = std::move(deletion); }

    /// Name of the disruption budget that forbids evicting the pod now; empty when none does. None does when nothing else is
    /// said.
    using Budgets = std::function<QString(const Store &, const QJsonObject &pod)>;
    void setBudgets(Budgets budgets) { m_budgets = std::move(budgets); }

private:
    /// One write on its way: what was, what shall be, and who asks.
    struct Write
    {
        const Call &call;
        QJsonObject object;
        QJsonObject before{}; ///< empty: a create
        Store::Half half = Store::Half::Main;
        QString subresource{};
        bool isApply = false; ///< managedFields are done already
        QStringList warnings{};
    };

    Outcome<Answer> dispatch(const Call &call);
    Outcome<Answer> get(const Call &call);
    Outcome<Answer> list(const Call &call);
    Outcome<Answer> create(const Call &call);
    Outcome<Answer> replace(const Call &call);
    Outcome<Answer> patch(const Call &call);
    Outcome<Answer> apply(const Call &call);
    Outcome<Answer> remove(const Call &call);
    Outcome<Answer> removeAll(const Call &call);
    Outcome<Answer> removeOne(const Call &call, const QJsonObject &present, const QJsonObject &options);

    Outcome<Answer> scale(const Call &call);
    Outcome<Answer> evict(const Call &call);
    Outcome<Answer> bind(const Call &call);
    Outcome<Answer> issueToken(const Call &call);
    Outcome<Answer> finalizeNamespace(const Call &call);

    Outcome<QJsonObject> present(const Call &call) const;
    /// The object in the body, its type, name and namespace held against the path, unknown fields seen to.
    Outcome<QJsonObject> bodyObject(const Call &call, QStringList &warnings) const;
    Outcome<void> checkFields(const Call &call, const QJsonObject &object, const QStringList &duplicates,
                              QStringList &warnings) const;
    /// Defaults, checks, managed fields, then the store.
    Outcome<Answer> write(Write write);
    Outcome<QJsonObject> patched(const Call &call, const QJsonObject &present) const;

    Store &m_store;
    Clock &m_clock;
    TokenMade m_tokenMade;
    Deletion m_deletion;
    Budgets m_budgets;
};

/// As the client wants to see it: plain, a Table, or metadata only.
[[nodiscard]] Outcome<Answer> represented(const Call &call, const QJsonObject &object, const Clock &clock, int code = 200);

/// What every list is made of.
[[nodiscard]] QJsonObject listObject(const Type &type, const QList<QJsonObject> &items, const QString &resourceVersion);

} // namespace sentinel::sandbox
