// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/DeployController.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::chrono::milliseconds kTogether{60}; // changes of one moment are shown at once
constexpr std::chrono::seconds kTickWhileRunning{1};
constexpr std::chrono::seconds kTickAtRest{30}; // only ages grow

QString stand(const deploy::ObjectState &state)
{
    return deploy::healthName(state.health) + u' ' + state.sentence;
}

/// Certificates and keys have lines; one of them alone is worth nothing.
bool isText(const QString &key)
{
    return key.endsWith(u".crt") || key.endsWith(u".key") || key.endsWith(u".pem") || key.endsWith(u".json");
}

[[nodiscard]] Async<void> nothingToArm()
{
    co_return {};
}

[[nodiscard]] Async<deploy::DeployOutcome> deployAfter(Async<void> armed, deploy::DeployRequest request,
                                                       deploy::Services services, std::shared_ptr<deploy::DeployRun> run)
{
    if (const auto ready = co_await std::move(armed); !ready) {
        run->finish(OperationRun::State::Failed, ready.error());
        co_return failure(ready);
    }
    co_return co_await deploy::deployBundle(std::move(request), std::move(services), run, run->cancelToken());
}

} // namespace

DeployController::DeployController(QObject *parent)
    : QObject(parent)
    , m_steps(new RowsModel({"id", "title", "tone", "word", "detail", "time", "count", "running"}, this))
    , m_rows(new RowsModel({"id", "kind", "name", "depth", "tone", "word", "sentence", "wave", "age"}, this))
    , m_questions(new RowsModel({"id", "name", "key", "purpose", "place", "multiline"}, this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogether);
    connect(&m_soon, &QTimer::timeout, this, &DeployController::refresh);
    m_tick.setInterval(kTickAtRest);
    connect(&m_tick, &QTimer::timeout, this, &DeployController::refresh);
    m_tick.start();
}

DeployController::~DeployController()
{
    m_watch.cancel();
    refuse();
    if (isRunning()) {
        m_run->disconnect(this);
        m_run->cancel(); // what is done stays, and the journal knows it
    }
}

void DeployController::setLink(ClusterLink *link)
{
    m_link = link;
    connect(link, &ClusterLink::changed, this, &DeployController::lookAgain);
    Q_EMIT wired();
    lookAgain();
}

void DeployController::setBundle(BundleController *bundle)
{
    m_bundle = bundle;
    connect(bundle, &BundleController::changed, this, &DeployController::lookAgain);
    Q_EMIT wired();
    lookAgain();
}

deploy::DeployRequest DeployController::request() const
{
    const deploy::Package &package = *m_bundle->package();
    return {.folder = package.folder,
            .environment = package.environment,
            .cluster = package.cluster == u"in-cluster" ? QString() : package.cluster,
            .via = package.via,
            .overrides = m_overrides};
}

void DeployController::deploy()
{
    if (!blockedReason().isEmpty() || isRunning()) {
        return;
    }
    m_trouble = {};
    m_watch.cancel();
    m_watched.clear();
    deploy::Services services = m_link->services();
    services.ask = [self = QPointer(this)](const QList<deploy::SecretQuestion> &questions) {
        const Promise<deploy::SecretValues> promise;
        if (self) {
            self->ask(questions, promise);
        } else {
            promise.keep(failure(Error::Kind::Cancelled, Text::tr("asking for values of Secrets"), Text::tr("stopped")));
        }
        return promise.answer();
    };
    const deploy::DeployRequest wanted = request();
    const auto run = deploy::openRun(wanted, services);
    if (!run) {
        m_trouble = Trouble::of(run.error());
        watch();
        Q_EMIT changed();
        return;
    }
    attach(*run);
    begin(wanted, services);
    refresh();
}

/// What a guard has to know of the time before is looked at first: it could not be told from what the deploy did later.
void DeployController::begin(const deploy::DeployRequest &wanted, const deploy::Services &services)
{
    Async<void> armed = m_guard ? m_guard->arm(m_run->id(), m_run->cancelToken()) : nothingToArm();
    deliver(deployAfter(std::move(armed), wanted, services, m_run), this,
            [this, run = m_run](const Result<deploy::DeployOutcome> &outcome) {
                if (run == m_run) {
                    finish(outcome);
                }
            });
}

