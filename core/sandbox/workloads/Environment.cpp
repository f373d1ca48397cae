// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Environment.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

struct Source
{
    const Type &type;
    QString word; ///< as the kubelet calls it when the object is missing
    QString kind;
};

Source sourceOf(bool isSecret)
{
    return isSecret ? Source{.type = kinds::secret(), .word = u"secret"_s, .kind = u"Secret"_s}
                    : Source{.type = kinds::configMap(), .word = u"configmap"_s, .kind = u"ConfigMap"_s};
}

Variables entriesOf(const QJsonObject &object)
{
    Variables entries;
    const QJsonObject data = object.value(u"data").toObject();
    const bool isSecret = object.value(u"kind").toString() == u"Secret";
    for (auto each = data.begin(); each != data.end(); ++each) {
        const QString text = each.value().toString();
        entries.insert(each.key(), isSecret ? QString::fromUtf8(QByteArray::fromBase64(text.toUtf8())) : text);
    }
    const QJsonObject plain = object.value(u"stringData").toObject();
    for (auto each = plain.begin(); each != plain.end(); ++each) {
        entries.insert(each.key(), each.value().toString());
    }
    return entries;
}

QString fieldOf(const QJsonObject &pod, const QString &path)
{
    if (path == u"status.podIP" || path == u"status.hostIP") {
        return textAt(pod, {u"status", path.sliced(7)});
    }
    if (path == u"metadata.uid") {
        return uidOf(pod);
    }
    return path == u"metadata.namespace" ? namespaceOf(pod)
        : path == u"spec.nodeName"       ? textAt(pod, {u"spec", u"nodeName"})
                                         : nameOf(pod);
}

/// The value of one variable; nothing when an optional reference leads nowhere.
std::expected<std::optional<QString>, QString> valueOf(const Store &store, const QJsonObject &pod, const QJsonObject &variable)
{
    if (!variable.contains(u"valueFrom")) {
        return variable.value(u"value").toString();
    }
    const QJsonObject from = variable.value(u"valueFrom").toObject();
    if (from.contains(u"fieldRef")) {
        return fieldOf(pod, textAt(from, {u"fieldRef", u"fieldPath"}));
    }
    const bool isSecret = from.contains(u"secretKeyRef");
    if (!isSecret && !from.contains(u"configMapKeyRef")) {
        return QString(); // resourceFieldRef: a number nobody reads here
    }
    const QJsonObject reference = from.value(isSecret ? u"secretKeyRef"_s : u"configMapKeyRef"_s).toObject();
    const Source source = sourceOf(isSecret);
    const QString name = reference.value(u"name").toString();
    const QString key = reference.value(u"key").toString();
    const bool isOptional = reference.value(u"optional").toBool();
    const auto object = store.find(source.type, namespaceOf(pod), name);
    if (!object) {
        return isOptional ? std::expected<std::optional<QString>, QString>(std::nullopt)
                          : std::unexpected(u"%1 \"%2\" not found"_s.arg(source.word, name));
    }
    const Variables entries = entriesOf(*object);
    if (!entries.contains(key)) {
        return isOptional ? std::expected<std::optional<QString>, QString>(std::nullopt)
                          : std::unexpected(u"couldn't find key %1 in %2 %3/%4"_s.arg(key, source.kind, namespaceOf(pod), name));
    }
    return entries.value(key);
}

} // namespace

std::expected<Variables, QString> environmentOf(const Store &store, const QJsonObject &pod, const QJsonObject &container)
{
    Variables variables;
    for (const QJsonValue &each : container.value(u"envFrom").toArray()) {
        const QJsonObject from = each.toObject();
        const bool isSecret = from.contains(u"secretRef");
        const QJsonObject reference = from.value(isSecret ? u"secretRef"_s : u"configMapRef"_s).toObject();
        const Source source = sourceOf(isSecret);
        const QString name = reference.value(u"name").toString();
        const auto object = store.find(source.type, namespaceOf(pod), name);
        if (!object && !reference.value(u"optional").toBool()) {
            return std::unexpected(u"%1 \"%2\" not found"_s.arg(source.word, name));
        }
        const Variables entries = object ? entriesOf(*object) : Variables();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
            variables.insert(from.value(u"prefix").toString() + entry.key(), *entry);
        }
    }
    for (const QJsonValue &each : container.value(u"env").toArray()) {
        const QJsonObject variable = each.toObject();
        auto value = valueOf(store, pod, variable);
        if (!value) {
            return std::unexpected(value.error());
        }
        if (*value) {
            variables.insert(variable.value(u"name").toString(), **value);
        }
    }
    return variables;
}

QString mountProblem(const Store &store, const QJsonObject &pod)
{
    for (const QJsonValue &each : listAt(pod, {u"spec", u"volumes"})) {
        const QJsonObject volume = each.toObject();
        QJsonArray sources{volume};
        for (const QJsonValue &projected : listAt(volume, {u"projected", u"sources"})) {
            sources.append(projected);
        }
        for (const QJsonValue &one : std::as_const(sources)) {
            const QJsonObject part = one.toObject();
            const bool isSecret = part.contains(u"secret");
            if (!isSecret && !part.contains(u"configMap")) {
                continue;
            }
            const Source source = sourceOf(isSecret);
            const QJsonObject reference = part.value(isSecret ? u"secret"_s : u"configMap"_s).toObject();
            const QString name = reference.contains(u"secretName") ? reference.value(u"secretName").toString()
                                                                   : reference.value(u"name").toString();
            const QString volumeName = volume.value(u"name").toString();
            if (reference.value(u"optional").toBool()) {
                continue;
            }
            const auto object = store.find(source.type, namespaceOf(pod), name);
            if (!object) {
                return u"MountVolume.SetUp failed for volume \"%1\" : %2 \"%3\" not found"_s.arg(volumeName, source.word, name);
            }
            const Variables entries = entriesOf(*object);
            for (const QJsonValue &item : reference.value(u"items").toArray()) {
                const QString key = item.toObject().value(u"key").toString();
                if (!entries.contains(key) && !hasAt(*object, {u"binaryData", key})) {
                    return u"MountVolume.SetUp failed for volume \"%1\" : references non-existent %2 key: %3"_s.arg(
                        volumeName, isSecret ? u"secret"_s : u"config"_s, key);
                }
            }
        }
    }
    return {};
}

} // namespace sentinel::sandbox
