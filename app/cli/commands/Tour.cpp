// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Cli.h"
#include "app/cli/commands/Cluster.h"
#include "app/cli/commands/RunDocument.h"
#include "core/deploy/Follow.h"

#include <CLI/CLI.hpp>
#include <QBuffer>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileDevice>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kPatience = std::chrono::seconds(20); ///< for any one step
const QString kEnvironment = u"dev"_s;

/// The tour's own world: a folder, a rehearsal cluster in a child, and nothing of the person's.
class Stage
{
public:
    explicit Stage(const Io &io)
        : m_io(io)
    {
        // The journal of the tour is the tour's, not the person's.
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
    }
    ~Stage()
    {
        if (m_child.state() != QProcess::NotRunning) {
            m_child.terminate();
            m_child.waitForFinished(5000);
        }
    }
    Stage(const Stage &) = delete;
    Stage &operator=(const Stage &) = delete;

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] const Io &io() const { return m_io; }
    /// Told at once: people watch.
    void tell(const QString &line) const
    {
        m_io.print(line + u'\n');
        if (auto *device = qobject_cast<QFileDevice *>(&m_io.out)) {
            device->flush();
        }
    }

    /// One command of this program, its words kept back; what it said is told when it fails.
    [[nodiscard]] bool plays(const QStringList &arguments, QString *said = nullptr) const
    {
        QBuffer out;
        QBuffer err;
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        const Exit code = run(arguments, {.out = out, .err = err, .language = m_io.language}, {addDeploy, addStatus});
        if (said) {
            *said = QString::fromUtf8(out.data());
        }
        if (code != Exit::Done) {
            m_io.say(u"sentinelctl "_s + arguments.join(u' '));
            m_io.say(QString::fromUtf8(err.data()).trimmed());
        }
        return code == Exit::Done;
    }

    [[nodiscard]] bool startCluster()
    {
        m_child.setProgram(QCoreApplication::applicationFilePath());
        m_child.setArguments({u"sandbox"_s, u"start"_s, u"--speed"_s, u"20"_s, u"--kubeconfig"_s, file(u"kubeconfig"_s)});
        m_child.start();
        QByteArray said;
        while (!said.contains('\n') && m_child.waitForReadyRead(int(kPatience.count()))) {
            said += m_child.readAllStandardOutput();
        }
        if (!said.startsWith("ready")) {
            m_io.say(QString::fromUtf8(m_child.readAllStandardError()).trimmed());
            return false;
        }
        const auto made = connected({.kubeconfig = file(u"kubeconfig"_s).toStdString()}, {});
        if (!made) {
            report(m_io, made.error(), false);
            return false;
        }
        m_cluster = *made;
        return true;
    }
    [[nodiscard]] bool asks(const QByteArray &method, const QString &path) const
    {
        const auto answer = waitFor(m_cluster.api->request(method, path, {}, {}));
        if (!answer) {
            report(m_io, answer.error(), false);
        }
        return answer.has_value();
    }
    [[nodiscard]] const kube::ApiPtr &api() const { return m_cluster.api; }

private:
    const Io &m_io;
    QTemporaryDir m_folder;
    QProcess m_child;
    composition::ClusterConnection m_cluster;
};

/// Follows the environment until `enough`; the last standing, or nothing when it never came.
std::optional<deploy::Standing> followUntil(const Stage &stage, const std::function<bool(const deploy::Standing &)> &enough)
{
    std::optional<deploy::Standing> found;
    CancelSource stop;
    QTimer late;
    QObject::connect(&late, &QTimer::timeout, &late, [&stop] { stop.cancel(); });
    late.start(kPatience);
    const auto told = [&](const deploy::Standing &standing) {
        if (standing.complete && !found && enough(standing)) {
            found = standing;
            stop.cancel();
        }
    };
    std::ignore = waitFor(
        deploy::follow(stage.api(), std::make_shared<SystemClock>(), {.ns = u"sentinel-"_s + kEnvironment}, told, stop.token()));
    return found;
}

