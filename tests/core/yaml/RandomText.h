// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QRandomGenerator>

/// YAML the way people write it: comments everywhere, several styles, empty lines. Each comment is there once, "# c17".
class RandomText
{
public:
    explicit RandomText(quint32 seed)
        : m_random(seed)
        , m_step(oneIn(3) ? 4 : 2)
        , m_listStep(oneIn(2) ? 2 : 0)
    {
    }

    QByteArray document()
    {
        if (oneIn(3)) {
            m_text += comment() + "\n";
        }
        map(0, 3);
        if (oneIn(4)) {
            m_text += "\n" + comment() + "\n";
        }
        // Without its last line end a block of lines at the end is another text.
        if (oneIn(5) && !m_endsInBlock) {
            m_text.chop(1);
        }
        if (oneIn(4)) {
            m_text.replace("\n", "\r\n");
        }
        return m_text;
    }

    int below(int bound) { return static_cast<int>(m_random.bounded(bound)); }
    bool oneIn(int chance) { return below(chance) == 0; }

    QByteArray scalar()
    {
        static const QByteArrayList kScalars{
            "1200", "90d",           "\"1.35\"", "'it''s'", "true", "https://x.example.com/a#b", "plain words here",
            "~",    "\"quo\\\"te\"", "ñandú",    "-1.5",    "''"};
        return kScalars.at(below(static_cast<int>(kScalars.size())));
    }

private:
    QByteArray comment() { return "# c" + QByteArray::number(++m_comments) + (oneIn(3) ? " it's \"why\": {x" : ""); }
    QByteArray trailing() { return oneIn(3) ? QByteArray(1 + below(3), ' ') + comment() : QByteArray(); }
    QByteArray name() { return "k" + QByteArray::number(++m_names); }

    QByteArray flow(int depth)
    {
        QByteArrayList parts;
        const bool isMap = oneIn(2);
        for (int left = below(4); left > 0; --left) {
            static const QByteArrayList kFlowScalars{"1200", "90d", "\"a, b\"", "'x'", "true", "word", "null"};
            const QByteArray value
                = depth > 0 && oneIn(4) ? flow(depth - 1) : kFlowScalars.at(below(static_cast<int>(kFlowScalars.size())));
            parts += isMap ? name() + (oneIn(8) ? QByteArray() : ": " + value) : value;
        }
        const QByteArray inner = parts.join(oneIn(4) ? " , " : ", ");
        const QByteArray pad = oneIn(3) && !parts.isEmpty() ? " " : "";
        return (isMap ? "{" : "[") + pad + inner + pad + (isMap ? "}" : "]");
    }

    void map(int indent, int depth, bool placed = false)
    {
        for (int left = 1 + below(4); left > 0; --left) {
            if (!placed) {
                between(indent);
            }
            m_text += (placed ? QByteArray() : QByteArray(indent, ' ')) + name() + ":";
            placed = false;
            value(indent, depth);
        }
    }

    void between(int indent)
    {
        if (oneIn(6)) {
            m_text += "\n";
        }
        while (oneIn(4)) {
            m_text += QByteArray(oneIn(5) ? 0 : indent, ' ') + comment() + "\n";
        }
    }

    void value(int indent, int depth)
    {
        m_endsInBlock = false;
        switch (depth > 0 ? below(9) : below(5)) {
        case 0:
            m_text += trailing() + "\n";
            return;
        case 1:
            m_text += " " + flow(1) + trailing() + "\n";
            return;
        case 2:
            return block(indent);
        case 5:
        case 6:
            m_text += trailing() + "\n";
            return map(indent + m_step, depth - 1);
        case 7:
            m_text += trailing() + "\n";
            return list(indent + m_listStep, depth - 1);
        default:
            m_text += QByteArray(1 + below(3), ' ') + scalar() + trailing() + "\n";
        }
    }

    void block(int indent)
    {
        static const QByteArrayList kMarks{"|", "|-", "|+", ">", ">-"};
        m_endsInBlock = true;
        m_text += " " + kMarks.at(below(5)) + trailing() + "\n";
        for (int left = below(3); left >= 0; --left) {
            m_text += QByteArray(indent + 2, ' ') + (oneIn(4) ? "# no comment\n" : "text: of the block\n")
                + (left > 0 && oneIn(3) ? "\n" : "");
        }
    }

    void list(int indent, int depth)
    {
        for (int left = 1 + below(3); left > 0; --left) {
            between(indent);
            m_text += QByteArray(indent, ' ') + "-";
            m_endsInBlock = false;
            if (oneIn(3)) {
                m_text += " {name: " + name() + ", x: 1}" + trailing() + "\n";
                continue;
            }
            m_text += " name: " + name() + trailing() + "\n";
            if (oneIn(2)) {
                map(indent + 2, depth);
            }
        }
    }

    QRandomGenerator m_random;
    int m_step;
    int m_listStep;
    int m_comments = 0;
    int m_names = 0;
    bool m_endsInBlock = false;
    QByteArray m_text;
};
