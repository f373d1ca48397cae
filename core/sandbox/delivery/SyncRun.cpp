// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/SyncRun.h"

#include "core/sandbox/Types.h"
#include "core/sandbox/delivery/ObjectDifference.h"
#include "core/sandbox/delivery/ProjectRules.h"
#include "core/sandbox/workloads/Deletion.h"
#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr Duration kWaveGap = std::chrono::seconds(2); // ARGOCD_SYNC_WAVE_DELAY
const QString &fieldManager()
{
    static const QString name = u"argocd-controller"_s;
    return name;
}

} // namespace

SyncRun::SyncRun(DeliveryWorld &world, Subject subject)
    : m_world(world)
    , m_subject(std::move(subject))
    , m_request(syncRequestOf(m_subject.operation))
    , m_tasks(syncTasks(m_subject.target, m_subject.comparison, m_request, m_subject.startedAt))
{
}

std::optional<QJsonObject> SyncRun::liveOf(const SyncTask &task) const
{
    return task.place.type ? m_world.store.find(*task.place.type, task.place.ns, task.place.name) : std::nullopt;
}

QString SyncRun::refusalOf(const SyncTask &task) const
{
    if (!task.place.type) {
        return u"The Kubernetes API could not find %1/%2 for requested resource %3/%4. Make sure the \"%2\" CRD is installed on "
               u"the "
               "destination cluster."_s.arg(groupOf(task.object), task.object[u"kind"].toString(), namespaceOf(task.object),
                                            nameOf(task.object));
    }
    if (const QString problem = resourceProblem(m_subject.project, m_subject.application, *task.place.type, task.object);
        !problem.isEmpty()) {
        return problem;
    }
    const std::optional<QJsonObject> live = liveOf(task);
    const QString other = live ? instanceOf(*live) : QString();
    if (m_request.has("FailOnSharedResource=true"_L1) && !other.isEmpty() && other != m_subject.instance && !task.isPrune) {
        return u"Shared resource found: %1/%2 is part of applications %3 and %4"_s.arg(
            task.object[u"kind"].toString(), task.place.name, m_subject.instance, other);
    }
    return {};
}

std::optional<QString> SyncRun::firstRefusal()
{
    for (const auto option : {"Replace=true"_L1, "Force=true"_L1}) {
        if (m_request.has(option)) {
            return u"the rehearsal cluster does not know the sync option "_s + option;
        }
    }
    std::optional<QString> first;
    for (SyncTask &task : m_tasks) {
        if (task.state != State::Pending || (task.phase == SyncPhase::SyncFail)) {
            continue;
        }
        if (const QString problem = refusalOf(task); !problem.isEmpty()) {
            task.state = State::Failed;
            task.status = u"SyncFailed"_s;
            task.message = problem;
            first = first.value_or(problem);
        }
    }
    return first ? std::optional(u"one or more synchronization tasks are not valid: "_s + *first) : std::nullopt;
}

void SyncRun::lookAt(SyncTask &task)
{
    const std::optional<QJsonObject> live = liveOf(task);
    if (task.isPrune) {
        task.state = live ? State::Running : State::Succeeded;
        return;
    }
    if (task.isHook && !task.isCreated) {
        runHook(task);
        return;
    }
    if (!live) {
        return; // gone under our hands: Argo CD waits for it for ever
    }
    const std::optional<Health> health = healthOf(*live);
    if (!health || health->status == Health::Status::Healthy) {
        task.state = State::Succeeded;
        if (task.isHook && health && !health->message.isEmpty()) {
            task.message = health->message;
        }
    } else if (health->status == Health::Status::Degraded) {
        task.state = State::Failed;
        task.message = health->message;
    }
}

void SyncRun::look()
{
    for (SyncTask &task : m_tasks) {
        if (task.state == State::Running) {
            lookAt(task);
        }
    }
    if (m_groupOpen && !isWaiting()) {
        m_groupOpen = false;
        m_groupEnded = m_world.clock.now();
    }
}

bool SyncRun::isWaiting() const
{
    return std::ranges::any_of(m_tasks, [](const SyncTask &task) { return task.state == State::Running; });
}

