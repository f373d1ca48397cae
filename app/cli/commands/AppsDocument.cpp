// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/AppsDocument.h"

#include "core/base/SafeText.h"
#include "core/gitops/Git.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

yaml::Value headOf(const QString &kind)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, kind);
    return document;
}

void setTime(yaml::Value &item, const QString &key, const QDateTime &time)
{
    if (time.isValid()) {
        item.set(key, timeWord(time));
    }
}

void setName(yaml::Value &item, const QString &group, const QString &kind, const QString &ns, const QString &name)
{
    item.set(u"group"_s, plainLine(group));
    item.set(u"kind"_s, plainLine(kind));
    item.set(u"namespace"_s, plainLine(ns));
    item.set(u"name"_s, plainLine(name));
}

yaml::Value texts(const QStringList &list)
{
    QList<yaml::Value> items;
    for (const QString &each : list) {
        items.append(plainLine(each));
    }
    return yaml::Value::list(items);
}

yaml::Value operationItem(const gitops::ApplicationOperation &operation)
{
    yaml::Value item;
    item.set(u"phase"_s, plainLine(operation.phase));
    item.set(u"message"_s, plainLine(operation.message));
    item.set(u"revisions"_s, texts(operation.revisions));
    item.set(u"retries"_s, operation.retries);
    setTime(item, u"began"_s, operation.began);
    setTime(item, u"ended"_s, operation.ended);
    return item;
}

yaml::Value nodeItem(const gitops::TreeNode &node)
{
    yaml::Value item;
    setName(item, node.group, node.kind, node.ns, node.name);
    item.set(u"parent"_s, node.parent);
    item.set(u"sync"_s, plainLine(node.sync));
    item.set(u"health"_s, plainLine(node.health.status));
    item.set(u"message"_s, plainLine(node.health.message));
    item.set(u"wave"_s, node.wave);
    item.set(u"hook"_s, node.isHook);
    item.set(u"prune"_s, node.needsPruning);
    item.set(u"told"_s, node.isTold);
    item.set(u"healthTold"_s, node.healthIsTold);
    return item;
}

