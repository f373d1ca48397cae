// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/DesiredState.h"

#include "core/base/Files.h"
#include "core/base/SafeText.h"
#include "core/gitops/Git.h"
#include "core/gitops/Json.h"
#include "core/gitops/Mirror.h"
#include "core/gitops/SourceParts.h"
#include "core/yaml/Json.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DesiredState)
};

QString doing()
{
    return Text::tr("reading what the application should be");
}

std::unexpected<Error> unsupported(const QString &sentence)
{
    return failure(Error::Kind::Unsupported, doing(), sentence);
}

Result<void> checked(const QJsonObject &source)
{
    if (!source[u"chart"].toString().isEmpty()) {
        return unsupported(
            Text::tr("The chart “%1” comes from a Helm repository, which only Argo CD reads; charts in Git are rendered here.")
                .arg(source[u"chart"].toString()));
    }
    if (source.contains(u"plugin"_s)) {
        return unsupported(Text::tr("The source is made by a plugin of Argo CD, which runs nowhere else."));
    }
    if (source.contains(u"kustomize"_s)) {
        return unsupported(Text::tr("The source is made by kustomize, which only Argo CD runs."));
    }
    if (source[u"repoURL"].toString().startsWith(u"oci://")) {
        return unsupported(Text::tr("The source lies in a registry (oci://), which only Argo CD reads."));
    }
    return {};
}

/// The files by which a repository changes its own source: of everybody, then of this Application.
Result<QJsonObject> withOverrides(QJsonObject source, const QString &folder, const QString &application)
{
    for (const QString &name : {u".argocd-source.yaml"_s, u".argocd-source-%1.yaml"_s.arg(application)}) {
        const auto path = insideOf(folder, source[u"path"].toString() + u'/' + name);
        if (!path || !QFileInfo(*path).isFile()) {
            continue;
        }
        const auto text = readFile(*path);
        const auto read = text ? yaml::read(*text, name) : failure(text);
        if (!read) {
            return failure(read);
        }
        source = merged(source, yaml::toJson(*read).toObject());
    }
    return source;
}

struct Fetched
{
    QList<SourcePlace> places;
    DesiredState state;
};

[[nodiscard]] Async<Fetched> fetchAll(DesiredRequest request, SourceServices services, CancelToken cancel)
{
    Fetched fetched;
    for (qsizetype i = 0; i < request.sources.size(); ++i) {
        const QJsonObject &source = request.sources[i];
        if (const auto fine = checked(source); !fine) {
            co_return failure(fine);
        }
        const QString url = source[u"repoURL"].toString();
        const QString elsewhere = services.placeOf ? services.placeOf(url) : QString();
        const QString given = request.revisions.value(i);
        const auto mirrored = co_await mirrorRevision({.url = elsewhere.isEmpty() ? url : elsewhere,
                                                       .revision = given.isEmpty() ? source[u"targetRevision"].toString() : given,
                                                       .cache = services.cache},
                                                      cancel);
        if (!mirrored) {
            co_return failure(mirrored);
        }
        fetched.places.append(
            {.source = source, .folder = QDir::cleanPath(mirrored->content.folder), .commit = mirrored->content.commit});
        fetched.state.revisions.append(mirrored->content.commit);
        fetched.state.isOffline = fetched.state.isOffline || mirrored->isOffline;
        if (!mirrored->note.isEmpty()) {
            fetched.state.notes.append(mirrored->note);
        }
        if (QFileInfo::exists(mirrored->content.folder + u"/.gitmodules"_s)) {
            fetched.state.notes.append(
                Text::tr("Submodules of %1 are not read here; Argo CD reads them.").arg(withoutPassword(url)));
        }
    }
    for (SourcePlace &place : fetched.places) {
        for (const SourcePlace &other : std::as_const(fetched.places)) {
            if (const QString name = other.source[u"ref"].toString(); !name.isEmpty()) {
                place.references.insert(name, other.folder);
            }
        }
    }
    co_return fetched;
}

[[nodiscard]] Async<QList<QJsonObject>> objectsOf(DesiredRequest request, SourcePlace place, SourceServices services,
                                                  CancelToken cancel)
{
    const auto source = withOverrides(place.source, place.folder, nameOf(request.application));
    if (!source) {
        co_return failure(source);
    }
    place.source = *source;
    const QString path = place.source[u"path"].toString();
    if (path.isEmpty() && place.source.contains(u"ref"_s)) {
        co_return QList<QJsonObject>(); // only files for the others
    }
    const auto folder = insideOf(place.folder, path);
    if (!folder) {
        co_return failure(folder);
    }
    if (!QFileInfo(*folder).isDir()) {
        co_return failure(Error::Kind::NotFound, doing(), Text::tr("There is no folder %1 in this revision.").arg(path));
    }
    const bool isPlain = place.source.contains(u"directory"_s);
    if (!isPlain && (place.source.contains(u"helm"_s) || QFileInfo::exists(*folder + u"/Chart.yaml"_s))) {
        if (!services.charts) {
            co_return failure(Error::Kind::NotFound, doing(), Text::tr("The source is a Helm chart, and there is no helm here."));
        }
        const auto wanted = chartRequest(request, place);
        if (!wanted) {
            co_return failure(wanted);
        }
        co_return co_await services.charts->render(*wanted, cancel);
    }
    for (const QString &name : {u"kustomization.yaml"_s, u"kustomization.yml"_s, u"Kustomization"_s}) {
        if (!isPlain && QFileInfo::exists(*folder + u'/' + name)) {
            co_return unsupported(Text::tr("The source is made by kustomize, which only Argo CD runs."));
        }
    }
    co_return readDirectory(place);
}

