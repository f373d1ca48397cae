// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/TargetState.h"

#include "core/sandbox/delivery/DirectorySource.h"
#include "core/sandbox/delivery/ObjectDifference.h"
#include "core/sandbox/delivery/Objects.h"
#include "core/sandbox/workloads/Json.h"
#include "core/yaml/Json.h"
#include "core/yaml/Read.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QString doing()
{
    return u"loading the target state"_s;
}

/// Later maps win, deeply: how Helm merges values.
QJsonObject merged(QJsonObject base, const QJsonObject &over)
{
    for (auto each = over.constBegin(); each != over.constEnd(); ++each) {
        const QJsonValue below = base.value(each.key());
        base.insert(each.key(),
                    below.isObject() && each.value().isObject() ? QJsonValue(merged(below.toObject(), each.value().toObject()))
                                                                : each.value());
    }
    return base;
}

QJsonObject nested(const QStringList &steps, const QJsonValue &value)
{
    if (steps.size() == 1) {
        return {{steps.first(), value}};
    }
    return {{steps.first(), nested(steps.sliced(1), value)}};
}

/// `valuesObject`, or else `values` (text); `parameters` win over them.
Result<QJsonObject> valuesOf(const QJsonObject &helm)
{
    QJsonObject values;
    if (const QString text = helm[u"values"].toString(); !text.isEmpty() && !helm[u"valuesObject"].isObject()) {
        const Result<yaml::Value> read = yaml::read(text.toUtf8(), u"spec.source.helm.values"_s);
        if (!read) {
            return failure(Error::Kind::Invalid, doing(), u"spec.source.helm.values: "_s + read.error().detail);
        }
        values = yaml::toJson(*read).toObject();
    }
    values = merged(values, helm[u"valuesObject"].toObject());
    const QJsonArray parameters = helm[u"parameters"].toArray();
    for (const QJsonValue &parameter : parameters) {
        const QString name = parameter[u"name"].toString();
        if (name.isEmpty() || name.contains(u'[') || name.contains(u'\\')) {
            return failure(Error::Kind::Unsupported, doing(),
                           u"the rehearsal cluster does not read the helm parameter %1"_s.arg(name));
        }
        const QString text = parameter[u"value"].toString();
        const Result<yaml::Value> typed = yaml::read(text.toUtf8(), name);
        const bool isText = parameter[u"forceString"].toBool() || !typed || !typed->isScalar();
        values = merged(values, nested(name.split(u'.'), isText ? QJsonValue(text) : yaml::toJson(*typed)));
    }
    return values;
}

/// The file, when it lies inside the checked-out revision: a repository must not read this machine's files.
Result<QString> insideOf(const QString &folder, const QString &path)
{
    const QString clean = QDir::cleanPath(folder + u'/' + path);
    if (clean != folder && !clean.startsWith(folder + u'/')) {
        return failure(Error::Kind::Invalid, doing(), u"%1: path leads outside the repository"_s.arg(path));
    }
    return clean;
}

Result<QStringList> valueFilesOf(const QJsonObject &helm, const QString &folder, const QString &path)
{
    QStringList files;
    const QJsonArray list = helm[u"valueFiles"].toArray();
    for (const QJsonValue &item : list) {
        const QString file = item.toString();
        if (file.contains(u"://") || file.startsWith(u'$')) {
            return failure(Error::Kind::Unsupported, doing(),
                           u"the rehearsal cluster reads value files of the same repository only, not %1"_s.arg(file));
        }
        // A leading slash means the repository's root.
        const Result<QString> whole = insideOf(folder, file.startsWith(u'/') ? file : path + u'/' + file);
        if (!whole) {
            return failure(whole);
        }
        if (!QFileInfo(*whole).isFile()) {
            if (helm[u"ignoreMissingValueFiles"].toBool()) {
                continue;
            }
            return failure(Error::Kind::NotFound, doing(), u"open %1: no such file or directory"_s.arg(file));
        }
        files.append(QDir(folder + u'/' + path).relativeFilePath(*whole));
    }
    return files;
}

Result<RenderRequest> renderRequestOf(const TargetRequest &request, const QString &folder)
{
    const QJsonObject helm = request.source[u"helm"].toObject();
    const QString path = request.source[u"path"].toString();
    const Result<QStringList> files = valueFilesOf(helm, folder, path);
    const Result<QJsonObject> values = valuesOf(helm);
    if (!files || !values) {
        return failure(files ? values.error() : files.error());
    }
    const QString release = helm[u"releaseName"].toString();
    const QString ns = helm[u"namespace"].toString();
    return RenderRequest{.folder = folder,
                         .path = path,
                         .releaseName = release.isEmpty() ? request.application : release,
                         .ns = ns.isEmpty() ? request.ns : ns,
                         .valueFiles = *files,
                         .values = *values,
                         .kubernetesVersion = request.kubernetesVersion,
                         .apiVersions = request.apiVersions};
}

