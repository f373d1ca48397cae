// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/helm/HelmBinary.h"

#include "core/base/Program.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::helm {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HelmBinary)
};

QString doing()
{
    return Text::tr("looking for helm");
}

/// Helm 3 before 3.18 has another schema engine and no place in our tests; 4.0 had a faulty wait.
bool isSupported(int major, int minor)
{
    return (major == 3 && minor >= 18) || (major == 4 && minor >= 1);
}

} // namespace

Async<HelmBinary> findHelm(QStringList candidates, CancelToken cancel)
{
    static const QRegularExpression versionLine(u"v?(\\d+)\\.(\\d+)\\.(\\d+)[^\\s]*"_s);
    QStringList tooOld;
    for (const QString &candidate : candidates) {
        ProgramRun run{.program = candidate, .arguments = {u"version"_s, u"--template"_s, u"{{.Version}}"_s}};
        run.without = {u"HELM_*"_s};
        run.atMost = std::chrono::seconds(20);
        const Result<ProgramOutput> answer = co_await runProgram(run, cancel);
        if (!answer && answer.error().kind == Error::Kind::Cancelled) {
            co_return failure(answer);
        }
        if (!answer || answer->exitCode != 0) {
            continue;
        }
        const QRegularExpressionMatch match = versionLine.match(QString::fromUtf8(answer->out));
        if (!match.hasMatch()) {
            continue;
        }
        const QString version = u"%1.%2.%3"_s.arg(match.captured(1), match.captured(2), match.captured(3));
        if (isSupported(match.captured(1).toInt(), match.captured(2).toInt())) {
            co_return HelmBinary{.path = candidate, .version = version, .major = match.captured(1).toInt()};
        }
        tooOld.append(version);
    }
    if (!tooOld.isEmpty()) {
        co_return failure(Error::Kind::Unsupported, doing(),
                          Text::tr("Helm %1 is too old. Install Helm 4.1 or newer, or 3.18 or newer.").arg(tooOld.first()));
    }
    co_return failure(Error::Kind::NotFound, doing(),
                      Text::tr("There is no helm on PATH. Install Helm 4.1 or newer (3.18 or newer also works): "
                               "https://helm.sh/docs/intro/install."));
}

} // namespace sentinel::helm
