// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Rollback/RollbackController.h"

#include "qml/Sentinel/Rollback/RollbackRows.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

RollbackConnector &connector()
{
    static RollbackConnector g_connector = openDoor;
    return g_connector;
}

} // namespace

RollbackController::RollbackController(QObject *parent)
    : QObject(parent)
    , m_subjectRows(subjectRoles())
    , m_candidateRows(candidateRoles())
    , m_checkRows(checkRoles())
    , m_lineRows(lineRoles())
{
}

RollbackController::~RollbackController()
{
    m_cancel.cancel();
    m_lookCancel.cancel();
}

void RollbackController::setConnector(RollbackConnector made)
{
    connector() = std::move(made);
}

void RollbackController::setPlaceProperties(const QVariantMap &properties)
{
    m_properties = properties;
    const ClusterPlace place = placeOf(properties);
    if (place != m_place) {
        connectTo(place);
    }
}

void RollbackController::connectTo(const ClusterPlace &place)
{
    m_place = place;
    m_door.reset();
    m_trouble = {};
    if (place.usable) {
        auto door = connector()(place);
        if (!door) {
            fail(door.error());
            return;
        }
        m_door = std::move(*door);
    }
    refresh();
}

void RollbackController::refresh()
{
    m_cancel.cancel();
    m_cancel = {};
    if (!m_door) {
        m_subjects.clear();
        m_subjectRows.setRows({});
        Q_EMIT changed();
        return;
    }
    deliver(subjectsOn(m_door->api, m_cancel.token()), this, [this](const auto &subjects) { takeSubjects(subjects); });
    Q_EMIT changed();
}

void RollbackController::takeSubjects(const Result<QList<rollback::Subject>> &subjects)
{
    if (!subjects) {
        fail(subjects.error());
        return;
    }
    m_trouble = {};
    m_subjects = *subjects;
    m_subjectRows.setRows(subjectRows(m_subjects));
    if (!isRunning()) {
        openSubject();
    }
    Q_EMIT changed();
}

void RollbackController::setSubject(const QString &title)
{
    if (m_subject == title || isRunning()) {
        return;
    }
    m_subject = title;
    openSubject();
    Q_EMIT changed();
}

void RollbackController::openSubject()
{
    m_lookCancel.cancel();
    m_open.reset();
    m_services.reset();
    m_candidates.clear();
    m_verdict.reset();
    m_pause.reset();
    m_candidate.clear();
    m_typed.clear();
    m_choice = {};
    m_looking = false;
    showCandidates();
    m_checkRows.setRows({});
    m_lineRows.setRows({});
    const auto found = std::ranges::find(m_subjects, m_subject, &rollback::Subject::title);
    if (!m_door || found == m_subjects.cend()) {
        return;
    }
    m_open = *found;
    m_choice.way = found->way;
    deliver(m_door->services(*found, m_cancel.token()), this,
            [this, title = m_subject](const Result<rollback::Services> &services) {
                if (title != m_subject) {
                    return;
                }
                if (!services) {
                    fail(services.error());
                    return;
                }
                m_services = *services;
                readCandidates();
                readPauses();
            });
}

void RollbackController::readCandidates()
{
    deliver(rollback::candidatesOf(m_services->api, *m_open, m_services->memory, m_cancel.token()), this,
            [this, title = m_subject](const Result<QList<rollback::Candidate>> &candidates) {
                if (title != m_subject) {
                    return;
                }
                if (!candidates) {
                    fail(candidates.error());
                    return;
                }
                m_candidates = *candidates;
                showCandidates();
                Q_EMIT changed();
            });
}

void RollbackController::readPauses()
{
    if (!isArgo()) {
        return;
    }
    deliver(rollback::openPauses(*m_services, m_cancel.token()), this,
            [this, title = m_subject](const Result<QList<rollback::Pause>> &pauses) {
                if (title != m_subject || !pauses) {
                    return;
                }
                m_pause.reset();
                for (const rollback::Pause &pause : *pauses) {
                    if (pause.ns + u'/' + pause.name == m_subject && pause.clusterId == m_services->clusterId) {
                        m_pause = pause;
                    }
                }
                Q_EMIT changed();
            });
}

void RollbackController::showCandidates()
{
    m_candidateRows.setRows(candidateRows(m_candidates, m_candidate));
}

