// SPDX-License-Identifier: GPL-3.0-or-later
// How Argo CD turns `spec.source.helm` into a call of helm.
#include "core/base/Files.h"
#include "core/gitops/Json.h"
#include "core/gitops/SourceParts.h"
#include "core/yaml/Json.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartSource)
};

QString doing()
{
    return Text::tr("reading the chart's values");
}

/// `$ARGOCD_APP_NAME` and its kin, in the texts where Argo CD replaces them; anything else with a dollar stays.
QString substituted(const QString &text, const DesiredRequest &request, const SourcePlace &place)
{
    static const QRegularExpression variable(u"\\$\\{?(ARGOCD_APP_[A-Z0-9_]+)\\}?"_s);
    const QMap<QString, QString> values{
        {u"ARGOCD_APP_NAME"_s, nameOf(request.application)},
        {u"ARGOCD_APP_NAMESPACE"_s, request.application[u"spec"][u"destination"][u"namespace"].toString()},
        {u"ARGOCD_APP_PROJECT_NAME"_s, request.application[u"spec"][u"project"].toString()},
        {u"ARGOCD_APP_REVISION"_s, place.commit},
        {u"ARGOCD_APP_REVISION_SHORT"_s, place.commit.left(7)},
        {u"ARGOCD_APP_REVISION_SHORT_8"_s, place.commit.left(8)},
        {u"ARGOCD_APP_SOURCE_PATH"_s, place.source[u"path"].toString()},
        {u"ARGOCD_APP_SOURCE_REPO_URL"_s, place.source[u"repoURL"].toString()},
        {u"ARGOCD_APP_SOURCE_TARGET_REVISION"_s, place.source[u"targetRevision"].toString()},
    };
    QString result;
    qsizetype copied = 0;
    for (auto matches = variable.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += text.sliced(copied, match.capturedStart() - copied) + values.value(match.captured(1), match.captured(0));
        copied = match.capturedEnd();
    }
    return result + text.sliced(copied);
}

/// "a.b\.c" as its steps. Nothing: a list's place is named, which needs the list itself.
std::optional<QStringList> stepsOf(const QString &name)
{
    QStringList steps{QString()};
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == u'\\' && i + 1 < name.size()) {
            steps.last() += name[++i];
        } else if (name[i] == u'.') {
            steps.append(QString());
        } else if (name[i] == u'[' || name[i] == u',' || name[i] == u'{') {
            return {};
        } else {
            steps.last() += name[i];
        }
    }
    return steps.contains(QString()) ? std::nullopt : std::optional(steps);
}

/// As helm's --set reads one value: whole numbers, booleans and null are themselves, everything else is text.
QJsonValue typedValue(const QString &text)
{
    if (text == u"true" || text == u"false") {
        return text == u"true";
    }
    if (text == u"null") {
        return QJsonValue::Null;
    }
    bool isNumber = false;
    const qlonglong number = text.toLongLong(&isNumber);
    const bool isCanonical = text == u"0" || (!text.startsWith(u'0') && !text.startsWith(u'+'));
    return isNumber && isCanonical ? QJsonValue(number) : QJsonValue(text);
}

QJsonValue parameterValue(const QJsonObject &parameter, const QString &text)
{
    if (parameter[u"forceString"].toBool()) {
        return text;
    }
    if (!text.startsWith(u'{') || !text.endsWith(u'}')) {
        return typedValue(text);
    }
    QJsonArray list;
    const QStringList items = text.sliced(1, text.size() - 2).split(u',', Qt::SkipEmptyParts);
    for (const QString &item : items) {
        list.append(typedValue(item));
    }
    return list;
}

std::unexpected<Error> unreadable(const QString &name)
{
    return failure(Error::Kind::Unsupported, doing(),
                   Text::tr("The helm parameter “%1” names a place in a list, which only Argo CD can set.").arg(name));
}

/// A null among values takes a chart's default away, so it must stay in them.
QJsonObject laidOver(QJsonObject base, const QStringList &steps, const QJsonValue &value)
{
    const QString first = steps.first();
    if (steps.size() == 1) {
        base.insert(first, value);
    } else {
        base.insert(first, laidOver(base[first].toObject(), steps.sliced(1), value));
    }
    return base;
}

Result<QJsonObject> givenValues(const QJsonObject &helm)
{
    if (helm[u"valuesObject"].isObject()) {
        return helm[u"valuesObject"].toObject(); // `values` beside it is not read
    }
    const QString text = helm[u"values"].toString();
    if (text.isEmpty()) {
        return QJsonObject();
    }
    const Result<yaml::Value> read = yaml::read(text.toUtf8(), u"spec.source.helm.values"_s);
    if (!read) {
        return failure(Error::Kind::Invalid, doing(), read.error().detail, read.error().where);
    }
    return yaml::toJson(*read).toObject();
}

