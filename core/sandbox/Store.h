// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/sandbox/Type.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace sentinel::sandbox {

/// What happened to one object.
struct Change
{
    enum class Kind { Added, Modified, Deleted };
    Kind kind = Kind::Added;
    const Type *type = nullptr;
    QJsonObject object; ///< after the change; of a deletion: the last state, with the resource version of the deletion
    QJsonObject before; ///< empty for Added
    qint64 resourceVersion = 0;
};

enum class Propagation { Background, Foreground, Orphan };

/// Every object of the rehearsal cluster, in memory, one thread. Writes do what the API server's registry does for all kinds
/// alike: names, uid, creationTimestamp, generation (spec changed), resourceVersion (one counter for everything), finalizers and
/// deletionTimestamp; a write that changes nothing makes no new version. What is particular to one kind is not here.
class Store
{
public:
    using Listener = std::function<void(const Change &)>;
    /// Which half of an object a write may change, where the kind has a status subresource. Metadata belongs to both.
    enum class Half { Main, Status, Both };

    explicit Store(Clock &clock);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    [[nodiscard]] std::optional<QJsonObject> find(const Type &type, const QString &ns, const QString &name) const;
    /// Ordered by namespace and name. `ns` empty: all.
    [[nodiscard]] QList<QJsonObject> list(const Type &type, const QString &ns = {}) const;
    /// As it was right after `version`; nothing when that is forgotten.
    [[nodiscard]] std::optional<QList<QJsonObject>> listAt(const Type &type, const QString &ns, qint64 version) const;
    [[nodiscard]] qsizetype count(const Type &type) const;
    [[nodiscard]] qint64 resourceVersion() const { return m_version; }

    /// Conflict (AlreadyExists) when the name is taken. `generateName` is honoured.
    /// A `status` in it is kept: controllers make pods with one; dropping what clients send is the front's work.
    [[nodiscard]] Result<QJsonObject> create(const Type &type, QJsonObject object);
    /// NotFound; Conflict when `metadata.resourceVersion` is given and not the present one.
    [[nodiscard]] Result<QJsonObject> update(const Type &type, QJsonObject object, Half half = Half::Main);
    /// Reads, changes and writes in one go: how controllers write status and metadata. `change` returns false to leave it.
    Result<QJsonObject> change(const Type &type, const QString &ns, const QString &name,
                               const std::function<bool(QJsonObject &)> &change, Half half = Half::Status);
    /// Marks an object with finalizers (those of `propagation` included) as deleted, removes one without. Returns the last state.
    [[nodiscard]] Result<QJsonObject> remove(const Type &type, const QString &ns, const QString &name,
                                             Propagation propagation = Propagation::Background);

    /// Does `write` (calls of this store) and answers as it would, while nothing is stored, numbered or told.
    [[nodiscard]] Result<QJsonObject> dryRun(const std::function<Result<QJsonObject>()> &write);
    /// Marks an object as deleted and keeps it until `remove`: pods get their grace, namespaces are emptied first. Said again,
    /// the earlier end counts.
    Result<QJsonObject> markDeleted(const Type &type, const QString &ns, const QString &name, Duration grace);

    /// Told of every change, in order, after it is done and never from inside another change's telling. Listeners live as long
    /// as the store or until `forget`.
    int listen(Listener listener);
    void forget(int listener);

    /// Changes of one kind after `version`, oldest first; nothing when `version` is older than what is remembered (410 Gone).
    [[nodiscard]] std::optional<QList<Change>> since(const Type &type, qint64 version) const;
    /// Forgets history up to now, so that watches from older versions get 410: a fault admins can ask for.
    void compact();

private:
    struct Rows; ///< objects of one kind
    [[nodiscard]] Rows &rows(const Type &type) const;
    QJsonObject put(const Type &type, Change::Kind kind, QJsonObject object, const QJsonObject &before);
    void tell();

    Clock &m_clock;
    mutable QHash<const Type *, std::shared_ptr<Rows>> m_rows;
    std::deque<Change> m_untold;
    bool m_telling = false;
    bool m_dry = false;
    std::deque<Change> m_history;
    qint64 m_version = 1000;
    qint64 m_oldest = 1000; ///< versions up to this one are forgotten
    QMap<int, Listener> m_listeners;
    int m_lastListener = 0;
};

} // namespace sentinel::sandbox
