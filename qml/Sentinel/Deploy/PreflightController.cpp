// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/PreflightController.h"

#include "core/preflight/ReportDocument.h"
#include "core/preflight/inside/LookInside.h"
#include "qml/Sentinel/Deploy/PreflightFile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Tone toneOf(const preflight::Check &check)
{
    switch (check.state) {
    case preflight::State::Pass:
        return Tone::Ok;
    case preflight::State::Warn:
        return Tone::Warning;
    case preflight::State::Fail:
        return check.stands() ? Tone::Error : Tone::Warning;
    case preflight::State::NotChecked:
        return Tone::Unknown;
    }
    Q_UNREACHABLE_RETURN(Tone::Unknown);
}

RowsModel::Row rowOf(const preflight::Check &check)
{
    const preflight::Rule rule = preflight::ruleOf(check.rule);
    return {{u"id"_s, check.rule + u' ' + check.object + u' ' + check.found}, // of one rule there may be several
            {u"rule"_s, check.rule},
            {u"title"_s, rule.title},
            {u"found"_s, check.object.isEmpty() ? check.found : check.object + u": "_s + check.found},
            {u"why"_s, check.state == preflight::State::Pass ? QString() : rule.why},
            {u"remedy"_s, check.remedy},
            {u"whoCan"_s, check.whoCan},
            {u"answer"_s, check.answer},
            {u"reason"_s, check.overriddenBy},
            {u"details"_s, check.state == preflight::State::Pass ? QString() : check.details.mid(0, 12).join(u'\n')},
            {u"tone"_s, number(toneOf(check))},
            {u"word"_s, preflight::stateWord(check.state)},
            {u"failed"_s, check.state == preflight::State::Fail}};
}

preflight::Request requestOf(const deploy::Package &package)
{
    return {.folder = package.folder,
            .environment = package.environment,
            .cluster = package.cluster,
            .way = package.via == deploy::Via::ArgoCd ? preflight::Way::ArgoCd : preflight::Way::Helm};
}

} // namespace

PreflightController::PreflightController(QObject *parent)
    : QObject(parent)
    , m_checks(new RowsModel(
          {"id", "rule", "title", "found", "why", "remedy", "whoCan", "answer", "reason", "details", "tone", "word", "failed"},
          this))
{
}

PreflightController::~PreflightController()
{
    m_cancel.cancel();
    m_insideCancel.cancel(); // what it made is removed by whoever goes on with the flow
}

void PreflightController::setDeploy(DeployController *deploy)
{
    m_deploy = deploy;
    connect(deploy, &DeployController::changed, this, &PreflightController::placeChanged);
    connect(deploy, &DeployController::reported, this, [this](const preflight::Report &report) { take(report); });
    Q_EMIT wired();
    placeChanged();
}

bool PreflightController::isPlaced() const
{
    return m_deploy && m_deploy->bundle() && m_deploy->bundle()->isReady() && m_deploy->link() && m_deploy->link()->isReady();
}

void PreflightController::placeChanged()
{
    const QString place = isPlaced() ? m_deploy->link()->services().clusterId + u' ' + m_deploy->bundle()->package()->folder
            + u' ' + m_deploy->bundle()->package()->environment + u' '
            + QString::fromLatin1(m_deploy->bundle()->package()->digest) + deploy::viaName(m_deploy->bundle()->package()->via)
                                     : QString();
    if (place != m_place) {
        m_place = place;
        m_cancel.cancel();
        m_insideCancel.cancel();
        m_looking = false;
        m_inside = false;
        m_insideMakes.clear();
        m_report.reset();
        m_trouble = {};
        m_deploy->setOverrides({});
        refresh();
        return;
    }
    Q_EMIT changed();
}

QString PreflightController::blockedReason() const
{
    if (!isPlaced()) {
        return m_deploy ? m_deploy->blockedReason() : QString();
    }
    return m_deploy->link()->services().preflight
        ? QString()
        : Text::tr(
              "There is no helm on this machine, so the bundle cannot be rendered for this cluster. Install Helm 4.1 or later.");
}

void PreflightController::look()
{
    if (!blockedReason().isEmpty() || m_looking) {
        return;
    }
    m_looking = true;
    m_trouble = {};
    m_cancel = {};
    Q_EMIT changed();
    const CancelToken token = m_cancel.token();
    deliver(m_deploy->link()->services().preflight(requestOf(*m_deploy->bundle()->package()), preflight::Depth::Full, token),
            this, [this, token](const Result<preflight::Report> &report) {
                if (!token.isCancelled()) { // else it is of another bundle or cluster
                    take(report);
                }
            });
}

void PreflightController::take(const Result<preflight::Report> &report)
{
    m_looking = false;
    m_trouble = report ? Trouble() : Trouble::of(report.error());
    if (report) {
        m_report = *report;
        std::ignore = preflight::accept(*m_report, m_deploy->overrides());
    }
    refresh();
}

QString PreflightController::insideBlockedReason() const
{
    if (!isPlaced()) {
        return blockedReason();
    }
    if (!m_deploy->link()->services().lookInside) {
        return Text::tr("Nobody can look into this cluster from here.");
    }
    if (const QString readOnly = m_deploy->link()->readOnlyReason(); !readOnly.isEmpty()) {
        return readOnly;
    }
    return m_looking || !m_report ? Text::tr("It is looked at from outside first.") : QString();
}