void DeployController::setGuard(GuardController *guard)
{
    m_guard = guard;
    Q_EMIT wired();
}

void DeployController::rehearse()
{
    if (isRunning()) {
        return;
    }
    m_run.reset();
    m_wished = true;
    lookAgain();
}

void DeployController::attach(const std::shared_ptr<deploy::DeployRun> &run)
{
    m_run = run;
    m_resumeText.clear();
    m_changedIds.clear();
    m_before.clear();
    for (const deploy::ObjectState &state : std::as_const(m_objects)) {
        m_before.insert(idOf(state.key), stand(state));
    }
    m_filter = ObjectFilter::All;
    const auto soon = [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    };
    connect(run.get(), &OperationRun::stepChanged, this, soon);
    connect(run.get(), &OperationRun::stepsReset, this, soon);
    connect(run.get(), &deploy::DeployRun::verdictChanged, this, soon);
    connect(run.get(), &deploy::DeployRun::objectsChanged, this, [this, soon] {
        take(m_run->objects(), m_run->cause());
        soon();
    });
    m_tick.setInterval(kTickWhileRunning);
}

void DeployController::finish(const Result<deploy::DeployOutcome> &outcome)
{
    m_run->disconnect(this);
    refuse();
    m_tick.setInterval(kTickAtRest);
    if (!outcome && outcome.error().kind != Error::Kind::Cancelled) {
        m_trouble = Trouble::of(outcome.error());
    }
    if (m_run->isRefused()) {
        m_trouble = Trouble::of(*m_run->error());
        Q_EMIT reported(*m_run->preflight());
        Q_EMIT refused();
    }
    if (m_guard) { // whatever came of it: what failed is what a guard is there for
        outcome && !m_run->isRefused() ? m_guard->watch() : m_guard->disarm();
    }
    refresh();
    watch();
    Q_EMIT ended(outcome && outcome->healthy, headline());
}

void DeployController::cancel()
{
    if (isRunning()) {
        m_run->cancel();
        refuse();
    }
}

void DeployController::dismiss()
{
    if (m_run && !isRunning()) {
        m_run.reset();
        m_trouble = {};
        m_changedIds.clear();
        lookAgain();
        refresh();
    }
}

void DeployController::ask(const QList<deploy::SecretQuestion> &questions, const Promise<deploy::SecretValues> &promise)
{
    QList<RowsModel::Row> rows;
    for (const deploy::SecretQuestion &question : questions) {
        rows.append({{u"id"_s, question.name + u'/' + question.key.key},
                     {u"name"_s, question.name},
                     {u"key"_s, question.key.key},
                     {u"purpose"_s, plainLine(question.key.purpose)},
                     {u"place"_s, question.ns},
                     {u"multiline"_s, isText(question.key.key)}});
    }
    m_promise = promise;
    m_questions->setRows(rows);
    Q_EMIT asked();
}

void DeployController::answer(const QVariantMap &values)
{
    if (!m_promise) {
        return;
    }
    deploy::SecretValues given;
    for (const RowsModel::Row &row : m_questions->rows()) {
        const QString id = row.value(u"id"_s).toString();
        const QByteArray value = values.value(id).toString().toUtf8();
        if (value.isEmpty()) {
            Q_EMIT asked();
            return;
        }
        given.insert(id, value);
    }
    const auto promise = std::exchange(m_promise, std::nullopt);
    m_questions->setRows({});
    promise->keep(given);
}

void DeployController::refuse()
{
    if (const auto promise = std::exchange(m_promise, std::nullopt)) {
        m_questions->setRows({});
        promise->keep(failure(Error::Kind::Cancelled, Text::tr("asking for values of Secrets"), Text::tr("stopped")));
    }
}

