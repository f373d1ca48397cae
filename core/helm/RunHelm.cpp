// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/helm/RunHelm.h"

#include "core/base/Files.h"
#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::helm {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunHelm)
};

struct Sign
{
    QLatin1StringView text; ///< lower case, as helm or the API server writes it
    Error::Kind kind;
};

// The first that fits decides, so the particular ones come first.
constexpr std::array kSigns{
    Sign{"another operation (install/upgrade/rollback) is in progress"_L1, Error::Kind::Conflict},
    Sign{"cannot be imported into the current release"_L1, Error::Kind::Conflict},
    Sign{"conflict with"_L1, Error::Kind::Conflict},
    Sign{"conflicts with"_L1, Error::Kind::Conflict},
    Sign{"the object has been modified"_L1, Error::Kind::Conflict},
    Sign{"already exists"_L1, Error::Kind::Conflict},
    Sign{"release: not found"_L1, Error::Kind::NotFound},
    Sign{"release has no "_L1, Error::Kind::NotFound},
    Sign{"no revision for release"_L1, Error::Kind::NotFound},
    Sign{"is forbidden"_L1, Error::Kind::Forbidden},
    Sign{"unauthorized"_L1, Error::Kind::Unauthorized},
    Sign{"must be logged in"_L1, Error::Kind::Unauthorized},
    Sign{"kubernetes cluster unreachable"_L1, Error::Kind::Unreachable},
    Sign{"connection refused"_L1, Error::Kind::Unreachable},
    Sign{"no such host"_L1, Error::Kind::Unreachable},
    Sign{"x509:"_L1, Error::Kind::Unreachable},
    Sign{"context deadline exceeded"_L1, Error::Kind::Timeout},
    Sign{"timed out waiting"_L1, Error::Kind::Timeout},
    Sign{"context canceled"_L1, Error::Kind::Cancelled},
};

QMap<QString, QString> environmentIn(const Workplace &place)
{
    QMap<QString, QString> environment{{u"HELM_CACHE_HOME"_s, place.path(u"cache"_s)},
                                       {u"HELM_CONFIG_HOME"_s, place.path(u"config"_s)},
                                       {u"HELM_DATA_HOME"_s, place.path(u"data"_s)},
                                       {u"HELM_REGISTRY_CONFIG"_s, place.path(u"registry.json"_s)},
                                       {u"HELM_REPOSITORY_CONFIG"_s, place.path(u"repositories.yaml"_s)},
                                       {u"HELM_REPOSITORY_CACHE"_s, place.path(u"repository"_s)}};
    // What is asked for comes as --kubeconfig; an empty file keeps the person's own out of the rest.
    environment.insert(u"KUBECONFIG"_s, place.path(u"no-kubeconfig"_s));
    return environment;
}

} // namespace

Result<std::shared_ptr<Workplace>> Workplace::make()
{
    auto place = std::make_shared<Workplace>();
    if (!place->m_folder.isValid()) {
        return failure(Error::Kind::Unreachable, Text::tr("making a folder for helm"), place->m_folder.errorString());
    }
    return place;
}

Result<QStringList> Workplace::valuesFile(const QJsonObject &values) const
{
    if (values.isEmpty()) {
        return QStringList();
    }
    const QString file = path(u"values.json"_s);
    if (const Result<void> written = writeFile(file, QJsonDocument(values).toJson(QJsonDocument::Compact)); !written) {
        return failure(written);
    }
    return QStringList{file};
}

QString listItem(const QString &path)
{
    if (!path.contains(u',') && !path.contains(u'"')) {
        return path;
    }
    return u'"' + QString(path).replace(u'"', u"\"\""_s) + u'"';
}

Error helmError(const QString &doing, const QByteArray &text)
{
    QStringList sentences;
    const QList<QByteArray> lines = text.split('\n');
    bool found = false;
    for (const QByteArray &line : lines) {
        // Warnings and log lines stand before the error; what follows "Error:" is all part of it.
        found = found || line.startsWith("Error:");
        if (found && !line.trimmed().isEmpty()) {
            sentences.append(plainLine(QString::fromUtf8(line.startsWith("Error:") ? line.mid(6) : line)).trimmed());
        }
    }
    QString detail = sentences.join(u' ').left(4000);
    if (detail.isEmpty()) {
        detail = plainLine(QString::fromUtf8(text.trimmed().right(1000)));
    }
    if (detail.isEmpty()) {
        detail = Text::tr("Helm failed without a word.");
    }
    const QString lower = detail.toLower();
    const auto *sign = std::ranges::find_if(kSigns, [&lower](const Sign &each) { return lower.contains(each.text); });
    return {.kind = sign == kSigns.end() ? Error::Kind::Invalid : sign->kind, .doing = doing, .detail = detail};
}

Async<QByteArray> runHelm(HelmRun run, CancelToken cancel)
{
    ProgramRun program{.program = run.helm.path, .arguments = run.arguments};
    program.environment = environmentIn(*run.place);
    program.without = {u"HELM_*"_s, u"KUBECONFIG"_s, u"KUBERNETES_*"_s};
    program.folder = QDir::tempPath();
    program.errorLine = run.line;
    program.atMost = run.atMost;
    // Helm undoes or marks what it had begun; with a slow API server that takes a while.
    program.grace = std::chrono::seconds(60);
    Result<ProgramOutput> output = co_await runProgram(program, cancel);
    if (!output) {
        Error error = output.error();
        error.doing = run.doing;
        co_return failure(error);
    }
    if (output->exitCode != 0) {
        co_return failure(helmError(run.doing, output->error));
    }
    co_return std::move(output->out);
}

} // namespace sentinel::helm
