// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/WhyParts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

bool isFull(const QString &message)
{
    return mentions(message, {u"no space left"_s, u"disk full"_s, u"disk quota exceeded"_s});
}

WhyStep image(const Snapshot &seen, const ObjectKey &pod, const QJsonObject &status)
{
    const QString name = status[u"image"].toString();
    // "Back-off pulling image" says nothing; the event before it has the registry's answer.
    QString proof = status[u"state"][u"waiting"][u"message"].toString();
    const QList<QJsonObject> events = seen.eventsAbout(pod);
    for (const QJsonObject &event : events) {
        const QString message = event.contains(u"note") ? event[u"note"].toString() : event[u"message"].toString();
        if (event[u"reason"].toString() == u"Failed" && message.contains(name)) {
            proof = message;
            break;
        }
    }
    if (mentions(proof, {u"not found"_s, u"manifest unknown"_s, u"404"_s, u"does not exist"_s, u"InvalidImageName"_s})) {
        return {.cause = Cause::ImageMissing,
                .object = pod,
                .title = Text::tr("Image %1 does not exist").arg(name),
                .detail = proof,
                .remedy = Text::tr("Correct the version, or push the image to the registry.")};
    }
    if (mentions(proof, {u"unauthorized"_s, u"denied"_s, u"401"_s, u"403"_s, u"authentication required"_s})) {
        return {.cause = Cause::ImageDenied,
                .object = pod,
                .title = Text::tr("The registry does not let this cluster pull %1").arg(name),
                .detail = proof,
                .remedy = Text::tr("Check the pull secret of the plan (target.pullSecret) and its login.")};
    }
    return {.cause = Cause::ImageUnreachable,
            .object = pod,
            .title = Text::tr("Image %1 cannot be pulled").arg(name),
            .detail = proof,
            .remedy = Text::tr("Check that the nodes reach the registry.")};
}

WhyStep ended(const ObjectKey &pod, const QJsonObject &status, const QJsonValue &end)
{
    const QString container = status[u"name"].toString();
    const QString message = end[u"message"].toString();
    if (end[u"reason"].toString() == u"OOMKilled") {
        return {.cause = Cause::OutOfMemory,
                .object = pod,
                .title = Text::tr("%1 needs more memory than its limit").arg(container),
                .detail = Text::tr("The kernel ended it (OOMKilled), %n restart(s).", nullptr, status[u"restartCount"].toInt()),
                .remedy = Text::tr("Raise its memory limit: change the load in the plan and generate again.")};
    }
    if (isFull(message)) {
        return {.cause = Cause::VolumeFull,
                .object = pod,
                .title = Text::tr("The volume of %1 is full").arg(container),
                .detail = message,
                .remedy = Text::tr("Make its claim larger or free space; then restart the pod.")};
    }
    return {.cause = Cause::Crashing,
            .object = pod,
            .title = Text::tr("%1 ends right after it starts").arg(container),
            .detail = message.isEmpty()
                ? Text::tr("Exit code %1, %n restart(s).", nullptr, status[u"restartCount"].toInt()).arg(end[u"exitCode"].toInt())
                : message,
            .remedy = Text::tr("Read its log: kubectl -n %1 logs %2 -c %3 --previous").arg(pod.ns, pod.name, container)};
}

WhyStep unready(const Snapshot &seen, const ObjectKey &pod, const QJsonObject &status)
{
    const QString container = status[u"name"].toString();
    const QString proof = eventMessage(seen, pod, {u"Unhealthy"_s});
    if (isFull(proof)) {
        return ended(pod, status, QJsonObject{{u"message"_s, proof}});
    }
    // A program that starts fails its startup probe for a while; that is what the probe is for.
    const bool startsUp = proof.startsWith(u"Startup probe") && status[u"restartCount"].toInt() == 0;
    if (!proof.isEmpty() && !startsUp) {
        return {.cause = Cause::ProbeFailing,
                .object = pod,
                .title = Text::tr("%1 runs, and does not answer its probe").arg(container),
                .detail = proof,
                .remedy = Text::tr("Read its log: kubectl -n %1 logs %2 -c %3").arg(pod.ns, pod.name, container)};
    }
    return {.cause = Cause::Starting,
            .object = pod,
            .title = Text::tr("%1 is starting").arg(container),
            .detail = Text::tr("It runs; its probe has not answered yet."),
            .remedy = {}};
}

} // namespace

std::optional<WhyStep> whyContainer(const Snapshot &seen, const ObjectKey &pod, const QJsonObject &status)
{
    const QJsonValue state = status[u"state"];
    const QString waiting = state[u"waiting"][u"reason"].toString();
    const QString message = state[u"waiting"][u"message"].toString();
    if (mentions(waiting, {u"ImagePull"_s, u"InvalidImageName"_s, u"ErrImage"_s, u"RegistryUnavailable"_s})) {
        return image(seen, pod, status);
    }
    if (waiting == u"CreateContainerConfigError" || waiting == u"CreateContainerError") {
        return WhyStep{.cause = Cause::ConfigMissing,
                       .object = pod,
                       .title = Text::tr("%1 cannot be made: something it needs is not there").arg(status[u"name"].toString()),
                       .detail = message,
                       .remedy = Text::tr("Make what is missing; the pod goes on by itself.")};
    }
    if (waiting == u"CrashLoopBackOff" || waiting == u"RunContainerError") {
        QJsonObject end = status[u"lastState"][u"terminated"].toObject();
        if (end.isEmpty()) {
            end.insert(u"message"_s, message);
        }
        return ended(pod, status, end);
    }
    if (const QJsonValue now = state[u"terminated"]; now.isObject() && now[u"exitCode"].toInt() != 0) {
        return ended(pod, status, now);
    }
    if (state[u"running"].isObject() && !status[u"ready"].toBool()) {
        return unready(seen, pod, status);
    }
    return {};
}

} // namespace sentinel::deploy
