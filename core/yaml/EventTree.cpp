// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/EventTree.h"

#include "core/yaml/Schema.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <vector>
#include <yaml.h>

using namespace Qt::StringLiterals;

namespace sentinel::yaml {

namespace {

/// From this size on the keys of a map are looked up in a table.
constexpr qsizetype kManyKeys = 16;

constexpr QByteArrayView kByteOrderMark = "\xEF\xBB\xBF";

/// libyaml's parser, and the event it gave last.
class Parser
{
public:
    explicit Parser(QByteArrayView text)
        : m_good(yaml_parser_initialize(&m_parser) == 1)
    {
        if (m_good) {
            yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
            const char *bytes = text.isEmpty() ? "" : text.data(); // of nothing a view has no address, and libyaml wants one
            yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(bytes), // NOLINT
                                         static_cast<std::size_t>(text.size()));
        }
    }
    ~Parser()
    {
        yaml_event_delete(&m_event);
        if (m_good) {
            yaml_parser_delete(&m_parser);
        }
    }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;

    /// False when libyaml refuses what comes.
    bool next()
    {
        yaml_event_delete(&m_event);
        return m_good && yaml_parser_parse(&m_parser, &m_event) == 1;
    }
    [[nodiscard]] const yaml_event_t &event() const { return m_event; }

private:
    yaml_parser_t m_parser{};
    yaml_event_t m_event{};
    bool m_good;
};

class Builder
{
public:
    explicit Builder(const Limits &limits)
        : m_limits(limits)
    {
    }
    /// False when the event is out of the ordinary.
    [[nodiscard]] bool take(const yaml_event_t &event);
    [[nodiscard]] QList<Value> documents() && { return std::move(m_documents); }

private:
    struct Frame
    {
        bool isMap = false;
        bool isFlow = false; ///< in brackets or braces
        bool hasKey = false; ///< `key` waits for its value
        yaml_mark_t begin{};
        Entry key{};
        QList<Value> items{};
        QList<Entry> entries{};
        QSet<QString> names{}; ///< of the keys, once there are many
    };

    [[nodiscard]] bool expectsKey() const { return !m_frames.empty() && m_frames.back().isMap && !m_frames.back().hasKey; }
    [[nodiscard]] bool takeScalar(const yaml_event_t &event);
    [[nodiscard]] bool takeKey(QString key, bool isPlain, const yaml_mark_t &mark);
    [[nodiscard]] bool start(bool isMap, const yaml_event_t &event);
    [[nodiscard]] bool end();
    [[nodiscard]] bool deliver(Value value, const yaml_mark_t &mark);