QString SyncRun::waitingFor() const
{
    QString first;
    qsizetype more = -1;
    const bool hooks
        = std::ranges::any_of(m_tasks, [](const SyncTask &task) { return task.state == State::Running && task.isHook; });
    for (const SyncTask &task : m_tasks) {
        if (task.state == State::Running && task.isHook == hooks) {
            first = first.isEmpty() ? spokenName(task.object) : first;
            ++more;
        }
    }
    const QString what = hooks ? u"waiting for completion of hook %1"_s : u"waiting for healthy state of %1"_s;
    const QString rest = hooks ? u" and %1 more hooks"_s : u" and %1 more resources"_s;
    return what.arg(first) + (more > 0 ? rest.arg(more) : QString());
}

void SyncRun::prune(SyncTask &task)
{
    const QString policy = m_request.valueOf("PrunePropagationPolicy"_L1);
    const Propagation propagation = policy == u"background" ? Propagation::Background
        : policy == u"orphan"                               ? Propagation::Orphan
                                                            : Propagation::Foreground;
    const Result<QJsonObject> removed
        = beginDeletion(m_world.store, *task.place.type, task.place.ns, task.place.name, propagation);
    const bool gone = !removed && removed.error().kind == Error::Kind::NotFound;
    task.status = removed || gone ? u"Pruned"_s : u"SyncFailed"_s;
    task.message = removed || gone ? u"pruned"_s : removed.error().detail;
    task.state = !removed && !gone ? State::Failed : liveOf(task) ? State::Running : State::Succeeded;
}

void SyncRun::apply(SyncTask &task)
{
    QJsonObject object = task.object;
    if (m_request.has("RespectIgnoreDifferences=true"_L1)) {
        if (const std::optional<QJsonObject> live = liveOf(task)) {
            object = withIgnoredAsLive(object, *live, listAt(m_subject.application, {u"spec", u"ignoreDifferences"}));
        }
    }
    const Result<QJsonObject> applied = m_world.apply(*task.place.type, object, fieldManager(), true);
    task.status = applied ? u"Synced"_s : u"SyncFailed"_s;
    const QString spoken = task.place.type->singular.isEmpty() ? task.place.type->kind.toLower() : task.place.type->singular;
    task.message = !applied
        ? applied.error().detail
        : u"%1%2/%3 serverside-applied"_s.arg(
              spoken, task.place.type->group.isEmpty() ? QString() : u'.' + task.place.type->group, task.place.name);
    task.state = applied ? State::Running : State::Failed;
    task.isCreated = applied.has_value();
}

void SyncRun::runHook(SyncTask &task)
{
    const std::optional<QJsonObject> before = liveOf(task);
    task.state = State::Running;
    if (before && task.rules.deleteBeforeCreation && !isDeleting(*before)) {
        (void)beginDeletion(m_world.store, *task.place.type, task.place.ns, task.place.name);
    }
    if (task.rules.deleteBeforeCreation && liveOf(task)) {
        task.message = u"waiting for deletion of hook %1"_s.arg(spokenName(task.object));
        return; // its finalizers work; the deletion tells us
    }
    if (before && !task.rules.deleteBeforeCreation) {
        task.isCreated = true; // kept from before: Argo CD looks at how that one ended
        return;
    }
    apply(task);
}

void SyncRun::run(SyncTask &task)
{
    if (!task.place.type) {
        task.state = State::Failed;
        task.status = u"SyncFailed"_s;
        task.message = refusalOf(task);
    } else if (m_request.dryRun) {
        task.state = State::Succeeded;
        task.status = task.isPrune ? u"Pruned"_s : u"Synced"_s;
        task.message = task.isPrune ? u"pruned (dry run)"_s : u"serverside-applied (dry run)"_s;
    } else if (task.isPrune) {
        prune(task);
    } else if (task.isHook) {
        runHook(task);
    } else {
        apply(task);
    }
}

void SyncRun::runGroup(SyncPhase phase, int wave)
{
    for (SyncTask &task : m_tasks) {
        if (task.state == State::Pending && task.phase == phase && task.wave == wave) {
            run(task);
        }
    }
    m_groupOpen = true;
}

