// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/KindTrees.h"
#include "core/kube/rows/ProtobufFields.h"
#include "core/kube/rows/RowDecoder.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

constexpr qint64 kProgress = 500; // objects

QString stringOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Where a bookmark stands, and whether it ends what there was at the beginning.
class BookmarkReader final : public FieldReader
{
public:
    void begin(Slot) override { }
    void end(Slot) override { }
    void text(Slot slot, std::string_view text) override
    {
        if (slot == Slot::Version) {
            version = text;
        }
    }
    void number(Slot, qint64) override { }
    void entry(Slot, std::string_view key, std::string_view value) override
    {
        isInitialEnd = isInitialEnd || (key == "k8s.io/initial-events-end" && value == "true");
    }

    std::string_view version{};
    bool isInitialEnd = false;
};

QJsonObject statusOf(const ProtobufStatus &status)
{
    return {{u"message"_s, stringOf(status.message)},
            {u"reason"_s, stringOf(status.reason)},
            {u"code"_s, status.code},
            {u"details"_s, QJsonObject{{u"causes"_s, QJsonArray{QJsonObject{{u"reason"_s, stringOf(status.cause)}}}}}}};
}

} // namespace

WatchDecoder::WatchDecoder(std::shared_ptr<RowMailbox> rows, bool isInitial)
    : RowDecoder(std::move(rows))
    , m_isInitial(isInitial)
{
}

void WatchDecoder::begin(const HttpAnswer &head)
{
    RowDecoder::begin(head);
    if (m_isInitial) {
        m_rows->beginList();
    }
}

size_t WatchDecoder::readPart(std::string_view bytes)
{
    if (!m_refusal.isEmpty()) {
        return 0;
    }
    return m_isProtobuf ? readFrame(bytes) : readLine(bytes);
}

size_t WatchDecoder::readFrame(std::string_view bytes)
{
    constexpr size_t head = 4; // the length, its highest byte first
    if (bytes.size() < head) {
        return 0;
    }
    quint32 length = 0;
    for (size_t at = 0; at < head; ++at) {
        length = length << 8 | static_cast<unsigned char>(bytes[at]);
    }
    if (length > kMostLine) {
        fail(u"an event is too long"_s);
        return 0;
    }
    if (bytes.size() < head + length) {
        return 0;
    }
    ProtobufEvent event;
    if (!readEvent(bytes.substr(head, length), event)) {
        fail(u"an event is broken"_s);
        return 0;
    }
    if (event.type == "BOOKMARK") {
        BookmarkReader bookmark;
        if (readProtobuf(event.object.object, bookmarkTree(), bookmark)) {
            mark(bookmark.version, bookmark.isInitialEnd);
        }
    } else if (event.type == "ERROR") {
        ProtobufStatus status;
        if (readStatus(event.object.object, status)) {
            m_refusal = statusOf(status);
        }
        fail(u"the server ended it"_s);
        return 0;
    } else if (readObject(event.object.object)) {
        change(event.type);
    }
    return head + length;
}

size_t WatchDecoder::readLine(std::string_view bytes)
{
    const size_t length = bytes.find('\n');
    if (length == std::string_view::npos) {
        if (static_cast<qint64>(bytes.size()) > kMostLine) {
            fail(u"an event is too long"_s);
        }
        return 0;
    }
    m_line.assign(bytes.substr(0, length));
    if (m_line.find_first_not_of(" \t\r") == std::string::npos) {
        return length + 1;
    }
    m_reader->start();
    JsonFields::Event event = m_json.readEvent(m_line, m_reader->tree(), *m_reader);
    if (!event.isGood) {
        fail(u"a line is no event"_s);
        return 0;
    }
    if (event.type == "BOOKMARK") {
        BookmarkReader bookmark;
        if (m_json.readObject(event.object, bookmarkTree(), bookmark)) {
            mark(bookmark.version, bookmark.isInitialEnd);
        }
    } else if (event.type == "ERROR") {
        m_refusal = QJsonDocument::fromJson(QByteArray::fromStdString(event.object)).object();
        fail(u"the server ended it"_s);
        return 0;
    } else {
        change(event.type);
    }
    return length + 1;
}

void WatchDecoder::change(std::string_view type)
{
    const RowCells &cells = m_reader->finish();
    if (!hasName(cells)) {
        return;
    }
    if (type == "DELETED") {
        m_rows->remove(cells);
    } else if (m_isInitial) {
        m_rows->put(cells);
    } else {
        m_rows->change(cells);
    }
    m_hasHeard = true;
    if (++m_objects % kProgress == 0 && m_isInitial) {
        m_rows->tellProgress(m_objects, -1);
    }
    // While it tells what there is, it tells no place to go on from.
    if (!m_isInitial && !m_reader->version().empty()) {
        m_version = stringOf(m_reader->version());
    }
}

void WatchDecoder::mark(std::string_view version, bool isInitialEnd)
{
    m_hasHeard = true;
    if (isInitialEnd && std::exchange(m_isInitial, false)) {
        m_rows->endList();
        m_rows->tell({.phase = FeedState::Phase::Live});
    }
    if (!m_isInitial && !version.empty()) {
        m_version = stringOf(version);
    }
}

void WatchDecoder::end()
{
    m_buffer.clear();
}

} // namespace sentinel::kube