Result<void> checked(const QJsonObject &source)
{
    for (const auto key : {"chart"_L1, "plugin"_L1, "kustomize"_L1, "ref"_L1}) {
        if (source.contains(key)) {
            return failure(
                Error::Kind::Unsupported, doing(),
                u"the rehearsal cluster renders charts and folders of a Git repository, not sources with \"%1\""_s.arg(key));
        }
    }
    if (source[u"path"].toString().isEmpty()) {
        return failure(Error::Kind::Invalid, doing(), u"spec.source.path is required"_s);
    }
    return {};
}

void finish(TargetState &target, const TargetRequest &request)
{
    QList<QJsonObject> objects;
    QSet<QString> known;
    for (const QJsonObject &given : std::as_const(target.objects)) {
        QJsonObject object = normalised(given);
        const Type *type = typeOfKind(object[u"apiVersion"].toString(), object[u"kind"].toString());
        if (type && !type->namespaced) {
            drop(object, {u"metadata", u"namespace"});
        } else if (namespaceOf(object).isEmpty()) {
            put(object, {u"metadata", u"namespace"}, request.ns);
        }
        const QString id = trackingIdOf(request.instance, object);
        if (known.contains(id) && !nameOf(object).isEmpty()) {
            target.repeated.append(spokenName(object));
            continue;
        }
        known.insert(id);
        put(object, {u"metadata", u"annotations", kTrackingId}, id);
        objects.append(object);
    }
    target.objects = objects;
}

} // namespace

QString trackingIdOf(const QString &instance, const QJsonObject &object)
{
    return u"%1:%2/%3:%4/%5"_s.arg(instance, groupOf(object), object[u"kind"].toString(), namespaceOf(object), nameOf(object));
}

QString instanceOf(const QJsonObject &live)
{
    const QString id = annotationOf(live, kTrackingId);
    const QString instance = id.first(std::max<qsizetype>(id.indexOf(u':'), 0));
    // Cluster-scoped objects may carry the Application's namespace in their id.
    const bool isOwn = id == trackingIdOf(instance, live)
        || (namespaceOf(live).isEmpty() && id.startsWith(u"%1:%2/%3:"_s.arg(instance, groupOf(live), live[u"kind"].toString()))
            && id.endsWith(u'/' + nameOf(live)));
    return isOwn ? instance : QString();
}

Async<TargetState> loadTarget(TargetRequest request, Repositories *repositories, Renderer *renderer, CancelToken cancel)
{
    if (const Result<void> fine = checked(request.source); !fine) {
        co_return failure(fine);
    }
    QString revision = request.revision.isEmpty() ? request.source[u"targetRevision"].toString() : request.revision;
    if (revision.isEmpty()) {
        revision = u"HEAD"_s;
    }
    const Result<Repositories::Checkout> out
        = co_await repositories->checkOut(request.source[u"repoURL"].toString(), revision, cancel);
    if (!out) {
        co_return failure(out);
    }
    const QString folder = QDir::cleanPath(out->folder);
    const QString path = request.source[u"path"].toString();
    const Result<QString> place = insideOf(folder, path);
    if (!place) {
        co_return failure(place);
    }
    if (!QFileInfo(*place).isDir()) {
        co_return failure(Error::Kind::NotFound, doing(), u"%1: app path does not exist"_s.arg(path));
    }
    const bool isChart = QFileInfo::exists(*place + u"/Chart.yaml"_s) && !request.source.contains(u"directory"_s);
    TargetState target{.revision = out->revision, .sourceType = isChart ? u"Helm"_s : u"Directory"_s};
    if (isChart) {
        const Result<RenderRequest> wanted = renderRequestOf(request, folder);
        if (!wanted) {
            co_return failure(wanted);
        }
        const Result<QList<QJsonObject>> objects = co_await renderer->render(*wanted, cancel);
        if (!objects) {
            co_return failure(objects);
        }
        target.objects = *objects;
    } else if (QFileInfo::exists(*place + u"/kustomization.yaml"_s)) {
        co_return failure(Error::Kind::Unsupported, doing(), u"the rehearsal cluster does not run kustomize"_s);
    } else {
        const Result<QList<QJsonObject>> objects = readDirectory(*place, request.source[u"directory"].toObject());
        if (!objects) {
            co_return failure(objects);
        }
        target.objects = *objects;
    }
    finish(target, request);
    co_return target;
}

} // namespace sentinel::sandbox
