// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Emit.h"

#include "core/yaml/Schema.h"
#include "core/yaml/Writer.h"

using namespace Qt::StringLiterals;

namespace sentinel::yaml {

namespace {

constexpr char16_t kZeroWidthNonJoiner = 0x200C;
constexpr char16_t kZeroWidthJoiner = 0x200D;

/// Characters a reader refuses, takes for a line end, or a person cannot see.
bool needsEscape(char32_t c)
{
    if (c < 0x7F) {
        return c < 0x20;
    }
    if (c == kZeroWidthNonJoiner || c == kZeroWidthJoiner) {
        return false; // part of ordinary words and emoji
    }
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return c == 0xA0 || (c & 0xFFFEU) == 0xFFFE;
    }
}

enum class Need { Nothing, Quotes, Escapes };

Need need(QStringView text)
{
    Need found = Need::Nothing;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= 0x20 && c < 0x7F) {
            continue;
        }
        char32_t character = c;
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            character = QChar::surrogateToUcs4(c, text[++i].unicode());
        }
        if (needsEscape(character)) {
            return Need::Escapes;
        }
        if (QChar::isSpace(character)) {
            found = Need::Quotes;
        }
    }
    return found;
}

bool isFlowMark(QChar c)
{
    return c == u',' || c == u'[' || c == u']' || c == u'{' || c == u'}' || c == u'?';
}

/// Whether nothing in `text` would end a plain scalar early or begin something else.
bool isPlainSafe(QStringView text, Context context)
{
    if (text.isEmpty() || text.front() == u' ' || text.back() == u' ' || text.back() == u':') {
        return false;
    }
    static constexpr QStringView kIndicators = u"?:,[]{}#&*!|>'\"%@`";
    const QChar first = text.front();
    if (kIndicators.contains(first) || (first == u'-' && (text.size() == 1 || text[1] == u' ' || text.startsWith(u"---")))
        || text.startsWith(u"...")) {
        return false;
    }
    for (qsizetype i = 1; i < text.size(); ++i) {
        const QChar c = text[i];
        if ((c == u':' && text[i + 1] == u' ') || (c == u'#' && text[i - 1] == u' ')) {
            return false;
        }
        if (context == Context::Flow && (isFlowMark(c) || (c == u':' && isFlowMark(text[i + 1])))) {
            return false;
        }
    }
    return true;
}

void appendEscape(QByteArray &out, char32_t c)
{
    switch (c) {
    case U'\n':
        out += "\\n";
        return;
    case U'\t':
        out += "\\t";
        return;
    case U'\r':
        out += "\\r";
        return;
    default:
        const qsizetype digits = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
        out += c <= 0xFF ? "\\x" : c <= 0xFFFF ? "\\u" : "\\U";
        out += QByteArray::number(static_cast<uint>(c), 16).toUpper().rightJustified(digits, '0');
    }
}

void appendDoubleQuoted(QByteArray &out, QStringView text)
{
    out += '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' || c == u'\\') {
            out += '\\';
            out += static_cast<char>(c.unicode());
        } else if (c.unicode() >= 0x20 && c.unicode() < 0x7F) {
            out += static_cast<char>(c.unicode());
        } else {
            const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
            // Half a surrogate pair is no character and has no UTF-8; the replacement character says that something was lost.
            const char32_t character = isPair ? QChar::surrogateToUcs4(c, text[i + 1])
                : c.isSurrogate()             ? U'\uFFFD'
                                              : c.unicode();
            if (needsEscape(character)) {
                appendEscape(out, character);
            } else {
                out += QStringView(QChar::fromUcs4(character)).toUtf8();
            }
            i += isPair ? 1 : 0;
        }
    }
    out += '"';
}

void appendSingleQuoted(QByteArray &out, const QString &text)
{
    out += '\'';
    out += QString(text).replace(u'\'', "''"_L1).toUtf8();
    out += '\'';
}

} // namespace

void appendText(QByteArray &out, const QString &text, Context context)
{
    const Need needed = need(text);
    if (needed == Need::Nothing && isPlainSafe(text, context) && isTextEverywhere(text)) {
        out += text.toUtf8();
    } else {
        appendQuoted(out, text, text.contains(u'"') || text.contains(u'\\') ? '\'' : '"');
    }
}

void appendQuoted(QByteArray &out, const QString &text, char quote)
{
    if (quote == '\'' && need(text) != Need::Escapes) {
        appendSingleQuoted(out, text);
    } else {
        appendDoubleQuoted(out, text);
    }
}

void appendInline(QByteArray &out, const Value &value, Context context)
{
    bool isFirst = true;
    const auto comma = [&] {
        out += isFirst ? "" : ", ";
        isFirst = false;
    };
    switch (value.kind()) {
    case Value::Kind::Null:
        out += "null";
        return;
    case Value::Kind::Boolean:
    case Value::Kind::Number:
        out += value.text().toUtf8();
        return;
    case Value::Kind::String:
        return appendText(out, value.text(), context);
    case Value::Kind::List:
        out += '[';
        for (const Value &item : value.items()) {
            comma();
            appendInline(out, item, Context::Flow);
        }
        out += ']';
        return;
    case Value::Kind::Map:
        out += '{';
        for (const Entry &entry : value.entries()) {
            comma();
            appendText(out, entry.key, Context::Flow);
            out += ": ";
            appendInline(out, entry.value, Context::Flow);
        }
        out += '}';
        return;
    }
}

bool fitsLiteral(const QString &text)
{
    if (!text.contains(u'\n') || text.count(u'\n') == text.size()) {
        return false;
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool endsLine = i + 1 == text.size() || text[i + 1] == u'\n';
        if ((c == u' ' || c == u'\t') && endsLine) {
            return false; // an editor that trims lines would change the value
        }
        if (c == u'\n' || c == u'\t' || (c.unicode() >= 0x20 && c.unicode() < 0x7F)) {
            continue;
        }
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t character = isPair ? QChar::surrogateToUcs4(c, text[i + 1]) : c.unicode();
        if (needsEscape(character)) {
            return false;
        }
        i += isPair ? 1 : 0;
    }
    return true;
}

QByteArray literalHeader(const QString &text)
{
    QByteArray header("|");
    const QChar first = text.front();
    // Leading blanks would be taken for indentation.
    if (first == u' ' || first == u'\t' || first == u'\n') {
        header += '2';
    }
    if (!text.endsWith(u'\n')) {
        header += '-';
    } else if (text.endsWith("\n\n"_L1)) {
        header += '+';
    }
    return header;
}

Emitted emit(const Value &document, const QString &headComment)
{
    return emitAll({document}, headComment);
}

Emitted emitAll(const QList<Value> &documents, const QString &headComment)
{
    Writer writer;
    writer.comment(headComment, 0);
    bool isFirst = true;
    for (const Value &document : documents) {
        if (!isFirst) {
            writer.separator();
        }
        isFirst = false;
        writer.comment(document.comment(), 0);
        writer.document(document);
    }
    return writer.take();
}

QByteArray emitScalar(const Value &scalar)
{
    QByteArray out;
    appendInline(out, scalar, Context::Block);
    return out;
}

} // namespace sentinel::yaml
