// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Rollback/RollbackController.h"

#include "core/base/SafeText.h"
#include "core/rollback/Distances.h"
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

bool isAccepted(const OperationRun &run)
{
    return std::ranges::any_of(
        run.steps(), [](const OperationStep &step) { return step.id == u"accept" && step.state == OperationStep::State::Done; });
}

} // namespace

RollbackController::RollbackController(QObject *parent)
    : QObject(parent)
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

void RollbackController::setPlaceProperties(const QVariantMap &properties)
{
    m_properties = properties;
    const ClusterPlace place = placeOf(properties);
    if (place == m_place || m_wanted.contains(u"place"_s) || isRunning()) {
        return;
    }
    m_wanted = {}; // what is called so there is something else
    clear();
    connectTo(place);
}

void RollbackController::connectTo(const ClusterPlace &place)
{
    m_place = place;
    m_door.reset();
    if (place.usable) {
        auto door = doorTo(place);
        if (door) {
            m_door = std::move(*door);
        } else {
            fail(door.error());
        }
    }
    Q_EMIT changed();
}

void RollbackController::open(const QVariantMap &wanted)
{
    if (isRunning()) {
        return;
    }
    m_wanted = wanted;
    const ClusterPlace place = placeOf(wanted.value(u"place"_s, m_properties).toMap());
    if (place != m_place) {
        clear();
        connectTo(place);
    }
    if (m_door || !place.usable) { // else it could not be connected to, and says so
        refresh();
    }
}

void RollbackController::setSubject(const QString &title)
{
    if (title != subject()) {
        open({{u"subject"_s, title}});
    }
}

void RollbackController::refresh()
{
    if (isRunning()) {
        return;
    }
    clear();
    if (m_door && !m_wanted.value(u"subject"_s).toString().isEmpty()) {
        findSubject();
    }
    Q_EMIT changed();
}

void RollbackController::tryAgain()
{
    m_candidate.isEmpty() || m_verdict ? refresh() : look();
}

void RollbackController::retranslate()
{
    showCandidates();
    Q_EMIT changed();
}

void RollbackController::clear()
{
    m_cancel.cancel();
    m_cancel = {};
    m_lookCancel.cancel();
    m_open.reset();
    m_services.reset();
    m_candidates.clear();
    m_verdict.reset();
    m_pause.reset();
    m_candidate.clear();
    m_typed.clear();
    m_choice = {};
    m_loading = false;
    m_looking = false;
    m_trouble = {};
    showCandidates();
    m_checkRows.setRows({});
    m_lineRows.setRows({});
}

void RollbackController::findSubject()
{
    const QString server = m_wanted.value(u"server"_s).toString();
    const QString word = m_wanted.value(u"subject"_s).toString();
    if (!server.isEmpty() && server != m_door->server) {
        fail({.kind = Error::Kind::Conflict,
              .doing = Text::tr("opening %1").arg(plainLine(word)),
              .detail
              = Text::tr("It is on the cluster at %1, and the console works with the one at %2. Choose that cluster first.")
                    .arg(plainLine(server), plainLine(m_door->server))});
        return;
    }
    m_loading = true;
    const rollback::SubjectName name{.word = word, .way = rollback::wayNamed(m_wanted.value(u"via"_s).toString())};
    deliver(rollback::findSubject(m_door->api, name, m_cancel.token()), this,
            [this, token = m_cancel.token()](const Result<rollback::Subject> &found) {
                if (!token.isCancelled()) {
                    takeSubject(found);
                }
            });
}

void RollbackController::takeSubject(const Result<rollback::Subject> &subject)
{
    if (!subject) {
        fail(subject.error());
        return;
    }
    m_open = *subject;
    m_choice.way = subject->way;
    deliver(m_door->services(*subject, m_cancel.token()), this,
            [this, token = m_cancel.token()](const Result<rollback::Services> &services) {
                if (token.isCancelled()) {
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
    Q_EMIT changed();
}

void RollbackController::readCandidates()
{
    deliver(rollback::candidatesOf(m_services->api, *m_open, m_services->memory, m_cancel.token()), this,
            [this, token = m_cancel.token()](const Result<QList<rollback::Candidate>> &candidates) {
                if (token.isCancelled()) {
                    return;
                }
                m_loading = false;
                if (!candidates) {
                    fail(candidates.error());
                    return;
                }
                m_candidates = *candidates;
                showCandidates();
                Q_EMIT changed();
                readDistances();
            });
}

/// What each version would change is worked out behind the list, which can be used meanwhile.
void RollbackController::readDistances()
{
    if (!m_services->contents) {
        return;
    }
    deliver(rollback::withDistances(m_candidates, *m_open, *m_services, m_cancel.token()), this,
            [this, token = m_cancel.token()](const Result<QList<rollback::Candidate>> &candidates) {
                if (token.isCancelled() || !candidates) {
                    return;
                }
                m_candidates = *candidates;
                showCandidates();
            });
}

void RollbackController::readPauses()
{
    if (!isArgo()) {
        return;
    }
    deliver(rollback::openPauses(*m_services, m_cancel.token()), this,
            [this, token = m_cancel.token()](const Result<QList<rollback::Pause>> &pauses) {
                if (token.isCancelled() || !pauses) {
                    return;
                }
                m_pause.reset();
                for (const rollback::Pause &pause : *pauses) {
                    if (pause.ns + u'/' + pause.name == subject() && pause.clusterId == m_services->clusterId) {
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
    m_choice.endRunning = isBusy();
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
    const QString name = plainLine(m_open->name);
    const QString sentence = good ? Text::tr("%1 is back at %2; everything is healthy.").arg(name, versionText())
        : m_run->state() == OperationRun::State::Stopped
        ? Text::tr("The rollback of %1 was stopped. What has begun goes on; the same rollback goes on from there.").arg(name)
        : m_run->error() ? Trouble::of(*m_run->error()).text()
        : outcome && !outcome->cause.isEmpty()
        ? Text::tr("%1 is at %2 and not healthy: %3").arg(name, versionText(), plainLine(outcome->cause.first().title))
        : Text::tr("%1 did not become healthy.").arg(name);
    const bool begun = isAccepted(*m_run);
    if (begun) {
        refresh(); // what runs now is another version
    }
    if (m_run->state() == OperationRun::State::Failed && m_run->error()) {
        fail(*m_run->error());
    }
    Q_EMIT changed();
    Q_EMIT ended(good, sentence);
}

void RollbackController::cancel()
{
    if (m_run) {
        m_run->cancel();
    }
}

void RollbackController::fail(const Error &error)
{
    m_loading = false;
    m_trouble = Trouble::of(error);
    Q_EMIT changed();
}

} // namespace sentinel::console
