// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Protobuf.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/Schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>
#include <QtEndian>

#include <bit>
#include <optional>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr QByteArrayView kMagic("k8s\0", 4);
constexpr int kMostDepth = 64;

/// One field as it stands on the wire.
struct Piece
{
    int number = 0;
    quint64 integer = 0; ///< varint, fixed32, fixed64
    QByteArrayView bytes{};
    bool hasBytes = false;
};

class Wire
{
public:
    explicit Wire(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    [[nodiscard]] bool isBroken() const { return m_broken; }

    /// Nothing at the end or where it is broken.
    std::optional<Piece> next()
    {
        if (m_at >= m_bytes.size() || m_broken) {
            return {};
        }
        const quint64 tag = varint();
        Piece piece{.number = static_cast<int>(tag >> 3)};
        switch (tag & 7) {
        case 0:
            piece.integer = varint();
            break;
        case 1:
            piece.integer = fixed<quint64>();
            break;
        case 2: {
            const quint64 size = varint();
            if (size > static_cast<quint64>(m_bytes.size() - m_at)) {
                m_broken = true;
                return {};
            }
            piece.bytes = m_bytes.sliced(m_at, static_cast<qsizetype>(size));
            piece.hasBytes = true;
            m_at += static_cast<qsizetype>(size);
            break;
        }
        case 5:
            piece.integer = fixed<quint32>();
            break;
        default:
            m_broken = true;
        }
        return m_broken ? std::nullopt : std::optional(piece);
    }

private:
    quint64 varint()
    {
        quint64 result = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_at >= m_bytes.size()) {
                break;
            }
            const auto byte = static_cast<quint8>(m_bytes[m_at++]);
            result |= static_cast<quint64>(byte & 0x7f) << shift;
            if (!(byte & 0x80)) {
                return result;
            }
        }
        m_broken = true;
        return 0;
    }
    template <typename T>
    T fixed()
    {
        if (m_bytes.size() - m_at < static_cast<qsizetype>(sizeof(T))) {
            m_broken = true;
            return 0;
        }
        const T value = qFromLittleEndian<T>(m_bytes.data() + m_at);
        m_at += static_cast<qsizetype>(sizeof(T));
        return value;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_broken = false;
};

/// The pieces of a message, by number; the last one counts.
QHash<int, Piece> piecesOf(QByteArrayView bytes)
{
    QHash<int, Piece> result;
    Wire wire(bytes);
    while (const auto piece = wire.next()) {
        result.insert(piece->number, *piece);
    }
    return result;
}

class Decoder
{
public:
    QJsonObject object(const SchemaNode *node, QByteArrayView bytes)
    {
        QJsonObject result;
        if (++m_depth > kMostDepth) {
            m_broken = true;
        } else if (node) {
            fields(*node, node->numbers, bytes, result);
        }
        --m_depth;
        return result;
    }
    [[nodiscard]] bool isBroken() const { return m_broken; }

private:
    void fields(const SchemaNode &node, const QJsonObject &numbers, QByteArrayView bytes, QJsonObject &into)
    {
        Wire wire(bytes);
        while (const auto piece = wire.next()) {
            const QJsonValue place = numbers.value(QString::number(piece->number));
            if (place.isObject()) { // a struct JSON has not: its fields are ours
                fields(node, place.toObject(), piece->bytes, into);
            } else if (place.isString()) {
                put(node, place.toString(), *piece, into);
            }
        }
        m_broken = m_broken || wire.isBroken();
    }

    void put(const SchemaNode &node, const QString &name, const Piece &piece, QJsonObject &into)
    {
        const SchemaNode *type = Schema::table().field(&node, name);
        if (!type) {
            return;
        }
        if (type->shape == SchemaNode::Shape::List) {
            QJsonArray items = into.value(name).toArray();
            items.append(value(Schema::table().element(type), piece));
            into.insert(name, items);
        } else if (type->shape == SchemaNode::Shape::Map) {
            const QHash<int, Piece> entry = piecesOf(piece.bytes);
            QJsonObject map = into.value(name).toObject();
            map.insert(QString::fromUtf8(entry.value(1).bytes), value(Schema::table().element(type), entry.value(2)));
            into.insert(name, map);
        } else if (const QJsonValue decoded = value(type, piece);
                   !decoded.isNull() && !(decoded.isString() && decoded.toString().isEmpty())) {
            into.insert(name, decoded);
        }
    }

