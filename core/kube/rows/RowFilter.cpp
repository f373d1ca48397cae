// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/RowFilter.h"

#include <algorithm>

namespace sentinel::kube {

namespace {

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

/// `token` is in lower case.
bool holds(std::string_view text, std::string_view token)
{
    const auto found = std::ranges::search(text, token, {}, lower);
    return !found.empty() || token.empty();
}

} // namespace

RowFilter::RowFilter(const ObjectStore &store)
    : m_store(store)
{
    for (int column = 0; column < store.layout().columns(); ++column) {
        const CellKind kind = cellKind(store.layout().fields[static_cast<size_t>(column)]);
        const bool isText = kind == CellKind::Text || kind == CellKind::Word;
        if (isText && column != kUid && column != kLabels) {
            m_readColumns.push_back(column);
        }
    }
}

void RowFilter::addLabel(QStringView term)
{
    term = term.trimmed();
    if (term.isEmpty()) {
        return;
    }
    const auto labelOf
        = [](QStringView key, const QString &rest) { return (u'\n' + key.trimmed().toString() + u'=' + rest).toStdString(); };
    const qsizetype equals = term.indexOf(u'=');
    if (term.contains(u' ') || term.contains(u'(') || term.contains(u')')) {
        m_passesNothing = true;
    } else if (equals < 0) {
        const bool isUnwanted = term.startsWith(u'!');
        m_labels.push_back({.text = labelOf(isUnwanted ? term.sliced(1) : term, {}), .isWanted = !isUnwanted});
    } else {
        const bool isUnwanted = equals > 0 && term[equals - 1] == u'!';
        QStringView value = term.sliced(equals + 1);
        if (value.startsWith(u'=')) {
            value = value.sliced(1);
        }
        m_labels.push_back({.text = labelOf(term.first(isUnwanted ? equals - 1 : equals), value.trimmed().toString() + u'\n'),
                            .isWanted = !isUnwanted});
    }
}

void RowFilter::set(ViewFilter filter)
{
    m_filter = std::move(filter);
    m_ns = m_filter.ns.toStdString();
    m_passesNothing = false;
    m_labels.clear();
    for (const QStringView term : QStringView(m_filter.labels).split(u',')) {
        addLabel(term);
    }
    m_tokens.clear();
    for (const QStringView token : QStringView(m_filter.text).split(u' ', Qt::SkipEmptyParts)) {
        std::string &text = m_tokens.emplace_back(token.toString().toStdString());
        std::ranges::transform(text, text.begin(), lower);
    }
    m_health = 0;
    for (const RowHealth health : std::as_const(m_filter.health)) {
        m_health |= quint32{1} << static_cast<int>(health);
    }
    m_columns = (m_health != 0 ? Columns{1} << kHealth : 0) | (m_labels.empty() ? 0 : Columns{1} << kLabels);
    for (const int column : m_readColumns) {
        m_columns |= m_tokens.empty() ? 0 : Columns{1} << column;
    }
    m_labelVerdicts.clear();
    m_textVerdicts.assign(m_tokens.size(), {});
}

bool RowFilter::judged(std::vector<Verdict> &verdicts, quint32 word, auto judge)
{
    if (verdicts.size() <= word) {
        verdicts.resize(m_store.rows().words(), Unjudged);
    }
    if (verdicts[word] == Unjudged) {
        verdicts[word] = judge(m_store.rows().wordText(word)) ? Passes : Fails;
    }
    return verdicts[word] == Passes;
}

bool RowFilter::passesLabels(RowId row)
{
    return judged(m_labelVerdicts, m_store.rows().word(row, kLabels), [this](std::string_view labels) {
        return std::ranges::all_of(
            m_labels, [&](const Label &label) { return (labels.find(label.text) != std::string_view::npos) == label.isWanted; });
    });
}

bool RowFilter::passesText(RowId row, size_t token)
{
    return std::ranges::any_of(m_readColumns, [&](int column) {
        const auto judge = [&](std::string_view text) { return holds(text, m_tokens[token]); };
        if (cellKind(m_store.layout().fields[static_cast<size_t>(column)]) == CellKind::Word) {
            return judged(m_textVerdicts[token], m_store.rows().word(row, column), judge);
        }
        return judge(m_store.text(row, column));
    });
}

bool RowFilter::passes(RowId row)
{
    if (m_epoch != m_store.rows().epoch()) {
        m_epoch = m_store.rows().epoch();
        m_labelVerdicts.clear();
        m_textVerdicts.assign(m_tokens.size(), {});
    }
    if (m_passesNothing || (!m_ns.empty() && m_store.text(row, kNamespace) != m_ns)
        || (m_health != 0 && (m_health >> static_cast<int>(m_store.health(row)) & 1) == 0)
        || (!m_labels.empty() && !passesLabels(row))) {
        return false;
    }
    for (size_t token = 0; token < m_tokens.size(); ++token) {
        if (!passesText(row, token)) {
            return false;
        }
    }
    return true;
}

} // namespace sentinel::kube
