// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

#include <QList>
#include <variant>

namespace sentinel::kube {

/// What a command in a container is told while it runs: its input, the end of that, the size of its terminal. What is told before
/// the connection stands waits for it. On the thread that asked.
class ExecInput
{
public:
    struct End
    {
    };
    using Word = std::variant<QByteArray, TerminalSize, End>;

    void write(QByteArray bytes) { tell(std::move(bytes)); }
    void resize(TerminalSize size) { tell(size); }
    void end() { tell(End{}); } ///< the command reads an end of file; a server before 1.30 cannot be told

    /// The other end, for who carries the words; what waits comes at once. Null: nobody any more, what comes is dropped.
    void attach(std::function<void(Word)> take)
    {
        m_isOver = !take;
        m_take = std::move(take);
        const QList<Word> waiting = std::exchange(m_waiting, {});
        for (const Word &word : waiting) {
            tell(word);
        }
    }

private:
    void tell(Word word)
    {
        if (m_take) {
            m_take(std::move(word));
        } else if (!m_isOver) {
            m_waiting.append(std::move(word));
        }
    }

    std::function<void(Word)> m_take;
    QList<Word> m_waiting;
    bool m_isOver = false;
};

} // namespace sentinel::kube
