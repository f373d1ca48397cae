// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/DeployRun.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

QString newRunId(const QString &kind, const QDateTime &now)
{
    return u"%1-%2-%3"_s.arg(kind, now.toString(u"yyyyMMdd"))
        .arg(QRandomGenerator::system()->bounded(0x10000), 4, 16, QChar(u'0'));
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Open:
        return u"open"_s;
    case Verdict::Healthy:
        return u"healthy"_s;
    case Verdict::Unhealthy:
        return u"unhealthy"_s;
    case Verdict::Stopped:
        return u"stopped"_s;
    case Verdict::Failed:
        return u"failed"_s;
    case Verdict::Planned:
        return u"planned"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

DeployRun::DeployRun(QString id, QString kind, QObject *parent)
    : OperationRun(std::move(id), std::move(kind), parent)
{
}

void DeployRun::setObjects(QList<ObjectState> objects, QList<WhyStep> cause)
{
    if (m_objects == objects && m_cause == cause) {
        return;
    }
    m_objects = std::move(objects);
    m_cause = std::move(cause);
    Q_EMIT objectsChanged();
}

void DeployRun::setPreflight(preflight::Report report)
{
    m_preflight = std::move(report);
    Q_EMIT preflightChanged();
}

void DeployRun::setVerdict(Verdict verdict)
{
    m_verdict = verdict;
    Q_EMIT verdictChanged();
}

void DeployRun::addLeftBehind(const QString &sentence)
{
    m_leftBehind.append(plainLine(sentence));
}

void DeployRun::addPlanned(const QString &sentence)
{
    m_planned.append(plainLine(sentence));
}

} // namespace sentinel::deploy
