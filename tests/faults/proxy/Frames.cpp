// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/proxy/Frames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>
#include <protozero/pbf_reader.hpp>
#include <protozero/pbf_writer.hpp>
#include <string>

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

// Before the envelope of every object in protobuf.
constexpr std::string_view kMagic{"k8s\0", 4};

QByteArray bytesOf(protozero::data_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

FrameEvent jsonEvent(const QByteArray &frame)
{
    const QJsonObject event = QJsonDocument::fromJson(frame).object();
    QJsonObject object = event["object"_L1].toObject();
    FrameEvent told{.type = event["type"_L1].toString().toLatin1(),
                    .object = {},
                    .version = object["metadata"_L1]["resourceVersion"_L1].toString().toLatin1(),
                    .apiVersion = object["apiVersion"_L1].toString().toLatin1(),
                    .kind = object["kind"_L1].toString().toLatin1()};
    if (told.kind == "Table") {
        object = object["rows"_L1].toArray().first().toObject()["object"_L1].toObject();
        const QString version = object["metadata"_L1]["resourceVersion"_L1].toString();
        told.version = version.isEmpty() ? told.version : version.toLatin1();
    }
    const QJsonObject metadata = object["metadata"_L1].toObject();
    if (const QString name = metadata["name"_L1].toString(); !name.isEmpty()) {
        told.object = (metadata["namespace"_L1].toString() + u'/' + name).toUtf8();
    }
    told.endsInitial = metadata["annotations"_L1]["k8s.io/initial-events-end"_L1].toString() == "true"_L1;
    return told;
}

/// Fields: ObjectMeta of any kind is its field 1; there 1 is the name, 3 the namespace, 6 the version, 12 the annotations.
void readMetadata(protozero::pbf_reader metadata, FrameEvent &told)
{
    QByteArray name;
    QByteArray space;
    while (metadata.next()) {
        switch (metadata.tag()) {
        case 1:
            name = bytesOf(metadata.get_view());
            break;
        case 3:
            space = bytesOf(metadata.get_view());
            break;
        case 6:
            told.version = bytesOf(metadata.get_view());
            break;
        case 12:
            told.endsInitial = told.endsInitial || bytesOf(metadata.get_view()).contains("k8s.io/initial-events-end");
            break;
        default:
            metadata.skip();
        }
    }
    if (!name.isEmpty()) {
        told.object = space + '/' + name;
    }
}

void readEnvelope(protozero::data_view raw, FrameEvent &told)
{
    if (std::string_view(raw.data(), std::min<size_t>(raw.size(), kMagic.size())) != kMagic) {
        return;
    }
    protozero::pbf_reader envelope(raw.data() + kMagic.size(), raw.size() - kMagic.size());
    while (envelope.next()) {
        if (envelope.tag() == 1) {
            protozero::pbf_reader type = envelope.get_message();
            while (type.next()) {
                (type.tag() == 1 ? told.apiVersion : told.kind) = bytesOf(type.get_view());
            }
        } else if (envelope.tag() == 2) {
            protozero::pbf_reader object = envelope.get_message();
            if (object.next(1)) {
                readMetadata(object.get_message(), told);
            }
        } else {
            envelope.skip();
        }
    }
}

FrameEvent protobufEvent(const QByteArray &frame)
{
    FrameEvent told;
    try {
        protozero::pbf_reader event(frame.constData() + 4, static_cast<size_t>(frame.size() - 4));
        while (event.next()) {
            if (event.tag() == 1) {
                told.type = bytesOf(event.get_view());
            } else if (event.tag() == 2) {
                protozero::pbf_reader extension = event.get_message();
                if (extension.next(1)) {
                    readEnvelope(extension.get_view(), told);
                }
            } else {
                event.skip();
            }
        }
    } catch (const protozero::exception &) {
        return {};
    }
    return told;
}

QByteArray lineOf(const QByteArray &type, const QJsonObject &object)
{
    return QJsonDocument(QJsonObject{{u"type"_s, QString::fromLatin1(type)}, {u"object"_s, object}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

/// An event around `inner`, the message of an object of this type.
QByteArray protobufFrame(const QByteArray &type, const QByteArray &apiVersion, const QByteArray &kind, const std::string &inner)
{
    std::string about;
    protozero::pbf_writer(about).add_string(1, apiVersion.toStdString());
    protozero::pbf_writer(about).add_string(2, kind.toStdString());
    std::string envelope;
    protozero::pbf_writer(envelope).add_message(1, about);
    protozero::pbf_writer(envelope).add_bytes(2, inner);
    std::string extension;
    protozero::pbf_writer(extension).add_bytes(1, std::string(kMagic) + envelope);
    std::string event;
    protozero::pbf_writer(event).add_string(1, type.toStdString());
    protozero::pbf_writer(event).add_message(2, extension);
    QByteArray frame(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(event.size()), frame.data());
    return frame + QByteArray::fromStdString(event);
}

} // namespace

Framing framingOf(const QByteArray &contentType)
{
    return contentType.contains("protobuf") ? Framing::Protobuf : Framing::Lines;
}

QList<QByteArray> Frames::feed(const QByteArray &bytes)
{
    m_begun += bytes;
    QList<QByteArray> frames;
    qsizetype at = 0;
    for (;;) {
        qsizetype end = -1;
        if (m_framing == Framing::Lines) {
            end = m_begun.indexOf('\n', at) + 1;
        } else if (m_begun.size() - at >= 4) {
            end = at + 4 + qFromBigEndian<quint32>(m_begun.constData() + at);
        }
        if (end <= at || end > m_begun.size()) {
            break;
        }
        frames.append(m_begun.sliced(at, end - at));
        at = end;
    }
    m_begun.remove(0, at);
    return frames;
}

FrameEvent eventOf(const QByteArray &frame, Framing framing)
{
    return framing == Framing::Lines ? jsonEvent(frame) : protobufEvent(frame);
}

QByteArray errorFrame(Framing framing, int code, const QByteArray &reason, const QByteArray &message)
{
    if (framing == Framing::Lines) {
        return lineOf("ERROR",
                      {{u"kind"_s, u"Status"_s},
                       {u"apiVersion"_s, u"v1"_s},
                       {u"metadata"_s, QJsonObject()},
                       {u"status"_s, u"Failure"_s},
                       {u"code"_s, code},
                       {u"reason"_s, QString::fromLatin1(reason)},
                       {u"message"_s, QString::fromLatin1(message)}});
    }
    std::string status;
    protozero::pbf_writer(status).add_message(1, std::string());
    protozero::pbf_writer(status).add_string(2, "Failure");
    protozero::pbf_writer(status).add_string(3, message.toStdString());
    protozero::pbf_writer(status).add_string(4, reason.toStdString());
    protozero::pbf_writer(status).add_int32(6, code);
    return protobufFrame("ERROR", "v1", "Status", status);
}

QByteArray bookmarkFrame(Framing framing, const FrameEvent &last)
{
    if (last.version.isEmpty() || last.kind.isEmpty() || last.kind == "Table" || last.kind == "Status") {
        return {};
    }
    if (framing == Framing::Lines) {
        return lineOf(
            "BOOKMARK",
            {{u"kind"_s, QString::fromLatin1(last.kind)},
             {u"apiVersion"_s, QString::fromLatin1(last.apiVersion)},
             {u"metadata"_s,
              QJsonObject{{u"resourceVersion"_s, QString::fromLatin1(last.version)}, {u"creationTimestamp"_s, QJsonValue()}}}});
    }
    std::string metadata;
    protozero::pbf_writer(metadata).add_string(6, last.version.toStdString());
    std::string object;
    protozero::pbf_writer(object).add_message(1, metadata);
    return protobufFrame("BOOKMARK", last.apiVersion, last.kind, object);
}

QByteArray nonsenseFrame(Framing framing)
{
    if (framing == Framing::Lines) {
        return "<html>Bad gateway</html>\n";
    }
    return QByteArray("\0\0\0\x06", 4) + "\xff\xff\xff\xff\xff\xff";
}

} // namespace sentinel::testing
