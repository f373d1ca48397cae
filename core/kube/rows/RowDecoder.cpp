// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/RowDecoder.h"

#include "core/kube/rows/ProtobufFields.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

bool isProtobufType(const HttpAnswer &answer)
{
    return answer.header("content-type").startsWith("application/vnd.kubernetes.protobuf");
}

QString stringOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

RowDecoder::RowDecoder(std::shared_ptr<RowMailbox> rows)
    : m_rows(std::move(rows))
    , m_reader(makeRowReader(m_rows->layout()))
{
}

void RowDecoder::begin(const HttpAnswer &head)
{
    m_isProtobuf = isProtobufType(head);
    m_buffer.clear();
    m_rows->heard();
}

bool RowDecoder::take(QByteArrayView piece)
{
    m_rows->heard();
    m_buffer.append(piece.data(), static_cast<size_t>(piece.size()));
    size_t read = 0;
    while (m_problem.isEmpty()) {
        const size_t part = readPart(std::string_view(m_buffer).substr(read));
        if (part == 0) {
            break;
        }
        read += part;
    }
    m_buffer.erase(0, read);
    if (m_problem.isEmpty() && static_cast<qint64>(m_buffer.size()) > kMostBody) {
        fail(u"too large"_s);
    }
    return m_problem.isEmpty();
}

bool RowDecoder::readObject(std::string_view protobuf)
{
    m_reader->start();
    if (!readProtobuf(protobuf, m_reader->tree(), *m_reader)) {
        fail(u"an object is no protobuf"_s);
        return false;
    }
    return true;
}

void readRefusal(HttpAnswer &answer)
{
    ProtobufEnvelope envelope;
    ProtobufStatus status;
    const std::string_view body(answer.body.constData(), static_cast<size_t>(answer.body.size()));
    if (!isProtobufType(answer) || !readEnvelope(body, envelope) || !readStatus(envelope.object, status)) {
        return;
    }
    answer.json = {{u"kind"_s, u"Status"_s}, {u"message"_s, stringOf(status.message)}, {u"reason"_s, stringOf(status.reason)}};
    if (!status.cause.empty()) {
        answer.json.insert(u"details"_s,
                           QJsonObject{{u"causes"_s, QJsonArray{QJsonObject{{u"reason"_s, stringOf(status.cause)}}}}});
    }
    answer.isJson = true;
    answer.body.clear();
}

} // namespace sentinel::kube
