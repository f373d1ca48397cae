// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/ObjectDifference.h"

#include "core/base/Glob.h"
#include "core/sandbox/delivery/Objects.h"
#include "core/sandbox/workloads/Json.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// What tells the members of a list apart, where they have it: the commonest merge keys of Kubernetes' own lists.
constexpr std::array kKeys{"name"_L1, "mountPath"_L1, "containerPort"_L1, "port"_L1, "type"_L1, "key"_L1};

bool areMapsWith(const QJsonArray &list, QLatin1StringView key)
{
    return std::ranges::all_of(list, [key](const QJsonValue &item) { return item.isObject() && item.toObject().contains(key); });
}

bool listHasAll(const QJsonArray &live, const QJsonArray &wanted)
{
    for (const QLatin1StringView key : kKeys) {
        if (wanted.isEmpty() || !areMapsWith(wanted, key) || !areMapsWith(live, key)) {
            continue;
        }
        return std::ranges::all_of(wanted, [&](const QJsonValue &item) {
            // Several may share a key (one port for TCP and UDP): any that has all will do.
            return std::ranges::any_of(live,
                                       [&](const QJsonValue &each) { return each[key] == item[key] && hasAll(each, item); });
        });
    }
    if (live.size() != wanted.size()) {
        return false;
    }
    for (qsizetype i = 0; i < live.size(); ++i) {
        if (!hasAll(live.at(i), wanted.at(i))) {
            return false;
        }
    }
    return true;
}

bool concerns(const QJsonObject &rule, const QJsonObject &object)
{
    const QString name = rule[u"name"].toString();
    const QString ns = rule[u"namespace"].toString();
    return globMatches(rule[u"group"].toString(), groupOf(object))
        && globMatches(rule[u"kind"].toString(), object[u"kind"].toString()) && (name.isEmpty() || name == nameOf(object))
        && (ns.isEmpty() || ns == namespaceOf(object));
}

} // namespace

bool hasAll(const QJsonValue &live, const QJsonValue &wanted)
{
    if (wanted.isObject()) {
        const QJsonObject map = wanted.toObject();
        if (!live.isObject() && !(map.isEmpty() && (live.isUndefined() || live.isNull()))) {
            return false;
        }
        for (auto each = map.constBegin(); each != map.constEnd(); ++each) {
            if (!hasAll(live.toObject().value(each.key()), each.value())) {
                return false;
            }
        }
        return true;
    }
    if (wanted.isArray()) {
        return (live.isArray() || (wanted.toArray().isEmpty() && !live.isObject()))
            && listHasAll(live.toArray(), wanted.toArray());
    }
    return live == wanted || (wanted.isNull() && live.isUndefined());
}

QJsonObject withIgnoredAsLive(const QJsonObject &wanted, const QJsonObject &live, const QJsonArray &ignoreDifferences)
{
    QJsonValue result = wanted;
    for (const QJsonValue &rule : ignoreDifferences) {
        if (!concerns(rule.toObject(), wanted)) {
            continue;
        }
        const QJsonArray pointers = rule[u"jsonPointers"].toArray();
        for (const QJsonValue &pointer : pointers) {
            const QStringList steps = pointerSteps(pointer.toString());
            result = withValueAtSteps(result, steps, valueAtSteps(live, steps));
        }
    }
    return result.toObject();
}

QString unknownIgnoreRules(const QJsonArray &ignoreDifferences)
{
    for (const QJsonValue &rule : ignoreDifferences) {
        for (const auto key : {"jqPathExpressions"_L1, "managedFieldsManagers"_L1}) {
            if (!rule[key].toArray().isEmpty()) {
                return u"ignoreDifferences: the rehearsal cluster knows jsonPointers only, not %1"_s.arg(key);
            }
        }
    }
    return {};
}

QJsonObject normalised(QJsonObject wanted)
{
    wanted.remove(u"status"_s);
    for (const QStringView key : {u"creationTimestamp", u"resourceVersion", u"uid", u"generation", u"managedFields"}) {
        drop(wanted, {u"metadata", key});
    }
    const QJsonObject texts = wanted.value(u"stringData").toObject();
    if (wanted.value(u"kind").toString() == u"Secret" && !texts.isEmpty()) {
        for (auto each = texts.constBegin(); each != texts.constEnd(); ++each) {
            put(wanted, {u"data", each.key()}, QString::fromLatin1(each.value().toString().toUtf8().toBase64()));
        }
        wanted.remove(u"stringData"_s);
    }
    return wanted;
}

} // namespace sentinel::sandbox
