// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/helm/Release.h"
#include "core/rollback/Candidate.h"

#include <QSet>

namespace sentinel::rollback {

// Manifests as text: fast enough to compare a whole history. Only what differs is ever parsed.

/// The documents of a stream, each without what separates them, in order; empty ones are left out.
[[nodiscard]] QList<QByteArrayView> documentsOf(QByteArrayView stream);

/// The images a stream names, in order of first mention; by lines, so one inside a block of text is taken for one too.
[[nodiscard]] QStringList imagesIn(QByteArrayView stream);

/// Images of which the repository is the same stand beside each other.
[[nodiscard]] QList<ImageChange> imageChanges(const QStringList &now, const QStringList &then);

/// Leaves of two trees of values that differ, are new or gone: "image.tag".
[[nodiscard]] QStringList differingPaths(const QJsonValue &now, const QJsonValue &then);
void takeValues(Distance &distance, const QJsonValue &now, const QJsonValue &then);

/// A release others are held against: taken apart once.
class ReleaseText
{
public:
    explicit ReleaseText(helm::Release release);
    [[nodiscard]] const helm::Release &release() const { return m_release; }
    [[nodiscard]] Distance distanceTo(const helm::Release &then) const;

private:
    helm::Release m_release;
    QByteArray m_text;
    QList<QByteArrayView> m_documents;
    QSet<QByteArrayView> m_known;
    QStringList m_images;
};

} // namespace sentinel::rollback
