// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/deploy/World.h"

#include "core/bundle/Bundle.h"
#include "core/deploy/Package.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::testing {

using namespace deploy;

namespace {

const QString kSpace = u"sentinel-dev"_s;

QJsonObject deployment(bool ready)
{
    const int replicas = ready ? 1 : 0;
    return {
        {u"apiVersion"_s, u"apps/v1"_s},
        {u"kind"_s, u"Deployment"_s},
        {u"metadata"_s,
         QJsonObject{{u"name"_s, u"backend"_s},
                     {u"namespace"_s, kSpace},
                     {u"generation"_s, 1},
                     {u"labels"_s, QJsonObject{{u"app.kubernetes.io/part-of"_s, u"sentinel"_s}}}}},
        {u"spec"_s, QJsonObject{{u"replicas"_s, 1}}},
        {u"status"_s,
         QJsonObject{
             {u"observedGeneration"_s, 1}, {u"replicas"_s, 1}, {u"updatedReplicas"_s, 1}, {u"availableReplicas"_s, replicas}}}};
}

void writeBundle(const QStringList &answers, const QString &folder)
{
    plan::InstallPlan::NewPlan wanted;
    wanted.name = u"example"_s;
    wanted.environments = {u"dev"_s};
    for (const QString &answer : answers) {
        wanted.answers.append({answer.section(u'=', 0, 0), answer.section(u'=', 1)});
    }
    const auto plan = plan::InstallPlan::create(wanted);
    const auto bundle = plan ? bundle::generate(*plan) : failure(plan);
    if (!bundle || !bundle::write(*bundle, folder)) {
        qFatal("no bundle: %s", qPrintable(bundle ? QString() : bundle.error().detail));
    }
}

std::shared_ptr<Clock> borrowed(SteppedClock &clock)
{
    return {&clock, [](Clock *) { }};
}

} // namespace

Result<void> FakeLedger::append(const LedgerEntry &entry)
{
    ++m_written;
    if (when == When::BeforeLine && m_written == count && !m_dead) {
        m_dead = true;
        died();
    }
    if (m_dead) {
        return failure(Error::Kind::Internal, u"writing"_s, u"the process is dead"_s);
    }
    m_lines->append(entry);
    if (when == When::AfterLine && m_written == count) {
        m_dead = true;
        died();
    }
    return {};
}

Result<QList<LedgerEntry>> FakeLedger::openRuns()
{
    QSet<QString> ended;
    for (const LedgerEntry &entry : std::as_const(*m_lines)) {
        if (entry.kind == LedgerEntry::Kind::Ended) {
            ended.insert(entry.run);
        }
    }
    QList<LedgerEntry> open;
    for (const LedgerEntry &entry : std::as_const(*m_lines)) {
        if (!ended.contains(entry.run)) {
            open.append(entry);
        }
    }
    return open;
}

Async<HelmRevision> FakeHelm::newest(QString release, QString ns, CancelToken cancel)
{
    Q_UNUSED(release)
    Q_UNUSED(ns)
    Q_UNUSED(cancel)
    const Promise<HelmRevision> promise;
    if (!frozen) {
        promise.keep(m_newest);
    }
    return promise.answer();
}

Async<HelmRevision> FakeHelm::install(HelmInstall request, std::function<void(QString)> line, CancelToken cancel)
{
    const Promise<HelmRevision> promise;
    last = request;
    if (frozen) {
        return promise.answer();
    }
    if (cancel.isCancelled()) {
        promise.keep(failure(Error::Kind::Cancelled, u"running helm"_s, u"stopped"_s));
    } else if (error) {
        promise.keep(std::unexpected(*error));
    } else if (request.dryRun) {
        promise.keep(HelmRevision{.number = m_newest.number});
    } else {
        ++installs;
        line(u"Release installed"_s);
        m_newest = {.number = m_newest.number + 1, .status = u"deployed"_s, .description = request.description};
        if (installed) {
            installed(request);
        }
        promise.keep(m_newest);
    }
    return promise.answer();
}

Async<PushedBundle> FakeGit::push(QString folder, QString url, QString branch, CancelToken cancel)
{
    Q_UNUSED(branch)
    Q_UNUSED(cancel)
    const Promise<PushedBundle> promise;
    if (frozen) {
        return promise.answer();
    }
    if (error) {
        promise.keep(std::unexpected(*error));
        return promise.answer();
    }
    QFile listing(folder + u"/bundle.json"_s);
    std::ignore = listing.open(QIODevice::ReadOnly);
    const QString head = QString::fromLatin1(QCryptographicHash::hash(listing.readAll(), QCryptographicHash::Sha1).toHex());
    const bool changed = std::exchange(m_head, head) != head;
    pushes += changed;
    promise.keep(PushedBundle{.url = url, .revision = head, .changed = changed});
    return promise.answer();
}

DeployWorld::DeployWorld(const QStringList &answers)
{
    // Generating takes longer than deploying to a fake, and a plan is the same bundle every time.
    static QHash<QStringList, std::shared_ptr<QTemporaryDir>> made;
    std::shared_ptr<QTemporaryDir> &folder = made[answers];
    if (!folder) {
        folder = std::make_shared<QTemporaryDir>();
        writeBundle(answers, folder->filePath(u"bundle"_s));
    }
    m_folder = folder;
    for (const QString &space : {u"argocd"_s, u"cert-manager"_s}) {
        cluster->put({{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"Namespace"_s}, {u"metadata"_s, QJsonObject{{u"name"_s, space}}}});
    }
    cluster->written = [this](const kube::Object &object) { controller(object); };
    helm->installed = [this](const HelmInstall &) { bringWorkload(); };
}

