// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/Source.h"

namespace sentinel::yaml {

/// Walks over what lies between the scalars of a text, which must be nothing but structure, comments and properties (&anchor,
/// !tag). So nothing a person wrote is dropped in silence, and tabs and glued comments are found.
class Gap
{
public:
    explicit Gap(const Source &source);

    [[nodiscard]] qsizetype at() const { return m_at; }
    /// Walks up to the token that begins at `to`; refuses anything on the way that belongs to nothing.
    void walkTo(qsizetype to);
    /// The token that began where the walk stands has ended at `end`.
    void jumpTo(qsizetype end);
    /// Walks behind the next `indicator` outside of comments and returns where it stands.
    qsizetype walkBehind(char indicator);
    /// First byte from `from` on that is neither white space nor comment.
    [[nodiscard]] qsizetype skipSpace(qsizetype from) const;
    /// End of the property (&a, !t, *a) that begins at `from`.
    [[nodiscard]] qsizetype propertyEnd(qsizetype from) const;

private:
    void step();
    void comment();
    void directive();
    void content() const;

    const Source &m_source;
    qsizetype m_at;
    bool m_indenting = true; ///< nothing but white space and dashes so far on this line
    qsizetype m_tab = -1; ///< a tab among them
};

} // namespace sentinel::yaml
