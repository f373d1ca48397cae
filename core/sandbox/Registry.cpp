// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Registry.h"

#include "core/sandbox/Body.h"
#include "core/sandbox/Names.h"
#include "core/sandbox/Options.h"
#include "core/sandbox/Selectors.h"
#include "core/sandbox/Types.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

/// The body of a subresource's request; empty when it cannot be read, which the fields it lacks then say.
QJsonObject bodyOf(const Call &call)
{
    return readObject(call.body).value_or(QJsonObject());
}

/// What a subresource answers that did its work and has no object of its own to show.
Answer created()
{
    return Answer{.code = 201,
                  .object = {{"kind"_L1, "Status"_L1},
                             {"apiVersion"_L1, "v1"_L1},
                             {"metadata"_L1, QJsonObject()},
                             {"status"_L1, "Success"_L1},
                             {"code"_L1, 201}}};
}

} // namespace

Registry::Registry(Store &store, Clock &clock)
    : m_store(store)
    , m_clock(clock)
    , m_deletion([](Store &of, const Type &type, const QString &ns, const QString &name, Propagation propagation,
                    std::optional<Duration>) { return of.remove(type, ns, name, propagation); })
{
}

Answer Registry::handle(const Call &call)
{
    const Outcome<Answer> outcome = dispatch(call);
    return outcome ? *outcome : answerOf(outcome.error());
}

Outcome<Answer> Registry::dispatch(const Call &call)
{
    const QString sub = call.subresource;
    if (!sub.isEmpty() && !(sub == "status"_L1 && call.type->hasStatus)) {
        const QString resource = call.type->resource() + u'/' + sub;
        if (sub == "scale"_L1 && call.type->hasScale) {
            return scale(call);
        }
        if (resource == "pods/eviction"_L1) {
            return evict(call);
        }
        if (resource == "pods/binding"_L1) {
            return bind(call);
        }
        if (resource == "serviceaccounts/token"_L1) {
            return issueToken(call);
        }
        if (resource == "namespaces/finalize"_L1) {
            return finalizeNamespace(call);
        }
        if (resource == "pods/exec"_L1 || resource == "pods/attach"_L1 || resource == "pods/portforward"_L1 || sub == "proxy"_L1
            || resource == "pods/ephemeralcontainers"_L1) {
            if (!m_store.find(*call.type, call.ns, call.name)) {
                return refuse(problems::notFound(*call.type, call.name));
            }
            return refuse(
                problems::notImplemented(u"the rehearsal cluster runs no containers, so there is no %1 here"_s.arg(sub)));
        }
        return refuse(problems::noSuchPath());
    }
    if (call.method == "GET") {
        return call.name.isEmpty() ? list(call) : get(call);
    }
    const bool isWrite = call.method == "POST" || call.method == "PUT" || call.method == "PATCH";
    if (const auto wrong = isWrite ? wrongWriteOptions(call) : std::nullopt) {
        return refuse(*wrong);
    }
    if (call.method == "POST" && call.name.isEmpty()) {
        return create(call);
    }
    if (call.method == "PUT" && !call.name.isEmpty()) {
        return replace(call);
    }
    if (call.method == "PATCH" && !call.name.isEmpty()) {
        return patch(call);
    }
    if (call.method == "DELETE" && sub.isEmpty()) {
        return call.name.isEmpty() ? removeAll(call) : remove(call);
    }
    return refuse(problems::methodNotAllowed());
}

Outcome<QJsonObject> Registry::present(const Call &call) const
{
    const std::optional<QJsonObject> found = m_store.find(*call.type, call.ns, call.name);
    if (!found) {
        return refuse(problems::notFound(*call.type, call.name));
    }
    return *found;
}