DeployRequest DeployWorld::request() const
{
    return {.folder = m_folder->filePath(u"bundle"_s), .environment = u"dev"_s};
}

Services DeployWorld::services()
{
    ledger = std::make_shared<FakeLedger>(lines);
    ledger->died = [this] { kill(); };
    return {.api = cluster,
            .clock = borrowed(clock),
            .ledger = ledger,
            .helm = helm,
            .git = git,
            .clusterName = u"test"_s,
            .clusterId = u"https://test"_s,
            .userName = u"ada"_s};
}

std::optional<Result<DeployOutcome>> DeployWorld::deployWith(const DeployRequest &request, const Services &services)
{
    const auto opened = openRun(request, services);
    if (!opened) {
        return failure(opened);
    }
    run = *opened;
    return answerOf(clock, deployBundle(request, services, run, run->cancelToken()));
}

void DeployWorld::kill()
{
    cluster->freeze();
    helm->frozen = true;
    git->frozen = true;
}

void DeployWorld::restart()
{
    cluster->thaw();
    helm->frozen = false;
    git->frozen = false;
}

void DeployWorld::controller(const kube::Object &written)
{
    const QString kind = written[u"kind"].toString();
    if (kind == u"ApplicationSet") {
        makeApplications(written);
    } else if (kind == u"Application" && written[u"operation"].isObject()) {
        beginSync(written);
    } else if (kind == u"Issuer" || kind == u"ClusterIssuer" || kind == u"Certificate") {
        kube::Object ready = written;
        ready.insert(u"status"_s,
                     QJsonObject{{u"conditions"_s, QJsonArray{QJsonObject{{u"type"_s, u"Ready"_s}, {u"status"_s, u"True"_s}}}}});
        cluster->put(ready);
    }
}

void DeployWorld::makeApplications(const kube::Object &set)
{
    const QJsonArray elements = set[u"spec"][u"generators"][0][u"list"][u"elements"].toArray();
    for (const QJsonValue &element : elements) {
        QByteArray text = QJsonDocument(set[u"spec"][u"template"].toObject()).toJson();
        text.replace("{{ .cluster }}", element[u"cluster"].toString().toUtf8());
        text.replace("{{ .server }}", element[u"server"].toString().toUtf8());
        QJsonObject application = QJsonDocument::fromJson(text).object();
        QJsonObject metadata = application[u"metadata"].toObject();
        metadata.insert(u"namespace"_s, u"argocd"_s);
        application.insert(u"metadata"_s, metadata);
        application.insert(u"apiVersion"_s, u"argoproj.io/v1alpha1"_s);
        application.insert(u"kind"_s, u"Application"_s);
        if (cluster->object(u"Application"_s, u"argocd"_s, metadata[u"name"].toString()).isEmpty()) {
            cluster->put(application);
        }
    }
}

void DeployWorld::beginSync(const kube::Object &written)
{
    ++syncs;
    kube::Object application = written;
    const QString name = application[u"metadata"][u"name"].toString();
    QJsonObject status = application[u"status"].toObject();
    status.insert(
        u"operationState"_s,
        QJsonObject{{u"phase"_s, u"Running"_s}, {u"operation"_s, application[u"operation"]}, {u"message"_s, u"syncing"_s}});
    if (name == replacedSync) {
        replacedSync.clear();
        const QJsonObject other{{u"initiatedBy"_s, QJsonObject{{u"username"_s, u"admin"_s}}},
                                {u"sync"_s, QJsonObject{{u"revision"_s, QString(40, u'0')}}}};
        status.insert(
            u"operationState"_s,
            QJsonObject{{u"phase"_s, u"Succeeded"_s}, {u"startedAt"_s, u"2026-11-26T08:00:00Z"_s}, {u"operation"_s, other}});
        application.insert(u"status"_s, status);
        application.remove(u"operation"_s);
        clock.after(std::chrono::seconds(1), QCoreApplication::instance(), [this, application] { cluster->put(application); });
        return;
    }
    application.insert(u"status"_s, status);
    cluster->put(application);
    clock.after(std::chrono::seconds(2), QCoreApplication::instance(), [this, name] { endSync(name); });
}

void DeployWorld::endSync(const QString &name)
{
    kube::Object application = cluster->object(u"Application"_s, u"argocd"_s, name);
    QJsonObject status = application[u"status"].toObject();
    QJsonObject state = status[u"operationState"].toObject();
    const bool broken = name == brokenSync;
    state.insert(u"phase"_s, broken ? u"Failed"_s : u"Succeeded"_s);
    state.insert(u"message"_s, broken ? u"one or more objects failed to apply"_s : u"successfully synced"_s);
    status.insert(u"operationState"_s, state);
    if (!broken) {
        status.insert(u"sync"_s,
                      QJsonObject{{u"status"_s, u"Synced"_s}, {u"revision"_s, state[u"operation"][u"sync"][u"revision"]}});
        status.insert(u"health"_s, QJsonObject{{u"status"_s, u"Healthy"_s}});
    }
    application.insert(u"status"_s, status);
    application.remove(u"operation"_s);
    cluster->put(application);
    if (name.endsWith(u"-platform")) {
        const auto package = readPackage(request().folder, u"dev"_s, {}, {});
        for (const QJsonObject &object : package->platform) {
            cluster->put(object);
            controller(object);
        }
    } else if (!broken) {
        bringWorkload();
    }
}

void DeployWorld::bringWorkload()
{
    cluster->put(deployment(workloadsComeUp));
}

} // namespace sentinel::testing
