// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/ProtobufFields.h"
#include "core/kube/rows/RowDecoder.h"

#include <protozero/types.hpp>
#include <protozero/varint.hpp>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

constexpr quint64 kMostPart = kMostLine; // of one object

QString stringOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A field of protobuf that begins at the first byte.
struct Begun
{
    enum class State { Whole, Short, Broken };
    State state = State::Short;
    quint32 tag = 0;
    size_t head = 0; ///< bytes before the content
    quint64 length = 0; ///< of the content
    quint64 number = 0; ///< of one that is a number: it has no content
};

Begun begunField(std::string_view bytes)
{
    Begun field;
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    try {
        const quint64 key = protozero::decode_varint(&at, end);
        field.tag = static_cast<quint32>(key >> 3);
        const auto type = static_cast<protozero::pbf_wire_type>(key & 7);
        if (type == protozero::pbf_wire_type::varint) {
            field.number = protozero::decode_varint(&at, end);
        } else if (type == protozero::pbf_wire_type::length_delimited) {
            field.length = protozero::decode_varint(&at, end);
        } else {
            field.state = Begun::State::Broken; // nothing of a list has another
            return field;
        }
    } catch (const protozero::end_of_buffer_exception &) {
        return field;
    } catch (const std::exception &) { // a number of more than ten bytes
        field.state = Begun::State::Broken;
        return field;
    }
    field.head = static_cast<size_t>(at - bytes.data());
    field.state = Begun::State::Whole;
    return field;
}

} // namespace

void PageDecoder::begin(const HttpAnswer &head)
{
    RowDecoder::begin(head);
    m_hasMagic = false;
    m_isInside = false;
    m_isWhole = false;
    m_left = 0;
}

size_t PageDecoder::readPart(std::string_view bytes)
{
    if (!m_isProtobuf || bytes.empty()) {
        return 0; // JSON is read at its end
    }
    return m_isInside ? readListPart(bytes) : readEnvelopePart(bytes);
}

size_t PageDecoder::readEnvelopePart(std::string_view bytes)
{
    if (!m_hasMagic) {
        if (bytes.size() < kProtobufMagic.size()) {
            return 0;
        }
        if (!bytes.starts_with(kProtobufMagic)) {
            fail(u"no protobuf of Kubernetes"_s);
            return 0;
        }
        m_hasMagic = true;
        return kProtobufMagic.size();
    }
    const Begun field = begunField(bytes);
    if (field.state == Begun::State::Broken) {
        fail(u"the envelope is broken"_s);
    }
    if (field.state != Begun::State::Whole) {
        return 0;
    }
    if (field.tag == 2) {
        m_isInside = field.length > 0;
        m_isWhole = !m_isInside;
        m_left = field.length;
        return field.head;
    }
    return field.length > kMostPart || bytes.size() < field.head + field.length ? 0 : field.head + field.length;
}

size_t PageDecoder::readListPart(std::string_view bytes)
{
    const Begun field = begunField(bytes);
    const quint64 size = field.head + field.length;
    const bool isBroken = field.state == Begun::State::Broken || field.length > kMostPart
        || (field.state == Begun::State::Whole && size > m_left);
    if (isBroken) {
        fail(u"the list is broken"_s);
        return 0;
    }
    if (field.state == Begun::State::Short || bytes.size() < size) {
        return 0;
    }
    const std::string_view content = bytes.substr(field.head, field.length);
    if (field.tag == 1) {
        ListHead head;
        if (!readListHead(content, head)) {
            fail(u"the head of the list is broken"_s);
            return 0;
        }
        m_version = stringOf(head.version);
        m_place = stringOf(head.place);
        m_remaining = head.remaining;
    } else if (field.tag == 2) {
        if (!readObject(content)) {
            return 0;
        }
        if (const RowCells &cells = m_reader->finish(); hasName(cells)) {
            m_rows->put(cells);
            ++m_objects;
        }
    }
    m_left -= size;
    if (m_left == 0) {
        m_isInside = false;
        m_isWhole = true;
    }
    return size;
}

void PageDecoder::readPage()
{
    const JsonFields::List list = m_json.readList(
        m_buffer, m_reader->tree(), *m_reader, [this] { m_reader->start(); },
        [this] {
            if (const RowCells &cells = m_reader->finish(); hasName(cells)) {
                m_rows->put(cells);
                ++m_objects;
            }
        });
    m_version = stringOf(list.version);
    m_place = stringOf(list.place);
    m_remaining = list.remaining;
    m_isWhole = list.error.empty();
    if (!m_isWhole) {
        fail(stringOf(list.error));
    }
}

void PageDecoder::end()
{
    if (!m_isProtobuf) {
        readPage();
    }
    m_buffer.clear();
}

} // namespace sentinel::kube
