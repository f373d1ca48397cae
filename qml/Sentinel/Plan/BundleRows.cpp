// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/BundleRows.h"

#include "core/yaml/Read.h"
#include "qml/Sentinel/Plan/PlanWords.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct Folder
{
    QMap<QString, Folder> folders;
    QList<const bundle::File *> files;
};

Folder grown(const bundle::Bundle &bundle)
{
    Folder root;
    for (const bundle::File &file : bundle.files) {
        Folder *at = &root;
        const QStringList parts = file.path.split(u'/');
        for (qsizetype part = 0; part + 1 < parts.size(); ++part) {
            at = &at->folders[parts.at(part)];
        }
        at->files.append(&file);
    }
    return root;
}

struct Flattening
{
    const QHash<QString, bundle::Change::Kind> &changed;
    const QSet<QString> &closed;
    QList<RowsModel::Row> rows;

    bool touches(const QString &prefix) const
    {
        return std::ranges::any_of(changed.keys(), [&](const QString &path) { return path.startsWith(prefix); });
    }
};

QString changeMark(bundle::Change::Kind kind)
{
    switch (kind) {
    case bundle::Change::Kind::Added:
        return Text::tr("new");
    case bundle::Change::Kind::Removed:
        return Text::tr("gone");
    case bundle::Change::Kind::Changed:
        return Text::tr("changed");
    }
    return {};
}

void flatten(const Folder &folder, const QString &prefix, int depth, Flattening &to)
{
    for (auto each = folder.folders.cbegin(); each != folder.folders.cend(); ++each) {
        const QString path = prefix + each.key() + u'/';
        const bool open = !to.closed.contains(path);
        to.rows.append({{u"path"_s, path},
                        {u"name"_s, each.key()},
                        {u"depth"_s, depth},
                        {u"folder"_s, true},
                        {u"expanded"_s, open},
                        {u"badge"_s, !open && to.touches(path) ? u"•"_s : QString()}});
        if (open) {
            flatten(each.value(), path, depth + 1, to);
        }
    }
    for (const bundle::File *file : folder.files) {
        const auto change = to.changed.constFind(file->path);
        to.rows.append({{u"path"_s, file->path},
                        {u"name"_s, file->path.section(u'/', -1)},
                        {u"depth"_s, depth},
                        {u"folder"_s, false},
                        {u"expanded"_s, false},
                        {u"badge"_s, change == to.changed.cend() ? QString() : changeMark(*change)}});
    }
}

QString listed(const QMap<QString, int> &objects)
{
    QStringList parts;
    for (auto kind = objects.cbegin(); kind != objects.cend(); ++kind) {
        parts.append(u"%1 %2"_s.arg(kind.value()).arg(kind.key()));
    }
    return parts.join(u", "_s);
}

} // namespace

QByteArrayList treeRoles()
{
    return {"path", "name", "depth", "folder", "expanded", "badge"};
}

QList<RowsModel::Row> treeRows(const bundle::Bundle &bundle, const QList<bundle::Change> &changes, const QSet<QString> &closed)
{
    QHash<QString, bundle::Change::Kind> changed;
    for (const bundle::Change &change : changes) {
        changed.insert(change.path, change.kind);
    }
    Flattening flattening{.changed = changed, .closed = closed, .rows = {}};
    flatten(grown(bundle), {}, 0, flattening);
    for (const bundle::Change &change : changes) {
        if (change.kind == bundle::Change::Kind::Removed) {
            flattening.rows.append({{u"path"_s, change.path},
                                    {u"name"_s, change.path},
                                    {u"depth"_s, 0},
                                    {u"folder"_s, false},
                                    {u"expanded"_s, false},
                                    {u"badge"_s, changeMark(change.kind)}});
        }
    }
    return flattening.rows;
}

QByteArrayList diffRoles()
{
    return {"line", "kind", "text"};
}

QList<RowsModel::Row> diffRows(const QString &unified)
{
    QList<RowsModel::Row> rows;
    QStringList lines = unified.split(u'\n');
    if (!lines.isEmpty() && lines.last().isEmpty()) {
        lines.removeLast();
    }
    bool inHunk = false;
    for (const QString &line : lines) {
        const bool hunk = line.startsWith(u"@@"_s);
        inHunk = inHunk || hunk;
        const QChar sign = line.isEmpty() ? u' ' : line.front();
        const QString kind = hunk || !inHunk ? u"hunk"_s : sign == u'+' ? u"added"_s : sign == u'-' ? u"removed"_s : u"same"_s;
        rows.append({{u"line"_s, rows.size()}, {u"kind"_s, kind}, {u"text"_s, line}});
    }
    return rows;
}

