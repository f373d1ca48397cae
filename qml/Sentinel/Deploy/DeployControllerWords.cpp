// SPDX-License-Identifier: GPL-3.0-or-later
// What the controller says about its run: every sentence of the page is made here.
#include "qml/Sentinel/Deploy/DeployController.h"
#include "qml/Sentinel/Rows/ShellWord.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

QDateTime DeployController::now() const
{
    return m_link && m_link->isReady() ? m_link->services().clock->now() : QDateTime::currentDateTimeUtc();
}

bool DeployController::isSettled() const
{
    const bool waits
        = m_link && m_bundle && m_bundle->isReady() && (m_link->isConnecting() || (m_link->isReady() && !m_complete));
    return !m_soon.isActive() && !isRunning() && !waits;
}

QString DeployController::placeText() const
{
    return m_bundle && m_bundle->isReady() ? m_bundle->environment() : QString();
}

QString DeployController::headline() const
{
    const ObjectCounts counts = countsOf(m_objects);
    const QString environment = placeText();
    const deploy::ObjectState *worst = worstOf(m_objects);
    const deploy::Verdict verdict = m_run ? m_run->verdict() : deploy::Verdict::Open;
    if (environment.isEmpty()) {
        return Text::tr("Nothing is chosen to be deployed yet");
    }
    if (counts.total == 0) {
        return isRunning()                       ? Text::tr("Deploying %1").arg(environment)
            : verdict == deploy::Verdict::Failed ? Text::tr("%1 could not be deployed").arg(environment)
            : verdict == deploy::Verdict::Stopped
            ? Text::tr("The deploy of %1 was stopped before anything was made").arg(environment)
            : Text::tr("%1 is not deployed yet").arg(environment);
    }
    if (!worst) {
        return Text::tr("All %n object(s) of %1 are healthy", nullptr, counts.total).arg(environment);
    }
    if (!causeTitle().isEmpty() && worst->wanted > 0) { // the banner below says why
        return Text::tr("%1 of %2 objects are healthy; %3: %4 of %5 ready")
            .arg(counts.healthy)
            .arg(counts.total)
            .arg(worst->key.name)
            .arg(worst->ready)
            .arg(worst->wanted);
    }
    return Text::tr("%1 of %2 objects are healthy; %3: %4")
        .arg(counts.healthy)
        .arg(counts.total)
        .arg(worst->key.name, worst->sentence.isEmpty() ? wordOf(worst->health) : plainLine(worst->sentence));
}

QString DeployController::subtitle() const
{
    if (!m_bundle || !m_bundle->isReady() || !m_link) {
        return Text::tr(
            "Choose a bundle, or deploy an example: every object is followed until it is healthy, and what waits says why.");
    }
    const QString way = m_bundle->way() == u"helm" ? Text::tr("Helm") : Text::tr("Argo CD");
    QString text = Text::tr("%1 · namespace %2 · %3 · %4").arg(m_bundle->title(), m_bundle->nameSpace(), way, m_link->name());
    if (!m_link->version().isEmpty() && !m_link->isRehearsal()) {
        text = Text::tr("%1 · Kubernetes %2").arg(text, m_link->version());
    }
    return m_watchProblem.isEmpty() ? text : Text::tr("%1 · may be out of date: %2").arg(text, plainLine(m_watchProblem));
}

int DeployController::tone() const
{
    const ObjectCounts counts = countsOf(m_objects);
    if (!causeTitle().isEmpty() || (m_run && m_run->verdict() == deploy::Verdict::Failed)) {
        return number(Tone::Error);
    }
    if (m_run && m_run->verdict() == deploy::Verdict::Stopped) {
        return number(Tone::Warning);
    }
    return number(counts.total == 0 ? Tone::Neutral : worstOf(m_objects) != nullptr ? Tone::Info : Tone::Ok);
}

QString DeployController::causeTitle() const
{
    if (m_cause.isEmpty() || deploy::mendsByItself(m_cause.first().cause)) {
        return {};
    }
    return plainLine(m_cause.first().title);
}

QString DeployController::causeText() const
{
    if (causeTitle().isEmpty()) {
        return {};
    }
    const deploy::WhyStep &root = m_cause.first();
    QStringList parts{plainLine(root.detail),
                      root.remedy.isEmpty() ? QString() : Text::tr("Next: %1").arg(plainLine(root.remedy))};
    parts.removeAll(QString());
    return parts.join(u'\n');
}

QString DeployController::leftBehind() const
{
    return m_run && !isRunning() && !m_run->leftBehind().isEmpty()
        ? Text::tr("What was done stays: %1. Deploy again to go on from there.").arg(m_run->leftBehind().join(u", "_s))
        : QString();
}

