// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Package.h"
#include "core/bundle/Bundle.h"
#include "core/bundle/Manifest.h"
#include "core/yaml/Json.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

std::unexpected<Error> wrong(const QString &sentence)
{
    return failure(Error::Kind::Invalid, Text::tr("reading the bundle"), sentence);
}

/// One environment's share of a bundle while it is taken apart.
class Reading
{
public:
    Reading(bundle::Bundle files, QString folder)
        : m_files(std::move(files))
        , m_folder(std::move(folder))
    {
    }

    [[nodiscard]] bool has(const QString &path) const { return m_files.find(path); }
    [[nodiscard]] QByteArray content(const QString &path) const
    {
        const bundle::File *file = m_files.find(path);
        return file ? file->content : QByteArray();
    }
    /// What is said of a file: as a person finds it.
    [[nodiscard]] QString place(const QString &path) const { return m_folder + u'/' + path; }
    [[nodiscard]] Result<yaml::Value> document(const QString &path) const { return yaml::read(content(path), place(path)); }
    [[nodiscard]] Result<QList<QJsonObject>> objects(const QString &path) const
    {
        return has(path) ? yaml::readObjects(content(path), place(path)) : QList<QJsonObject>();
    }
    [[nodiscard]] QStringList below(const QString &folder) const
    {
        QStringList paths;
        for (const bundle::File &file : m_files.files) {
            if (file.path.startsWith(folder) && file.path.endsWith(u".yaml")) {
                paths.append(file.path);
            }
        }
        return paths;
    }

private:
    bundle::Bundle m_files;
    QString m_folder;
};

struct Cluster
{
    QString name;
    QString server;
};

/// Clusters of the environment; the one Argo CD runs in where the plan names none.
Result<QList<Cluster>> clustersOf(const Reading &reading, const QString &environment)
{
    QList<Cluster> clusters;
    const QStringList paths = reading.below(u"clusters/"_s);
    for (const QString &path : paths) {
        if (!path.endsWith(u"/cluster.yaml")) {
            continue;
        }
        const auto document = reading.document(path);
        if (!document) {
            return failure(document);
        }
        const QJsonValue cluster = yaml::toJson(*document);
        if (cluster[u"spec"][u"environment"].toString() == environment) {
            clusters.append({.name = cluster[u"metadata"][u"name"].toString(), .server = cluster[u"spec"][u"server"].toString()});
        }
    }
    if (clusters.isEmpty()) {
        clusters.append({.name = u"in-cluster"_s, .server = u"https://kubernetes.default.svc"_s});
    }
    return clusters;
}

Result<void> chooseCluster(Package &package, const Reading &reading, const QString &wanted)
{
    const auto clusters = clustersOf(reading, package.environment);
    if (!clusters) {
        return failure(clusters);
    }
    QStringList names;
    for (const Cluster &cluster : *clusters) {
        names.append(cluster.name);
        if (cluster.name == wanted || (wanted.isEmpty() && clusters->size() == 1)) {
            package.cluster = cluster.name;
            package.server = cluster.server;
        }
    }
    if (!package.cluster.isEmpty()) {
        return {};
    }
    return wanted.isEmpty() ? wrong(Text::tr("The environment %1 runs on several clusters (%2); choose one with --cluster.")
                                        .arg(package.environment, names.join(u", "_s)))
                            : wrong(Text::tr("The environment %1 has no cluster \"%2\"; it has %3.")
                                        .arg(package.environment, wanted, names.join(u", "_s)));
}

Result<void> readEnvironment(Package &package, const Reading &reading)
{
    const QString folder = u"environments/"_s + package.environment;
    const auto spaces = reading.objects(folder + u"/namespace.yaml"_s);
    if (!spaces) {
        return failure(spaces);
    }
    if (spaces->size() != 1) {
        return wrong(Text::tr("%1 must hold one Namespace.").arg(reading.place(folder + u"/namespace.yaml"_s)));
    }
    package.nameSpace = spaces->first();
    QStringList paths{folder + u"/priority-classes.yaml"_s};
    paths += reading.below(folder + u"/cert-manager/"_s);
    paths += reading.below(folder + u"/network-policies/"_s);
    for (const QString &path : std::as_const(paths)) {
        const auto objects = reading.objects(path);
        if (!objects) {
            return failure(objects);
        }
        package.platform += *objects;
    }
    auto needs = readSecretNeeds(reading.content(folder + u"/secrets.example.yaml"_s),
                                 reading.place(folder + u"/secrets.example.yaml"_s));
    if (!needs) {
        return failure(needs);
    }
    package.secrets = std::move(*needs);
    QStringList files{folder + u"/values.yaml"_s, folder + u"/version.yaml"_s};
    files.append(u"clusters/"_s + package.cluster + u"/values.yaml"_s);
    for (const QString &path : std::as_const(files)) {
        if (reading.has(path)) {
            package.valueFiles.append(package.folder + u'/' + path);
        }
    }
    return {};
}

