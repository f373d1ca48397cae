// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/FakeClusterAnswer.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

QString nameOf(const kube::Object &object)
{
    return object[u"metadata"][u"name"].toString();
}

QString spaceOf(const kube::Object &object)
{
    return object[u"metadata"][u"namespace"].toString();
}

/// RFC 7396.
QJsonValue merged(const QJsonValue &into, const QJsonObject &patch)
{
    QJsonObject result = into.toObject();
    for (auto at = patch.begin(); at != patch.end(); ++at) {
        if (at->isNull()) {
            result.remove(at.key());
        } else if (at->isObject()) {
            result.insert(at.key(), merged(result[at.key()], at->toObject()));
        } else {
            result.insert(at.key(), *at);
        }
    }
    return result;
}

} // namespace

Async<kube::Written> FakeCluster::create(kube::ResourceType type, kube::Object object, kube::WriteOptions options,
                                         CancelToken cancel)
{
    return answer<kube::Written>(Act::Create, type.kind, std::move(cancel), [=, this]() -> Result<kube::Written> {
        if (type.kind.endsWith(u"Review")) {
            return kube::Written{.object = reviewed(type.kind, object), .created = true};
        }
        if (m_objects.contains({object[u"kind"].toString(), spaceOf(object), nameOf(object)})) {
            return failure(Error::Kind::Conflict, u"creating"_s, u"it exists"_s);
        }
        return options.dryRun ? kube::Written{.object = object, .created = true} : store(object, u"create"_s);
    });
}

Async<kube::Written> FakeCluster::replace(kube::ResourceType type, kube::Object object, kube::WriteOptions options,
                                          CancelToken cancel)
{
    return answer<kube::Written>(Act::Replace, type.kind, std::move(cancel), [this, object, options]() -> Result<kube::Written> {
        return options.dryRun ? kube::Written{.object = object} : store(object, u"replace"_s);
    });
}

Async<kube::Written> FakeCluster::apply(kube::ResourceType type, kube::Object object, kube::ApplyOptions options,
                                        CancelToken cancel)
{
    return answer<kube::Written>(Act::Apply, type.kind, std::move(cancel), [this, object, options]() -> Result<kube::Written> {
        const QString name = object[u"kind"].toString() + u'/' + nameOf(object);
        if (m_conflicts.contains(name) && !options.force) {
            return kube::Written{.conflicts = {m_conflicts.value(name)}};
        }
        const kube::Object before = m_objects.value({object[u"kind"].toString(), spaceOf(object), nameOf(object)});
        if (options.dryRun) {
            return kube::Written{.object = object, .created = before.isEmpty()};
        }
        return store(merged(before, object).toObject(), u"apply"_s);
    });
}

Async<kube::Written> FakeCluster::patch(kube::ResourceType type, kube::ObjectName name, kube::Patch patch,
                                        kube::WriteOptions options, CancelToken cancel)
{
    return answer<kube::Written>(Act::Patch, type.kind, std::move(cancel), [=, this]() -> Result<kube::Written> {
        const kube::Object before = m_objects.value({type.kind, name.ns, name.name});
        if (before.isEmpty() || patch.type == kube::PatchType::Json) {
            return failure(before.isEmpty() ? Error::Kind::NotFound : Error::Kind::Unsupported, u"patching"_s, name.name);
        }
        const QJsonObject change = QJsonDocument::fromJson(patch.json).object();
        const QJsonValue version = change[u"metadata"][u"resourceVersion"];
        if (version.isString() && version != before[u"metadata"][u"resourceVersion"]) {
            return failure(Error::Kind::Conflict, u"patching"_s, u"the object has been modified"_s);
        }
        const kube::Object after = merged(before, change).toObject();
        return options.dryRun ? kube::Written{.object = after} : store(after, u"patch"_s);
    });
}

Async<void> FakeCluster::remove(kube::ResourceType type, kube::ObjectName name, kube::DeleteOptions options, CancelToken cancel)
{
    Q_UNUSED(options)
    return answer<void>(Act::Remove, type.kind, std::move(cancel), [this, type, name]() -> Result<void> {
        if (!m_objects.contains({type.kind, name.ns, name.name})) {
            return failure(Error::Kind::NotFound, u"removing"_s, name.name);
        }
        drop(type.kind, name.ns, name.name);
        m_effects.append(u"remove %1/%2"_s.arg(type.kind, name.name));
        return {};
    });
}

kube::Object FakeCluster::reviewed(const QString &kind, kube::Object review) const
{
    const QJsonObject asked = review[u"spec"][u"resourceAttributes"].toObject();
    QJsonObject status;
    if (kind == u"SelfSubjectRulesReview") {
        status = rules;
    } else if (kind == u"SelfSubjectReview") {
        status.insert(u"userInfo"_s, QJsonObject{{u"username"_s, u"tester"_s}, {u"groups"_s, QJsonArray{u"testers"_s}}});
    } else if (!verdict.isEmpty()) {
        status = verdict;
    } else {
        status.insert(u"allowed"_s, !allows || allows(asked));
    }
    review.insert(u"status"_s, status);
    return review;
}

Async<void> FakeCluster::logs(kube::ObjectName pod, kube::LogOptions options, std::function<void(QByteArray)> line,
                              CancelToken cancel)
{
    return answer<void>(Act::Logs, u"Pod"_s, std::move(cancel), [=, this]() -> Result<void> {
        if (!logged) {
            return failure(Error::Kind::Unsupported, u"reading a log"_s, u"this fake cluster keeps none"_s);
        }
        return logged(pod, options, line);
    });
}

Async<kube::ExecEnd> FakeCluster::exec(kube::ObjectName pod, kube::ExecOptions options, kube::ExecStreams streams,
                                       CancelToken cancel)
{
    return answer<kube::ExecEnd>(Act::Exec, u"Pod"_s, std::move(cancel), [=, this]() -> Result<kube::ExecEnd> {
        if (!executed) {
            return failure(Error::Kind::Unsupported, u"running a command"_s, u"nothing runs in this fake cluster"_s);
        }
        return executed(pod, options, streams);
    });
}

Async<kube::Object> FakeCluster::request(QByteArray method, QString path, std::optional<kube::Object> body, CancelToken cancel)
{
    return answer<kube::Object>(Act::Request, {}, std::move(cancel), [=, this]() -> Result<kube::Object> {
        if (!requested) {
            return failure(Error::Kind::NotFound, u"asking"_s, path);
        }
        return requested(method, path, body);
    });
}

Async<kube::RawAnswer> FakeCluster::send(kube::RawRequest request, CancelToken cancel)
{
    return answer<kube::RawAnswer>(Act::Request, {}, std::move(cancel), [=, this]() -> Result<kube::RawAnswer> {
        return sent ? sent(request) : kube::RawAnswer{.status = 404};
    });
}

} // namespace sentinel::testing
