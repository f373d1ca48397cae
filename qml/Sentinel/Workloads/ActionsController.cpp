// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/ActionsController.h"

#include "core/base/SafeText.h"
#include "core/kube/actions/CronJobRun.h"
#include "qml/Sentinel/Workloads/PerformAction.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString tail()
{
    return u"manual-%1"_s.arg(QRandomGenerator::global()->bounded(0x10000), 4, 16, QChar(u'0'));
}

} // namespace

ActionsController::ActionsController(QObject *parent)
    : QObject(parent)
    , m_rows(new RowsModel({"id", "text", "iconName", "blockedReason", "danger"}, this))
{
}

ActionsController::~ActionsController()
{
    m_cancel.cancel();
}

void ActionsController::setInspected(InspectController *inspected)
{
    m_inspected = inspected;
    connect(inspected, &InspectController::changed, this, &ActionsController::show);
    connect(inspected, &InspectController::contentChanged, this, &ActionsController::show);
    connect(inspected, &InspectController::linkChanged, this, &ActionsController::show);
    connect(inspected, &InspectController::reconnected, this, &ActionsController::forget);
    Q_EMIT wired();
}

void ActionsController::show()
{
    QList<RowsModel::Row> rows;
    const QVariantList all = actions();
    for (const QVariant &action : all) {
        rows.append(action.toMap());
    }
    m_rows->setRows(rows);
    Q_EMIT changed();
}

QString ActionsController::blockedReason(Verb verb) const
{
    const auto type = m_inspected->type();
    if (m_inspected->isGone()) {
        return Text::tr("It was deleted.");
    }
    if (m_busy) {
        return Text::tr("Something is being done just now.");
    }
    if (link()->place().protection == ProtectionLevel::ReadOnly) {
        return Text::tr("%1 is read-only from here. Settings, Clusters says so.").arg(link()->name());
    }
    const kube::AccessQuestion question = rightFor(verb, *type, m_inspected->name());
    if (link()->rights().of(question) == kube::Right::Denied) {
        return Text::tr("You may not %1.", "delete pods in shop").arg(plainLine(kube::questionText(question)));
    }
    return m_inspected->content().isEmpty() ? Text::tr("It is being read.") : QString();
}

QVariantList ActionsController::actions() const
{
    QVariantList actions;
    const auto type = m_inspected ? m_inspected->type() : std::nullopt;
    if (!type) {
        return actions;
    }
    const QList<Verb> verbs = verbsOf(*type, m_inspected->content());
    for (const Verb verb : verbs) {
        actions.append(QVariantMap{{u"id"_s, verbName(verb)},
                                   {u"text"_s, verbText(verb)},
                                   {u"iconName"_s, verbIcon(verb)},
                                   {u"blockedReason"_s, blockedReason(verb)},
                                   {u"danger"_s, verb == Verb::Delete}});
    }
    return actions;
}

void ActionsController::begin(const QString &name)
{
    const auto verb = verbNamed(name);
    const auto type = m_inspected ? m_inspected->type() : std::nullopt;
    if (!verb || !type || !blockedReason(*verb).isEmpty()) {
        return;
    }
    const kube::Object &object = m_inspected->content();
    const int wanted = object[u"spec"][u"replicas"].toInt(1);
    m_order = ActionOrder{.verb = *verb,
                          .type = *type,
                          .name = m_inspected->name(),
                          .uid = object[u"metadata"][u"uid"].toString(),
                          .replicas = wanted,
                          .expected = *verb == Verb::Scale ? wanted : -1,
                          .jobName = *verb == Verb::Run ? kube::nameOfRun(m_inspected->name().name, tail()) : QString()};
    m_typed.clear();
    m_trouble = {};
    show();
    // A number has to be given, and what is gone is gone: those are looked at everywhere.
    const bool asks = link()->place().protection != ProtectionLevel::None || *verb == Verb::Scale || *verb == Verb::Delete;
    if (asks) {
        Q_EMIT confirming();
    } else {
        perform();
    }
}

void ActionsController::setReplicas(int replicas)
{
    if (m_order) {
        m_order->replicas = std::max(0, replicas);
        show();
    }
}

QString ActionsController::nameToType() const
{
    return m_order && destroys(*m_order) && link()->place().protection == ProtectionLevel::TypedName ? m_order->name.name
                                                                                                     : QString();
}

QString ActionsController::acceptBlockedReason() const
{
    if (m_busy) {
        return Text::tr("Something is being done just now.");
    }
    if (m_order && m_order->verb == Verb::Scale && m_order->replicas == m_order->expected) {
        return Text::tr("It is %1 already.").arg(m_order->replicas);
    }
    return m_typed == nameToType() ? QString() : Text::tr("Type %1 first").arg(plainLine(nameToType()));
}

QString ActionsController::command() const
{
    return m_order ? actionCommand(*m_order, link()->kubectl()) : QString();
}

void ActionsController::perform()
{
    if (!m_order || !acceptBlockedReason().isEmpty()) {
        return;
    }
    m_busy = true;
    m_trouble = {};
    const ActionOrder order = *m_order;
    const CancelToken token = m_cancel.token();
    deliver(performAction(link()->services(), order, token), this, [this, order, token](const Result<QStringList> &warnings) {
        if (token.isCancelled()) {
            return;
        }
        m_busy = false;
        if (warnings) {
            m_order.reset();
            const QString warned = warnings->isEmpty() ? QString() : u' ' + plainLine(warnings->join(u' '));
            Q_EMIT ended(true, actionDone(order) + warned);
        } else {
            if (warnings.error().kind == Error::Kind::Forbidden && link() && link()->isReady()) {
                link()->rights().forget(order.name.ns);
            }
            m_trouble = Trouble::of(warnings.error());
            Q_EMIT ended(false, m_trouble.title);
        }
        show();
    });
    show();
}

void ActionsController::forget()
{
    m_order.reset();
    m_trouble = {};
    show();
}

} // namespace sentinel::console
