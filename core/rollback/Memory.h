// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"
#include "core/journal/Journal.h"

#include <QDateTime>

namespace sentinel::rollback {

/// What is known of how a version did.
enum class Remembered {
    Nothing, ///< nobody wrote it down
    Healthy, ///< everything was healthy at the end of its deploy
    Unhealthy, ///< its deploy ended otherwise
    RolledBack, ///< it was healthy or not, and somebody went back from it
};

/// What runs of deploys and rollbacks left behind about one revision.
struct Memo
{
    QString revision; ///< commit, or "helm:NS/NAME/3"
    QString version{}; ///< of Sentinel
    QString by{};
    QDateTime at{};
    Remembered health = Remembered::Nothing;
    QDateTime rolledBack{}; ///< when somebody went back from it
};

/// What earlier runs of this person's consoles know of the versions of one cluster. A value.
class Memory
{
public:
    void add(const Memo &memo);
    /// The newest memo of the revision; nothing is known of most.
    [[nodiscard]] std::optional<Memo> of(const QString &revision) const;
    /// The highest schema of the database a run saw complete: a rollback by Helm removes the Job that says so.
    void addSchema(int version, const QString &needs);
    [[nodiscard]] int schema() const { return m_schema; }
    [[nodiscard]] QString schemaNeeds() const { return m_schemaNeeds; }
    [[nodiscard]] static QString helmRevision(const QString &ns, const QString &release, int revision);

private:
    QHash<QString, Memo> m_memos;
    int m_schema = 0;
    QString m_schemaNeeds;
};

/// From the journal: of every version of the cluster, and of the schema of the database in `ns`. Errors: those of `Journal`.
[[nodiscard]] Result<std::shared_ptr<Memory>> rememberFrom(journal::Journal &journal, const QString &clusterId,
                                                           const QString &ns);

} // namespace sentinel::rollback
