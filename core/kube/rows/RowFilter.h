// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectStore.h"

#include <string>

namespace sentinel::kube {

/// What a view lets through: everything that is set has to hold.
struct ViewFilter
{
    /// Words, each of which stands somewhere in the cells a person reads; upper and lower case of ASCII are the same.
    QString text{};
    QString ns{}; ///< this namespace only; empty: all
    /// "app=web,tier!=cache,release,!canary": kubectl's equality-based selectors. A term that is none of these lets nothing
    /// through.
    QString labels{};
    QList<RowHealth> health{}; ///< one of these; empty: any
    bool operator==(const ViewFilter &) const = default;
};

/// A filter, made ready for a store. Each word of the store is judged once.
class RowFilter
{
public:
    explicit RowFilter(const ObjectStore &store);

    [[nodiscard]] const ViewFilter &filter() const { return m_filter; }
    void set(ViewFilter filter);
    [[nodiscard]] bool passes(RowId row);
    [[nodiscard]] Columns columns() const { return m_columns; } ///< a row that changed in none of these passes as before

private:
    struct Label
    {
        std::string text; ///< "\nkey=value\n", "\nkey="
        bool isWanted = true;
    };
    enum Verdict : quint8 { Unjudged, Passes, Fails };

    void addLabel(QStringView term);
    [[nodiscard]] bool passesLabels(RowId row);
    [[nodiscard]] bool passesText(RowId row, size_t token);
    [[nodiscard]] bool judged(std::vector<Verdict> &verdicts, quint32 word, auto judge);

    const ObjectStore &m_store;
    ViewFilter m_filter;
    Columns m_columns = 0;
    std::vector<int> m_readColumns; ///< those the text is looked for in
    std::string m_ns;
    std::vector<std::string> m_tokens; ///< in lower case
    std::vector<Label> m_labels;
    bool m_passesNothing = false;
    quint32 m_health = 0; ///< a set; 0: any
    std::vector<Verdict> m_labelVerdicts; ///< of each word
    std::vector<std::vector<Verdict>> m_textVerdicts; ///< of each token, of each word
    quint32 m_epoch = 0;
};

} // namespace sentinel::kube