void DeployController::retranslate()
{
    m_watched.clear();
    lookAgain();
    refresh();
}

void DeployController::lookAgain()
{
    if (!isRunning()) {
        findOpenRun();
        watch();
        if (m_wished && blockedReason().isEmpty()) {
            m_wished = false;
            if (m_link->services().rehearsal) {
                deploy();
            }
        }
    }
    Q_EMIT changed();
}

void DeployController::findOpenRun()
{
    m_resumeText.clear();
    if (m_run || !m_link || !m_link->isReady() || !m_bundle || !m_bundle->isReady()) {
        return;
    }
    const auto entries = m_link->services().ledger->openRuns();
    if (!entries) {
        m_trouble = Trouble::of(entries.error());
        return;
    }
    const deploy::Package &package = *m_bundle->package();
    for (const deploy::LedgerEntry &entry : *entries) {
        const QJsonObject &facts = entry.facts;
        if (entry.kind == deploy::LedgerEntry::Kind::Begun && facts[u"environment"].toString() == package.environment
            && facts[u"bundle"].toString() == QString::fromLatin1(package.digest)
            && facts[u"server"].toString() == m_link->services().clusterId) {
            m_resumeText
                = Text::tr("A deploy of %1 was begun here and did not end. It goes on where it stopped; nothing is done twice.")
                      .arg(package.environment);
        }
    }
}

void DeployController::watch()
{
    const bool possible = m_link && m_link->isReady() && m_bundle && m_bundle->isReady();
    const QString wanted = possible
        ? m_link->services().clusterId + u' ' + m_link->place().kubeconfig + u' ' + m_bundle->package()->ns()
        : QString();
    if (wanted == m_watched && (wanted.isEmpty() || !m_watch.isCancelled())) {
        return;
    }
    m_watch.cancel();
    m_watch = {};
    m_watched = wanted;
    m_complete = false;
    m_watchProblem.clear();
    if (!m_run) {
        take({}, {});
    }
    m_soon.start();
    if (!possible) {
        return;
    }
    const deploy::Package &package = *m_bundle->package();
    deploy::Scope scope{.ns = package.ns()};
    if (package.via == deploy::Via::ArgoCd) {
        scope.applications = {package.platformApplication(), package.application()};
        scope.applicationNamespace = package.argoNamespace;
    }
    const deploy::Services &services = m_link->services();
    const CancelToken token = m_watch.token();
    deliver(deploy::follow(
                services.api, services.clock, scope,
                [self = QPointer(this), token](const deploy::Standing &standing) {
                    if (self && !token.isCancelled()) {
                        self->m_complete = standing.complete;
                        self->m_watchProblem = standing.problem;
                        self->take(standing.objects, standing.cause);
                        self->m_soon.start();
                    }
                },
                token),
            this, [this, token](const Result<void> &done) {
                if (!done && !token.isCancelled()) {
                    m_watchProblem = Trouble::of(done.error()).text();
                    m_complete = true;
                    m_soon.start();
                }
            });
}

void DeployController::take(const QList<deploy::ObjectState> &objects, const QList<deploy::WhyStep> &cause)
{
    // Before anything was made, what an Argo CD would bring is no news.
    const bool nothing = !m_run
        && std::ranges::all_of(objects, [](const deploy::ObjectState &state) { return state.health == deploy::Health::Missing; });
    m_objects = nothing ? QList<deploy::ObjectState>() : objects;
    m_cause = nothing ? QList<deploy::WhyStep>() : cause;
    if (m_run) {
        for (const deploy::ObjectState &state : objects) {
            if (const QString id = idOf(state.key); m_before.value(id) != stand(state)) {
                m_changedIds.insert(id);
            }
        }
    }
}

void DeployController::refresh()
{
    const QDateTime moment = now();
    m_steps->setRows(m_run ? stepRows(m_run->steps(), moment) : QList<RowsModel::Row>());
    m_rows->setRows(objectRows(m_objects, m_filter, m_changedIds, moment));
    Q_EMIT changed();
}

} // namespace sentinel::console
