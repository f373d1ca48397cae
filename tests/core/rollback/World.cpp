// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/rollback/World.h"

#include "core/gitops/Operation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <zlib.h>

namespace sentinel::testing {

using namespace rollback;

namespace {

const QString kSpace = u"shop"_s;
const QString kOld = QString(40, u'a');
const QString kNew = QString(40, u'b');

QJsonObject deployment(const QString &version, bool ready)
{
    return {{u"apiVersion"_s, u"apps/v1"_s},
            {u"kind"_s, u"Deployment"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"web"_s}, {u"namespace"_s, kSpace}, {u"generation"_s, 1}}},
            {u"spec"_s,
             QJsonObject{{u"replicas"_s, 1},
                         {u"template"_s,
                          QJsonObject{{u"spec"_s,
                                       QJsonObject{{u"containers"_s,
                                                    QJsonArray{QJsonObject{{u"name"_s, u"web"_s},
                                                                           {u"image"_s, u"shop/web:"_s + version}}}}}}}}}},
            {u"status"_s,
             QJsonObject{{u"observedGeneration"_s, 1},
                         {u"replicas"_s, 1},
                         {u"updatedReplicas"_s, 1},
                         {u"availableReplicas"_s, ready ? 1 : 0}}}};
}

QJsonObject wanted(const QString &version)
{
    QJsonObject object = deployment(version, true);
    object.remove(u"status"_s);
    QJsonObject metadata = object.value(u"metadata"_s).toObject();
    metadata.remove(u"generation"_s);
    object.insert(u"metadata"_s, metadata);
    return object;
}

QJsonObject source()
{
    return {{u"repoURL"_s, u"https://git.example.com/shop.git"_s}, {u"path"_s, u"web"_s}, {u"targetRevision"_s, u"main"_s}};
}

QJsonObject history(int id, const QString &revision, const QString &at)
{
    return {{u"id"_s, id},           {u"revision"_s, revision},
            {u"source"_s, source()}, {u"deployStartedAt"_s, at},
            {u"deployedAt"_s, at},   {u"initiatedBy"_s, QJsonObject{{u"username"_s, u"ada"_s}}}};
}

QJsonObject shop()
{
    return {
        {u"apiVersion"_s, u"argoproj.io/v1alpha1"_s},
        {u"kind"_s, u"Application"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, u"shop"_s}, {u"namespace"_s, u"argocd"_s}}},
        {u"spec"_s,
         QJsonObject{
             {u"project"_s, u"default"_s},
             {u"source"_s, source()},
             {u"destination"_s, QJsonObject{{u"server"_s, u"https://kubernetes.default.svc"_s}, {u"namespace"_s, kSpace}}},
             {u"syncPolicy"_s, QJsonObject{{u"automated"_s, QJsonObject{{u"prune"_s, true}, {u"selfHeal"_s, true}}}}}}},
        {u"status"_s,
         QJsonObject{{u"sync"_s, QJsonObject{{u"status"_s, u"Synced"_s}, {u"revision"_s, kNew}}},
                     {u"health"_s, QJsonObject{{u"status"_s, u"Degraded"_s}}},
                     {u"history"_s,
                      QJsonArray{history(0, kOld, u"2026-11-20T12:00:00Z"_s), history(1, kNew, u"2026-11-26T11:00:00Z"_s)}}}}};
}

/// What Argo CD's and helm's kinds need besides: the definition that tells which Argo CD this is.
QJsonObject definition()
{
    QJsonObject schema{{u"type"_s, u"boolean"_s}};
    for (const QString &name : {u"enabled"_s, u"automated"_s, u"syncPolicy"_s, u"spec"_s}) {
        schema = QJsonObject{{u"properties"_s, QJsonObject{{name, schema}}}};
    }
    const QJsonObject version{
        {u"name"_s, u"v1alpha1"_s}, {u"served"_s, true}, {u"schema"_s, QJsonObject{{u"openAPIV3Schema"_s, schema}}}};
    return {{u"apiVersion"_s, u"apiextensions.k8s.io/v1"_s},
            {u"kind"_s, u"CustomResourceDefinition"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"applications.argoproj.io"_s}}},
            {u"spec"_s, QJsonObject{{u"versions"_s, QJsonArray{version}}}}};
}