    QJsonValue value(const SchemaNode *type, const Piece &piece)
    {
        if (!type) {
            return QJsonValue::Null;
        }
        switch (type->shape) {
        case SchemaNode::Shape::String:
            return text(*type, piece);
        case SchemaNode::Shape::Integer:
            return static_cast<qint64>(piece.integer);
        case SchemaNode::Shape::Number:
            return std::bit_cast<double>(piece.integer);
        case SchemaNode::Shape::Boolean:
            return piece.integer != 0;
        case SchemaNode::Shape::IntOrString:
            return intOrString(*type, piece);
        case SchemaNode::Shape::Any: {
            // Free JSON (RawExtension, FieldsV1) is carried as its text.
            const QByteArray json = piecesOf(piece.bytes).value(1).bytes.toByteArray();
            const QJsonDocument document = QJsonDocument::fromJson(json);
            return document.isObject() ? QJsonValue(document.object()) : QJsonValue(QJsonValue::Null);
        }
        case SchemaNode::Shape::Struct:
        case SchemaNode::Shape::Map:
        case SchemaNode::Shape::List:
            break;
        }
        return object(type, piece.bytes);
    }

    static QJsonValue text(const SchemaNode &type, const Piece &piece)
    {
        if (type.format == "date-time"_L1) {
            const QHash<int, Piece> time = piecesOf(piece.bytes);
            const auto seconds = static_cast<qint64>(time.value(1).integer);
            if (seconds == 0) {
                return QJsonValue::Null;
            }
            const QDateTime when = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC)
                                       .addMSecs(static_cast<qint64>(time.value(2).integer / 1000000));
            return type.name.endsWith("MicroTime"_L1) ? microTimestamp(when) : timestamp(when);
        }
        if (type.format == "byte"_L1) {
            return QString::fromLatin1(piece.bytes.toByteArray().toBase64());
        }
        return QString::fromUtf8(piece.bytes);
    }

    static QJsonValue intOrString(const SchemaNode &type, const Piece &piece)
    {
        const QHash<int, Piece> parts = piecesOf(piece.bytes);
        if (type.name.endsWith("Quantity"_L1)) {
            return QString::fromUtf8(parts.value(1).bytes);
        }
        return parts.value(1).integer == 1 ? QJsonValue(QString::fromUtf8(parts.value(3).bytes))
                                           : QJsonValue(static_cast<qint64>(parts.value(2).integer));
    }

    int m_depth = 0;
    bool m_broken = false;
};

} // namespace

bool isProtobuf(const QByteArray &body)
{
    return body.startsWith(kMagic);
}

Outcome<QJsonObject> fromProtobuf(const QByteArray &body)
{
    if (!isProtobuf(body)) {
        return refuse(problems::badRequest(u"the body is no protobuf of Kubernetes"_s));
    }
    const QHash<int, Piece> envelope = piecesOf(QByteArrayView(body).sliced(kMagic.size()));
    const QHash<int, Piece> typeMeta = piecesOf(envelope.value(1).bytes);
    const QString apiVersion = QString::fromUtf8(typeMeta.value(1).bytes);
    const QString kind = QString::fromUtf8(typeMeta.value(2).bytes);
    const SchemaNode *node = Schema::table().kind(apiVersion, kind);
    if (!node || node->numbers.isEmpty()) {
        return refuse(problems::unsupportedMedia(u"application/json, application/yaml"_s));
    }
    Decoder decoder;
    QJsonObject object = decoder.object(node, envelope.value(2).bytes);
    if (decoder.isBroken()) {
        return refuse(problems::badRequest(u"the protobuf in the body is broken"_s));
    }
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    if (metadata.value("generation"_L1).toInteger() == 0) {
        metadata.remove("generation"_L1);
        if (object.contains("metadata"_L1)) {
            object.insert("metadata"_L1, metadata);
        }
    }
    object.insert("apiVersion"_L1, apiVersion);
    object.insert("kind"_L1, kind);
    return object;
}

} // namespace sentinel::sandbox
