// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Manifest.h"

#include "core/bundle/Folder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// A JSON string. Paths and names carry no control characters, so quotes and backslashes are all there is to escape.
QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + bytes + '"';
}

bool isSha256(const QString &text)
{
    return text.size() == 64
        && std::ranges::all_of(text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

Finding broken(const QString &object, const QString &sentence)
{
    return {.severity = Severity::Error,
            .rule = u"bundle.manifest"_s,
            .object = object,
            .path = {},
            .sentence = sentence,
            .remedy = Text::tr("Generate the bundle again from its plan; do not use this one."),
            .where = {.file = kManifestPath.toString()}};
}

/// What is wrong with one item; fills `entry` otherwise.
std::optional<Finding> readItem(const QJsonValue &item, ManifestEntry &entry)
{
    const QString path = item[u"path"].toString();
    if (!isInnerPath(path) || path == kManifestPath || path == kSignaturePath) {
        return broken(path, Text::tr("bundle.json names the file \"%1\", which is no path inside a bundle.").arg(path.left(200)));
    }
    const double size = item[u"size"].toDouble(-1);
    if (size < 0 || size > static_cast<double>(kMostFileBytes) || size != static_cast<double>(static_cast<qint64>(size))) {
        return broken(path, Text::tr("bundle.json gives %1 a size that no file of a bundle has.").arg(path));
    }
    const QString sum = item[u"sha256"].toString();
    if (!isSha256(sum)) {
        return broken(path, Text::tr("bundle.json gives %1 no SHA-256 of 64 lower-case hexadecimal digits.").arg(path));
    }
    entry = {.path = path, .size = static_cast<qint64>(size), .sha256 = sum.toLatin1()};
    return {};
}

} // namespace

QByteArray sha256(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

Manifest manifestOf(const QString &name, const QStringList &environments, const QList<File> &files)
{
    Manifest manifest{.name = name, .environments = environments, .items = {}};
    manifest.items.reserve(files.size());
    for (const File &file : files) {
        manifest.items.append({.path = file.path, .size = file.content.size(), .sha256 = sha256(file.content)});
    }
    return manifest;
}

QByteArray write(const Manifest &manifest)
{
    QByteArray text;
    text.reserve(400 + manifest.items.size() * 180);
    text += "{\n  \"apiVersion\": \"console.sentinel/v1\",\n  \"kind\": \"BundleManifest\",\n  \"metadata\": { \"name\": ";
    text += quoted(manifest.name)
        + " },\n  \"generator\": { \"name\": \"sentinel-console\", \"version\": \"" SENTINEL_VERSION "\" },\n";
    text += "  \"environments\": [";
    for (qsizetype i = 0; i < manifest.environments.size(); ++i) {
        text += (i > 0 ? ", " : "") + quoted(manifest.environments[i]);
    }
    text += "],\n  \"items\": [";
    for (qsizetype i = 0; i < manifest.items.size(); ++i) {
        const ManifestEntry &entry = manifest.items[i];
        text += (i > 0 ? ",\n    { \"path\": " : "\n    { \"path\": ") + quoted(entry.path)
            + ", \"size\": " + QByteArray::number(entry.size) + ", \"sha256\": \"" + entry.sha256 + "\" }";
    }
    text += "\n  ]\n}\n";
    return text;
}

Result<Manifest> readManifest(const QByteArray &text)
{
    const QString doing = Text::tr("reading %1").arg(kManifestPath);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return failure(invalid(
            doing, {broken(kManifestPath.toString(), Text::tr("bundle.json is no JSON: %1.").arg(problem.errorString()))}));
    }
    if (document[u"apiVersion"].toString() != u"console.sentinel/v1" || document[u"kind"].toString() != u"BundleManifest"
        || !document[u"items"].isArray()) {
        return failure(invalid(
            doing, {broken(kManifestPath.toString(), Text::tr("bundle.json is no BundleManifest of console.sentinel/v1."))}));
    }
    Manifest manifest;
    manifest.name = document[u"metadata"][u"name"].toString();
    const QJsonArray environments = document[u"environments"].toArray();
    for (const QJsonValue &environment : environments) {
        manifest.environments.append(environment.toString());
    }
    Findings findings;
    QSet<QString> seen;
    const QJsonArray items = document[u"items"].toArray();
    for (const QJsonValue &item : items) {
        ManifestEntry entry;
        if (std::optional<Finding> wrong = readItem(item, entry)) {
            findings.append(std::move(*wrong));
        } else if (seen.contains(entry.path)) {
            findings.append(broken(entry.path, Text::tr("bundle.json names the file %1 twice.").arg(entry.path)));
        } else {
            seen.insert(entry.path);
            manifest.items.append(std::move(entry));
        }
    }
    if (!findings.isEmpty()) {
        return failure(invalid(doing, std::move(findings)));
    }
    return manifest;
}

} // namespace sentinel::bundle
