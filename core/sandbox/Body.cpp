// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Body.h"

#include "core/sandbox/Protobuf.h"
#include "core/yaml/Read.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QJsonValue jsonOf(const yaml::Value &value)
{
    switch (value.kind()) {
    case yaml::Value::Kind::Null:
        return QJsonValue::Null;
    case yaml::Value::Kind::Boolean:
        return value.boolean();
    case yaml::Value::Kind::Number: {
        bool whole = false;
        const qint64 number = value.text().toLongLong(&whole);
        return whole ? QJsonValue(number) : QJsonValue(value.text().toDouble());
    }
    case yaml::Value::Kind::String:
        return value.text();
    case yaml::Value::Kind::List: {
        QJsonArray array;
        for (const yaml::Value &item : value.items()) {
            array.append(jsonOf(item));
        }
        return array;
    }
    case yaml::Value::Kind::Map:
        break;
    }
    QJsonObject object;
    for (const yaml::Entry &entry : value.entries()) {
        object.insert(entry.key, jsonOf(entry.value));
    }
    return object;
}

/// Finds fields written twice. Works on text the JSON parser has accepted already, so it need not look for errors.
class DoubledFields
{
public:
    explicit DoubledFields(const QByteArray &text)
        : m_text(text)
    {
    }
    QStringList find()
    {
        value({});
        return m_found;
    }

private:
    void space()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\t' || m_text[m_at] == '\r')) {
            ++m_at;
        }
    }
    QByteArray string()
    {
        const qsizetype begin = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        }
        return m_text.mid(begin, m_at++ - begin);
    }
    void value(const QString &path)
    {
        space();
        const char c = m_at < m_text.size() ? m_text[m_at] : '\0';
        if (c == '{') {
            object(path);
        } else if (c == '[') {
            array(path);
        } else if (c == '"') {
            string();
        } else {
            while (m_at < m_text.size() && m_text[m_at] != ',' && m_text[m_at] != '}' && m_text[m_at] != ']') {
                ++m_at;
            }
        }
        space();
    }
    void object(const QString &path)
    {
        QSet<QByteArray> seen;
        ++m_at;
        for (space(); m_at < m_text.size() && m_text[m_at] != '}'; space()) {
            const QByteArray key = string();
            const QString below = path.isEmpty() ? QString::fromUtf8(key) : path + u'.' + QString::fromUtf8(key);
            if (seen.contains(key)) {
                m_found.append(below);
            }
            seen.insert(key);
            space();
            ++m_at; // the colon
            value(below);
            m_at += m_at < m_text.size() && m_text[m_at] == ',' ? 1 : 0;
        }
        ++m_at;
    }
    void array(const QString &path)
    {
        ++m_at;
        space();
        for (int i = 0; m_at < m_text.size() && m_text[m_at] != ']'; ++i) {
            value(u"%1[%2]"_s.arg(path).arg(i));
            m_at += m_at < m_text.size() && m_text[m_at] == ',' ? 1 : 0;
            space();
        }
        ++m_at;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    QStringList m_found;
};

} // namespace

Outcome<Body> readBody(const Call &call)
{
    const QByteArray &type = call.contentType;
    if (type.endsWith("yaml") && !call.body.trimmed().startsWith('{')) {
        const auto read = yaml::read(call.body, u"body"_s);
        if (!read) {
            return refuse(problems::badRequest(u"error decoding YAML: "_s + read.error().detail));
        }
        return Body{.value = jsonOf(*read)};
    }
    if (type == kProtobufMedia) {
        const auto object = fromProtobuf(call.body);
        return object ? Outcome<Body>(Body{.value = *object}) : refuse(object.error());
    }
    const bool isJson = type.isEmpty() || type == "application/json" || type.endsWith("+json") || type.endsWith("yaml");
    if (!isJson) {
        return refuse(problems::unsupportedMedia(u"application/json, application/yaml, application/vnd.kubernetes.protobuf"_s));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(call.body, &error);
    if (document.isNull()) {
        return refuse(problems::badRequest(
            u"the body could not be read as JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset)));
    }
    return Body{.value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()),
                .duplicates = DoubledFields(call.body).find()};
}

Outcome<QJsonObject> readObject(const QByteArray &json)
{
    if (json.trimmed().isEmpty()) {
        return QJsonObject();
    }
    if (isProtobuf(json)) {
        return fromProtobuf(json);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        return refuse(problems::badRequest(u"the body is no JSON object: "_s + error.errorString()));
    }
    return document.object();
}

} // namespace sentinel::sandbox