/// Kinds that have no namespace: as the destination serves them, or as a definition among the objects says.
QSet<QString> clusterKinds(const DesiredRequest &request, const QList<QJsonObject> &objects)
{
    QSet<QString> kinds;
    for (const kube::ResourceType &type : request.types) {
        if (!type.namespaced) {
            kinds.insert(type.group + u'/' + type.kind);
        }
    }
    for (const QJsonObject &object : objects) {
        if (object[u"kind"].toString() == u"CustomResourceDefinition" && object[u"spec"][u"scope"].toString() == u"Cluster") {
            kinds.insert(object[u"spec"][u"group"].toString() + u'/' + object[u"spec"][u"names"][u"kind"].toString());
        }
    }
    return kinds;
}

/// Without what is never applied; a Secret's stringData as data.
QJsonObject normalised(QJsonObject object)
{
    object.remove(u"status"_s);
    QJsonObject metadata = object[u"metadata"].toObject();
    for (const auto key : {"creationTimestamp"_L1, "resourceVersion"_L1, "uid"_L1, "generation"_L1, "managedFields"_L1}) {
        metadata.remove(key);
    }
    object.insert(u"metadata"_s, metadata);
    const QJsonObject texts = object.value(u"stringData"_s).toObject();
    if (object[u"kind"].toString() == u"Secret" && groupOf(object).isEmpty() && !texts.isEmpty()) {
        QJsonObject data = object[u"data"].toObject();
        for (auto each = texts.constBegin(); each != texts.constEnd(); ++each) {
            data.insert(each.key(), QString::fromLatin1(each.value().toString().toUtf8().toBase64()));
        }
        object.insert(u"data"_s, data);
        object.remove(u"stringData"_s);
    }
    return object;
}

/// An entry of a map in the metadata.
void mark(QJsonObject &object, const QString &map, const QString &key, const QString &value)
{
    QJsonObject metadata = object[u"metadata"].toObject();
    QJsonObject entries = metadata[map].toObject();
    entries.insert(key, value);
    metadata.insert(map, entries);
    object.insert(u"metadata"_s, metadata);
}

void setNamespace(QJsonObject &object, const QString &ns)
{
    QJsonObject metadata = object[u"metadata"].toObject();
    metadata.remove(u"namespace"_s);
    if (!ns.isEmpty()) {
        metadata.insert(u"namespace"_s, ns);
    }
    object.insert(u"metadata"_s, metadata);
}

void track(QJsonObject &object, const QString &instance, Tracking tracking)
{
    if (tracking == Tracking::Annotation || tracking == Tracking::AnnotationAndLabel) {
        mark(object, u"annotations"_s, u"argocd.argoproj.io/tracking-id"_s, trackingId(instance, object));
    }
    if (tracking == Tracking::Label || tracking == Tracking::AnnotationAndLabel) {
        mark(object, u"labels"_s, u"app.kubernetes.io/instance"_s, instance);
    }
}

void finish(DesiredState &state, const DesiredRequest &request, const QList<QJsonObject> &objects)
{
    const QSet<QString> cluster = clusterKinds(request, objects);
    const QString ns = request.application[u"spec"][u"destination"][u"namespace"].toString();
    const QString instance = instanceOf(request.application);
    QHash<QString, qsizetype> known;
    for (const QJsonObject &given : objects) {
        QJsonObject object = normalised(given);
        const bool isCluster = cluster.contains(groupOf(object) + u'/' + object[u"kind"].toString());
        if (isCluster || namespaceOf(object).isEmpty()) {
            setNamespace(object, isCluster ? QString() : ns);
        }
        const HookRules hook = hookRulesOf(object);
        if (hook.isLeftOut) {
            continue;
        }
        track(object, instance, request.tracking);
        const QString place = placeOf(object);
        if (!nameOf(object).isEmpty() && known.contains(place)) {
            state.repeated.append(place);
            state.objects[known.value(place)] = {.object = object, .hook = hook};
            continue;
        }
        known.insert(place, state.objects.size());
        state.objects.append({.object = object, .hook = hook});
    }
}

