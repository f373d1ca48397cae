// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/Gap.h"
#include "core/yaml/Source.h"

namespace sentinel::yaml {

/// Works out which bytes of a text to replace so that its tree changes at one place; every other byte stays.
/// The tree must be the one read from this text. Throws Refusal where the text is written in a way that cannot be edited.
class SpanEdit
{
public:
    SpanEdit(const Source &source, const Value &root);

    void set(const QStringList &path, const Value &value);
    void remove(const QStringList &path); ///< `path` exists

    [[nodiscard]] QByteArray apply() const;
    /// Where the change takes place, for messages.
    [[nodiscard]] qsizetype place() const { return m_place; }

private:
    struct Edit
    {
        Span span;
        QByteArray text;
    };

    /// A collection on the way to the changed value.
    struct Parent
    {
        const Value *value = nullptr;
        qsizetype index = -1; ///< of the child that was taken
        bool isFlow = false; ///< it, or one around it, is in flow style
    };

    /// The way down to the last value that exists; the rest of `path` is missing.
    QList<Parent> wayTo(const QStringList &path);

    void replace(const Parent &parent, const Value &old, const Value &value);
    void replaceInFlow(const Value &old, const Value &value);
    void replaceInBlock(const Parent &parent, const Value &old, const Value &value);
    void replaceInline(const Value &old, const QByteArray &head, const QByteArray &tail);
    void replaceBlockScalar(const Value &old, const QByteArray &head, const QByteArray &tail);
    void replaceBlockCollection(const Parent &parent, const Value &old, const QByteArray &head, const QByteArray &tail);
    void addToFlow(const Value &parent, const QByteArray &text);
    void addBelow(qsizetype at, const QByteArray &lines);
    void removeFromFlow(const Value &parent, qsizetype index);
    void removeFromBlock(const Value &parent, qsizetype index);
    void removeFirstOfItem(const Value &parent, qsizetype begin, qsizetype next, qsizetype end);

    [[nodiscard]] bool isFlow(const Value &value) const;
    [[nodiscard]] bool isBlockCollection(const Value &value) const;
    [[nodiscard]] qsizetype column(const Value &block) const;
    [[nodiscard]] qsizetype childBegin(const Value &parent, qsizetype index) const;
    [[nodiscard]] qsizetype commentsAbove(qsizetype lineStart, qsizetype column) const;
    /// `lines` as what follows a line that ends at `end`.
    [[nodiscard]] QByteArray below(const QByteArray &lines, qsizetype end) const;
    [[nodiscard]] QByteArray withLineEndings(QByteArray lines) const;
    [[nodiscard]] QByteArray written(const Value &old, const Value &value) const;
    [[nodiscard]] bool isBlankBefore(qsizetype at) const;
    void edit(qsizetype begin, qsizetype end, const QByteArray &text);

    const Source &m_source;
    const Value &m_root;
    Gap m_gap;
    QByteArray m_lineEnding;
    int m_step = 2;
    qsizetype m_place = 0;
    QList<Edit> m_edits;
};

} // namespace sentinel::yaml
