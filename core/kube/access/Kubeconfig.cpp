// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/Kubeconfig.h"

#include "core/base/Files.h"
#include "core/kube/access/KubeconfigParts.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const KubeconfigEntry *named(const QList<KubeconfigEntry> &entries, const QString &name)
{
    const auto found = std::ranges::find(entries, name, &KubeconfigEntry::name);
    return found == entries.end() ? nullptr : &*found;
}

/// The first file that names a thing wins whole.
void merge(QList<KubeconfigEntry> &into, QList<KubeconfigEntry> more)
{
    for (KubeconfigEntry &entry : more) {
        if (!named(into, entry.name)) {
            into.append(std::move(entry));
        }
    }
}

} // namespace

QStringList Kubeconfig::files(const QString &file, const QString &variable, const QString &home)
{
    if (!file.isEmpty()) {
        return {file};
    }
    if (const QStringList listed = variable.split(QDir::listSeparator(), Qt::SkipEmptyParts); !listed.isEmpty()) {
        return listed;
    }
    return {home + u"/.kube/config"_s};
}

Result<Kubeconfig> Kubeconfig::read(const QString &file)
{
    QStringList found = files(file, qEnvironmentVariable("KUBECONFIG"), QDir::homePath());
    if (!file.isEmpty()) {
        return readFiles(found);
    }
    const QStringList looked = found;
    found.removeIf([](const QString &each) { return !QFileInfo::exists(each); });
    if (found.isEmpty()) {
        return failure(Error::Kind::NotFound, Text::tr("looking for a kubeconfig"),
                       Text::tr("There is no kubeconfig: %1 does not exist.").arg(looked.join(u", "_s)),
                       {.file = looked.first()});
    }
    auto config = readFiles(found);
    if (config) {
        config->m_source.clear();
    }
    return config;
}

Result<Kubeconfig> Kubeconfig::readFiles(const QStringList &files)
{
    Kubeconfig config;
    config.m_source = files;
    for (const QString &file : files) {
        const auto text = readFile(file);
        if (!text) {
            return failure(text);
        }
        if (const auto added = config.add(file, *text); !added) {
            return failure(added);
        }
    }
    return config;
}

Result<void> Kubeconfig::add(const QString &file, const QByteArray &text)
{
    const auto root = yaml::read(text, file);
    if (!root) {
        return failure(root);
    }
    m_files.append(file);
    if (root->isNull()) {
        return {};
    }
    const KubeconfigEntry whole{.name = file, .value = *root, .file = file, .where = {.file = file, .line = 1, .column = 1}};
    if (!root->isMap()) {
        return whole.problem(Text::tr("This is not a kubeconfig: it holds no clusters, users and contexts."));
    }
    const auto kind = whole.text(u"kind");
    const auto current = whole.text(u"current-context");
    if (!kind || !current) {
        return failure(kind ? current : kind);
    }
    if (!kind->isEmpty() && *kind != "Config"_L1) {
        return whole.problem(Text::tr("This is not a kubeconfig but a %1.").arg(*kind), u"kind");
    }
    auto clusters = namedEntries(*root, file, u"clusters"_s, u"cluster"_s);
    auto users = namedEntries(*root, file, u"users"_s, u"user"_s);
    auto contexts = namedEntries(*root, file, u"contexts"_s, u"context"_s);
    for (const auto *entries : {&clusters, &users, &contexts}) {
        if (!*entries) {
            return failure(*entries);
        }
    }
    if (m_current.isEmpty()) {
        m_current = *current;
    }
    merge(m_clusters, std::move(*clusters));
    merge(m_users, std::move(*users));
    merge(m_contexts, std::move(*contexts));
    return {};
}

QStringList Kubeconfig::contexts() const
{
    QStringList names;
    for (const KubeconfigEntry &context : m_contexts) {
        names.append(context.name);
    }
    return names;
}

Result<const KubeconfigEntry *> Kubeconfig::wanted(const QString &context) const
{
    const QString name = context.isEmpty() ? m_current : context;
    const QString file = m_files.value(0);
    const QString doing = Text::tr("reading the kubeconfig %1").arg(m_files.join(u", "_s));
    if (name.isEmpty()) {
        return failure(Error::Kind::NotFound, doing,
                       m_contexts.isEmpty()
                           ? Text::tr("The kubeconfig names no cluster.")
                           : Text::tr("The kubeconfig sets no current context; name one of: %1.").arg(contexts().join(u", "_s)),
                       {.file = file});
    }
    const KubeconfigEntry *found = named(m_contexts, name);
    if (!found) {
        return failure(Error::Kind::NotFound, doing,
                       m_contexts.isEmpty()
                           ? Text::tr("The kubeconfig has no context \"%1\", nor any other.").arg(name)
                           : Text::tr("The kubeconfig has no context \"%1\"; it has: %2.").arg(name, contexts().join(u", "_s)),
                       {.file = file});
    }
    return found;
}

Result<ClusterAccess> Kubeconfig::access(const QString &context, std::shared_ptr<Consent> consent) const
{
    const auto found = wanted(context);
    if (!found) {
        return failure(found);
    }
    const KubeconfigEntry &entry = **found;
    const auto cluster = entry.text(u"cluster");
    const auto user = entry.text(u"user");
    const auto space = entry.text(u"namespace");
    for (const auto *field : {&cluster, &user, &space}) {
        if (!*field) {
            return failure(*field);
        }
    }
    ClusterAccess access{.context = entry.name, .cluster = *cluster, .user = *user, .files = m_files};
    if (!space->isEmpty()) {
        access.ns = *space;
    }
    const KubeconfigEntry *where = named(m_clusters, *cluster);
    if (!where) {
        return entry.problem(
            Text::tr("The context \"%1\" names the cluster \"%2\", which is not there.").arg(entry.name, *cluster), u"cluster");
    }
    if (const auto read = readCluster(*where, consent ? *consent : static_cast<const Consent &>(NoConsent()), access); !read) {
        return failure(read);
    }
    const KubeconfigEntry *who = named(m_users, *user);
    if (!user->isEmpty() && !who) {
        return entry.problem(Text::tr("The context \"%1\" names the user \"%2\", which is not there.").arg(entry.name, *user),
                             u"user");
    }
    // Without a user, a server that knows us by other means says 401 itself.
    if (const auto read = who ? readUser(*who, *where, access) : Result<void>(); !read) {
        return failure(read);
    }
    // The context stays the one it is: another `current-context` must not move a running program to another cluster.
    access.reread = [files = m_source, name = entry.name, consent]() -> Result<ClusterAccess> {
        const auto again = files.isEmpty() ? read() : readFiles(files);
        return again ? again->access(name, consent) : failure(again);
    };
    return access;
}

} // namespace sentinel::kube
