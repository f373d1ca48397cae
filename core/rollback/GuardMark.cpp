// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/GuardMark.h"
#include "core/base/Timestamp.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

constexpr qsizetype kMostFailing = 500; ///< names; a ConfigMap holds a megabyte
constexpr qsizetype kHashLetters = 8;

kube::ResourceType mapType()
{
    return {.group = {}, .version = u"v1"_s, .kind = u"ConfigMap"_s, .plural = u"configmaps"_s};
}

QJsonObject partOf(const kube::Object &map, const QString &key)
{
    return QJsonDocument::fromJson(map[u"data"][key].toString().toUtf8()).object();
}

QString textOf(const QJsonObject &part)
{
    return QString::fromUtf8(QJsonDocument(part).toJson(QJsonDocument::Compact));
}

QJsonObject partOf(const GuardArmed &armed)
{
    return {{u"version"_s, armed.version},
            {u"failing"_s, QJsonArray::fromStringList(armed.failing.first(std::min(armed.failing.size(), kMostFailing)))},
            {u"overSlo"_s, armed.wasOverSlo},
            {u"for"_s, armed.purpose},
            {u"at"_s, armed.at.toString(Qt::ISODate)},
            {u"by"_s, armed.by}};
}

QJsonObject partOf(const GuardDecided &decided)
{
    return {{u"deploy"_s, decided.deploy}, {u"run"_s, decided.run},           {u"decision"_s, decided.decision},
            {u"to"_s, decided.to},         {u"sentence"_s, decided.sentence}, {u"at"_s, decided.at.toString(Qt::ISODate)},
            {u"by"_s, decided.by}};
}

GuardMark markIn(const kube::Object &map)
{
    GuardMark mark{.resourceVersion = map[u"metadata"][u"resourceVersion"].toString()};
    if (const QJsonObject part = partOf(map, u"armed"_s); part[u"version"].isString()) {
        GuardArmed armed{.version = part[u"version"].toString(),
                         .wasOverSlo = part[u"overSlo"].toBool(),
                         .purpose = part[u"for"].toString(),
                         .at = timestampOf(part[u"at"]),
                         .by = part[u"by"].toString()};
        const QJsonArray failing = part[u"failing"].toArray();
        for (const QJsonValue &one : failing) {
            armed.failing.append(one.toString());
        }
        mark.armed = armed;
    }
    if (const QJsonObject part = partOf(map, u"decided"_s); part[u"deploy"].isString()) {
        mark.decided = GuardDecided{.deploy = part[u"deploy"].toString(),
                                    .run = part[u"run"].toString(),
                                    .decision = part[u"decision"].toString(),
                                    .to = part[u"to"].toString(),
                                    .sentence = part[u"sentence"].toString(),
                                    .at = timestampOf(part[u"at"]),
                                    .by = part[u"by"].toString()};
    }
    return mark;
}

bool isSameSource(const Candidate &left, const Candidate &right)
{
    return versionKey(left) == versionKey(right);
}

} // namespace

QString guardMarkName(const Subject &subject)
{
    return u"sentinel-guard-"_s + subject.name;
}

Async<GuardMark> readGuardMark(kube::ApiPtr api, Subject subject, CancelToken cancel)
{
    const auto map = co_await api->get(mapType(), {.ns = subject.ns, .name = guardMarkName(subject)}, cancel);
    if (!map && map.error().kind == Error::Kind::NotFound) {
        co_return GuardMark();
    }
    if (!map) {
        co_return failure(map);
    }
    co_return markIn(*map);
}

Async<bool> writeGuardMark(kube::ApiPtr api, Subject subject, GuardMark mark, CancelToken cancel)
{
    QJsonObject data;
    if (mark.armed) {
        data.insert(u"armed"_s, textOf(partOf(*mark.armed)));
    }
    if (mark.decided) {
        data.insert(u"decided"_s, textOf(partOf(*mark.decided)));
    }
    const QJsonObject labels{{u"app.kubernetes.io/managed-by"_s, u"sentinel-console"_s},
                             {u"console.sentinel/part"_s, u"rollback-guard"_s}};
    QJsonObject metadata{{u"name"_s, guardMarkName(subject)}, {u"namespace"_s, subject.ns}, {u"labels"_s, labels}};
    Result<kube::Written> written;
    if (mark.resourceVersion.isEmpty()) {
        written = co_await api->create(
            mapType(), {{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"ConfigMap"_s}, {u"metadata"_s, metadata}, {u"data"_s, data}},
            kube::WriteOptions{}, cancel);
    } else {
        const QJsonObject change{{u"metadata"_s, QJsonObject{{u"resourceVersion"_s, mark.resourceVersion}}}, {u"data"_s, data}};
        written = co_await api->patch(
            mapType(), {.ns = subject.ns, .name = guardMarkName(subject)},
            kube::Patch{.type = kube::PatchType::Merge, .json = QJsonDocument(change).toJson(QJsonDocument::Compact)},
            kube::WriteOptions{}, cancel);
    }
    if (!written && (written.error().kind == Error::Kind::Conflict || written.error().kind == Error::Kind::NotFound)) {
        co_return false;
    }
    if (!written) {
        co_return failure(written);
    }
    co_return true;
}

QString versionKey(const Candidate &candidate)
{
    if (candidate.way == Way::Helm) {
        return candidate.revision;
    }
    QJsonArray sources = candidate.sources;
    if (!candidate.source.isEmpty()) {
        sources.append(candidate.source);
    }
    const QByteArray sum
        = QCryptographicHash::hash(QJsonDocument(sources).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex();
    return candidate.revision + u'/' + QString::fromLatin1(sum.first(kHashLetters));
}

QString GuardedDeploy::id() const
{
    return versionKey(present) + u" after "_s + (before ? before->id : u"nothing"_s);
}

GuardedDeploy deployIn(const QList<Candidate> &candidates)
{
    GuardedDeploy deploy;
    if (candidates.isEmpty()) {
        return deploy;
    }
    deploy.present = candidates.first();
    deploy.stepBackTo = deploy.present.repeats;
    for (const Candidate &candidate : candidates.sliced(1)) {
        const bool isSame = isSameSource(candidate, deploy.present);
        if (!deploy.before && !isSame) {
            deploy.before = candidate;
        } else if (deploy.before && isSame && deploy.stepBackTo.isEmpty()) {
            deploy.stepBackTo = candidate.id;
        }
    }
    return deploy;
}

} // namespace sentinel::rollback
