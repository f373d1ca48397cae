// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Clusters/CheckController.h"

#include "core/base/OperationRun.h"
#include "qml/Sentinel/Rows/ShellWord.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Checker &checker()
{
    static Checker g_checker = kube::checkCluster;
    return g_checker;
}

} // namespace

CheckController::CheckController(QObject *parent)
    : QObject(parent)
    , m_rows(new RowsModel(stepRoles(), this))
{
}

CheckController::~CheckController()
{
    m_cancel.cancel();
}

void CheckController::setChecker(Checker made)
{
    checker() = std::move(made);
}

void CheckController::setCluster(const QVariantMap &cluster)
{
    if (cluster == m_cluster) {
        return;
    }
    stop();
    m_cluster = cluster;
    m_check = {};
    m_trouble = {};
    m_rows->setRows({});
    Q_EMIT changed();
}

void CheckController::run()
{
    if (m_cluster.isEmpty()) {
        return;
    }
    stop();
    m_cancel = {};
    m_running = true;
    m_trouble = {};
    m_check = {};
    const CancelToken token = m_cancel.token();
    kube::CheckOrder order{.kubeconfig = m_cluster.value(u"kubeconfig"_s).toString(),
                           .context = m_cluster.value(u"context"_s).toString()};
    if (!m_folder.isEmpty()) {
        order.consent = kube::KnownClustersFile(m_folder).consent();
    }
    order.host.asksLoginShell = true;
    const QPointer<CheckController> self(this);
    const auto progress = [self, token](const kube::ClusterCheck &check) {
        if (self && !token.isCancelled()) {
            self->take(check);
        }
    };
    deliver(checker()(order, progress, token), this, [this, token](const Result<kube::ClusterCheck> &check) {
        if (token.isCancelled()) {
            return;
        }
        m_running = false;
        if (check) {
            take(*check);
            const ClusterState state = stateOf(*check);
            Q_EMIT ended(m_cluster.value(u"id"_s).toString(), number(state.tone), state.word);
        } else {
            m_trouble = Trouble::of(check.error());
            Q_EMIT changed();
        }
    });
    Q_EMIT changed();
}

bool CheckController::hasBegun() const
{
    return m_running || std::ranges::any_of(m_check.steps, [](const kube::CheckStep &step) {
               return step.outcome != kube::CheckStep::Outcome::Waiting;
           });
}

void CheckController::stop()
{
    m_cancel.cancel();
    if (m_running) {
        m_running = false;
        m_check = {};
        m_rows->setRows({});
        Q_EMIT changed();
    }
}

void CheckController::take(const kube::ClusterCheck &check)
{
    m_check = check;
    m_rows->setRows(stepRows(check));
    Q_EMIT changed();
}

void CheckController::allow()
{
    if (!m_check.wish) {
        return;
    }
    const auto written
        = kube::KnownClustersFile(m_folder).change([wish = *m_check.wish](kube::KnownClusters &clusters) -> Result<void> {
              clusters.allow(wish, QDateTime::currentDateTimeUtc());
              return {};
          });
    if (written) {
        run();
    } else {
        m_trouble = Trouble::of(written.error());
        Q_EMIT changed();
    }
}

void CheckController::retranslate()
{
    m_rows->setRows(stepRows(m_check));
    Q_EMIT changed();
}

int CheckController::tone() const
{
    return number(!hasBegun() ? Tone::Neutral : m_running ? Tone::Info : stateOf(m_check).tone);
}

QString CheckController::headline() const
{
    if (!hasBegun()) {
        return Text::tr("Not tested yet");
    }
    for (const kube::CheckStep &step : m_check.steps) {
        if (step.outcome == kube::CheckStep::Outcome::Failed) {
            return Text::tr("It stops at: %1").arg(kube::stepTitle(step.id));
        }
    }
    if (m_running) {
        return Text::tr("Asking the cluster…");
    }
    return stateOf(m_check).tone == Tone::Ok ? Text::tr("It works") : Text::tr("It works, with a warning");
}

QString CheckController::subtitle() const
{
    QStringList parts;
    if (!m_check.server.isEmpty()) {
        parts.append(plainLine(m_check.server));
    }
    if (!m_check.version.gitVersion.isEmpty()) {
        parts.append(plainLine(m_check.version.gitVersion));
    }
    if (!m_check.user.isEmpty()) {
        parts.append(Text::tr("as %1", "signed in as").arg(plainLine(m_check.user)));
    }
    return parts.join(u" · ");
}

QString CheckController::command() const
{
    QStringList words{u"sentinelctl"_s, u"clusters"_s, u"test"_s};
    if (m_cluster.value(u"known"_s).toBool()) {
        words << m_cluster.value(u"id"_s).toString();
    } else {
        words << u"--kubeconfig"_s << m_cluster.value(u"kubeconfig"_s).toString();
    }
    return plainLine(commandLine(words));
}

} // namespace sentinel::console