bool isHealthy(const deploy::Standing &standing)
{
    return standing.total > 0 && standing.healthy == standing.total;
}

bool planned(const Stage &stage)
{
    stage.tell(Text::tr("1  Plan: 200 events a second, delivered by Argo CD."));
    return stage.plays({u"plan"_s, u"new"_s, u"--profile"_s, kEnvironment, u"--set"_s, u"load.eventsPerSecond=200"_s, u"--set"_s,
                        u"network.host=sentinel.example.com"_s, u"--set"_s, u"delivery.method=argocd"_s, u"--set"_s,
                        u"delivery.repository=https://git.example.com/platform/sentinel.git"_s, u"--out"_s,
                        stage.file(u"sentinel-plan.yaml"_s)});
}

bool sized(const Stage &stage)
{
    QString said;
    const bool done = stage.plays({u"size"_s, stage.file(u"sentinel-plan.yaml"_s), u"-o"_s, u"name"_s}, &said);
    stage.tell(Text::tr("2  Size: %n component(s), each figure with its formula (sentinelctl size --explain).", nullptr,
                        int(said.count(u'\n'))));
    return done;
}

bool generated(const Stage &stage)
{
    QString said;
    const bool done = stage.plays(
        {u"generate"_s, stage.file(u"sentinel-plan.yaml"_s), u"--out"_s, stage.file(u"bundle"_s), u"-o"_s, u"name"_s}, &said);
    stage.tell(Text::tr("3  Generate: a bundle of %n file(s), ready for Git.", nullptr, int(said.count(u'\n'))));
    return done;
}

bool deployed(Stage &stage)
{
    stage.tell(Text::tr("4  Deploy: onto a rehearsal cluster made for this tour."));
    return stage.startCluster()
        && stage.plays({u"deploy"_s, stage.file(u"bundle"_s), u"--environment"_s, kEnvironment, u"--kubeconfig"_s,
                        stage.file(u"kubeconfig"_s)});
}

bool healthy(const Stage &stage)
{
    const auto standing = followUntil(stage, isHealthy);
    if (standing) {
        stage.tell(Text::tr("5  Healthy: %n object(s), every one.", nullptr, standing->total));
    }
    return standing.has_value();
}

bool broken(const Stage &stage)
{
    stage.tell(Text::tr("6  Break: the backend stops answering its probe."));
    return stage.asks("PUT", u"/rehearsal/v1/scenarios/failing-probe"_s);
}

bool explained(const Stage &stage)
{
    const auto standing = followUntil(stage, [](const deploy::Standing &seen) { return !seen.cause.isEmpty(); });
    if (standing) {
        stage.tell(Text::tr("7  Explained, from the root to what people see:") + u'\n' + causeText(standing->cause).trimmed());
    }
    return standing.has_value();
}

bool repaired(const Stage &stage)
{
    if (!stage.asks("DELETE", u"/rehearsal/v1/scenarios"_s) || !followUntil(stage, isHealthy)) {
        return false;
    }
    stage.tell(Text::tr("8  Repaired: everything is healthy again."));
    return true;
}

Exit tour(const Io &io)
{
    QElapsedTimer watch;
    watch.start();
    Stage stage(io);
    const bool done = planned(stage) && sized(stage) && generated(stage) && deployed(stage) && healthy(stage) && broken(stage)
        && explained(stage) && repaired(stage);
    if (!done) {
        io.say(Text::tr("The tour stopped here; what was made for it is gone."));
        return Exit::CouldNot;
    }
    io.print(Text::tr("That took %1 seconds and left nothing behind. Your own: sentinelctl plan new --profile prod --out FILE")
                 .arg(watch.elapsed() / 1000)
             + u'\n');
    return Exit::Done;
}

} // namespace

void addTour(CLI::App &app, Invocation &invocation)
{
    app.add_subcommand("tour", "Play it all in a minute: plan, size, generate, deploy, break, explain, repair")
        ->callback([&invocation] { invocation.action = [&io = invocation.io] { return tour(io); }; });
}

} // namespace sentinel::cli