void PreflightController::askInside()
{
    if (m_inside || !insideBlockedReason().isEmpty()) {
        return;
    }
    const auto demand = preflight::readDemand(requestOf(*m_deploy->bundle()->package()));
    m_trouble = demand ? Trouble() : Trouble::of(demand.error());
    m_insideMakes = demand ? preflight::whatALookMakes(*demand).join(u'\n') : QString();
    Q_EMIT changed();
}

void PreflightController::leaveInside()
{
    m_insideMakes.clear();
    Q_EMIT changed();
}

void PreflightController::lookInside()
{
    if (!isAsking() || !insideBlockedReason().isEmpty()) {
        return;
    }
    m_inside = true;
    m_insideLine.clear();
    m_trouble = {};
    m_insideCancel = {};
    const CancelToken token = m_insideCancel.token();
    const auto tell = [self = QPointer(this)](const QString &line) {
        if (self) {
            self->m_insideLine = line;
            Q_EMIT self->changed();
        }
    };
    deliver(m_deploy->link()->services().lookInside(requestOf(*m_deploy->bundle()->package()), tell, token), this,
            [this, place = m_place](const Result<preflight::Checks> &checks) {
                if (place == m_place) { // else it is of another bundle or cluster
                    takeInside(checks);
                }
            });
    Q_EMIT changed();
}

void PreflightController::takeInside(const Result<preflight::Checks> &checks)
{
    m_inside = false;
    m_insideMakes.clear();
    m_trouble = checks || checks.error().kind == Error::Kind::Cancelled ? Trouble() : Trouble::of(checks.error());
    if (checks && m_report) {
        preflight::takeInside(*m_report, *checks);
        std::ignore = preflight::accept(*m_report, m_deploy->overrides());
    }
    refresh();
}

void PreflightController::accept(const QString &rule, const QString &reason)
{
    if (!m_report) {
        return;
    }
    const QString said = plainLine(reason);
    QList<preflight::Override> overrides = m_deploy->overrides();
    overrides.removeIf([&rule](const preflight::Override &one) { return one.rule == rule; });
    if (!said.isEmpty()) {
        overrides.append({.rule = rule, .reason = said});
    }
    m_deploy->setOverrides(overrides);
    std::ignore = preflight::accept(*m_report, {{.rule = rule, .reason = said}});
    refresh();
}

void PreflightController::save(const QString &path)
{
    if (!m_report) {
        return;
    }
    const auto done = saveReport(*m_report, path);
    Q_EMIT saved(done.has_value(), done ? Text::tr("The report is in %1.").arg(path) : Trouble::of(done.error()).text());
}

QString PreflightController::headline() const
{
    if (m_looking) {
        return Text::tr("Looking whether it would come up…");
    }
    if (!m_report) {
        return Text::tr("Nobody has looked yet");
    }
    return m_report->isClear() ? Text::tr("Nothing stands in the way")
                               : Text::tr("%n check(s) failed: a deploy is refused", nullptr, int(m_report->standing().size()));
}

int PreflightController::tone() const
{
    return number(!m_report                                                                ? Tone::Unknown
                      : !m_report->isClear()                                               ? Tone::Error
                      : m_report->count(preflight::State::Pass) == m_report->checks.size() ? Tone::Ok
                                                                                           : Tone::Info);
}

QString PreflightController::summary() const
{
    return !m_report ? QString()
                     : Text::tr("%1 failed, %2 to look at, %3 not checked, %4 good")
                           .arg(m_report->count(preflight::State::Fail))
                           .arg(m_report->count(preflight::State::Warn))
                           .arg(m_report->count(preflight::State::NotChecked))
                           .arg(m_report->count(preflight::State::Pass));
}

void PreflightController::setFilter(const QString &name)
{
    if (name != m_filter) {
        m_filter = name;
        refresh();
    }
}

QVariantMap PreflightController::counts() const
{
    QVariantMap counts{{u"all"_s, m_report ? m_report->checks.size() : 0}};
    for (const auto state :
         {preflight::State::Fail, preflight::State::Warn, preflight::State::NotChecked, preflight::State::Pass}) {
        counts.insert(preflight::stateName(state), m_report ? m_report->count(state) : 0);
    }
    return counts;
}

QString PreflightController::command() const
{
    return !isPlaced() ? QString()
                       : u"sentinelctl preflight %1 --environment %2"_s.arg(m_deploy->bundle()->package()->folder,
                                                                            m_deploy->bundle()->package()->environment);
}

QString PreflightController::planFile() const
{
    return !isPlaced() ? QString() : m_deploy->bundle()->package()->folder + u"/sentinel-plan.yaml"_s;
}

void PreflightController::refresh()
{
    QList<RowsModel::Row> rows;
    for (const auto state :
         {preflight::State::Fail, preflight::State::Warn, preflight::State::NotChecked, preflight::State::Pass}) {
        for (const preflight::Check &check : m_report ? m_report->checks : preflight::Checks()) {
            if (check.state == state && (m_filter == "all"_L1 || m_filter == preflight::stateName(state))) {
                rows.append(rowOf(check));
            }
        }
    }
    m_checks->setRows(rows);
    Q_EMIT changed();
}

} // namespace sentinel::console
