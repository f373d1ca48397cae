// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace sentinel::bundle {

/// A fresh folder beside the one it is going to become, on the same file system, so that one rename puts it in place. It is
/// locked while it is being filled; what an interrupted run left behind is recognised by its free lock and taken away by the next
/// run.
class Staging
{
public:
    /// Cleans up after interrupted runs, then makes the folder. `target` is an absolute path.
    [[nodiscard]] static Result<Staging> begin(const QString &target);
    Staging(Staging &&other) noexcept;
    Staging &operator=(Staging &&) = delete;
    Staging(const Staging &) = delete;
    Staging &operator=(const Staging &) = delete;
    ~Staging(); ///< removes what was not put in place

    [[nodiscard]] QString path() const { return m_path; }
    /// Puts the folder in the target's place at once: new, over an empty folder, or in exchange for the one that is there. A
    /// ".git" of the old one moves along. Afterwards nothing of the old one is left.
    [[nodiscard]] Result<void> replace();

private:
    Staging(QString target, QString path, int lock);
    [[nodiscard]] bool exchange();

    QString m_target;
    QString m_path; ///< empty once nothing is left to remove
    int m_lock = -1;
};

} // namespace sentinel::bundle
