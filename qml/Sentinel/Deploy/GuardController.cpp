// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/GuardController.h"

#include "app/composition/GuardOfBundle.h"
#include "app/composition/RollbackServices.h"
#include "core/base/SafeText.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

[[nodiscard]] Async<rollback::GuardServices> connectByComposition(ClusterPlace place, rollback::Subject subject,
                                                                  CancelToken cancel)
{
    auto connection = composition::connectTo({.kubeconfig = place.kubeconfig, .context = place.context});
    if (!connection) {
        co_return failure(connection);
    }
    connection->rehearsal = place.rehearsal;
    co_return co_await composition::guardServices(*connection, subject, cancel);
}

GuardConnector &connector()
{
    static GuardConnector g_connector = connectByComposition;
    return g_connector;
}

/// What is deployed already, armed; nothing on a first install, since there is nothing to go back to.
[[nodiscard]] Async<std::optional<std::pair<rollback::GuardServices, rollback::Subject>>>
armedServices(ClusterPlace place, kube::ApiPtr api, rollback::SubjectName name, rollback::GuardRules rules, QString run,
              CancelToken cancel)
{
    const auto subject = co_await rollback::findSubject(api, name, cancel);
    if (!subject && subject.error().kind == Error::Kind::NotFound) {
        co_return std::nullopt;
    }
    if (!subject) {
        co_return failure(subject);
    }
    const auto services = co_await connector()(place, *subject, cancel);
    if (!services) {
        co_return failure(services);
    }
    const auto armed = co_await rollback::armGuard(*subject, rules, *services, run, cancel);
    if (!armed) {
        co_return failure(armed);
    }
    co_return std::optional(std::pair(*services, *subject));
}

} // namespace

GuardController::GuardController(QObject *parent)
    : QObject(parent)
{
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &GuardController::changed);
}

GuardController::~GuardController()
{
    m_cancel.cancel();
    if (m_run) {
        m_run->disconnect(this);
        m_run->cancel();
    }
}

void GuardController::setConnector(GuardConnector made)
{
    connector() = std::move(made);
}

void GuardController::setLink(ClusterLink *link)
{
    m_link = link;
    connect(link, &ClusterLink::changed, this, &GuardController::changed);
    Q_EMIT wired();
}

void GuardController::setBundle(BundleController *bundle)
{
    m_bundle = bundle;
    connect(bundle, &BundleController::changed, this, &GuardController::readRules);
    Q_EMIT wired();
    readRules();
}

void GuardController::readRules()
{
    m_rules = m_bundle->isReady() ? composition::guardRulesOf(*m_bundle->package()) : rollback::GuardRules();
    Q_EMIT changed();
}

void GuardController::setOn(bool on)
{
    m_wanted = on;
    Q_EMIT changed();
}

QString GuardController::blockedReason() const
{
    return !m_bundle || !m_bundle->isReady() ? Text::tr("Choose a bundle first.")
        : !m_rules                           ? plainLine(m_rules.error().detail)
        : !m_rules->isOn
        ? Text::tr(
              "The plan does not let a guard roll %1 back without a person: answer delivery.guard for it and write the bundle "
              "again.")
              .arg(m_bundle->environment())
        : isWatching() ? Text::tr("A guard is watching.")
                       : QString();
}

QString GuardController::rulesText() const
{
    if (!m_rules || !m_rules->isOn) {
        return {};
    }
    const auto minutes = int(std::chrono::duration_cast<std::chrono::minutes>(m_rules->watch).count());
    return m_rules->hasQuery()
        ? Text::tr("For %n minute(s) after the deploy: workloads that fail newly, and the query above %1.", nullptr, minutes)
              .arg(m_rules->above)
        : Text::tr("For %n minute(s) after the deploy: workloads that fail newly.", nullptr, minutes);
}

Async<void> GuardController::arm(const QString &run, CancelToken cancel)
{
    m_armed.reset();
    m_report.reset();
    m_problem.clear();
    if (!isOn()) {
        co_return {};
    }
    const rollback::GuardRules rules = *m_rules;
    const QPointer self(this);
    const auto armed = co_await armedServices(m_link->place(), m_link->services().api,
                                              composition::subjectNameOf(*m_bundle->package()), rules, run, cancel);
    if (!armed) {
        co_return failure(armed);
    }
    if (self && *armed) {
        self->m_armed = std::make_shared<Armed>(
            Armed{.services = (*armed)->first,
                  .request = {.subject = (*armed)->second, .rules = rules, .optIn = u"plan"_s, .purpose = run}});
        Q_EMIT self->changed();
    }
    co_return {};
}