QByteArray zipped(const QByteArray &text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(text.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.constData()));
    stream.avail_in = uInt(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

std::shared_ptr<Clock> borrowed(SteppedClock &clock)
{
    return {&clock, [](Clock *) { }};
}

/// The marker of a version's migration.
QJsonObject migration(int schema)
{
    return {{u"apiVersion"_s, u"batch/v1"_s},
            {u"kind"_s, u"Job"_s},
            {u"metadata"_s,
             QJsonObject{{u"name"_s, u"migrate-%1"_s.arg(schema)},
                         {u"namespace"_s, kSpace},
                         {u"annotations"_s, QJsonObject{{u"console.sentinel/schema-version"_s, QString::number(schema)}}}}}};
}

Async<Content> contentOf(Candidate candidate, int schemaOld, int schemaNew)
{
    const bool old = candidate.id == u"1" || candidate.id == u"3" || candidate.revision == kOld;
    const bool isHelm = candidate.way == Way::Helm;
    const QString version = isHelm ? (old ? u"1.0.0"_s : u"1.1.0"_s) : (candidate.revision == kOld ? u"1.0.0"_s : u"1.1.0"_s);
    const Promise<Content> promise;
    Content content{.objects = {wanted(version)}};
    if (const int schema = version == u"1.0.0" ? schemaOld : schemaNew; schema > 0) {
        content.hooks.append(migration(schema));
    }
    promise.keep(content);
    return promise.answer();
}

} // namespace

kube::Object releaseSecret(int revision, const QString &status, const QString &description, const QString &version,
                           int rolledBackTo)
{
    const QJsonObject body{
        {u"name"_s, u"shop"_s},
        {u"info"_s,
         QJsonObject{{u"status"_s, status},
                     {u"description"_s, description},
                     {u"last_deployed"_s, u"2026-11-2%1T12:00:00Z"_s.arg(revision)},
                     {u"rollback_revision"_s, rolledBackTo}}},
        {u"chart"_s, QJsonObject{{u"metadata"_s, QJsonObject{{u"name"_s, u"shop"_s}, {u"appVersion"_s, version}}}}},
        {u"manifest"_s,
         QString::fromUtf8("---\n# Source: shop/web.yaml\n" + QJsonDocument(wanted(version)).toJson(QJsonDocument::Compact)
                           + "\n")},
        {u"config"_s, QJsonObject{{u"tag"_s, version}}}};
    const QByteArray text = zipped(QJsonDocument(body).toJson(QJsonDocument::Compact)).toBase64().toBase64();
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Secret"_s},
            {u"metadata"_s,
             QJsonObject{{u"name"_s, u"sh.helm.release.v1.shop.v%1"_s.arg(revision)},
                         {u"namespace"_s, kSpace},
                         {u"labels"_s,
                          QJsonObject{{u"owner"_s, u"helm"_s},
                                      {u"name"_s, u"shop"_s},
                                      {u"version"_s, QString::number(revision)},
                                      {u"status"_s, status}}}}},
            {u"data"_s, QJsonObject{{u"release"_s, QString::fromLatin1(text)}}}};
}

Async<void> FakeHelmBack::rollBack(QString ns, QString release, int revision, bool hooks, std::function<void(QString)> line,
                                   CancelToken cancel)
{
    Q_UNUSED(ns)
    Q_UNUSED(release)
    Q_UNUSED(hooks)
    Q_UNUSED(cancel)
    const Promise<void> promise;
    if (frozen) {
        return promise.answer();
    }
    ++calls;
    ++newest;
    const bool dies = calls == dieIn;
    const QString status = dies && leavesPending ? u"pending-rollback"_s : u"deployed"_s;
    m_cluster->put(releaseSecret(newest, status, u"Rollback to %1"_s.arg(revision), u"1.0.0"_s, revision));
    if (!(dies && leavesPending)) {
        done(revision);
    }
    if (dies) {
        died();
        return promise.answer();
    }
    line(u"Rollback was a success! Happy Helming!"_s);
    promise.keep({});
    return promise.answer();
}

Async<Reverted> FakeGitBack::revert(RevertOrder order, CancelToken cancel)
{
    Q_UNUSED(cancel)
    const Promise<Reverted> promise;
    if (frozen) {
        return promise.answer();
    }
    if (error) {
        promise.keep(std::unexpected(*error));
        return promise.answer();
    }
    if (!m_byRun.contains(order.run)) {
        ++commits;
        m_byRun.insert(order.run, QString(40, u'c'));
    }
    pushed(m_byRun.value(order.run));
    promise.keep(Reverted{.commit = m_byRun.value(order.run), .changed = true});
    return promise.answer();
}

Result<void> FakePauses::note(Pause pause)
{
    if (dead) {
        return failure(Error::Kind::Internal, u"writing"_s, u"the process is dead"_s);
    }
    if (std::ranges::none_of(*m_pauses, [&](const Pause &one) { return one.name == pause.name; })) {
        m_pauses->append(pause);
    }
    return {};
}

