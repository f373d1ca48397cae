// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Scalars.h"
#include "core/yaml/SpanEdit.h"
#include "core/yaml/Wanted.h"

#include <QCoreApplication>
#include <algorithm>

namespace sentinel::yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

void SpanEdit::remove(const QStringList &path)
{
    QList<Parent> way = wayTo(path);
    // A map that would be left empty goes with its last entry.
    while (way.size() > 1 && childCount(*way.last().value) == 1) {
        way.removeLast();
    }
    const Parent &last = way.last();
    m_place = childBegin(*last.value, last.index);
    last.isFlow ? removeFromFlow(*last.value, last.index) : removeFromBlock(*last.value, last.index);
}

qsizetype SpanEdit::childBegin(const Value &parent, qsizetype index) const
{
    if (parent.isMap()) {
        return parent.entries().at(index).keySpan.begin;
    }
    if (isFlow(parent)) {
        return parent.items().at(index).span().begin;
    }
    return index == 0 ? parent.span().begin : m_gap.skipSpace(parent.items().at(index - 1).span().end);
}

void SpanEdit::removeFromFlow(const Value &parent, qsizetype index)
{
    const qsizetype count = childCount(parent);
    Span gone{.begin = parent.span().begin + 1, .end = parent.span().end - 1};
    if (count > 1 && index == 0) {
        gone = {.begin = childBegin(parent, 0), .end = childBegin(parent, 1)};
    } else if (count > 1) {
        gone = {.begin = child(parent, index - 1).span().end, .end = child(parent, index).span().end};
    }
    const QByteArray text = m_source.text().sliced(gone.begin, gone.end - gone.begin);
    if (text.contains('\n') && text.contains('#')) {
        throw Refusal{
            .at = gone.begin,
            .sentence = Text::tr(
                "There is a comment between this entry and its neighbour that would be lost; remove the entry in an editor.")};
    }
    edit(gone.begin, gone.end, {});
}

bool SpanEdit::isBlankBefore(qsizetype at) const
{
    const qsizetype start = m_source.lineStart(at);
    const QByteArray before = m_source.text().sliced(start, at - start);
    return before.trimmed().isEmpty();
}

/// Start of the comment lines right above that stand at the same column, and so speak of what follows.
qsizetype SpanEdit::commentsAbove(qsizetype lineStart, qsizetype column) const
{
    qsizetype from = lineStart;
    while (from > m_source.start()) {
        const qsizetype above = m_source.lineStart(from - 1);
        const QByteArray line = m_source.text().sliced(above, from - above);
        const bool belongs = line.size() > column && line.at(column) == '#' && line.first(column).trimmed().isEmpty();
        if (!belongs) {
            return from;
        }
        from = above;
    }
    // What opens the file speaks of the whole file.
    return lineStart;
}

void SpanEdit::removeFromBlock(const Value &parent, qsizetype index)
{
    const qsizetype begin = childBegin(parent, index);
    const Value &gone = child(parent, index);
    const qsizetype end = lineEnd(m_source, std::max(gone.span().end, begin));
    if (!isBlankBefore(begin)) {
        const qsizetype next = index + 1 < childCount(parent) ? childBegin(parent, index + 1) : -1;
        return removeFirstOfItem(parent, begin, next, end);
    }
    const qsizetype start = m_source.lineStart(begin);
    const qsizetype from = commentsAbove(start, begin - start);
    const qsizetype feed = m_source.text().indexOf('\n', end);
    edit(from, feed < 0 ? m_source.size() : feed + 1, {});
}

/// "- a: 1" shares its line with the dash: the next entry moves up to it.
void SpanEdit::removeFirstOfItem(const Value &parent, qsizetype begin, qsizetype next, qsizetype end)
{
    if (next < 0) {
        throw Refusal{.at = begin,
                      .sentence = Text::tr("This entry shares its line with something else; remove it in an editor.")};
    }
    const QByteArray between = m_source.text().sliced(end, next - end);
    if (!between.contains('#')) {
        return edit(begin, next, {});
    }
    qsizetype from = begin;
    while (m_source.byte(from - 1) == ' ' && from > parent.span().begin - 1) {
        --from;
    }
    edit(from, end, {});
}

} // namespace sentinel::yaml
