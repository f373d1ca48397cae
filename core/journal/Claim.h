// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace sentinel::journal {

/// Says that this program is at work on something; ends with the object or the program, however that ends. So a run whose program
/// was killed can be told from one that is under way.
class Claim
{
public:
    Claim(Claim &&other) noexcept;
    Claim &operator=(Claim &&other) noexcept;
    Claim(const Claim &) = delete;
    Claim &operator=(const Claim &) = delete;
    ~Claim();

private:
    friend class Journal;
    explicit Claim(int file)
        : m_file(file)
    {
    }
    /// Conflict names the program that holds it.
    [[nodiscard]] static Result<Claim> take(const QString &path, const QString &what, const QString &who);

    int m_file;
};

} // namespace sentinel::journal