QMap<QString, int> objectCounts(const bundle::Bundle &bundle)
{
    QMap<QString, int> counts;
    for (const bundle::File &file : bundle.files) {
        const bool objects = file.path.startsWith(u"environments/"_s) || file.path.startsWith(u"argocd/"_s);
        if (!objects || file.mediaType != u"application/yaml"_s) {
            continue;
        }
        const auto documents = yaml::readAll(file.content, file.path);
        for (const yaml::Value &document : documents ? *documents : QList<yaml::Value>()) {
            const yaml::Value *kind = document.find(u"kind");
            const yaml::Value *version = document.find(u"apiVersion");
            // Our own kinds are notes for people; no cluster takes them.
            if (kind && version && !version->text().startsWith(u"console.sentinel/"_s)) {
                ++counts[kind->text()];
            }
        }
    }
    return counts;
}

QList<RowsModel::Row> summaryRows(const bundle::Bundle &bundle, const plan::InstallPlan &plan, const QMap<QString, int> &objects,
                                  Language language)
{
    const QStringList environments = plan.environments();
    qint64 bytes = 0;
    for (const bundle::File &file : bundle.files) {
        bytes += file.content.size();
    }
    int all = 0;
    for (const int count : objects) {
        all += count;
    }
    const auto secrets = secretRows(plan, language);
    QList<RowsModel::Row> rows;
    rows.append({{u"title"_s, counted(bundle.files.size(), Text::tr("1 file"), Text::tr("%1 files"), language)},
                 {u"text"_s,
                  Text::tr("%1 in all, for %2; nothing in it is secret")
                      .arg(binarySize(double(bytes), language), environments.join(u", "_s))}});
    rows.append(
        {{u"title"_s, counted(all, Text::tr("1 object beside the chart"), Text::tr("%1 objects beside the chart"), language)},
         {u"text"_s, listed(objects)}});
    QStringList namespaces;
    for (const QString &environment : environments) {
        namespaces.append(u"sentinel-"_s + environment);
    }
    rows.append({{u"title"_s, counted(namespaces.size(), Text::tr("1 namespace"), Text::tr("%1 namespaces"), language)},
                 {u"text"_s, namespaces.join(u", "_s)}});
    rows.append(
        {{u"title"_s, counted(secrets.size(), Text::tr("1 Secret to prepare"), Text::tr("%1 Secrets to prepare"), language)},
         {u"text"_s, Text::tr("The plan holds their names alone; you put them into the cluster before the first deploy")}});
    // Side by side on the page; the list of kinds needs the most room.
    static constexpr std::array kShares{0.2, 0.38, 0.16, 0.26};
    for (std::size_t index = 0; index < kShares.size(); ++index) {
        rows[static_cast<qsizetype>(index)].insert(u"share"_s, kShares.at(index));
    }
    return rows;
}

QByteArrayList secretRoles()
{
    return {"id", "name", "place", "purpose", "key"};
}

QList<RowsModel::Row> secretRows(const plan::InstallPlan &plan, Language language)
{
    QList<RowsModel::Row> rows;
    for (const QString &environment : plan.environments()) {
        const plan::Answers answers = plan.answers(environment);
        for (const plan::Question &question : plan::Catalogue::shipped().questions()) {
            if (question.type != plan::AnswerType::SecretReference || !answers.has(question.key)) {
                continue;
            }
            rows.append({{u"id"_s, environment + u' ' + question.key},
                         {u"name"_s, answers.text(question.key)},
                         {u"place"_s, u"sentinel-"_s + environment},
                         {u"purpose"_s, question.label.in(language)},
                         {u"key"_s, scopedKey(environment, question.key)}});
        }
    }
    return rows;
}

QString originOf(const bundle::File &file, int line)
{
    const yaml::LineOrigin *narrowest = nullptr;
    for (const yaml::LineOrigin &origin : file.origins) {
        const bool holds = origin.first <= line && line <= origin.last;
        if (holds && (!narrowest || origin.last - origin.first <= narrowest->last - narrowest->first)) {
            narrowest = &origin;
        }
    }
    return narrowest ? narrowest->key : QString();
}

QString environmentOf(const QString &path)
{
    return path.startsWith(u"environments/"_s) ? path.section(u'/', 1, 1) : QString();
}

} // namespace sentinel::console
