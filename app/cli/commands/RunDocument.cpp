// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/RunDocument.h"

#include "app/cli/Output.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

void setTime(yaml::Value &item, const QString &key, const QDateTime &time)
{
    if (time.isValid()) {
        item.set(key, time.toUTC().toString(Qt::ISODateWithMs));
    }
}

yaml::Value stepItem(const OperationStep &step)
{
    yaml::Value item;
    item.set(u"id"_s, step.id);
    item.set(u"title"_s, step.title);
    item.set(u"state"_s, stateName(step.state));
    item.set(u"detail"_s, step.detail);
    item.set(u"done"_s, step.done);
    item.set(u"total"_s, step.total);
    setTime(item, u"began"_s, step.began);
    setTime(item, u"ended"_s, step.ended);
    return item;
}

void setKey(yaml::Value &item, const deploy::ObjectKey &key)
{
    item.set(u"group"_s, key.group);
    item.set(u"kind"_s, key.kind);
    item.set(u"namespace"_s, key.ns);
    item.set(u"name"_s, key.name);
}

QString errorName(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return u"cancelled"_s;
    case Error::Kind::Unreachable:
        return u"unreachable"_s;
    case Error::Kind::Timeout:
        return u"timeout"_s;
    case Error::Kind::Unauthorized:
        return u"unauthorized"_s;
    case Error::Kind::Forbidden:
        return u"forbidden"_s;
    case Error::Kind::NotFound:
        return u"not-found"_s;
    case Error::Kind::Conflict:
        return u"conflict"_s;
    case Error::Kind::Invalid:
        return u"invalid"_s;
    case Error::Kind::RateLimited:
        return u"rate-limited"_s;
    case Error::Kind::Unsupported:
        return u"unsupported"_s;
    case Error::Kind::Internal:
        return u"internal"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

yaml::Value causeList(const QList<deploy::WhyStep> &chain)
{
    QList<yaml::Value> items;
    for (const deploy::WhyStep &step : chain) {
        yaml::Value item;
        item.set(u"cause"_s, deploy::causeName(step.cause));
        setKey(item, step.object);
        item.set(u"title"_s, plainLine(step.title));
        item.set(u"detail"_s, plainLine(step.detail));
        item.set(u"remedy"_s, plainLine(step.remedy));
        items.append(item);
    }
    return yaml::Value::list(items);
}

yaml::Value objectItem(const deploy::ObjectState &state)
{
    yaml::Value item;
    setKey(item, state.key);
    item.set(u"health"_s, deploy::healthName(state.health));
    item.set(u"sentence"_s, plainLine(state.sentence));
    if (!state.owner.isNull()) {
        item.set(u"owner"_s, state.owner.toString());
    }
    if (state.waved) {
        item.set(u"wave"_s, state.wave);
    }
    item.set(u"ready"_s, state.ready);
    item.set(u"wanted"_s, state.wanted);
    QStringList waitsFor;
    for (const deploy::ObjectKey &key : state.waitsFor) {
        waitsFor.append(key.toString());
    }
    item.set(u"waitsFor"_s, yaml::Value::list(waitsFor));
    item.set(u"why"_s, causeList(state.why));
    setTime(item, u"since"_s, state.since);
    return item;
}

yaml::Value runDocument(const deploy::DeployRun &run)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"OperationRun"_s);
    document.set(u"id"_s, run.id());
    document.set(u"operation"_s, run.kind());
    document.set(u"state"_s, stateName(run.state()));
    document.set(u"verdict"_s, deploy::verdictName(run.verdict()));
    document.set(u"resumed"_s, run.isResumed());
    document.set(u"resumable"_s, run.isResumable());
    QList<yaml::Value> steps;
    for (const OperationStep &step : run.steps()) {
        steps.append(stepItem(step));
    }
    document.set(u"steps"_s, yaml::Value::list(steps));
    QList<yaml::Value> objects;
    for (const deploy::ObjectState &state : run.objects()) {
        objects.append(objectItem(state));
    }
    document.set(u"items"_s, yaml::Value::list(objects));
    document.set(u"cause"_s, causeList(run.cause()));
    document.set(u"leftBehind"_s, yaml::Value::list(run.leftBehind()));
    document.set(u"planned"_s, yaml::Value::list(run.planned()));
    if (run.error()) {
        yaml::Value error;
        error.set(u"kind"_s, errorName(run.error()->kind));
        error.set(u"doing"_s, plainLine(run.error()->doing));
        error.set(u"sentence"_s, plainLine(run.error()->detail));
        document.set(u"error"_s, error);
    }
    return document;
}

QString healthWord(deploy::Health health)
{
    switch (health) {
    case deploy::Health::Healthy:
        return Text::tr("healthy");
    case deploy::Health::Progressing:
        return Text::tr("on its way");
    case deploy::Health::Waiting:
        return Text::tr("waits");
    case deploy::Health::Degraded:
        return Text::tr("wrong");
    case deploy::Health::Missing:
        return Text::tr("missing");
    case deploy::Health::Suspended:
        return Text::tr("paused");
    case deploy::Health::Unknown:
        return Text::tr("unknown");
    }
    Q_UNREACHABLE_RETURN({});
}

QString objectTable(const QList<deploy::ObjectState> &objects, Depth depth)
{
    Table table({{Text::tr("kind")},
                 {Text::tr("name")},
                 {Text::tr("wave"), Table::Align::Right},
                 {Text::tr("health")},
                 {Text::tr("what")}});
    for (const deploy::ObjectState &state : objects) {
        if (state.depth > 0 && depth == Depth::Top) {
            continue;
        }
        table.add({QString(2 * state.depth, u' ') + plainLine(state.key.kind), plainLine(state.key.name),
                   state.waved ? QString::number(state.wave) : u"-"_s, healthWord(state.health), plainLine(state.sentence)});
    }
    return table.toString();
}

QString causeText(const QList<deploy::WhyStep> &chain)
{
    QString text;
    QString remedy;
    for (const deploy::WhyStep &step : chain) {
        text += (text.isEmpty() ? QString() : u"  → "_s) + plainLine(step.title) + u'\n';
        if (!step.detail.isEmpty()) {
            text += u"      "_s + plainLine(step.detail) + u'\n';
        }
        if (remedy.isEmpty()) {
            remedy = plainLine(step.remedy);
        }
    }
    return remedy.isEmpty() ? text : text + Text::tr("Next: %1").arg(remedy) + u'\n';
}

} // namespace sentinel::cli