QString DeployController::deployText() const
{
    const QString environment = placeText();
    return environment.isEmpty()        ? Text::tr("Deploy")
        : !m_resumeText.isEmpty()       ? Text::tr("Go on with %1").arg(environment)
        : m_link && m_link->isGuarded() ? Text::tr("Deploy %1…").arg(environment)
                                        : Text::tr("Deploy %1").arg(environment);
}

QString DeployController::blockedReason() const
{
    if (!m_bundle || !m_link) {
        return Text::tr("Choose a bundle first.");
    }
    return !m_bundle->blockedReason().isEmpty() ? m_bundle->blockedReason()
        : !m_link->blockedReason().isEmpty()    ? m_link->blockedReason()
                                                : m_link->readOnlyReason();
}

QString DeployController::command() const
{
    if (!m_bundle || !m_bundle->isReady() || !m_link) {
        return {};
    }
    const deploy::Package &package = *m_bundle->package();
    QStringList words{u"sentinelctl"_s,    u"deploy"_s, shellWord(package.folder),   u"--environment"_s,
                      package.environment, u"--via"_s,  deploy::viaName(package.via)};
    if (!m_link->place().kubeconfig.isEmpty()) {
        words << u"--kubeconfig"_s << shellWord(m_link->place().kubeconfig);
    }
    if (!m_link->place().context.isEmpty()) {
        words << u"--context"_s << shellWord(m_link->place().context);
    }
    return words.join(u' ');
}

QVariantMap DeployController::rollBack() const
{
    if (!m_bundle || !m_bundle->isReady() || !m_link || !m_link->isReady()) {
        return {};
    }
    const deploy::Package &package = *m_bundle->package();
    const QString subject
        = package.via == deploy::Via::Helm ? package.ns() + u"/sentinel"_s : package.argoNamespace + u'/' + package.application();
    return {{u"subject"_s, subject}, {u"via"_s, deploy::viaName(package.via)}};
}

QString DeployController::rollBackReason() const
{
    return rollBack().isEmpty()          ? blockedReason().isEmpty() ? Text::tr("Choose a bundle first.") : blockedReason()
                 : countsOf(m_objects).total == 0 ? Text::tr("Nothing of it is deployed here yet.")
                                         : QString();
}

QString DeployController::stepText() const
{
    if (!m_run) {
        return {};
    }
    for (const OperationStep &step : m_run->steps()) {
        const bool tells = step.state == OperationStep::State::Running || step.state == OperationStep::State::Failed
            || step.state == OperationStep::State::Stopped;
        if (tells) {
            return step.detail.isEmpty() ? step.title : Text::tr("%1: %2").arg(step.title, plainLine(step.detail));
        }
    }
    return {};
}

qreal DeployController::progress() const
{
    const ObjectCounts counts = countsOf(m_objects);
    return counts.total == 0 ? 0 : qreal(counts.healthy) / counts.total;
}

QString DeployController::filterName() const
{
    switch (m_filter) {
    case ObjectFilter::All:
        return u"all"_s;
    case ObjectFilter::Attention:
        return u"attention"_s;
    case ObjectFilter::Changed:
        return u"changed"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

void DeployController::setFilterName(const QString &name)
{
    m_filter = name == u"attention" ? ObjectFilter::Attention : name == u"changed" ? ObjectFilter::Changed : ObjectFilter::All;
    refresh();
}

QVariantMap DeployController::counts() const
{
    const ObjectCounts counts = countsOf(m_objects);
    const auto changed = std::ranges::count_if(
        m_objects, [this](const deploy::ObjectState &state) { return m_changedIds.contains(idOf(state.key)); });
    return {{u"all"_s, counts.all}, {u"attention"_s, counts.attention}, {u"changed"_s, int(changed)}};
}

QString DeployController::worst() const
{
    if (!m_cause.isEmpty()) {
        return idOf(m_cause.last().object);
    }
    const deploy::ObjectState *worst = worstOf(m_objects);
    return worst ? idOf(worst->key) : m_objects.isEmpty() ? QString() : idOf(m_objects.first().key);
}

int DeployController::rowOf(const QString &id) const
{
    const auto &rows = m_rows->rows();
    const auto found = std::ranges::find_if(rows, [&id](const RowsModel::Row &row) { return row.value(u"id"_s) == id; });
    return found == rows.end() ? -1 : int(found - rows.begin());
}

const deploy::ObjectState *DeployController::state(const QString &id) const
{
    const auto found = std::ranges::find_if(m_objects, [&id](const deploy::ObjectState &state) { return idOf(state.key) == id; });
    return found == m_objects.end() ? nullptr : &*found;
}

} // namespace sentinel::console
