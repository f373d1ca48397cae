// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/OperationRun.h"
#include "core/deploy/ObjectState.h"
#include "core/preflight/Check.h"

namespace sentinel::deploy {

/// How a deploy stands or ended.
enum class Verdict {
    Open, ///< not decided yet
    Healthy, ///< every object is
    Unhealthy, ///< applied, and something does not come up by itself: `cause()` says what
    Stopped, ///< somebody asked to stop; `leftBehind()` says what stays
    Failed, ///< a phase could not be done: `error()`
    Planned, ///< a dry run: `planned()` says what it would do
};
/// "open", "healthy", …: the words of JSON documents.
[[nodiscard]] QString verdictName(Verdict verdict);

/// A name for a run that begins now, as journals and operations in the cluster carry it: "deploy-20261126-1c3f".
[[nodiscard]] QString newRunId(const QString &kind, const QDateTime &now);

/// A deploy while it runs: the steps of any long operation, and beside them every object it brings. Steps, by id:
///
/// both paths: `bundle`, `cluster`, `preflight` (where somebody can look ahead), `namespace`, `secrets`, … `health`;
/// Argo CD: `repository` (the bundle goes to Git), `project` (AppProject, ApplicationSets), `platform`, `application`;
/// Helm: `platform` (priority classes, issuers, network policies), `release`.
class DeployRun final : public OperationRun
{
    Q_OBJECT

public:
    explicit DeployRun(QString id, QString kind = QStringLiteral("deploy"), QObject *parent = nullptr);

    /// Ordered by wave, kind and name, each object followed by what belongs to it. Empty until the cluster was asked.
    [[nodiscard]] const QList<ObjectState> &objects() const { return m_objects; }
    /// The chain of the worst object, root first; empty while nothing is wrong.
    [[nodiscard]] const QList<WhyStep> &cause() const { return m_cause; }
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    /// Sentences, after a stop: what was already done and stays.
    [[nodiscard]] const QStringList &leftBehind() const { return m_leftBehind; }
    /// Sentences, of a dry run: what a deploy would do, in order.
    [[nodiscard]] const QStringList &planned() const { return m_planned; }
    /// Goes on with what a killed or stopped run began.
    [[nodiscard]] bool isResumed() const { return m_resumed; }

    /// What preflight found; nothing until it has looked.
    [[nodiscard]] const std::optional<preflight::Report> &preflight() const { return m_preflight; }
    /// Preflight found what nobody accepted: nothing was changed.
    [[nodiscard]] bool isRefused() const { return m_verdict == Verdict::Failed && m_preflight && !m_preflight->isClear(); }

    // For the flow.
    void setPreflight(preflight::Report report);
    void setObjects(QList<ObjectState> objects, QList<WhyStep> cause);
    void setVerdict(Verdict verdict);
    void addLeftBehind(const QString &sentence);
    void addPlanned(const QString &sentence);
    void setResumed(bool resumed) { m_resumed = resumed; }

Q_SIGNALS:
    void objectsChanged();
    void verdictChanged();
    void preflightChanged();

private:
    QList<ObjectState> m_objects;
    QList<WhyStep> m_cause;
    Verdict m_verdict = Verdict::Open;
    QStringList m_leftBehind;
    QStringList m_planned;
    std::optional<preflight::Report> m_preflight;
    bool m_resumed = false;
};

} // namespace sentinel::deploy