[[nodiscard]] Async<DesiredState> madeHere(DesiredRequest request, SourceServices services, CancelToken cancel)
{
    auto fetched = co_await fetchAll(request, services, cancel);
    if (!fetched) {
        co_return failure(fetched);
    }
    QList<QJsonObject> objects;
    for (const SourcePlace &place : std::as_const(fetched->places)) {
        const auto made = co_await objectsOf(request, place, services, cancel);
        if (!made) {
            co_return failure(made);
        }
        objects += *made;
    }
    finish(fetched->state, request, objects);
    co_return std::move(fetched->state);
}

/// The server renders the sources an Application has now, at any revision; others it cannot be asked for.
bool areItsOwn(const QList<QJsonObject> &sources, const kube::Object &application)
{
    return std::ranges::equal(sources, sourcesOf(application), [](QJsonObject left, QJsonObject right) {
        left.remove(u"targetRevision"_s);
        right.remove(u"targetRevision"_s);
        return left == right;
    });
}

/// `why`: what keeps us from making it ourselves; said along where the server cannot either.
[[nodiscard]] Async<DesiredState> madeByServer(DesiredRequest request, SourceServices services, Error why, CancelToken cancel)
{
    const auto application = readApplication(request.application);
    if (!application || !areItsOwn(request.sources, request.application)) {
        co_return failure(why);
    }
    const auto server = co_await services.server(request.application, cancel);
    QStringList revisions = request.revisions;
    if (const QString target = request.sources.first()[u"targetRevision"].toString();
        revisions.isEmpty() && request.sources.size() == 1 && !target.isEmpty()) {
        revisions = {target};
    }
    Result<ServerManifests> made = ServerManifests();
    if (!server) {
        made = failure(server);
    } else {
        made = co_await serverManifests(*server, *application, revisions, cancel);
    }
    if (!made && made.error().kind == Error::Kind::Cancelled) {
        co_return failure(made);
    }
    if (!made) {
        why.detail += u' ' + made.error().detail;
        co_return failure(why);
    }
    DesiredState state{.revisions = made->revisions};
    finish(state, request, made->objects);
    for (DesiredObject &object : state.objects) {
        object.isMasked = object.object[u"kind"].toString() == u"Secret" && groupOf(object.object).isEmpty();
    }
    state.notes.append(Text::tr("Argo CD's server (%1) made the manifests: %2").arg(plainLine(server->address), why.detail));
    co_return state;
}

} // namespace

QString trackingId(const QString &instance, const QJsonObject &object)
{
    return u"%1:%2/%3:%4/%5"_s.arg(instance, groupOf(object), object[u"kind"].toString(), namespaceOf(object), nameOf(object));
}

QString instanceOf(const kube::Object &application)
{
    const QString home = application[u"status"][u"controllerNamespace"].toString();
    const QString ns = namespaceOf(application);
    return home.isEmpty() || home == ns ? nameOf(application) : ns + u'_' + nameOf(application);
}

QList<QJsonObject> sourcesOf(const kube::Object &application)
{
    const QJsonObject spec = application[u"spec"].toObject();
    if (const QJsonObject hydrator = spec[u"sourceHydrator"].toObject(); !hydrator.isEmpty()) {
        return {QJsonObject{{u"repoURL"_s, hydrator[u"drySource"][u"repoURL"]},
                            {u"targetRevision"_s, hydrator[u"syncSource"][u"targetBranch"]},
                            {u"path"_s, hydrator[u"syncSource"][u"path"]}}};
    }
    QList<QJsonObject> sources;
    const QJsonArray several = spec[u"sources"].toArray();
    for (const QJsonValue &source : several) {
        sources.append(source.toObject());
    }
    if (sources.isEmpty() && spec[u"source"].isObject()) {
        sources.append(spec[u"source"].toObject());
    }
    return sources;
}

DesiredRequest desiredRequest(const kube::Object &application, const HistoryEntry &entry)
{
    DesiredRequest request{.application = application, .sources = entry.sources, .revisions = entry.revisions};
    if (request.sources.isEmpty() && !entry.source.isEmpty()) {
        request.sources = {entry.source};
    }
    return request;
}

Async<DesiredState> desiredState(DesiredRequest request, SourceServices services, CancelToken cancel)
{
    if (request.sources.isEmpty()) {
        request.sources = sourcesOf(request.application);
    }
    if (request.sources.isEmpty()) {
        co_return failure(Error::Kind::Invalid, doing(), Text::tr("The Application has no source."));
    }
    auto made = co_await madeHere(request, services, cancel);
    if (!made && made.error().kind == Error::Kind::Unsupported && services.server) {
        made = co_await madeByServer(request, services, made.error(), cancel);
    }
    co_return made;
}

} // namespace sentinel::gitops