QString stageWord(gitops::StageState state)
{
    switch (state) {
    case gitops::StageState::Waiting:
        return u"waiting"_s;
    case gitops::StageState::Running:
        return u"running"_s;
    case gitops::StageState::Done:
        return u"done"_s;
    case gitops::StageState::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

yaml::Value timelineItems(const gitops::Application &application, const QHash<QString, int> &hookWaves)
{
    QList<yaml::Value> waves;
    const QList<gitops::TimelineWave> line = gitops::timelineOf(application, hookWaves);
    for (const gitops::TimelineWave &wave : line) {
        yaml::Value item;
        item.set(u"phase"_s, plainLine(wave.phase));
        item.set(u"wave"_s, wave.wave);
        item.set(u"state"_s, stageWord(wave.state));
        QList<yaml::Value> objects;
        for (const gitops::TimelineItem &each : wave.items) {
            yaml::Value object;
            setName(object, each.resource.group, each.resource.kind, each.resource.ns, each.resource.name);
            object.set(u"state"_s, stageWord(each.state));
            object.set(u"hook"_s, plainLine(each.resource.hookType));
            object.set(u"message"_s, plainLine(each.resource.message));
            objects.append(object);
        }
        item.set(u"objects"_s, yaml::Value::list(objects));
        waves.append(item);
    }
    return yaml::Value::list(waves);
}

yaml::Value conditionItems(const gitops::Application &application)
{
    QList<yaml::Value> items;
    for (const gitops::ApplicationCondition &condition : application.conditions) {
        yaml::Value item;
        item.set(u"type"_s, plainLine(condition.type));
        item.set(u"message"_s, plainLine(condition.message));
        setTime(item, u"since"_s, condition.since);
        items.append(item);
    }
    return yaml::Value::list(items);
}

yaml::Value fieldItem(const gitops::FieldDifference &field)
{
    yaml::Value item;
    item.set(u"path"_s, plainLine(gitops::fieldText(field.path)));
    if (!field.before.isUndefined()) {
        item.set(u"before"_s, treeOf(field.before));
    }
    if (!field.after.isUndefined()) {
        item.set(u"after"_s, treeOf(field.after));
    }
    item.set(u"managers"_s, texts(field.managers));
    item.set(u"hidden"_s, field.isHidden);
    return item;
}

} // namespace

QString timeWord(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString differenceWord(gitops::ObjectDifference::Kind kind)
{
    switch (kind) {
    case gitops::ObjectDifference::Kind::Changed:
        return u"changed"_s;
    case gitops::ObjectDifference::Kind::Added:
        return u"added"_s;
    case gitops::ObjectDifference::Kind::Removed:
        return u"removed"_s;
    case gitops::ObjectDifference::Kind::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

yaml::Value treeOf(const QJsonValue &value)
{
    if (value.isObject()) {
        yaml::Value map = yaml::Value::map();
        const QJsonObject object = value.toObject();
        for (auto each = object.constBegin(); each != object.constEnd(); ++each) {
            map.set(plainLine(each.key()), treeOf(each.value()));
        }
        return map;
    }
    if (value.isArray()) {
        QList<yaml::Value> items;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &each : list) {
            items.append(treeOf(each));
        }
        return yaml::Value::list(items);
    }
    if (value.isBool()) {
        return value.toBool();
    }
    if (value.isDouble()) {
        return yaml::Value::number(QString::number(value.toDouble(), 'g', 17));
    }
    return value.isString() ? yaml::Value(safeText(value.toString())) : yaml::Value();
}

QString lineOf(const QJsonValue &value)
{
    if (value.isUndefined()) {
        return u"–"_s;
    }
    if (value.isString()) {
        return plainLine(value.toString());
    }
    const QByteArray json = value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)
        : value.isArray()                    ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                                             : value.toVariant().toString().toUtf8();
    const QString text = plainLine(QString::fromUtf8(json));
    constexpr qsizetype kMost = 200;
    return text.size() > kMost ? text.first(kMost) + u'…' : text;
}

yaml::Value applicationItem(const gitops::Application &application, const QString &context)
{
    yaml::Value item;
    item.set(u"context"_s, plainLine(context));
    item.set(u"namespace"_s, plainLine(application.ns));
    item.set(u"name"_s, plainLine(application.name));
    item.set(u"project"_s, plainLine(application.project));
    item.set(u"sync"_s, plainLine(application.sync));
    item.set(u"health"_s, plainLine(application.health));
    item.set(u"message"_s, plainLine(application.healthMessage));
    item.set(u"revisions"_s, texts(application.revisions));
    item.set(u"repository"_s, plainLine(gitops::withoutPassword(application.repository)));
    item.set(u"path"_s, plainLine(application.path));
    item.set(u"targetRevision"_s, plainLine(application.targetRevision));
    yaml::Value destination;
    destination.set(u"server"_s, plainLine(application.destinationServer));
    destination.set(u"name"_s, plainLine(application.destinationName));
    destination.set(u"namespace"_s, plainLine(application.destinationNamespace));
    item.set(u"destination"_s, destination);
    item.set(u"autoSync"_s, application.isAutomated);
    item.set(u"owner"_s, plainLine(application.owner));
    item.set(u"busy"_s, application.isBusy());
    item.set(u"operation"_s, operationItem(application.operation));
    item.set(u"conditions"_s, conditionItems(application));
    setTime(item, u"reconciledAt"_s, application.reconciledAt);
    return item;
}

yaml::Value applicationDocument(const ApplicationPicture &picture)
{
    yaml::Value document = headOf(u"Application"_s);
    const yaml::Value item = applicationItem(picture.application, picture.context);
    for (const yaml::Entry &entry : item.entries()) {
        document.set(entry.key, entry.value);
    }
    document.set(u"paused"_s, picture.isPaused);
    document.set(u"ownerNote"_s, plainLine(picture.owner));
    document.set(u"windows"_s, plainLine(picture.windows));
    document.set(u"images"_s, texts(picture.application.images));
    QList<yaml::Value> nodes;
    for (const gitops::TreeNode &node : picture.tree.nodes) {
        nodes.append(nodeItem(node));
    }
    document.set(u"resources"_s, yaml::Value::list(nodes));
    document.set(u"timeline"_s, timelineItems(picture.application, picture.hookWaves));
    document.set(u"notes"_s, texts(picture.tree.notes));
    return document;
}

yaml::Value differenceDocument(const gitops::Application &application, const gitops::ApplicationDifference &difference)
{
    yaml::Value document = headOf(u"ApplicationDiff"_s);
    document.set(u"namespace"_s, plainLine(application.ns));
    document.set(u"name"_s, plainLine(application.name));
    document.set(u"before"_s, texts(difference.before));
    document.set(u"after"_s, texts(difference.after));
    document.set(u"compared"_s, difference.compared);
    document.set(u"notes"_s, texts(difference.notes));
    QList<yaml::Value> items;
    for (const gitops::ObjectDifference &object : difference.objects) {
        yaml::Value item;
        item.set(u"change"_s, differenceWord(object.kind));
        setName(item, object.group, object.objectKind, object.ns, object.name);
        QList<yaml::Value> fields;
        for (const gitops::FieldDifference &field : object.fields) {
            fields.append(fieldItem(field));
        }
        item.set(u"fields"_s, yaml::Value::list(fields));
        if (!object.rule.isEmpty()) {
            item.set(u"ignoreRule"_s, treeOf(object.rule));
        }
        item.set(u"problem"_s, plainLine(object.problem));
        items.append(item);
    }
    document.set(u"items"_s, yaml::Value::list(items));
    return document;
}

yaml::Value historyDocument(const gitops::Application &application, const QList<gitops::HistoryStory> &stories)
{
    yaml::Value document = headOf(u"ApplicationHistory"_s);
    document.set(u"namespace"_s, plainLine(application.ns));
    document.set(u"name"_s, plainLine(application.name));
    QList<yaml::Value> items;
    for (const gitops::HistoryStory &story : stories) {
        yaml::Value item;
        item.set(u"id"_s, story.entry.id);
        item.set(u"revisions"_s, texts(story.entry.revisions));
        setTime(item, u"began"_s, story.entry.began);
        setTime(item, u"ended"_s, story.entry.ended);
        item.set(u"by"_s, story.entry.automated ? u"auto-sync"_s : plainLine(story.entry.by));
        item.set(u"author"_s, story.author);
        item.set(u"subject"_s, story.subject);
        setTime(item, u"committed"_s, story.committed);
        item.set(u"images"_s, texts(story.images));
        item.set(u"newImages"_s, texts(story.newImages));
        item.set(u"oldImages"_s, texts(story.oldImages));
        item.set(u"settings"_s, texts(story.settings));
        item.set(u"files"_s, texts(story.files));
        if (story.changedObjects >= 0) {
            item.set(u"changedObjects"_s, story.changedObjects);
        }
        item.set(u"problem"_s, plainLine(story.problem));
        items.append(item);
    }
    document.set(u"items"_s, yaml::Value::list(items));
    return document;
}

yaml::Value windowsDocument(const gitops::Application &application, const QList<gitops::SyncWindow> &windows,
                            const gitops::WindowVerdict &verdict)
{
    yaml::Value document = headOf(u"SyncWindowList"_s);
    document.set(u"namespace"_s, plainLine(application.ns));
    document.set(u"name"_s, plainLine(application.name));
    document.set(u"project"_s, plainLine(application.project));
    document.set(u"automatic"_s, verdict.allowsAutomatic);
    document.set(u"manual"_s, verdict.allowsManual);
    document.set(u"sentence"_s, verdict.sentence);
    setTime(document, u"changesAt"_s, verdict.changesAt);
    QList<yaml::Value> items;
    for (const gitops::SyncWindow &window : windows) {
        yaml::Value item;
        item.set(u"window"_s, window.isDeny ? u"deny"_s : u"allow"_s);
        item.set(u"schedule"_s, plainLine(window.schedule));
        item.set(u"duration"_s, formatDuration(window.duration));
        item.set(u"timeZone"_s, plainLine(window.timeZone));
        item.set(u"manual"_s, window.allowsManual);
        item.set(u"concerns"_s, window.concerns);
        item.set(u"active"_s, window.isActive);
        setTime(item, u"until"_s, window.until);
        setTime(item, u"next"_s, window.next);
        item.set(u"description"_s, plainLine(window.description));
        item.set(u"problem"_s, window.problem);
        items.append(item);
    }
    document.set(u"items"_s, yaml::Value::list(items));
    return document;
}

} // namespace sentinel::cli