Result<void> readWay(Package &package, const Reading &reading, std::optional<Via> via)
{
    const QString folder = u"environments/"_s + package.environment;
    const auto values = reading.document(folder + u"/values.yaml"_s);
    const auto version = reading.document(folder + u"/version.yaml"_s);
    if (!values || !version) {
        return failure(values ? version : values);
    }
    package.version = yaml::toJson(*version)[u"version"].toString();
    const bool argo = yaml::toJson(*values)[u"delivery"].toString() == u"argocd";
    package.via = via.value_or(argo ? Via::ArgoCd : Via::Helm);
    return {};
}

Result<void> readArgo(Package &package, const Reading &reading)
{
    const QString projects = u"argocd/projects/%1.yaml"_s.arg(package.environment);
    const QString platform = u"argocd/applicationsets/%1-platform.yaml"_s.arg(package.environment);
    const QString application = u"argocd/applicationsets/%1.yaml"_s.arg(package.environment);
    if (!reading.has(application) || !reading.has(platform)) {
        return wrong(
            Text::tr("The bundle brings no Argo CD objects for %1: its plan says delivery.method: helm. Change the plan and "
                     "generate again, or deploy --via helm.")
                .arg(package.environment));
    }
    for (const QString &path : {projects, platform, application}) {
        const auto objects = reading.objects(path);
        if (!objects) {
            return failure(objects);
        }
        (path == projects ? package.projects : package.applicationSets) += *objects;
    }
    if (package.applicationSets.isEmpty()) {
        return wrong(Text::tr("%1 holds no ApplicationSet.").arg(reading.place(application)));
    }
    const QJsonObject set = package.applicationSets.last();
    const QJsonValue source = set[u"spec"][u"template"][u"spec"][u"source"];
    package.argoNamespace = set[u"metadata"][u"namespace"].toString(package.argoNamespace);
    package.repository = source[u"repoURL"].toString();
    package.branch = source[u"targetRevision"].toString();
    return {};
}

Result<void> checkSums(const QString &folder)
{
    const auto findings = bundle::verify(folder);
    if (!findings) {
        return failure(findings);
    }
    if (!findings->isEmpty()) {
        Error error = invalid(Text::tr("reading the bundle"), *findings);
        error.detail
            = Text::tr("%1 is not as it was generated: %2 Nothing was deployed.").arg(folder, findings->first().sentence);
        return std::unexpected(error);
    }
    return {};
}

} // namespace

QString viaName(Via via)
{
    return via == Via::ArgoCd ? u"argocd"_s : u"helm"_s;
}

Result<Package> readPackage(const QString &folder, const QString &environment, const QString &cluster, std::optional<Via> via)
{
    if (const auto checked = checkSums(folder); !checked) {
        return failure(checked);
    }
    auto files = bundle::read(folder);
    if (!files) {
        return failure(files);
    }
    const bundle::File *listing = files->find(bundle::kManifestPath);
    const auto manifest = bundle::readManifest(listing ? listing->content : QByteArray());
    if (!manifest) {
        return failure(manifest);
    }
    if (!manifest->environments.contains(environment)) {
        return wrong(environment.isEmpty() ? Text::tr("Say which environment with --environment; the bundle has %1.")
                                                 .arg(manifest->environments.join(u", "_s))
                                           : Text::tr("The bundle has no environment \"%1\"; it has %2.")
                                                 .arg(environment, manifest->environments.join(u", "_s)));
    }
    Package package;
    package.folder = QDir(folder).absolutePath();
    package.name = manifest->name;
    package.digest = bundle::sha256(listing->content);
    package.environment = environment;
    const Reading reading(std::move(*files), folder);
    auto done = chooseCluster(package, reading, cluster);
    if (done) {
        done = readEnvironment(package, reading);
    }
    if (done) {
        done = readWay(package, reading, via);
    }
    if (done && package.via == Via::ArgoCd) {
        done = readArgo(package, reading);
    }
    return done ? Result<Package>(std::move(package)) : failure(done);
}

} // namespace sentinel::deploy
