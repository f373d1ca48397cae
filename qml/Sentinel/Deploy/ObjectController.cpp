// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/ObjectController.h"
#include "core/base/Timestamp.h"

#include "qml/Sentinel/Code/ObjectText.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

constexpr int kLogLines = 200;
constexpr qsizetype kLongestLine = 2000; // characters; a log line is not a file

QDateTime momentOf(const QJsonObject &event)
{
    for (const auto key : {"lastTimestamp"_L1, "eventTime"_L1, "firstTimestamp"_L1}) {
        if (const QDateTime moment = timestampOf(event.value(key)); moment.isValid()) {
            return moment;
        }
    }
    return timestampOf(event[u"metadata"][u"creationTimestamp"]);
}

QList<RowsModel::Row> eventRows(QList<QJsonObject> events, const QDateTime &now)
{
    std::ranges::stable_sort(events, std::ranges::greater(), momentOf);
    QList<RowsModel::Row> rows;
    for (const QJsonObject &event : std::as_const(events)) {
        const int times = event.value("count"_L1).toInt(1);
        const QString reason = plainLine(event.value("reason"_L1).toString());
        rows.append({{u"id"_s, event[u"metadata"][u"uid"].toString(event[u"metadata"][u"name"].toString())},
                     {u"tone"_s, number(event.value("type"_L1).toString() == u"Warning" ? Tone::Warning : Tone::Neutral)},
                     {u"reason"_s, times > 1 ? u"%1 ×%2"_s.arg(reason).arg(times) : reason},
                     {u"message"_s, plainLine(event.value("message"_L1).toString())},
                     {u"age"_s, ageText(momentOf(event), now)}});
    }
    return rows;
}

} // namespace

ObjectController::ObjectController(QObject *parent)
    : QObject(parent)
    , m_why(new RowsModel({"id", "tone", "title", "detail", "remedy", "object", "objectId", "last"}, this))
    , m_events(new RowsModel({"id", "tone", "reason", "message", "age"}, this))
{
}

ObjectController::~ObjectController()
{
    m_cancel.cancel();
}

void ObjectController::setDeploy(DeployController *deploy)
{
    m_deploy = deploy;
    connect(deploy, &DeployController::changed, this, &ObjectController::follow);
    Q_EMIT wired();
    follow();
}

const deploy::ObjectState *ObjectController::state() const
{
    return m_deploy ? m_deploy->state(m_object) : nullptr;
}

void ObjectController::setObject(const QString &id)
{
    if (id == m_object) {
        return;
    }
    m_object = id;
    if (m_tab == u"logs" && !hasLogs()) {
        m_tab = u"why"_s;
    }
    setText({});
    m_events->setRows({});
    m_stand.clear();
    follow();
}

void ObjectController::setTab(const QString &tab)
{
    if (tab != m_tab) {
        m_tab = tab;
        setText({});
        load();
    }
}

void ObjectController::follow()
{
    const deploy::ObjectState *now = state();
    m_why->setRows(now ? whyRows(now->why) : QList<RowsModel::Row>());
    const QString stand = now ? deploy::healthName(now->health) + now->sentence : QString();
    if (stand != m_stand) {
        m_stand = stand;
        load();
    }
    Q_EMIT changed();
}

void ObjectController::load()
{
    m_cancel.cancel();
    m_cancel = {};
    m_busy = false;
    m_trouble = {};
    const deploy::ObjectState *now = state();
    const ClusterLink *link = m_deploy ? m_deploy->link() : nullptr;
    const auto type = now && link && link->isReady() ? link->typeOf(now->key.group, now->key.kind) : std::nullopt;
    if (m_tab != u"why" && type) {
        m_busy = true;
        if (m_tab == u"yaml") {
            loadYaml(now->key, *type, m_cancel.token());
        } else if (m_tab == u"events") {
            loadEvents(now->key, *type, m_cancel.token());
        } else {
            loadLogs(now->key, m_cancel.token());
        }
    }
    Q_EMIT changed();
}

void ObjectController::loadYaml(const deploy::ObjectKey &key, const kube::ResourceType &type, CancelToken token)
{
    deliver(m_deploy->link()->services().api->get(type, {.ns = type.namespaced ? key.ns : QString(), .name = key.name}, token),
            this, [this, token](const Result<kube::Object> &object) {
                if (!token.isCancelled()) {
                    setText(object ? objectYaml(*object) : QString());
                    end(object ? std::nullopt : std::optional(object.error()));
                }
            });
}

void ObjectController::loadEvents(const deploy::ObjectKey &key, const kube::ResourceType &type, CancelToken token)
{
    const auto events = m_deploy->link()->typeOf({}, u"Event"_s);
    if (!events) {
        end({});
        return;
    }
    const kube::ListOptions options{.ns = type.namespaced ? key.ns : QString(),
                                    .fieldSelector = u"involvedObject.kind=%1,involvedObject.name=%2"_s.arg(key.kind, key.name)};
    deliver(m_deploy->link()->services().api->list(*events, options, token), this,
            [this, token](const Result<kube::ObjectList> &list) {
                if (!token.isCancelled()) {
                    const QDateTime now = m_deploy->link()->services().clock->now();
                    m_events->setRows(list ? eventRows(list->items, now) : QList<RowsModel::Row>());
                    end(list ? std::nullopt : std::optional(list.error()));
                }
            });
}

void ObjectController::loadLogs(const deploy::ObjectKey &key, CancelToken token)
{
    const auto lines = std::make_shared<QStringList>();
    const auto sink = [lines](const QByteArray &line) { lines->append(plainLine(QString::fromUtf8(line)).left(kLongestLine)); };
    deliver(m_deploy->link()->services().api->logs({.ns = key.ns, .name = key.name}, {.tailLines = kLogLines}, sink, token), this,
            [this, token, lines](const Result<void> &ended) {
                if (!token.isCancelled()) {
                    setText(lines->join(u'\n'));
                    end(ended ? std::nullopt : std::optional(ended.error()));
                }
            });
}

void ObjectController::end(const std::optional<Error> &error)
{
    m_busy = false;
    m_trouble = error ? Trouble::of(*error) : Trouble();
    Q_EMIT changed();
}

void ObjectController::setText(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        Q_EMIT textChanged();
    }
}

bool ObjectController::hasLogs() const
{
    const deploy::ObjectState *now = state();
    return now && now->key.kind == u"Pod";
}

QString ObjectController::title() const
{
    const deploy::ObjectState *now = state();
    return now ? u"%1 %2"_s.arg(now->key.kind, now->key.name) : QString();
}

QString ObjectController::sentence() const
{
    const deploy::ObjectState *now = state();
    return now ? plainLine(now->sentence) : QString();
}

int ObjectController::tone() const
{
    const deploy::ObjectState *now = state();
    return number(now ? toneOf(now->health) : Tone::Neutral);
}

QString ObjectController::word() const
{
    const deploy::ObjectState *now = state();
    return now ? wordOf(now->health) : QString();
}

} // namespace sentinel::console
