// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/ProtobufFields.h"

#include <protozero/pbf_reader.hpp>

namespace sentinel::kube {

namespace {

using protozero::data_view;
using protozero::pbf_reader;
using protozero::pbf_wire_type;

constexpr int kMostDepth = 16;

std::string_view textOf(data_view view)
{
    return {view.data(), view.size()};
}

pbf_reader readerOf(std::string_view bytes)
{
    return pbf_reader(data_view(bytes.data(), bytes.size()));
}

qint64 secondsOf(pbf_reader time)
{
    qint64 seconds = 0;
    while (time.next()) {
        if (time.tag() == 1 && time.wire_type() == pbf_wire_type::varint) {
            seconds = time.get_int64();
        } else {
            time.skip();
        }
    }
    return seconds;
}

void readEntry(const FieldNode &node, pbf_reader entry, FieldReader &reader)
{
    std::string_view key;
    std::string_view value;
    while (entry.next()) {
        if (entry.wire_type() != pbf_wire_type::length_delimited) {
            entry.skip();
        } else if (entry.tag() == 1) {
            key = textOf(entry.get_view());
        } else if (entry.tag() == 2 && node.shape == FieldNode::Shape::Map) {
            value = textOf(entry.get_view());
        } else if (entry.tag() == 2) {
            for (pbf_reader quantity = entry.get_message(); quantity.next();) {
                if (quantity.tag() == 1 && quantity.wire_type() == pbf_wire_type::length_delimited) {
                    value = textOf(quantity.get_view());
                } else {
                    quantity.skip();
                }
            }
        } else {
            entry.skip();
        }
    }
    reader.entry(node.slot, key, value);
}

void walk(pbf_reader message, std::span<const FieldNode> tree, FieldReader &reader, int depth);

void readField(const FieldNode &node, pbf_reader &field, FieldReader &reader, int depth)
{
    const bool isNumber = field.wire_type() == pbf_wire_type::varint;
    if (isNumber != (node.shape == FieldNode::Shape::Number)
        || (!isNumber && field.wire_type() != pbf_wire_type::length_delimited) || depth > kMostDepth) {
        field.skip();
        return;
    }
    switch (node.shape) {
    case FieldNode::Shape::Message:
        reader.begin(node.slot);
        if (const pbf_reader below = field.get_message(); !node.below.empty()) {
            walk(below, node.below, reader, depth + 1);
        }
        reader.end(node.slot);
        break;
    case FieldNode::Shape::Text:
        // Protobuf carries texts nobody gave as empty ones; JSON leaves them out.
        if (const std::string_view text = textOf(field.get_view()); !text.empty()) {
            reader.text(node.slot, text);
        }
        break;
    case FieldNode::Shape::Number:
        reader.number(node.slot, field.get_int64());
        break;
    case FieldNode::Shape::Time:
        reader.number(node.slot, secondsOf(field.get_message()));
        break;
    case FieldNode::Shape::Map:
    case FieldNode::Shape::Quantities:
        readEntry(node, field.get_message(), reader);
        break;
    }
}

void walk(pbf_reader message, std::span<const FieldNode> tree, FieldReader &reader, int depth)
{
    while (message.next()) {
        const FieldNode *found = nullptr;
        for (const FieldNode &node : tree) {
            if (node.number == message.tag()) {
                found = &node;
                break;
            }
        }
        if (found) {
            readField(*found, message, reader, depth);
        } else {
            message.skip();
        }
    }
}

/// The fields of `bytes` that have a length or are numbers, to `take`. No exception leaves this file.
template <typename Take>
bool eachField(std::string_view bytes, Take take)
{
    try {
        for (pbf_reader message = readerOf(bytes); message.next();) {
            // Asked first: in a build with asserts the tag is gone once the field was read.
            const quint32 tag = message.tag();
            if (message.wire_type() == pbf_wire_type::length_delimited) {
                take(tag, textOf(message.get_view()), qint64{0});
            } else if (message.wire_type() == pbf_wire_type::varint) {
                take(tag, std::string_view(), message.get_int64());
            } else {
                message.skip();
            }
        }
    } catch (const std::exception &) { // protozero's, of bytes that are no message
        return false;
    }
    return true;
}

} // namespace

bool readProtobuf(std::string_view object, std::span<const FieldNode> tree, FieldReader &reader)
{
    try {
        walk(readerOf(object), tree, reader, 0);
    } catch (const std::exception &) { // protozero's, of bytes that are no message
        return false;
    }
    return true;
}

bool readEnvelope(std::string_view bytes, ProtobufEnvelope &envelope)
{
    if (!bytes.starts_with(kProtobufMagic)) {
        return false;
    }
    std::string_view type;
    const bool isRead = eachField(bytes.substr(kProtobufMagic.size()), [&](quint32 tag, std::string_view text, qint64) {
        if (tag == 1) {
            type = text;
        } else if (tag == 2) {
            envelope.object = text;
        }
    });
    return isRead && eachField(type, [&](quint32 tag, std::string_view text, qint64) {
               if (tag == 2) {
                   envelope.kind = text;
               }
           });
}

bool readEvent(std::string_view frame, ProtobufEvent &event)
{
    std::string_view extension;
    std::string_view object;
    const bool isRead = eachField(frame, [&](quint32 tag, std::string_view text, qint64) {
        if (tag == 1) {
            event.type = text;
        } else if (tag == 2) {
            extension = text;
        }
    });
    return isRead
        && eachField(extension,
                     [&](quint32 tag, std::string_view text, qint64) {
                         if (tag == 1) {
                             object = text;
                         }
                     })
        && readEnvelope(object, event.object);
}

bool readListHead(std::string_view bytes, ListHead &head)
{
    return eachField(bytes, [&](quint32 tag, std::string_view text, qint64 number) {
        if (tag == 2) {
            head.version = text;
        } else if (tag == 3) {
            head.place = text;
        } else if (tag == 4) {
            head.remaining = number;
        }
    });
}

bool readStatus(std::string_view object, ProtobufStatus &status)
{
    std::string_view details;
    const bool isRead = eachField(object, [&](quint32 tag, std::string_view text, qint64 number) {
        if (tag == 3) {
            status.message = text;
        } else if (tag == 4) {
            status.reason = text;
        } else if (tag == 5) {
            details = text;
        } else if (tag == 6) {
            status.code = static_cast<int>(number);
        }
    });
    return isRead && eachField(details, [&](quint32 tag, std::string_view cause, qint64) {
               if (tag == 4) {
                   (void)eachField(cause, [&](quint32 field, std::string_view text, qint64) {
                       if (field == 1) {
                           status.cause = text;
                       }
                   });
               }
           });
}

} // namespace sentinel::kube
