// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the data can be read, and what the older version needs around it.
#include "core/base/Timestamp.h"
#include "core/deploy/Conditions.h"
#include "core/rollback/Checks.h"
#include "core/rollback/References.h"

#include <QCoreApplication>
#include <QVersionNumber>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct Marker
{
    int schema = 0;
    QString needs;
    QString version;
};

std::optional<Marker> markerOf(const QJsonObject &job)
{
    const QJsonValue annotations = job[u"metadata"][u"annotations"];
    bool isNumber = false;
    const int schema = annotations[u"console.sentinel/schema-version"].toString().toInt(&isNumber);
    if (!isNumber || schema < 1) {
        return {};
    }
    return Marker{.schema = schema,
                  .needs = annotations[u"console.sentinel/lowest-app-version"].toString(),
                  .version = annotations[u"console.sentinel/app-version"].toString()};
}

std::optional<Marker> markerIn(const Content &content)
{
    for (const QList<QJsonObject> &list : {content.objects, content.hooks}) {
        for (const QJsonObject &object : list) {
            if (object[u"kind"].toString() == u"Job") {
                if (const auto marker = markerOf(object)) {
                    return marker;
                }
            }
        }
    }
    return {};
}

bool isLower(const QString &version, const QString &other)
{
    return QVersionNumber::fromString(version) < QVersionNumber::fromString(other);
}

QString nameOf(const QJsonObject &object)
{
    return object[u"metadata"][u"name"].toString();
}

void compareSchema(CheckWriter &check, const Evidence &evidence, const SchemaState &state, const Marker &target)
{
    const QString version = target.version.isEmpty() ? evidence.candidate.version : target.version;
    if (state.version == target.schema) {
        check.note(Text::tr("No migration of the database between the two: schema %1 in both.").arg(target.schema));
        return;
    }
    if (state.version < target.schema) {
        check.note(Text::tr("The database is at schema %1; the older version would bring it to %2.")
                       .arg(state.version)
                       .arg(target.schema));
        return;
    }
    if (state.needs.isEmpty() || version.isEmpty()) {
        check.unknown(Text::tr("Whether %1 can read schema %2")
                          .arg(version.isEmpty() ? Text::tr("the older version") : version)
                          .arg(state.version),
                      Text::tr("The newer version does not say which versions can."));
        return;
    }
    if (isLower(version, state.needs) && state.isRemembered) {
        check.amber({},
                    Text::tr("An earlier run saw the database at schema %1, which only %2 and later can read; %3 cannot.")
                        .arg(state.version)
                        .arg(state.needs, version),
                    Text::tr("Accept only when a backup from before that migration was restored since."));
        return;
    }
    if (isLower(version, state.needs)) {
        check.red(
            {},
            Text::tr("The database is at schema %1, which only %2 and later can read; %3 cannot. Going back does not take the "
                     "migration back.")
                .arg(state.version)
                .arg(state.needs, version),
            Text::tr("Choose %1 or later, or restore the backup from before the migration together with the older version.")
                .arg(state.needs));
        return;
    }
    check.note(Text::tr("Data written by the newer version can be read by %1: schema %2 needs %3 or later.")
                   .arg(version)
                   .arg(state.version)
                   .arg(state.needs));
}

void checkCertificates(CheckWriter &check, const Evidence &evidence, const QSet<QString> &needed)
{
    if (!evidence.certificates) {
        check.unknown(Text::tr("Whether its certificates are valid"), evidence.certificates.problem);
        return;
    }
    for (const kube::Object &certificate : *evidence.certificates) {
        if (!needed.contains(certificate[u"spec"][u"secretName"].toString())) {
            continue;
        }
        const QDateTime end = timestampOf(certificate[u"status"][u"notAfter"]);
        const QString title = u"Certificate/"_s + nameOf(certificate);
        if (end.isValid() && end <= evidence.now) {
            check.red(title, Text::tr("It expired on %1.").arg(end.toString(u"yyyy-MM-dd HH:mm")),
                      Text::tr("Renew it first: sentinelctl certificates renew."));
        } else if (!deploy::conditionOf(certificate, u"Ready").isTrue()) {
            check.amber(title, Text::tr("It is not issued just now."),
                        Text::tr("Look at why: sentinelctl certificates show %1.").arg(nameOf(certificate)));
        }
    }
}

template <typename Names>
void checkNames(CheckWriter &check, const QString &kind, const QSet<QString> &needed, const Seen<Names> &present)
{
    if (needed.isEmpty()) {
        return;
    }
    if (!present) {
        check.unknown(Text::tr("Whether each %1 it refers to is there").arg(kind), present.problem);
        return;
    }
    QStringList missing;
    for (const QString &name : needed) {
        if (!present->contains(name)) {
            missing.append(name);
        }
    }
    missing.sort();
    for (const QString &name : std::as_const(missing)) {
        check.red(kind + u'/' + name, Text::tr("The older version refers to it, and it is not there (any more)."),
                  Text::tr("Make it again with the value the older version needs; its pods do not start without."));
    }
}

} // namespace