Result<void> FakePauses::settle(const Pause &pause, const QString &sentence)
{
    Q_UNUSED(sentence)
    m_pauses->removeIf([&](const Pause &one) { return one.name == pause.name; });
    return {};
}

RollbackWorld::RollbackWorld(Way wanted)
    : way(wanted)
{
    choice.way = wanted;
    cluster->serve({.group = u"apiextensions.k8s.io"_s,
                    .version = u"v1"_s,
                    .kind = u"CustomResourceDefinition"_s,
                    .plural = u"customresourcedefinitions"_s,
                    .namespaced = false});
    cluster->put(definition());
    cluster->put({{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"Namespace"_s}, {u"metadata"_s, QJsonObject{{u"name"_s, kSpace}}}});
    cluster->put(deployment(u"1.1.0"_s, false));
    if (wanted == Way::Helm) {
        cluster->put(releaseSecret(1, u"superseded"_s, u"Install complete"_s, u"1.0.0"_s));
        cluster->put(releaseSecret(2, u"deployed"_s, u"Upgrade complete"_s, u"1.1.0"_s));
    } else {
        cluster->put(shop());
        cluster->put({{u"apiVersion"_s, u"argoproj.io/v1alpha1"_s},
                      {u"kind"_s, u"AppProject"_s},
                      {u"metadata"_s, QJsonObject{{u"name"_s, u"default"_s}, {u"namespace"_s, u"argocd"_s}}}});
    }
    cluster->written = [this](const kube::Object &object) { controller(object); };
    helm->done = [this](int) { bring(u"1.0.0"_s); };
    helm->died = [this] { kill(); };
    git->pushed = [this](const QString &commit) {
        kube::Object application = this->application();
        QJsonObject status = application.value(u"status"_s).toObject();
        status.insert(u"sync"_s, QJsonObject{{u"status"_s, u"Synced"_s}, {u"revision"_s, commit}});
        application.insert(u"status"_s, status);
        cluster->put(application);
        bring(u"1.0.0"_s);
    };
}

Services RollbackWorld::services()
{
    ledger = std::make_shared<FakeLedger>(lines);
    book = std::make_shared<FakePauses>(pauses);
    ledger->died = [this] { kill(); };
    return {.api = cluster,
            .clock = borrowed(clock),
            .ledger = ledger,
            .pauses = book,
            .helm = helm,
            .git = git,
            .contents = [this](const Subject &, const Candidate &candidate,
                               const CancelToken &) { return contentOf(candidate, schemaOld, schemaNew); },
            .clusterName = u"test"_s,
            .clusterId = u"https://test"_s,
            .userName = u"ada"_s};
}

RollbackRequest RollbackWorld::request()
{
    Subject subject = way == Way::Helm ? Subject{.way = Way::Helm, .ns = kSpace, .name = u"shop"_s, .targetNs = kSpace}
                                       : subjectOf(application());
    QStringList all;
    for (const char *rule : {"target", "schema", "images", "backup", "room", "references", "replicas", "hooks", "volumes"}) {
        all.append(u"rollback."_s + QString::fromLatin1(rule));
    }
    return {.subject = subject, .to = way == Way::Helm ? u"1"_s : u"0"_s, .choice = choice, .accepted = all};
}

std::optional<Result<RollbackOutcome>> RollbackWorld::rollBackWith(const RollbackRequest &request, const Services &services)
{
    const auto opened = openRun(request, services);
    if (!opened) {
        return failure(opened);
    }
    run = *opened;
    return answerOf(clock, rollBack(request, services, run, run->cancelToken()));
}

void RollbackWorld::kill()
{
    cluster->freeze();
    helm->frozen = true;
    git->frozen = true;
    book->dead = true;
    ledger->when = FakeLedger::When::BeforeLine;
}

void RollbackWorld::restart()
{
    cluster->thaw();
    helm->frozen = false;
    git->frozen = false;
}

void RollbackWorld::migrated(int schema)
{
    QJsonObject job = migration(schema);
    job.insert(u"status"_s,
               QJsonObject{{u"succeeded"_s, 1},
                           {u"conditions"_s, QJsonArray{QJsonObject{{u"type"_s, u"Complete"_s}, {u"status"_s, u"True"_s}}}}});
    cluster->put(job);
}

