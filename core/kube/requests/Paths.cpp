// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/Paths.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QByteArray segment(const QString &text)
{
    return QUrl::toPercentEncoding(text, ":"); // "service:port" of proxies stays readable for RBAC
}

/// What the API server itself refuses as a path segment.
bool isSegment(const QString &text)
{
    return !text.isEmpty() && text != "."_L1 && text != ".."_L1 && !text.contains(u'/') && !text.contains(u'%');
}

} // namespace

QByteArray collectionPath(const ResourceType &type, const QString &ns)
{
    QByteArray path = type.group.isEmpty() ? "/api/" : "/apis/" + segment(type.group) + '/';
    path += segment(type.version);
    if (type.namespaced && !ns.isEmpty()) {
        path += "/namespaces/" + segment(ns);
    }
    return path + '/' + segment(type.plural);
}

Result<QByteArray> objectPath(const ResourceType &type, const ObjectName &name, const QString &subresource)
{
    if (!isSegment(name.name) || (type.namespaced && !isSegment(name.ns))) {
        return failure(Error::Kind::Invalid, {},
                       type.namespaced && name.ns.isEmpty()
                           ? Text::tr("%1 \"%2\" needs a namespace.").arg(type.kind, plainLine(name.name))
                           : Text::tr("\"%1\" cannot be the name of a %2.").arg(plainLine(name.name), type.kind));
    }
    QByteArray path = collectionPath(type, name.ns) + '/' + segment(name.name);
    if (!subresource.isEmpty()) {
        path += '/' + QUrl::toPercentEncoding(subresource, "/");
    }
    return path;
}

QByteArray withQuery(const QByteArray &path, const Query &query)
{
    QByteArray whole = path;
    char separator = path.contains('?') ? '&' : '?';
    for (const auto &[key, value] : query) {
        whole += separator + key + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return whole;
}

Result<QByteArray> rawPath(const QString &path)
{
    const bool hasBadLetter
        = std::ranges::any_of(path, [](QChar letter) { return letter <= u' ' || letter == u'#' || letter == u'\\'; });
    if (!path.startsWith(u'/') || hasBadLetter) {
        return failure(Error::Kind::Invalid, {}, Text::tr("\"%1\" is not a path of an API server.").arg(path));
    }
    QByteArray whole;
    const QByteArray bytes = path.toUtf8();
    for (const char byte : bytes) {
        // What is encoded already stays so.
        const bool isPlain = byte > ' ' && byte <= '~' && !QByteArrayView("\"<>^`{|}").contains(byte);
        whole += isPlain ? QByteArray(1, byte) : '%' + QByteArray(1, byte).toHex().toUpper();
    }
    return whole;
}

QString objectLabel(const ResourceType &type, const ObjectName &name)
{
    return plainLine(type.kind + u' ' + (name.ns.isEmpty() || !type.namespaced ? name.name : name.ns + u'/' + name.name));
}

QString collectionLabel(const ResourceType &type, const QString &ns)
{
    return ns.isEmpty() || !type.namespaced ? plainLine(type.plural)
                                            : Text::tr("%1 in %2").arg(plainLine(type.plural), plainLine(ns));
}

ObjectName nameOf(const Object &object)
{
    const QJsonObject metadata = object.value("metadata"_L1).toObject();
    return {.ns = metadata.value("namespace"_L1).toString(), .name = metadata.value("name"_L1).toString()};
}

} // namespace sentinel::kube
