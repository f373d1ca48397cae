// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Options.h"
#include "core/sandbox/Registry.h"
#include "core/sandbox/Selectors.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// Where a list goes on: after which object, as of which version.
struct Continuation
{
    qint64 version = 0;
    QString ns;
    QString name;
};

QString textOf(const Continuation &from)
{
    const QJsonObject packed{{"v"_L1, "rehearsal/v1"_L1}, {"rv"_L1, from.version}, {"ns"_L1, from.ns}, {"name"_L1, from.name}};
    return QString::fromLatin1(QJsonDocument(packed)
                                   .toJson(QJsonDocument::Compact)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<Continuation> continuationOf(const QString &text)
{
    const QJsonObject packed
        = QJsonDocument::fromJson(QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding)).object();
    if (packed.value("v"_L1).toString() != "rehearsal/v1"_L1) {
        return {};
    }
    return Continuation{.version = packed.value("rv"_L1).toInteger(),
                        .ns = packed.value("ns"_L1).toString(),
                        .name = packed.value("name"_L1).toString()};
}

QString metadataText(const QJsonObject &object, QLatin1StringView key)
{
    return object.value("metadata"_L1)[key].toString();
}

/// What `list` starts from: the objects, and as of which version.
struct Snapshot
{
    QList<QJsonObject> objects;
    qint64 version = 0;
    Continuation after{};
};

Outcome<Snapshot> snapshot(const Call &call, const Store &store)
{
    if (const auto wrong = wrongListOptions(call, false)) {
        return refuse(*wrong);
    }
    const QString match = call.value("resourceVersionMatch"_L1);
    const QString asked = call.value("resourceVersion"_L1);
    bool isNumber = true;
    const qint64 version = asked.isEmpty() ? 0 : asked.toLongLong(&isNumber);
    if (!isNumber || version < 0) {
        return refuse(problems::badRequest(
            u"invalid resource version: resourceVersion: Invalid value: \"%1\": strconv.ParseUint: parsing \"%1\": invalid syntax"_s
                .arg(asked)));
    }
    Continuation after;
    if (const QString text = call.value("continue"_L1); !text.isEmpty()) {
        if (!asked.isEmpty() && asked != "0"_L1) {
            return refuse(problems::badRequest(u"specifying resource version is not allowed when using continue"_s));
        }
        const auto from = continuationOf(text);
        if (!from) {
            return refuse(problems::badRequest(u"invalid continue token: continue key is not valid"_s));
        }
        const auto then = store.listAt(*call.type, call.ns, from->version);
        if (!then) {
            return refuse(problems::expired(
                u"The provided continue parameter is too old to display a consistent list result. You must start a new list "
                u"without the continue parameter."_s));
        }
        return Snapshot{.objects = *then, .version = from->version, .after = *from};
    }
    if (version > store.resourceVersion()) {
        return refuse(problems::versionTooLarge(version, store.resourceVersion()));
    }
    if (match == "Exact"_L1) {
        const auto then = store.listAt(*call.type, call.ns, version);
        if (!then) {
            return refuse(problems::expired(u"The resourceVersion for the provided list is too old."_s));
        }
        return Snapshot{.objects = *then, .version = version};
    }
    return Snapshot{.objects = store.list(*call.type, call.ns), .version = store.resourceVersion()};
}

} // namespace

Outcome<Answer> Registry::get(const Call &call)
{
    const auto object = present(call);
    if (!object) {
        return refuse(object.error());
    }
    return represented(call, *object, m_clock);
}

Outcome<Answer> Registry::list(const Call &call)
{
    const auto labels = LabelSelector::parse(call.value("labelSelector"_L1));
    const auto fields = FieldSelector::parse(*call.type, call.value("fieldSelector"_L1));
    if (!labels || !fields) {
        return refuse(labels ? fields.error() : labels.error());
    }
    const auto all = snapshot(call, m_store);
    if (!all) {
        return refuse(all.error());
    }
    const qsizetype limit = call.value("limit"_L1).toLongLong();
    QList<QJsonObject> items;
    qsizetype left = 0;
    for (const QJsonObject &object : all->objects) {
        const std::pair here(metadataText(object, "namespace"_L1), metadataText(object, "name"_L1));
        if (here <= std::pair(all->after.ns, all->after.name)
            || !labels->matches(object.value("metadata"_L1)["labels"_L1].toObject()) || !fields->matches(object)) {
            continue;
        }
        if (limit > 0 && items.size() >= limit) {
            ++left;
        } else {
            items.append(object);
        }
    }
    QJsonObject result = listObject(*call.type, items, QString::number(all->version));
    if (left > 0) {
        QJsonObject metadata = result.value("metadata"_L1).toObject();
        metadata.insert("continue"_L1,
                        textOf({.version = all->version,
                                .ns = metadataText(items.constLast(), "namespace"_L1),
                                .name = metadataText(items.constLast(), "name"_L1)}));
        if (call.value("labelSelector"_L1).isEmpty() && call.value("fieldSelector"_L1).isEmpty()) {
            metadata.insert("remainingItemCount"_L1, left); // with a selector nobody counts
        }
        result.insert("metadata"_L1, metadata);
    }
    return represented(call, result, m_clock);
}

QJsonObject listObject(const Type &type, const QList<QJsonObject> &items, const QString &resourceVersion)
{
    QJsonArray array;
    for (const QJsonObject &item : items) {
        array.append(item);
    }
    return {{"apiVersion"_L1, type.apiVersion()},
            {"kind"_L1, QString(type.kind + u"List"_s)},
            {"metadata"_L1, QJsonObject{{"resourceVersion"_L1, resourceVersion}}},
            {"items"_L1, array}};
}

} // namespace sentinel::sandbox
