// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Body.h"
#include "core/sandbox/Options.h"
#include "core/sandbox/Registry.h"
#include "core/sandbox/Selectors.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

struct DeleteOptions
{
    Propagation propagation = Propagation::Background;
    std::optional<Duration> grace;
};

QString option(const Call &call, const QJsonObject &body, QLatin1StringView key)
{
    const QJsonValue given = body.value(key);
    return given.isDouble() ? QString::number(given.toInteger()) : given.isString() ? given.toString() : call.value(key);
}

Outcome<DeleteOptions> optionsOf(const Call &call, const QJsonObject &body)
{
    DeleteOptions options;
    const QString policy = option(call, body, "propagationPolicy"_L1);
    if (policy == "Foreground"_L1) {
        options.propagation = Propagation::Foreground;
    } else if (policy == "Orphan"_L1 || body.value("orphanDependents"_L1).toBool()) {
        options.propagation = Propagation::Orphan;
    } else if (const auto wrong = wrongPropagation(policy)) {
        return refuse(*wrong);
    }
    const QString grace = option(call, body, "gracePeriodSeconds"_L1);
    if (!grace.isEmpty()) {
        bool isNumber = false;
        const qint64 seconds = grace.toLongLong(&isNumber);
        if (!isNumber || seconds < 0 || seconds > 10 * 365 * 24 * 3600LL) {
            return refuse(problems::badRequest(u"gracePeriodSeconds: Invalid value: \"%1\""_s.arg(grace)));
        }
        options.grace = std::chrono::seconds(seconds);
    }
    return options;
}

std::optional<Problem> unmetPrecondition(const Type &type, const QJsonObject &present, const QJsonObject &body)
{
    const QJsonObject metadata = present.value("metadata"_L1).toObject();
    const QString name = metadata.value("name"_L1).toString();
    const QJsonObject wanted = body.value("preconditions"_L1).toObject();
    const struct
    {
        QLatin1StringView key;
        QLatin1StringView word;
        QLatin1StringView guess;
    } checks[]
        = {{"uid"_L1, "UID"_L1, "deleted and then recreated"_L1}, {"resourceVersion"_L1, "ResourceVersion"_L1, "modified"_L1}};
    for (const auto &[key, word, guess] : checks) {
        const QString value = wanted.value(key).toString();
        if (!value.isEmpty() && value != metadata.value(key).toString()) {
            // The server names the kind here, where it names the resource elsewhere.
            Type called = type;
            called.plural = type.kind;
            return problems::conflict(
                called, name,
                u"the %1 in the precondition (%2) does not match the %1 in record (%3). The object might have been %4"_s.arg(
                    word, value, metadata.value(key).toString(), guess));
        }
    }
    return {};
}

} // namespace

Outcome<Answer> Registry::removeOne(const Call &call, const QJsonObject &object, const QJsonObject &body)
{
    const Type &type = *call.type;
    const auto options = optionsOf(call, body);
    if (!options) {
        return refuse(options.error());
    }
    if (const auto problem = unmetPrecondition(type, object, body)) {
        return refuse(*problem);
    }
    const QJsonObject metadata = object.value("metadata"_L1).toObject();
    const QString ns = metadata.value("namespace"_L1).toString();
    const QString name = metadata.value("name"_L1).toString();
    const auto remove = [&] { return m_deletion(m_store, type, ns, name, options->propagation, options->grace); };
    const bool isDry = call.isDryRun() || body.value("dryRun"_L1).toArray().contains("All"_L1);
    const auto removed = isDry ? m_store.dryRun(remove) : remove();
    if (!removed) {
        return refuse(problems::fromStore(removed.error(), type, name, false));
    }
    const bool wouldGo = metadata.value("finalizers"_L1).toArray().isEmpty() && type.resource() != "namespaces"_L1;
    const bool isGone = isDry ? wouldGo : !m_store.find(type, ns, name).has_value();
    if (isGone && type.resource() != "pods"_L1) {
        return Answer{.object = successStatus(type, name, metadata.value("uid"_L1).toString())};
    }
    return Answer{.object = *removed};
}

Outcome<Answer> Registry::remove(const Call &call)
{
    const auto object = present(call);
    if (!object) {
        return refuse(object.error());
    }
    const auto body = readObject(call.body);
    if (!body) {
        return refuse(body.error());
    }
    return removeOne(call, *object, *body);
}

Outcome<Answer> Registry::removeAll(const Call &call)
{
    const auto labels = LabelSelector::parse(call.value("labelSelector"_L1));
    const auto fields = FieldSelector::parse(*call.type, call.value("fieldSelector"_L1));
    const auto body = readObject(call.body);
    if (!labels || !fields || !body) {
        return refuse(!labels ? labels.error() : !fields ? fields.error() : body.error());
    }
    if (call.type->namespaced && call.ns.isEmpty()) {
        return refuse(problems::methodNotAllowed());
    }
    QList<QJsonObject> done;
    for (const QJsonObject &object : m_store.list(*call.type, call.ns)) {
        if (!labels->matches(object.value("metadata"_L1)["labels"_L1].toObject()) || !fields->matches(object)) {
            continue;
        }
        if (const auto removed = removeOne(call, object, *body); !removed && removed.error().code != 404) {
            return refuse(removed.error());
        }
        done.append(object);
    }
    return represented(call, listObject(*call.type, done, QString::number(m_store.resourceVersion())), m_clock);
}

} // namespace sentinel::sandbox
