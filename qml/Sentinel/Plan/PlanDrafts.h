// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace sentinel::console {

/// An open plan as it stood when it was last kept: what a crash, a closed window or a lunch break leaves behind.
struct Draft
{
    QString id; ///< name of its two files
    QString name; ///< of the plan
    QString file; ///< where the plan is saved; empty: nowhere yet
    QString step; ///< the page that was open
    QString environment; ///< whose answers were edited; empty: those of all
    QString profile; ///< of its first environment, for lists
    QStringList visited; ///< steps that were seen
    QDateTime changed; ///< UTC
    QByteArray text; ///< the plan
    QByteArray savedText; ///< what `file` held when the draft was begun
};

/// Drafts in a folder: `ID.yaml` is the plan's text and `ID.json` the rest. Both are written whole or not at all, the plan first,
/// so a crash between the two leaves the newer plan with the older page.
class PlanDrafts
{
public:
    explicit PlanDrafts(QString folder = {})
        : m_folder(std::move(folder))
    {
    }

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] Result<void> keep(const Draft &draft) const;
    [[nodiscard]] Result<Draft> read(const QString &id) const;
    /// Newest first; what cannot be read is left out.
    [[nodiscard]] QList<Draft> all() const;
    void drop(const QString &id) const;

    /// The same for the same file, so a plan has one draft; a new one for a plan that has no file.
    [[nodiscard]] static QString idFor(const QString &file);
    /// `$XDG_STATE_HOME/sentinel-console/drafts` on Linux.
    [[nodiscard]] static QString usualFolder();

private:
    [[nodiscard]] QString pathOf(const QString &id, QStringView ending) const;

    QString m_folder;
};

} // namespace sentinel::console