Outcome<Answer> Registry::scale(const Call &call)
{
    const auto object = present(call);
    if (!object) {
        return refuse(object.error());
    }
    const auto scaleOf = [](const QJsonObject &of) {
        const QJsonObject metadata = of.value("metadata"_L1).toObject();
        const int wanted = of.value("spec"_L1)["replicas"_L1].toInt();
        QJsonObject shown;
        for (const auto key : {"name"_L1, "namespace"_L1, "uid"_L1, "resourceVersion"_L1, "creationTimestamp"_L1}) {
            shown.insert(key, metadata.value(key));
        }
        return QJsonObject{
            {"kind"_L1, "Scale"_L1},
            {"apiVersion"_L1, "autoscaling/v1"_L1},
            {"metadata"_L1, shown},
            {"spec"_L1, wanted == 0 ? QJsonObject() : QJsonObject{{"replicas"_L1, wanted}}}, // none is not said
            {"status"_L1,
             QJsonObject{{"replicas"_L1, of.value("status"_L1)["replicas"_L1].toInt()},
                         {"selector"_L1, LabelSelector::of(of.value("spec"_L1)["selector"_L1].toObject()).text()}}}};
    };
    QJsonObject wanted = scaleOf(*object);
    if (call.method == "GET") {
        return represented(call, wanted, m_clock);
    }
    if (call.method == "PATCH") {
        const auto changed = patched(call, wanted);
        if (!changed) {
            return refuse(changed.error());
        }
        wanted = *changed;
    } else if (call.method == "PUT") {
        wanted = bodyOf(call);
    } else {
        return refuse(problems::methodNotAllowed());
    }
    const QJsonValue asked = wanted.value("spec"_L1)["replicas"_L1];
    const QJsonValue replicas = asked.isUndefined() ? QJsonValue(0) : asked;
    if (!replicas.isDouble() || replicas.toInt(-1) < 0) {
        static const Type scaleType{.group = u"autoscaling"_s, .version = u"v1"_s, .kind = u"Scale"_s};
        return refuse(
            problems::invalid(scaleType, call.name,
                              {{.reason = u"FieldValueInvalid"_s,
                                .message = u"Invalid value: %1: must be greater than or equal to 0"_s.arg(replicas.toInteger()),
                                .field = u"spec.replicas"_s}}));
    }
    Write change{.call = call, .object = *object, .before = *object, .subresource = u"scale"_s};
    QJsonObject spec = change.object.value("spec"_L1).toObject();
    spec.insert("replicas"_L1, replicas);
    change.object.insert("spec"_L1, spec);
    QJsonObject metadata = change.object.value("metadata"_L1).toObject();
    metadata.insert("resourceVersion"_L1, wanted.value("metadata"_L1)["resourceVersion"_L1]);
    change.object.insert("metadata"_L1, metadata);
    Outcome<Answer> written = write(std::move(change));
    if (written) {
        written->object = scaleOf(written->object);
    }
    return written;
}

Outcome<Answer> Registry::evict(const Call &call)
{
    const auto pod = present(call);
    if (!pod) {
        return refuse(pod.error());
    }
    if (call.method != "POST") {
        return refuse(problems::methodNotAllowed());
    }
    if (const QString budget = m_budgets ? m_budgets(m_store, *pod) : QString(); !budget.isEmpty()) {
        // No Retry-After: with one, clients ask again by themselves and nobody learns why they wait.
        Problem problem = problems::tooMany(0);
        problem.message = u"Cannot evict pod as it would violate the pod's disruption budget."_s;
        problem.causes = {{.reason = u"DisruptionBudget"_s,
                           .message = u"The disruption budget %1 does not allow a disruption now"_s.arg(budget),
                           .field = {}}};
        return refuse(problem);
    }
    const QJsonObject body = bodyOf(call);
    const auto removed = removeOne(call, *pod, body.value("deleteOptions"_L1).toObject());
    if (!removed) {
        return refuse(removed.error());
    }
    return created();
}

Outcome<Answer> Registry::bind(const Call &call)
{
    const auto pod = present(call);
    if (!pod) {
        return refuse(pod.error());
    }
    const QString node = bodyOf(call).value("target"_L1)["name"_L1].toString();
    if (call.method != "POST" || node.isEmpty()) {
        return refuse(call.method != "POST" ? problems::methodNotAllowed() : problems::badRequest(u"target.name is required"_s));
    }
    const auto bound = m_store.change(
        *call.type, call.ns, call.name,
        [&node](QJsonObject &object) {
            QJsonObject spec = object.value("spec"_L1).toObject();
            if (!spec.value("nodeName"_L1).toString().isEmpty()) {
                return false;
            }
            spec.insert("nodeName"_L1, node);
            object.insert("spec"_L1, spec);
            return true;
        },
        Store::Half::Main);
    if (!bound || bound->value("spec"_L1)["nodeName"_L1].toString() != node) {
        return refuse(problems::conflict(*call.type, call.name, u"pod is already assigned to a node"_s));
    }
    return created();
}

Outcome<Answer> Registry::issueToken(const Call &call)
{
    const auto account = present(call);
    if (!account) {
        return refuse(account.error());
    }
    if (call.method != "POST" || !m_tokenMade) {
        return refuse(problems::methodNotAllowed());
    }
    QJsonObject request = bodyOf(call);
    const QJsonObject spec = request.value("spec"_L1).toObject();
    const qint64 seconds = std::max<qint64>(600, spec.value("expirationSeconds"_L1).toInteger(3600));
    request.insert("kind"_L1, "TokenRequest"_L1);
    request.insert("apiVersion"_L1, "authentication.k8s.io/v1"_L1);
    request.insert("status"_L1,
                   QJsonObject{{"token"_L1, QString::fromLatin1(m_tokenMade(call.ns, call.name))},
                               {"expirationTimestamp"_L1, timestamp(m_clock.now().addSecs(seconds))}});
    return Answer{.code = 201, .object = request};
}

Outcome<Answer> Registry::finalizeNamespace(const Call &call)
{
    const auto object = present(call);
    if (!object) {
        return refuse(object.error());
    }
    if (call.method != "PUT") {
        return refuse(problems::methodNotAllowed());
    }
    Write change{.call = call, .object = *object, .before = *object, .half = Store::Half::Both, .subresource = call.subresource};
    change.object.insert("spec"_L1, bodyOf(call).value("spec"_L1));
    return write(std::move(change));
}

} // namespace sentinel::sandbox
