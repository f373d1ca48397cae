// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/JsonFields.h"

#include <algorithm>
#include <chrono>
#include <simdjson.h>

namespace sentinel::kube {

namespace {

namespace ondemand = simdjson::ondemand;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.back() == ' ' || text.back() == ',' || text.back() == '\n' || text.back() == '\r')) {
        text.remove_suffix(1);
    }
    return text;
}

bool walk(ondemand::object object, std::span<const FieldNode> tree, FieldReader &reader);

bool readMessage(const FieldNode &node, ondemand::value value, FieldReader &reader)
{
    ondemand::object object;
    if (value.get_object().get(object)) {
        return false;
    }
    reader.begin(node.slot);
    const bool isRead = node.below.empty() || walk(object, node.below, reader);
    reader.end(node.slot);
    return isRead;
}

bool readPairs(const FieldNode &node, ondemand::value value, FieldReader &reader)
{
    ondemand::object object;
    if (value.get_object().get(object)) {
        return false;
    }
    for (auto field : object) {
        std::string_view key;
        ondemand::value each;
        std::string_view text;
        if (field.unescaped_key().get(key) || field.value().get(each)) {
            return false;
        }
        if (each.get_string().get(text)) {
            text = trimmed(each.raw_json_token()); // an amount may be a number
        }
        reader.entry(node.slot, key, text);
    }
    return true;
}

/// One that is no list.
bool readOne(const FieldNode &node, ondemand::value value, ondemand::json_type type, FieldReader &reader)
{
    using Type = ondemand::json_type;
    switch (node.shape) {
    case FieldNode::Shape::Message:
        return type != Type::object || readMessage(node, value, reader);
    case FieldNode::Shape::Map:
    case FieldNode::Shape::Quantities:
        return type != Type::object || readPairs(node, value, reader);
    case FieldNode::Shape::Text:
    case FieldNode::Shape::Time: {
        std::string_view text;
        if (type != Type::string) {
            return true;
        }
        if (value.get_string().get(text)) {
            return false;
        }
        if (node.shape == FieldNode::Shape::Text) {
            reader.text(node.slot, text);
        } else {
            reader.number(node.slot, secondsOfRfc3339(text));
        }
        return true;
    }
    case FieldNode::Shape::Number: {
        int64_t number = 0;
        bool flag = false;
        if (type == Type::boolean && !value.get_bool().get(flag)) {
            reader.number(node.slot, flag ? 1 : 0);
        } else if (type == Type::number && !value.get_int64().get(number)) {
            reader.number(node.slot, number);
        }
        return true;
    }
    }
    return true;
}

bool readField(const FieldNode &node, ondemand::value value, FieldReader &reader)
{
    ondemand::json_type type{};
    if (value.type().get(type)) {
        return false;
    }
    if (type != ondemand::json_type::array) {
        return readOne(node, value, type, reader);
    }
    ondemand::array array;
    if (value.get_array().get(array)) {
        return false;
    }
    for (auto element : array) {
        ondemand::value each;
        ondemand::json_type kind{};
        if (element.get(each) || each.type().get(kind) || !readOne(node, each, kind, reader)) {
            return false;
        }
    }
    return true;
}

bool walk(ondemand::object object, std::span<const FieldNode> tree, FieldReader &reader)
{
    for (auto field : object) {
        std::string_view key;
        ondemand::value value;
        if (field.escaped_key().get(key)) {
            return false;
        }
        for (const FieldNode &node : tree) {
            if (node.json == key) {
                if (field.value().get(value) || !readField(node, value, reader)) {
                    return false;
                }
                break;
            }
        }
    }
    return true;
}

bool readHead(ondemand::value value, JsonFields::List &list)
{
    ondemand::object object;
    if (value.get_object().get(object)) {
        return false;
    }
    for (auto field : object) {
        std::string_view key;
        ondemand::value each;
        std::string_view text;
        int64_t number = 0;
        if (field.escaped_key().get(key) || field.value().get(each)) {
            return false;
        }
        if (key == "resourceVersion" && !each.get_string().get(text)) {
            list.version = text;
        } else if (key == "continue" && !each.get_string().get(text)) {
            list.place = text;
        } else if (key == "remainingItemCount" && !each.get_int64().get(number)) {
            list.remaining = number;
        }
    }
    return true;
}

