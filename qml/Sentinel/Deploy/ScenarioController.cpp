// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/ScenarioController.h"

#include "core/base/Language.h"
#include "core/base/OperationRun.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

// The rehearsal cluster's own paths, beside those of Kubernetes.
const QString kState = u"/rehearsal/v1/state"_s;
const QString kSpeedPath = u"/rehearsal/v1/speed"_s;
const QString kScenarios = u"/rehearsal/v1/scenarios"_s;

/// Words come in both languages, or as one text.
QString words(const QJsonValue &value)
{
    const QString language = languageOf(QLocale().name()) == Language::Spanish ? u"es"_s : u"en"_s;
    return plainLine(value.isString() ? value.toString() : value[language].toString(value[u"en"_s].toString()));
}

} // namespace

ScenarioController::ScenarioController(QObject *parent)
    : QObject(parent)
    , m_rows(new RowsModel({"id", "title", "explanation", "active"}, this))
{
}

ScenarioController::~ScenarioController()
{
    m_cancel.cancel();
}

void ScenarioController::setLink(ClusterLink *link)
{
    m_link = link;
    connect(link, &ClusterLink::changed, this, [this] {
        const QString known = isAvailable() ? m_link->services().clusterId : QString();
        if (known != m_known) {
            m_known = known;
            refresh();
        }
        Q_EMIT changed();
    });
    Q_EMIT wired();
    refresh();
}

bool ScenarioController::isAvailable() const
{
    return m_link && m_link->isRehearsal() && m_link->isReady();
}

void ScenarioController::ask(const QByteArray &method, const QString &path, const std::optional<kube::Object> &body,
                             const std::function<void(const kube::Object &)> &answered)
{
    if (!isAvailable()) {
        return;
    }
    ++m_asked;
    m_trouble = {};
    const CancelToken token = m_cancel.token();
    deliver(m_link->services().api->request(method, path, body, token), this,
            [this, token, answered](const Result<kube::Object> &answer) {
                if (token.isCancelled()) {
                    return;
                }
                --m_asked;
                if (answer) {
                    answered(*answer);
                } else {
                    m_trouble = Trouble::of(answer.error());
                }
                Q_EMIT changed();
            });
    Q_EMIT changed();
}

void ScenarioController::refresh()
{
    m_cancel.cancel();
    m_cancel = {};
    m_asked = 0;
    m_active.clear();
    m_rows->setRows({});
    ask("GET", kState, {}, [this](const kube::Object &state) { m_speed = QString::number(state.value("speed"_L1).toDouble(1)); });
    ask("GET", kScenarios, {}, [this](const kube::Object &answer) { showScenarios(answer); });
}

void ScenarioController::showScenarios(const kube::Object &answer)
{
    QList<RowsModel::Row> rows;
    m_active.clear();
    const QJsonArray items = answer.value("items"_L1).toArray();
    for (const QJsonValue &item : items) {
        const bool active = item[u"active"].toBool();
        const QString title = words(item[u"title"]);
        rows.append({{u"id"_s, item[u"id"].toString(item[u"name"].toString())},
                     {u"title"_s, title},
                     {u"explanation"_s, words(item[u"explanation"])},
                     {u"active"_s, active}});
        if (active) {
            m_active.append(title);
        }
    }
    m_rows->setRows(rows);
}

void ScenarioController::begin(const QString &scenario)
{
    ask("PUT", kScenarios + u'/' + scenario, kube::Object(), [this](const kube::Object &answer) { showScenarios(answer); });
}

void ScenarioController::mend(const QString &scenario)
{
    ask("DELETE", kScenarios + u'/' + scenario, {}, [this](const kube::Object &answer) { showScenarios(answer); });
}

void ScenarioController::mendAll()
{
    ask("DELETE", kScenarios, {}, [this](const kube::Object &answer) { showScenarios(answer); });
}

void ScenarioController::setSpeed(const QString &speed)
{
    ask("PUT", kSpeedPath, kube::Object{{u"speed"_s, speed.toDouble()}},
        [this](const kube::Object &state) { m_speed = QString::number(state.value("speed"_L1).toDouble(1)); });
}

} // namespace sentinel::console