void RollbackWorld::runOnly(const QString &version, bool isWell)
{
    if (way == Way::Helm) {
        cluster->drop(u"Secret"_s, kSpace, u"sh.helm.release.v1.shop.v2"_s);
    } else {
        kube::Object application = this->application();
        QJsonObject status = application.value(u"status"_s).toObject();
        status.insert(u"history"_s, QJsonArray{history(0, kOld, u"2026-11-20T12:00:00Z"_s)});
        application.insert(u"status"_s, status);
        cluster->put(application);
    }
    setWell(version, isWell);
}

void RollbackWorld::deploy(const QString &version, bool isWell)
{
    if (way == Way::Helm) {
        cluster->put(releaseSecret(2, u"deployed"_s, u"Upgrade complete"_s, version));
    } else {
        kube::Object application = this->application();
        QJsonObject status = application.value(u"status"_s).toObject();
        status.insert(
            u"history"_s,
            QJsonArray{history(0, kOld, u"2026-11-20T12:00:00Z"_s), history(1, kNew, clock.now().toString(Qt::ISODate))});
        application.insert(u"status"_s, status);
        cluster->put(application);
    }
    setWell(version, isWell);
}

void RollbackWorld::setWell(const QString &version, bool isWell)
{
    QJsonObject object = deployment(version, isWell);
    if (!isWell) {
        QJsonObject status = object.value(u"status"_s).toObject();
        status.insert(u"conditions"_s,
                      QJsonArray{QJsonObject{{u"type"_s, u"Progressing"_s},
                                             {u"status"_s, u"False"_s},
                                             {u"reason"_s, u"ProgressDeadlineExceeded"_s}}});
        object.insert(u"status"_s, status);
    }
    cluster->put(object);
}

void RollbackWorld::occupy(const QString &message)
{
    kube::Object application = this->application();
    const QJsonObject operation{{u"initiatedBy"_s, QJsonObject{{u"automated"_s, true}}},
                                {u"sync"_s, QJsonObject{{u"revision"_s, kNew}}}};
    application.insert(u"operation"_s, operation);
    QJsonObject status = application.value(u"status"_s).toObject();
    status.insert(u"operationState"_s,
                  QJsonObject{{u"phase"_s, u"Running"_s}, {u"message"_s, message}, {u"operation"_s, operation}});
    application.insert(u"status"_s, status);
    cluster->put(application);
}

void RollbackWorld::controller(const kube::Object &written)
{
    if (written[u"kind"].toString() != u"Application") {
        return;
    }
    const QJsonValue state = written[u"status"][u"operationState"];
    if (state[u"phase"].toString() == u"Terminating") {
        kube::Object application = written;
        QJsonObject status = application.value(u"status"_s).toObject();
        QJsonObject ended = state.toObject();
        ended.insert(u"phase"_s, u"Failed"_s);
        ended.insert(u"message"_s, u"Operation terminated"_s);
        status.insert(u"operationState"_s, ended);
        application.insert(u"status"_s, status);
        application.remove(u"operation"_s);
        cluster->put(application);
    } else if (written[u"operation"].isObject() && !state[u"phase"].isString()) {
        beginSync(written);
    }
}

void RollbackWorld::beginSync(const kube::Object &written)
{
    ++syncs;
    kube::Object application = written;
    QJsonObject status = application.value(u"status"_s).toObject();
    status.insert(u"operationState"_s,
                  QJsonObject{{u"phase"_s, u"Running"_s}, {u"operation"_s, application.value(u"operation"_s)}});
    application.insert(u"status"_s, status);
    cluster->put(application);
    clock.after(std::chrono::seconds(2), QCoreApplication::instance(), [this] { endSync(); });
}

void RollbackWorld::endSync()
{
    kube::Object application = this->application();
    QJsonObject status = application.value(u"status"_s).toObject();
    QJsonObject state = status.value(u"operationState"_s).toObject();
    const QJsonValue sync = state.value(u"operation"_s)[u"sync"];
    state.insert(u"phase"_s, syncPhase);
    state.insert(u"message"_s, syncMessage);
    status.insert(u"operationState"_s, state);
    application.remove(u"operation"_s);
    if (syncPhase == u"Succeeded") {
        QJsonArray entries = status.value(u"history"_s).toArray();
        entries.append(history(int(entries.size()), sync[u"revision"].toString(), clock.now().toString(Qt::ISODate)));
        status.insert(u"history"_s, entries);
        bring(sync[u"revision"].toString() == kOld ? u"1.0.0"_s : u"1.1.0"_s);
    }
    application.insert(u"status"_s, status);
    cluster->put(application);
}

void RollbackWorld::bring(const QString &version)
{
    cluster->put(deployment(version, comesUp));
}

} // namespace sentinel::testing