/// Room behind the text, which the parser may read.
simdjson::padded_string_view padded(std::string &json)
{
    json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    return simdjson::padded_string_view(json.data(), json.size(), json.capacity());
}

} // namespace

struct JsonFields::Parser
{
    ondemand::parser parser;
};

JsonFields::JsonFields()
    : m_parser(std::make_unique<Parser>())
{
}

JsonFields::~JsonFields() = default;

JsonFields::List JsonFields::readList(std::string &json, std::span<const FieldNode> tree, FieldReader &reader,
                                      const std::function<void()> &begin, const std::function<void()> &end)
{
    List list;
    ondemand::document document;
    ondemand::object top;
    auto error = m_parser->parser.iterate(padded(json)).get(document);
    if (error || (error = document.get_object().get(top))) {
        list.error = simdjson::error_message(error);
        return list;
    }
    const auto broken = [&](simdjson::error_code code) {
        list.error = code ? simdjson::error_message(code) : "an object of the list cannot be read";
        return list;
    };
    for (auto field : top) {
        std::string_view key;
        ondemand::value value;
        if ((error = field.escaped_key().get(key)) || (error = field.value().get(value))) {
            return broken(error);
        }
        if (key == "metadata" && !readHead(value, list)) {
            return broken(simdjson::SUCCESS);
        }
        ondemand::json_type type{};
        if (key != "items" || (!value.type().get(type) && type == ondemand::json_type::null)) {
            continue;
        }
        ondemand::array items;
        if ((error = value.get_array().get(items))) {
            return broken(error);
        }
        for (auto item : items) {
            ondemand::object object;
            if ((error = item.get_object().get(object))) {
                return broken(error);
            }
            begin();
            if (!walk(object, tree, reader)) {
                return broken(simdjson::SUCCESS);
            }
            end();
        }
    }
    return list;
}

JsonFields::Event JsonFields::readEvent(std::string &json, std::span<const FieldNode> tree, FieldReader &reader)
{
    Event event;
    ondemand::document document;
    ondemand::object object;
    std::string_view type;
    if (m_parser->parser.iterate(padded(json)).get(document) || document["type"].get_string().get(type)
        || document["object"].get_object().get(object)) {
        return event;
    }
    event.type = type;
    if (type == "ERROR" || type == "BOOKMARK") {
        std::string_view raw;
        event.isGood = !object.raw_json().get(raw);
        event.object = raw;
        return event;
    }
    event.isGood = walk(object, tree, reader) && document.current_location().error() != simdjson::INCOMPLETE_ARRAY_OR_OBJECT;
    return event;
}

bool JsonFields::readObject(std::string &json, std::span<const FieldNode> tree, FieldReader &reader)
{
    ondemand::document document;
    ondemand::object object;
    return !m_parser->parser.iterate(padded(json)).get(document) && !document.get_object().get(object)
        && walk(object, tree, reader);
}

qint64 secondsOfRfc3339(std::string_view text)
{
    const auto digits = [text](size_t from, size_t count) {
        int number = 0;
        for (size_t at = from; at < from + count; ++at) {
            if (text[at] < '0' || text[at] > '9') {
                return -1;
            }
            number = number * 10 + (text[at] - '0');
        }
        return number;
    };
    if (text.size() < 20) {
        return 0;
    }
    const int year = digits(0, 4);
    const int month = digits(5, 2);
    const int day = digits(8, 2);
    const int hour = digits(11, 2);
    const int minute = digits(14, 2);
    const int second = digits(17, 2);
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (std::min({year, month, day, hour, minute, second}) < 0 || !date.ok()) {
        return 0;
    }
    const qint64 days = std::chrono::sys_days(date).time_since_epoch().count();
    qint64 seconds = days * 86'400 + hour * 3'600 + minute * 60 + second;
    const size_t sign = text.find_first_of("+-", 19);
    if (sign != std::string_view::npos && text.size() >= sign + 6) {
        const int offset = digits(sign + 1, 2) * 3'600 + digits(sign + 4, 2) * 60;
        seconds += text[sign] == '+' ? -offset : offset;
    }
    return seconds;
}

} // namespace sentinel::kube
