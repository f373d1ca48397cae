// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/BundleController.h"

#include "core/base/Files.h"
#include "core/bundle/Bundle.h"
#include "core/bundle/Manifest.h"
#include "core/plan/InstallPlan.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostKnown = 8;

QString manifestOf(const QString &folder)
{
    return folder + u'/' + bundle::kManifestPath.toString();
}

QVariantMap option(const QString &value, const QString &label, const QString &help = {})
{
    return {{u"value"_s, value}, {u"label"_s, label}, {u"help"_s, help}};
}

} // namespace

BundleController::BundleController(QObject *parent)
    : QObject(parent)
{
}

QString BundleController::exampleFolder() const
{
    return m_stateFolder + u"/examples/prod"_s;
}

void BundleController::setStateFolder(const QString &folder)
{
    if (folder != m_stateFolder) {
        m_stateFolder = folder;
        refresh();
    }
}

/// The plan page notes where it wrote the bundle of each plan, beside the drafts.
QStringList BundleController::writtenFolders() const
{
    const auto text = readFile(m_stateFolder + u"/drafts/written-bundles.json"_s);
    const QJsonObject folders = text ? QJsonDocument::fromJson(*text).object() : QJsonObject();
    QList<QFileInfo> manifests;
    for (const QJsonValue &folder : folders) {
        if (QFileInfo manifest(manifestOf(folder.toString())); manifest.isFile()) {
            manifests.append(manifest);
        }
    }
    if (const QFileInfo example(manifestOf(exampleFolder())); example.isFile()) {
        manifests.append(example);
    }
    std::ranges::stable_sort(manifests, std::ranges::greater(), [](const QFileInfo &file) { return file.lastModified(); });
    QStringList found;
    for (const QFileInfo &manifest : std::as_const(manifests)) {
        if (found.size() < kMostKnown && !found.contains(manifest.absolutePath())) {
            found.append(manifest.absolutePath());
        }
    }
    return found;
}

void BundleController::refresh()
{
    m_written = writtenFolders();
    if (m_folder.isEmpty() && !m_written.isEmpty()) {
        setFolder(m_written.first());
        return;
    }
    if (!m_folder.isEmpty()) {
        readPackage(); // it may have been written again
    }
    Q_EMIT changed();
}

void BundleController::setFolder(const QString &folder)
{
    const QString wanted = folder.isEmpty() ? QString() : QDir(folder).absolutePath();
    m_folder = wanted;
    m_environment.clear();
    m_via.reset();
    readManifest();
    readPackage();
    Q_EMIT changed();
}

void BundleController::readManifest()
{
    m_name.clear();
    m_environments.clear();
    m_trouble = {};
    if (m_folder.isEmpty()) {
        return;
    }
    const auto text = readFile(manifestOf(m_folder));
    const auto manifest = text ? bundle::readManifest(*text) : Result<bundle::Manifest>(failure(text));
    if (!manifest) {
        m_trouble = Trouble::of(manifest.error());
        return;
    }
    m_name = manifest->name;
    m_environments = manifest->environments;
    // The last one is the one nearest to production, which is what an install is rehearsed for.
    m_environment = m_environments.contains(u"prod") ? u"prod"_s : m_environments.value(m_environments.size() - 1);
}

void BundleController::readPackage()
{
    m_package.reset();
    if (m_environment.isEmpty()) {
        return;
    }
    m_trouble = {};
    auto package = deploy::readPackage(m_folder, m_environment, {}, m_via);
    if (package) {
        m_package = std::move(*package);
    } else {
        m_trouble = Trouble::of(package.error());
    }
}

void BundleController::setEnvironment(const QString &environment)
{
    if (environment != m_environment) {
        m_environment = environment;
        m_via.reset();
        readPackage();
        Q_EMIT changed();
    }
}

void BundleController::setWay(const QString &way)
{
    m_via = way == u"helm" ? deploy::Via::Helm : deploy::Via::ArgoCd;
    readPackage();
    Q_EMIT changed();
}

QString BundleController::way() const
{
    return m_via ? deploy::viaName(*m_via) : m_package ? deploy::viaName(m_package->via) : QString();
}

QVariantList BundleController::known() const
{
    QVariantList options;
    if (m_folder.isEmpty()) {
        options.append(option({}, Text::tr("Choose a bundle…")));
    }
    for (const QString &folder : m_written) {
        options.append(folder == exampleFolder() ? option(folder, Text::tr("Example: one production environment"), folder)
                                                 : option(folder, QDir(folder).dirName(), folder));
    }
    if (!m_folder.isEmpty() && !m_written.contains(m_folder)) {
        options.prepend(option(m_folder, QDir(m_folder).dirName(), m_folder));
    }
    return options;
}

QVariantList BundleController::environments() const
{
    QVariantList options;
    for (const QString &environment : m_environments) {
        options.append(option(environment, environment));
    }
    return options;
}

QVariantList BundleController::ways() const
{
    return {option(u"argocd"_s, Text::tr("Argo CD")), option(u"helm"_s, Text::tr("Helm"))};
}

QString BundleController::title() const
{
    return m_package ? Text::tr("%1 %2").arg(m_package->name, m_package->version) : m_name;
}

QString BundleController::blockedReason() const
{
    return m_package ? QString() : m_trouble.isPresent() ? m_trouble.title : Text::tr("Choose a bundle first.");
}

void BundleController::makeExample(bool next)
{
    // An object store would ask for keys that nobody has who only looks around.
    QList<std::pair<QString, QString>> answers{{u"observability.lokiStore"_s, u"filesystem"_s}};
    if (next) { // and Argo CD follows Git by itself, so that going back from it has something to pause
        answers += {{u"target.version"_s, u"1.1.0"_s}, {u"delivery.autoSync"_s, u"true"_s}};
    }
    const auto plan = plan::InstallPlan::create({.name = u"example"_s, .environments = {u"prod"_s}, .answers = answers});
    const auto made = plan ? bundle::generate(*plan) : Result<bundle::Bundle>(failure(plan));
    const auto written = made ? bundle::write(*made, exampleFolder()) : Result<void>(failure(made));
    if (!written) {
        m_trouble = Trouble::of(written.error());
        Q_EMIT changed();
        return;
    }
    m_written = writtenFolders();
    setFolder(exampleFolder());
}

} // namespace sentinel::console