SchemaState schemaOf(const Evidence &evidence)
{
    SchemaState state{.version = evidence.schemaKnown, .needs = evidence.schemaNeeds, .isRemembered = evidence.schemaKnown > 0};
    if (!evidence.jobs) {
        return state;
    }
    for (const kube::Object &job : *evidence.jobs) {
        const auto marker = markerOf(job);
        if (!marker) {
            continue;
        }
        if (deploy::conditionOf(job, u"Complete").isTrue() || deploy::conditionOf(job, u"SuccessCriteriaMet").isTrue()) {
            if (marker->schema >= state.version) {
                state.version = marker->schema;
                state.needs = marker->needs.isEmpty() ? state.needs : marker->needs;
                state.isRemembered = false;
            }
        } else {
            state.opening = std::max(state.opening, marker->schema);
        }
    }
    state.isOpen = state.opening > state.version;
    return state;
}

int schemaThenOf(const Evidence &evidence)
{
    const auto target = evidence.target ? markerIn(*evidence.target) : std::nullopt;
    return target ? target->schema : 0;
}

Check checkSchema(const Evidence &evidence)
{
    CheckWriter check(u"schema"_s, Text::tr("Can the older version read the data"));
    const SchemaState state = schemaOf(evidence);
    const auto target = evidence.target ? markerIn(*evidence.target) : std::nullopt;
    if (!evidence.jobs) {
        check.unknown(Text::tr("The schema of the database"), evidence.jobs.problem);
    } else if (state.isOpen) {
        check.amber(
            {},
            Text::tr("A migration to schema %1 began and is not through, so part of it may have been done.").arg(state.opening),
            Text::tr("Look at the log of the migration's Job. Each step is a transaction of its own; those that ended stay."));
    }
    if (state.version == 0) {
        check.unknown(Text::tr("The schema of the database"),
                      Text::tr("No completed migration carries the marker console.sentinel/schema-version."),
                      Text::tr("Ask whoever knows the product whether the older version reads what the newer one wrote."));
        return check.done();
    }
    if (!target) {
        check.unknown(Text::tr("The schema the older version knows"),
                      evidence.target ? Text::tr("Its migration carries no marker.") : evidence.target.problem,
                      Text::tr("Compare the two versions' migrations by hand."));
        return check.done();
    }
    compareSchema(check, evidence, state, *target);
    return check.done();
}

Check checkImages(const Evidence &evidence)
{
    CheckWriter check(u"images"_s, Text::tr("Can its images be had"));
    if (!evidence.target) {
        check.unknown(Text::tr("Its images"), evidence.target.problem);
        return check.done();
    }
    const QSet<QString> wanted = imagesOf(evidence.target->objects);
    if (wanted.isEmpty()) {
        return check.notHere(Text::tr("The older version runs no pods."));
    }
    QSet<QString> present;
    if (evidence.nodes) {
        for (const kube::Object &node : *evidence.nodes) {
            present += imagesOnNode(node);
        }
    }
    if (evidence.pods) {
        for (const kube::Object &pod : *evidence.pods) {
            present += imagesThatRun(pod);
        }
    }
    QStringList unknown;
    for (const QString &image : wanted) {
        if (!present.contains(image)) {
            unknown.append(image);
        }
    }
    unknown.sort();
    if (unknown.isEmpty()) {
        check.note(Text::tr("All %n image(s) run here or lie on a node.", nullptr, int(wanted.size())));
        return check.done();
    }
    for (const QString &image : std::as_const(unknown)) {
        check.amber(image, Text::tr("No node has it and no pod runs it; whether the registry still has it is not known."),
                    Text::tr("Pull it once by hand, or look in the registry."));
    }
    return check.done();
}

Check checkReferences(const Evidence &evidence)
{
    CheckWriter check(u"references"_s, Text::tr("Secrets, settings and certificates it needs"));
    if (!evidence.target) {
        check.unknown(Text::tr("What the older version refers to"), evidence.target.problem);
        return check.done();
    }
    const References needed = referencesOf(evidence.target->objects);
    if (needed.secrets.isEmpty() && needed.configMaps.isEmpty()) {
        return check.notHere(Text::tr("The older version refers to no Secret and no ConfigMap beside its own."));
    }
    checkNames(check, u"Secret"_s, needed.secrets, evidence.secrets);
    checkNames(check, u"ConfigMap"_s, needed.configMaps, evidence.configMaps);
    checkCertificates(check, evidence, needed.secrets + needed.ownSecrets);
    if (!needed.secrets.isEmpty()) {
        check.note(Text::tr("Values of Secrets do not go back: passwords changed since then stay changed."));
    }
    return check.done();
}

} // namespace sentinel::rollback
