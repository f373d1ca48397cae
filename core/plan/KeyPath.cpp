// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/KeyPath.h"

#include "core/plan/Closest.h"
#include "core/plan/Forms.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using Parsed = std::expected<KeyPath, QString>;

Parsed answer(KeyPath path, QString key, const QString &whole, const Catalogue &catalogue)
{
    if (key.startsWith("spec."_L1)) {
        key = key.sliced(5);
    }
    path.question = key;
    path.known = catalogue.find(key);
    if (!path.known) {
        return std::unexpected(Text::tr("There is no question \"%1\".").arg(whole) + didYouMean(catalogue.closestKey(key)));
    }
    return path;
}

Parsed ofEnvironment(const QString &rest, const QString &whole, const Catalogue &catalogue)
{
    const qsizetype dot = rest.indexOf(u'.');
    KeyPath path;
    path.environment = rest.left(dot);
    if (dot < 0 && isDnsLabel(path.environment)) {
        path.target = KeyPath::Target::Environment;
        return path;
    }
    if (!isDnsLabel(path.environment)) {
        return std::unexpected(
            Text::tr("\"%1\" names no answer; write environments.NAME.KEY, such as environments.prod.load.eventsPerSecond.")
                .arg(whole));
    }
    if (rest.sliced(dot + 1) == u"profile") {
        path.target = KeyPath::Target::Profile;
        return path;
    }
    return answer(path, rest.sliced(dot + 1), whole, catalogue);
}

Parsed ofCluster(const QString &rest, const QString &whole, const Catalogue &catalogue)
{
    const qsizetype end = rest.indexOf(u']');
    KeyPath path;
    path.cluster = rest.left(end);
    if (end == rest.size() - 1 && isDnsLabel(path.cluster)) {
        path.target = KeyPath::Target::Cluster;
        return path;
    }
    if (end < 0 || !isDnsLabel(path.cluster) || rest.at(end + 1) != u'.') {
        return std::unexpected(
            Text::tr("\"%1\" names no answer; write clusters[NAME].KEY, such as clusters[eu-1].context.").arg(whole));
    }
    const QString field = rest.sliced(end + 2);
    if (field == u"environment" || field == u"context" || field == u"server") {
        path.target = field == u"environment" ? KeyPath::Target::ClusterEnvironment
            : field == u"context"             ? KeyPath::Target::ClusterContext
                                              : KeyPath::Target::ClusterServer;
        return path;
    }
    return answer(path, field, whole, catalogue);
}

} // namespace

Parsed KeyPath::parse(const QString &key, const Catalogue &catalogue)
{
    const QString trimmed = key.trimmed();
    if (trimmed.startsWith("environments."_L1)) {
        return ofEnvironment(trimmed.sliced(13), trimmed, catalogue);
    }
    if (trimmed.startsWith("clusters["_L1)) {
        return ofCluster(trimmed.sliced(9), trimmed, catalogue);
    }
    if (trimmed == u"metadata.name") {
        KeyPath path;
        path.target = Target::PlanName;
        return path;
    }
    return answer({}, trimmed, trimmed, catalogue);
}

QStringList KeyPath::inFile() const
{
    QStringList path;
    if (!environment.isEmpty()) {
        path = {u"environments"_s, environment};
    } else if (!cluster.isEmpty()) {
        path = {u"clusters"_s, u'[' + cluster + u']'};
    }
    switch (target) {
    case Target::Answer:
        return path + QStringList{u"spec"_s} + question.split(u'.');
    case Target::PlanName:
        return {u"metadata"_s, u"name"_s};
    case Target::Environment:
    case Target::Cluster:
        return path;
    case Target::Profile:
        return path + QStringList{u"profile"_s};
    case Target::ClusterEnvironment:
        return path + QStringList{u"environment"_s};
    case Target::ClusterContext:
        return path + QStringList{u"context"_s};
    case Target::ClusterServer:
        return path + QStringList{u"server"_s};
    }
    Q_UNREACHABLE_RETURN({});
}

QString KeyPath::toString() const
{
    if (target == Target::PlanName) {
        return u"metadata.name"_s;
    }
    const QString owner = !environment.isEmpty() ? u"environments."_s + environment
        : !cluster.isEmpty()                     ? u"clusters["_s + cluster + u']'
                                                 : QString();
    if (target == Target::Environment || target == Target::Cluster) {
        return owner;
    }
    const QString last = target == Target::Answer ? question : inFile().last();
    return owner.isEmpty() ? last : owner + u'.' + last;
}

} // namespace sentinel::plan