void GuardController::watch()
{
    const auto armed = std::exchange(m_armed, nullptr);
    if (!armed) {
        return;
    }
    const QDateTime now = armed->services.rollback.clock->now();
    armed->request.since = now;
    const auto run = rollback::openGuard(armed->request, armed->services);
    if (!run) {
        take(failure(run));
        return;
    }
    m_run = *run;
    m_until = now.addMSecs(std::chrono::milliseconds(armed->request.rules.watch).count());
    m_tick.start();
    connect(m_run.get(), &OperationRun::stepChanged, this, &GuardController::changed);
    deliver(rollback::guardDeploy(armed->request, armed->services, m_run, m_run->cancelToken()), this,
            [this](const Result<rollback::GuardReport> &report) { take(report); });
    Q_EMIT changed();
}

void GuardController::take(const Result<rollback::GuardReport> &report)
{
    using rollback::GuardDecision;
    m_tick.stop();
    m_report = report ? std::optional(*report) : std::nullopt;
    m_problem = report || report.error().kind == Error::Kind::Cancelled ? QString() : plainLine(report.error().detail);
    Q_EMIT changed();
    const bool good = report && (report->decision == GuardDecision::Quiet || report->decision == GuardDecision::RolledBack);
    if (report || !m_problem.isEmpty()) {
        Q_EMIT ended(good, title());
    }
}

void GuardController::stop()
{
    if (isWatching()) {
        m_run->cancel();
    }
}

void GuardController::dismiss()
{
    m_report.reset();
    m_problem.clear();
    Q_EMIT changed();
}

QString GuardController::timeLeft() const
{
    const qint64 seconds = std::max<qint64>(0, m_link && m_link->isReady() ? m_link->services().clock->now().secsTo(m_until) : 0);
    return seconds >= 60 ? Text::tr("%n minute(s)", nullptr, int((seconds + 59) / 60))
                         : Text::tr("%n second(s)", nullptr, int(seconds));
}

QString GuardController::title() const
{
    using rollback::GuardDecision;
    if (isWatching()) {
        return Text::tr("A guard watches this deploy for %1 more").arg(timeLeft());
    }
    if (m_armed) {
        return Text::tr("A guard is armed and watches once the deploy is through");
    }
    if (!m_problem.isEmpty()) {
        return Text::tr("The guard could not watch: nobody knows how the deploy did");
    }
    if (!m_report) {
        return {};
    }
    switch (m_report->decision) {
    case GuardDecision::Nothing:
        return Text::tr("The guard had nothing to watch");
    case GuardDecision::Quiet:
        return Text::tr("The guard saw nothing fail newly");
    case GuardDecision::RolledBack:
        return Text::tr("The guard went back to the version before, and it is healthy");
    case GuardDecision::NotHelped:
        return Text::tr("The guard went back to the version before, and it is not healthy");
    case GuardDecision::Refused:
        return Text::tr("Something fails newly, and only a person may go back");
    }
    Q_UNREACHABLE_RETURN({});
}

QString GuardController::text() const
{
    if (isWatching()) {
        for (const OperationStep &step : m_run->steps()) {
            if (step.state == OperationStep::State::Running) {
                return step.detail.isEmpty() ? plainLine(step.title)
                                             : Text::tr("%1: %2").arg(plainLine(step.title), plainLine(step.detail));
            }
        }
        return rulesText();
    }
    if (!m_report) {
        return m_armed ? rulesText() : m_problem;
    }
    QStringList lines{plainLine(m_report->sentence)};
    for (const QString &failed : m_report->failures) {
        lines.append(plainLine(failed));
    }
    return lines.join(u'\n');
}

int GuardController::tone() const
{
    using rollback::GuardDecision;
    if (isWatching() || m_armed) {
        return number(Tone::Info);
    }
    if (!m_report) {
        return number(Tone::Unknown);
    }
    switch (m_report->decision) {
    case GuardDecision::Nothing:
        return number(Tone::Unknown);
    case GuardDecision::Quiet:
        return number(Tone::Ok);
    case GuardDecision::RolledBack:
        return number(Tone::Warning);
    case GuardDecision::NotHelped:
    case GuardDecision::Refused:
        return number(Tone::Error);
    }
    Q_UNREACHABLE_RETURN(0);
}

} // namespace sentinel::console