void RollbackController::setCandidate(const QString &id)
{
    const auto found = std::ranges::find(m_candidates, id, &rollback::Candidate::id);
    if (isRunning() || id == m_candidate || id.isEmpty() || found == m_candidates.cend() || found->isPresent) {
        return;
    }
    m_candidate = id;
    // An operation that runs would be in the way of every rollback, and ending it is part of what is then shown and confirmed.
    m_choice.endRunning = isArgo() && isBusy(*m_open);
    showCandidates();
    look();
}

void RollbackController::chooseNext(int step)
{
    QStringList ids;
    for (const rollback::Candidate &candidate : std::as_const(m_candidates)) {
        if (!candidate.isPresent) {
            ids.append(candidate.id);
        }
    }
    if (!ids.isEmpty()) {
        const qsizetype at = ids.indexOf(m_candidate);
        setCandidate(ids.at(at < 0 ? (step > 0 ? 0 : ids.size() - 1) : std::clamp<qsizetype>(at + step, 0, ids.size() - 1)));
    }
}

void RollbackController::choose(bool &option, bool on)
{
    if (option != on && !isRunning()) {
        option = on;
        look();
    }
}

rollback::RollbackRequest RollbackController::request() const
{
    return {.subject = *m_open, .to = m_candidate, .choice = m_choice};
}

void RollbackController::look()
{
    m_lookCancel.cancel();
    m_lookCancel = {};
    m_verdict.reset();
    m_trouble = {};
    m_checkRows.setRows({});
    m_lineRows.setRows({});
    if (!m_open || !m_services || m_candidate.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    m_looking = true;
    const CancelToken token = m_lookCancel.token();
    deliver(rollback::lookAhead(request(), *m_services, token), this,
            [this, token](const Result<std::shared_ptr<const rollback::Verdict>> &verdict) {
                if (token.isCancelled()) {
                    return;
                }
                m_looking = false;
                if (verdict) {
                    takeVerdict(*verdict);
                } else {
                    fail(verdict.error());
                }
            });
    Q_EMIT changed();
}

void RollbackController::takeVerdict(std::shared_ptr<const rollback::Verdict> verdict)
{
    m_verdict = std::move(verdict);
    m_checkRows.setRows(checkRows(*m_verdict));
    m_lineRows.setRows(lineRows(*m_verdict));
    Q_EMIT changed();
}

void RollbackController::setTyped(const QString &text)
{
    m_typed = text;
    Q_EMIT changed();
}

void RollbackController::confirm()
{
    if (!acceptBlockedReason().isEmpty()) {
        return;
    }
    rollback::RollbackRequest order = request();
    order.seen = m_verdict;
    order.accepted = m_verdict->unaccepted({}); // they are on the screen, and the button says how many
    const auto opened = rollback::openRun(order, *m_services);
    if (!opened) {
        fail(opened.error());
        return;
    }
    m_run = *opened;
    m_trouble = {};
    connect(m_run.get(), &OperationRun::stepChanged, this, [this](int index) {
        const OperationStep &step = m_run->steps()[index];
        if (step.id == u"accept" && step.state == OperationStep::State::Done) {
            Q_EMIT accepted();
        }
        Q_EMIT changed();
    });
    deliver(rollback::rollBack(order, *m_services, m_run, m_run->cancelToken()), this,
            [this](const Result<rollback::RollbackOutcome> &outcome) { takeEnd(outcome); });
    Q_EMIT changed();
}

void RollbackController::takeEnd(const Result<rollback::RollbackOutcome> &outcome)
{
    const bool good = outcome && outcome->healthy;
    const QString sentence = good ? Text::tr("%1 is back at %2; everything is healthy.").arg(m_open->name, versionText())
        : m_run->error()          ? m_run->error()->detail
                                  : Text::tr("It did not become healthy.");
    Q_EMIT ended(good, sentence);
    if (!good && m_run->error()) {
        fail(*m_run->error());
    }
    refresh();
}

void RollbackController::cancel()
{
    if (m_run) {
        m_run->cancel();
    }
}

void RollbackController::resumeAutoSync()
{
    if (!m_open || !m_services) {
        return;
    }
    deliver(rollback::resumeAutoSync(*m_open, *m_services, {}), this, [this](const Result<void> &resumed) {
        if (!resumed) {
            fail(resumed.error());
            return;
        }
        Q_EMIT ended(true, Text::tr("Auto-sync of %1 is on again, as it was.").arg(m_open->name));
        refresh();
    });
}

void RollbackController::fail(const Error &error)
{
    m_trouble = Trouble::of(error);
    Q_EMIT changed();
}

} // namespace sentinel::console
