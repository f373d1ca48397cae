// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Expected.h"
#include "core/deploy/Standing.h"

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

bool isWatched(const QString &ns, const deploy::ObjectKey &key)
{
    const bool isNear = key.ns.isEmpty() || key.ns == ns || (key.ns == ns + u"-host"_s && key.kind == u"DaemonSet");
    return isNear && deploy::lookedAtKinds().contains(std::pair(key.group, key.kind));
}

} // namespace

Expected expectedOf(const Content &content, const QString &ns)
{
    Expected expected;
    for (const QJsonObject &object : content.objects) {
        if (const deploy::ObjectKey key = deploy::keyOf(object); isWatched(ns, key)) {
            expected.wanted.append(object);
            expected.keys.insert(key);
        }
    }
    return expected;
}

Expected expectedWithHooks(const Content &content, const QString &ns)
{
    Expected expected = expectedOf(content, ns);
    for (const QJsonObject &hook : content.hooks) {
        if (const deploy::ObjectKey key = deploy::keyOf(hook); isWatched(ns, key)) {
            expected.wanted.append(hook);
            expected.hooks.insert(key);
        }
    }
    return expected;
}

deploy::Scope scopeOf(const Subject &subject, const Expected &expected)
{
    deploy::Scope scope{.ns = subject.targetNs, .wanted = expected.wanted};
    if (subject.way != Way::Helm) {
        scope.applications = {subject.name};
        scope.applicationNamespace = subject.ns;
    }
    return scope;
}

bool isWell(const deploy::ObjectState &state)
{
    return state.health == deploy::Health::Healthy || state.health == deploy::Health::Suspended;
}

} // namespace sentinel::rollback