    Limits m_limits;
    qsizetype m_nodes = 0;
    std::vector<Frame> m_frames;
    Value m_root;
    QList<Value> m_documents;
};

int lineOf(const yaml_mark_t &mark)
{
    return static_cast<int>(mark.line) + 1;
}

int columnOf(const yaml_mark_t &mark)
{
    return static_cast<int>(mark.column) + 1;
}

bool Builder::take(const yaml_event_t &event)
{
    switch (event.type) {
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
        return true;
    case YAML_DOCUMENT_START_EVENT:
        m_root = Value();
        return !event.data.document_start.version_directive
            && event.data.document_start.tag_directives.start == event.data.document_start.tag_directives.end;
    case YAML_DOCUMENT_END_EVENT:
        m_documents.append(std::move(m_root));
        return true;
    case YAML_SCALAR_EVENT:
        return !event.data.scalar.anchor && !event.data.scalar.tag && takeScalar(event);
    case YAML_SEQUENCE_START_EVENT:
        return !event.data.sequence_start.anchor && !event.data.sequence_start.tag && start(false, event);
    case YAML_MAPPING_START_EVENT:
        return !event.data.mapping_start.anchor && !event.data.mapping_start.tag && start(true, event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return end();
    default:
        return false;
    }
}

bool Builder::takeScalar(const yaml_event_t &event)
{
    const auto &scalar = event.data.scalar;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    const QByteArrayView bytes(reinterpret_cast<const char *>(scalar.value), static_cast<qsizetype>(scalar.length));
    if (bytes.startsWith(kByteOrderMark)) {
        return false; // Qt would drop it
    }
    QString text = QString::fromUtf8(bytes);
    const bool isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (expectsKey()) {
        return takeKey(std::move(text), isPlain, event.start_mark);
    }
    switch (isPlain ? plainKind(text) : Value::Kind::String) {
    case Value::Kind::Null:
        // Where nothing is written in braces, the two readers see it at different places.
        return !(text.isEmpty() && !m_frames.empty() && m_frames.back().isFlow) && deliver({}, event.start_mark);
    case Value::Kind::Boolean:
        return deliver(text.compare("true"_L1, Qt::CaseInsensitive) == 0, event.start_mark);
    case Value::Kind::Number:
        return deliver(Value::number(text), event.start_mark);
    default:
        return deliver(text, event.start_mark);
    }
}

bool Builder::takeKey(QString key, bool isPlain, const yaml_mark_t &mark)
{
    Frame &frame = m_frames.back();
    if (isPlain && (plainKind(key) != Value::Kind::String || key == u"<<")) {
        return false;
    }
    if (frame.entries.size() < kManyKeys) {
        if (std::ranges::contains(frame.entries, key, &Entry::key)) {
            return false;
        }
    } else {
        if (frame.names.isEmpty()) {
            for (const Entry &entry : std::as_const(frame.entries)) {
                frame.names.insert(entry.key);
            }
        }
        if (frame.names.contains(key)) {
            return false;
        }
        frame.names.insert(key);
    }
    frame.key = Entry{.key = std::move(key), .value = {}, .keyLine = lineOf(mark), .keyColumn = columnOf(mark)};
    frame.hasKey = true;
    return ++m_nodes <= m_limits.nodes;
}

bool Builder::start(bool isMap, const yaml_event_t &event)
{
    if (expectsKey() || static_cast<int>(m_frames.size()) >= m_limits.depth) {
        return false;
    }
    const bool isFlow = isMap ? event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                              : event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    m_frames.push_back({.isMap = isMap, .isFlow = isFlow, .begin = event.start_mark});
    return true;
}

bool Builder::end()
{
    Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    return deliver(frame.isMap ? Value::map(std::move(frame.entries)) : Value::list(std::move(frame.items)), frame.begin);
}

bool Builder::deliver(Value value, const yaml_mark_t &mark)
{
    value.setPlace(lineOf(mark), columnOf(mark), {});
    if (m_frames.empty()) {
        m_root = std::move(value);
    } else if (Frame &frame = m_frames.back(); frame.isMap) {
        frame.key.value = std::move(value);
        frame.entries.append(std::move(frame.key));
        frame.hasKey = false;
    } else {
        frame.items.append(std::move(value));
    }
    return ++m_nodes <= m_limits.nodes;
}

/// What libyaml, of YAML 1.1, takes for a line's end and YAML 1.2 does not, and what shifts its columns.
bool hasOddCharacters(const QByteArray &text)
{
    return text.startsWith(kByteOrderMark) || text.contains('\r') || text.contains("\xC2\x85") || text.contains("\xE2\x80\xA8")
        || text.contains("\xE2\x80\xA9");
}

} // namespace

std::optional<QList<Value>> treesOfEvents(const QByteArray &text, const Limits &limits)
{
    if (text.size() > limits.bytes || hasOddCharacters(text)) {
        return {};
    }
    Parser parser(text);
    Builder builder(limits);
    do {
        if (!parser.next() || !builder.take(parser.event())) {
            return {};
        }
    } while (parser.event().type != YAML_STREAM_END_EVENT);
    return std::move(builder).documents();
}

} // namespace sentinel::yaml
