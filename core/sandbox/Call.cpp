// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Call.h"

#include "core/sandbox/Types.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

QString Call::fieldManager() const
{
    const QString given = value("fieldManager"_L1);
    if (!given.isEmpty()) {
        return given;
    }
    const QString agent = userAgent.section(u'/', 0, 0).section(u' ', 0, 0);
    return agent.isEmpty() ? u"unknown"_s : agent;
}

Answer answerOf(const Problem &problem)
{
    return {.code = problem.code, .object = statusOf(problem)};
}

Outcome<Call> resolved(Call call)
{
    QStringList parts = call.path.split(u'/', Qt::SkipEmptyParts);
    const bool isCore = !parts.isEmpty() && parts.constFirst() == "api"_L1;
    const qsizetype head = isCore ? 2 : 3;
    if (parts.size() <= head) {
        return refuse(problems::noSuchPath());
    }
    const QString group = isCore ? QString() : parts.at(1);
    const QString version = parts.at(head - 1);
    parts = parts.mid(head);
    // "namespaces/x/pods/y": of namespaces themselves there is "namespaces", "namespaces/x" and its subresources.
    const bool inNamespace = parts.size() >= 3 && parts.constFirst() == "namespaces"_L1
        && !(isCore && (parts.at(2) == "status"_L1 || parts.at(2) == "finalize"_L1));
    if (inNamespace) {
        call.ns = parts.at(1);
        parts = parts.mid(2);
    }
    call.type = typeOfPath(group, version, parts.constFirst());
    if (!call.type || parts.size() > 3 || (inNamespace && !call.type->namespaced)) {
        return refuse(problems::noSuchPath());
    }
    call.name = parts.value(1);
    call.subresource = parts.value(2);
    if (call.type->namespaced && call.ns.isEmpty() && !call.name.isEmpty()) {
        return refuse(problems::noSuchPath());
    }
    return call;
}

} // namespace sentinel::sandbox
