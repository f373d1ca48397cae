// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Services.h"

namespace sentinel::rollback {

/// Manifests of versions Argo CD brought, kept on this machine for the day their repository is gone: packed, 0600, the values of
/// Secrets taken out, at most 200 of them and 64 MiB; the oldest go.
class KeptManifests
{
public:
    /// `folder` is made when there is something to keep.
    explicit KeptManifests(QString folder)
        : m_folder(std::move(folder))
    {
    }
    /// What cannot be kept (too large, no room) is an error and hurts nothing.
    [[nodiscard]] Result<void> keep(const QString &clusterId, const Subject &subject, const Candidate &candidate,
                                    const Content &content, const QDateTime &now) const;
    /// NotFound: never kept, or dropped. Invalid: the file is damaged.
    [[nodiscard]] Result<Content> find(const QString &clusterId, const Subject &subject, const Candidate &candidate) const;

private:
    [[nodiscard]] QString placeOf(const QString &clusterId, const Subject &subject, const Candidate &candidate) const;
    void makeRoom() const;

    QString m_folder;
};

/// Reads as `contents` does, keeps what came of it, and gives what was kept where the source gives no answer.
[[nodiscard]] ContentOf keeping(ContentOf contents, std::shared_ptr<const KeptManifests> kept, QString clusterId,
                                std::shared_ptr<Clock> clock);

/// An order in which objects may be applied: by wave, namespaces and definitions before what lives in them. Pure.
[[nodiscard]] QList<QJsonObject> inApplyOrder(QList<QJsonObject> objects);
/// The merge patch that makes of what the newer version says what the older one says; what neither says is left alone. Pure.
[[nodiscard]] QJsonObject wayBack(const QJsonObject &newer, const QJsonObject &older);

} // namespace sentinel::rollback