void SyncRun::makeNamespace()
{
    const QString ns = textAt(m_subject.application, {u"spec", u"destination", u"namespace"});
    if (m_request.has("CreateNamespace=true"_L1) && !m_request.dryRun && !m_world.store.find(kinds::ns(), {}, ns)) {
        (void)m_world.apply(
            kinds::ns(), {{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"Namespace"_s}, {u"metadata"_s, QJsonObject{{u"name"_s, ns}}}},
            fieldManager(), true);
    }
}

SyncRun::Step SyncRun::advance()
{
    if (!std::exchange(m_isChecked, true)) {
        if (const std::optional<QString> refused = firstRefusal()) {
            return {.state = Step::State::Failed, .message = *refused};
        }
        makeNamespace();
    }
    for (;;) {
        look();
        if (isWaiting()) {
            return {.message = waitingFor()};
        }
        m_hasFailed
            = m_hasFailed || std::ranges::any_of(m_tasks, [](const SyncTask &task) { return task.state == State::Failed; });
        const auto isNext = [this](const SyncTask &task) {
            return task.state == State::Pending && (task.phase == SyncPhase::SyncFail) == m_hasFailed;
        };
        const auto next = std::ranges::find_if(m_tasks, isNext);
        if (next == m_tasks.end()) {
            return ended(!m_hasFailed, u"successfully synced (all tasks run)"_s);
        }
        if (m_groupEnded.isValid()) {
            const Duration left = kWaveGap - Duration(m_groupEnded.msecsTo(m_world.clock.now()));
            if (left > Duration::zero()) {
                return {.message = u"waiting for the next wave"_s, .lookAgain = left};
            }
        }
        const SyncPhase phase = next->phase;
        const int wave = next->wave;
        runGroup(phase, wave);
        // The last wave of ordinary objects is a plain apply: whether they become healthy is told by the health, not awaited.
        const bool isLast = std::ranges::none_of(m_tasks, isNext);
        const bool hasOpenHooks
            = std::ranges::any_of(m_tasks, [](const SyncTask &task) { return task.isHook && task.state == State::Running; });
        const bool failed = std::ranges::any_of(m_tasks, [](const SyncTask &task) { return task.state == State::Failed; });
        if (isLast && !hasOpenHooks && !failed && !m_hasFailed) {
            for (SyncTask &task : m_tasks) {
                task.state = task.state == State::Running ? State::Succeeded : task.state;
            }
            return ended(true, u"successfully synced (no more tasks)"_s);
        }
    }
}

QString SyncRun::failureMessage() const
{
    QStringList reasons;
    bool applied = true;
    for (const SyncTask &task : m_tasks) {
        if (task.state == State::Failed && task.phase != SyncPhase::SyncFail) {
            applied = applied && task.status != u"SyncFailed";
            if (reasons.size() < 3 && !task.message.isEmpty()) {
                reasons.append(task.message);
            }
        }
    }
    const QString what
        = applied ? u"one or more synchronization tasks completed unsuccessfully"_s : u"one or more objects failed to apply"_s;
    return reasons.isEmpty() ? what : what + u", reason: "_s + reasons.join(u". "_s);
}

SyncRun::Step SyncRun::ended(bool well, const QString &message)
{
    for (const SyncTask &task : std::as_const(m_tasks)) {
        const bool succeeded
            = task.isHook && task.isCreated && task.state == State::Succeeded && task.rules.deleteWhenSucceeded && well;
        const bool failed = task.isHook && task.isCreated && task.state == State::Failed && task.rules.deleteWhenFailed;
        if (succeeded || failed) {
            (void)beginDeletion(m_world.store, *task.place.type, task.place.ns, task.place.name);
        }
    }
    return {.state = well ? Step::State::Succeeded : Step::State::Failed, .message = well ? message : failureMessage()};
}

void SyncRun::terminate()
{
    for (SyncTask &task : m_tasks) {
        if (task.state != State::Running) {
            continue;
        }
        if (task.isHook) {
            (void)beginDeletion(m_world.store, *task.place.type, task.place.ns, task.place.name);
            task.message = u"Terminated"_s;
        }
        task.state = task.isHook ? State::Failed : State::Succeeded;
    }
}

QJsonArray SyncRun::resources() const
{
    QJsonArray resources;
    for (const SyncTask &task : m_tasks) {
        if (task.state != State::Pending) {
            resources.append(syncedResource(task));
        }
    }
    return resources;
}

} // namespace sentinel::sandbox