Result<QJsonObject> valuesOf(const DesiredRequest &request, const SourcePlace &place)
{
    const QJsonObject helm = place.source[u"helm"].toObject();
    Result<QJsonObject> values = givenValues(helm);
    if (!values) {
        return values;
    }
    const QJsonArray parameters = helm[u"parameters"].toArray();
    for (const QJsonValue &each : parameters) {
        const QString name = each[u"name"].toString();
        const auto steps = stepsOf(name);
        if (!steps) {
            return unreadable(name);
        }
        values
            = laidOver(*values, *steps, parameterValue(each.toObject(), substituted(each[u"value"].toString(), request, place)));
    }
    const QJsonArray files = helm[u"fileParameters"].toArray();
    for (const QJsonValue &each : files) {
        const auto steps = stepsOf(each[u"name"].toString());
        const auto path = insideOf(place.folder, place.source[u"path"].toString() + u'/' + each[u"path"].toString());
        if (!steps || !path) {
            return path ? unreadable(each[u"name"].toString()) : failure(path);
        }
        const auto content = readFile(*path);
        if (!content) {
            return failure(content);
        }
        values = laidOver(*values, *steps, QString::fromUtf8(*content));
    }
    return values;
}

/// Where a value file lies: of this repository, or "$name/…" of another source.
Result<QString> valueFile(const QString &file, const SourcePlace &place)
{
    if (file.contains(u"://")) {
        return failure(Error::Kind::Unsupported, doing(),
                       Text::tr("The value file %1 is on another server, which only Argo CD may ask.").arg(file));
    }
    if (file.startsWith(u'$')) {
        const QString name = file.sliced(1).section(u'/', 0, 0);
        if (!place.references.contains(name)) {
            return failure(Error::Kind::Invalid, doing(), Text::tr("No source has the ref “%1” of %2.").arg(name, file));
        }
        return insideOf(place.references.value(name), file.section(u'/', 1));
    }
    // A leading slash means the repository's root.
    return insideOf(place.folder, file.startsWith(u'/') ? file : place.source[u"path"].toString() + u'/' + file);
}

Result<QStringList> valueFilesOf(const DesiredRequest &request, const SourcePlace &place)
{
    const QJsonObject helm = place.source[u"helm"].toObject();
    QStringList files;
    const QStringList list = textsOf(helm[u"valueFiles"]);
    for (const QString &given : list) {
        const QString file = substituted(given, request, place);
        const auto path = valueFile(file, place);
        if (!path) {
            return failure(path);
        }
        if (QFileInfo(*path).isFile()) {
            files.append(*path);
        } else if (!helm[u"ignoreMissingValueFiles"].toBool()) {
            return failure(Error::Kind::NotFound, doing(), Text::tr("There is no value file %1 in this revision.").arg(file));
        }
    }
    return files;
}

QStringList apiVersionsOf(const DesiredRequest &request, const QJsonObject &helm)
{
    if (const QStringList given = textsOf(helm[u"apiVersions"]); !given.isEmpty()) {
        return given;
    }
    QStringList versions;
    for (const kube::ResourceType &type : request.types) {
        if (!versions.contains(type.apiVersion())) {
            versions.append(type.apiVersion());
        }
        versions.append(type.apiVersion() + u'/' + type.kind);
    }
    return versions;
}

} // namespace

Result<ChartRequest> chartRequest(const DesiredRequest &request, const SourcePlace &place)
{
    const QJsonObject helm = place.source[u"helm"].toObject();
    const auto chart = insideOf(place.folder, place.source[u"path"].toString());
    const auto files = valueFilesOf(request, place);
    const auto values = valuesOf(request, place);
    if (!chart || !files || !values) {
        return failure(!chart ? chart.error() : !files ? files.error() : values.error());
    }
    const QString release = helm[u"releaseName"].toString();
    const QString ns = helm[u"namespace"].toString();
    const QString version = helm[u"kubeVersion"].toString();
    const QJsonObject &application = request.application;
    return ChartRequest{.chart = *chart,
                        .releaseName = release.isEmpty() ? nameOf(application) : release,
                        .ns = ns.isEmpty() ? application[u"spec"][u"destination"][u"namespace"].toString() : ns,
                        .kubernetesVersion = version.isEmpty() ? request.kubernetesVersion : version,
                        .apiVersions = apiVersionsOf(request, helm),
                        .valueFiles = *files,
                        .values = *values,
                        .withCustomResourceDefinitions = !helm[u"skipCrds"].toBool()};
}

} // namespace sentinel::gitops
