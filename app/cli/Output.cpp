// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Output.h"

#include "core/wording/Wording.h"
#include "core/yaml/Emit.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

void appendQuoted(QByteArray &json, const QString &text)
{
    json += '"';
    for (const char byte : text.toUtf8()) {
        switch (byte) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\t':
            json += "\\t";
            break;
        case '\r':
            json += "\\r";
            break;
        default:
            if (static_cast<unsigned char>(byte) < 0x20) {
                json += "\\u00" + QByteArray::number(static_cast<unsigned char>(byte), 16).rightJustified(2, '0');
            } else {
                json += byte;
            }
        }
    }
    json += '"';
}

void append(QByteArray &json, const yaml::Value &value, int depth)
{
    const auto newLine = [&json](int level) { json += '\n' + QByteArray(2 * level, ' '); };
    switch (value.kind()) {
    case yaml::Value::Kind::Null:
        json += "null";
        return;
    case yaml::Value::Kind::Boolean:
    case yaml::Value::Kind::Number:
        json += value.text().toUtf8();
        return;
    case yaml::Value::Kind::String:
        appendQuoted(json, value.text());
        return;
    case yaml::Value::Kind::List: {
        json += '[';
        bool first = true;
        for (const yaml::Value &item : value.items()) {
            if (!std::exchange(first, false)) {
                json += ',';
            }
            newLine(depth + 1);
            append(json, item, depth + 1);
        }
        if (!first) {
            newLine(depth);
        }
        json += ']';
        return;
    }
    case yaml::Value::Kind::Map: {
        json += '{';
        bool first = true;
        for (const yaml::Entry &entry : value.entries()) {
            if (!std::exchange(first, false)) {
                json += ',';
            }
            newLine(depth + 1);
            appendQuoted(json, entry.key);
            json += ": ";
            append(json, entry.value, depth + 1);
        }
        if (!first) {
            newLine(depth);
        }
        json += '}';
        return;
    }
    }
}

} // namespace

QByteArray toJson(const yaml::Value &value)
{
    QByteArray json;
    append(json, value, 0);
    json += '\n';
    return json;
}

void printDocument(const Io &io, Format format, const yaml::Value &document)
{
    io.out.write(format == Format::Json ? toJson(document) : yaml::emit(document).text);
}

QString Table::toString() const
{
    QList<qsizetype> widths;
    for (const Column &column : m_columns) {
        widths.append(column.title.size());
    }
    for (const QStringList &row : m_rows) {
        for (qsizetype at = 0; at < row.size(); ++at) {
            widths[at] = std::max(widths[at], row[at].size());
        }
    }
    QString text;
    const auto addLine = [&](const auto &cellAt, qsizetype count) {
        QString line;
        for (qsizetype at = 0; at < count; ++at) {
            const QString cell = cellAt(at);
            line += m_columns[at].align == Align::Right ? cell.rightJustified(widths[at]) : cell.leftJustified(widths[at]);
            line += u"  "_s;
        }
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        text += line + u'\n';
    };
    addLine([&](qsizetype at) { return m_columns[at].title.toUpper(); }, m_columns.size());
    for (const QStringList &row : m_rows) {
        addLine([&](qsizetype at) { return row.value(at); }, m_columns.size());
    }
    return text;
}

yaml::Value findingItem(const Finding &finding)
{
    yaml::Value item;
    item.set(u"severity"_s, severityName(finding.severity));
    item.set(u"rule"_s, finding.rule);
    item.set(u"object"_s, finding.object);
    item.set(u"path"_s, finding.path);
    item.set(u"sentence"_s, finding.sentence);
    item.set(u"remedy"_s, finding.remedy);
    if (!finding.where.file.isEmpty()) {
        item.set(u"file"_s, finding.where.file);
    }
    if (finding.where.isKnown()) {
        item.set(u"line"_s, finding.where.line);
        item.set(u"column"_s, std::max(finding.where.column, 1));
    }
    if (!finding.answer.isEmpty()) {
        item.set(u"answer"_s, finding.answer);
    }
    return item;
}

yaml::Value findingList(const Findings &findings)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"FindingList"_s);
    QList<yaml::Value> items;
    for (const Finding &finding : findings) {
        items.append(findingItem(finding));
    }
    document.set(u"items"_s, yaml::Value::list(items));
    return document;
}

QString findingText(const Findings &findings)
{
    Findings sorted = findings;
    std::ranges::stable_sort(sorted, [](const Finding &left, const Finding &right) { return left.severity > right.severity; });
    QString text;
    for (const Finding &finding : sorted) {
        const QString word = finding.severity == Severity::Error ? Text::tr("error")
            : finding.severity == Severity::Warning              ? Text::tr("warning")
                                                                 : Text::tr("note");
        text += u"%1  %2  [%3]\n"_s.arg(word.leftJustified(7), wording::line(finding), finding.rule);
    }
    return text;
}

} // namespace sentinel::cli
