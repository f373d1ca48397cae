// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Shell/ClusterContext.h"

#include "app/composition/Application.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace sentinel::shell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr double kSpeed = 10; // an install that takes minutes is seen in seconds; the Deploy page changes it

QString rehearsalFolder()
{
    return composition::stateFolder() + u"/rehearsal"_s;
}

} // namespace

ClusterContext::ClusterContext(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_rehearsal(composition::Rehearsal::programBeside(), rehearsalFolder())
{
    connect(&m_rehearsal, &composition::Rehearsal::changed, this, &ClusterContext::changed);
}

bool ClusterContext::isUsable() const
{
    return m_mode == Real || (m_mode == Rehearsal && m_rehearsal.state() == composition::Rehearsal::State::Ready);
}

bool ClusterContext::isStarting() const
{
    return m_mode == Rehearsal && m_rehearsal.state() == composition::Rehearsal::State::Starting;
}

bool ClusterContext::isFailed() const
{
    return m_mode == Rehearsal && m_rehearsal.state() == composition::Rehearsal::State::Failed;
}

QString ClusterContext::title() const
{
    switch (m_mode) {
    case Offline:
        return Text::tr("OFFLINE");
    case Rehearsal:
        return isFailed() ? Text::tr("OFFLINE") : Text::tr("REHEARSAL");
    case Real:
        return m_name;
    }
    Q_UNREACHABLE_RETURN({});
}

QString ClusterContext::sentence() const
{
    switch (m_mode) {
    case Offline:
        return Text::tr("no cluster connected · nothing here touches your systems");
    case Rehearsal:
        return isFailed() ? m_rehearsal.sentence()
            : isUsable()  ? Text::tr("in-memory cluster · nothing here touches your systems")
                          : Text::tr("in-memory cluster · starting…");
    case Real:
        return m_kubeconfig.isEmpty() ? m_context
            : m_name == m_context
            ? QDir::toNativeSeparators(m_kubeconfig)
            : Text::tr("%1 in %2", "a context in a file").arg(m_context, QDir::toNativeSeparators(m_kubeconfig));
    }
    Q_UNREACHABLE_RETURN({});
}

QString ClusterContext::kubeconfig() const
{
    return !isUsable() ? QString() : m_mode == Real ? m_kubeconfig : m_rehearsal.kubeconfig();
}

QVariantMap ClusterContext::pageProperties() const
{
    return {{u"usable"_s, isUsable()},
            {u"kubeconfig"_s, kubeconfig()},
            {u"context"_s, context()},
            {u"rehearsal"_s, m_mode == Rehearsal},
            {u"clusterName"_s, m_mode == Real ? m_name : QString()},
            {u"protection"_s, protectionName(protection()).toString()},
            {u"guarded"_s, isGuarded()},
            {u"clusterProblem"_s, isFailed() ? m_rehearsal.sentence() : QString()},
            {u"rehearsalSince"_s, m_rehearsal.since()},
            {u"stateFolder"_s, composition::stateFolder()},
            {u"configFolder"_s, composition::configFolder()}};
}

void ClusterContext::useRehearsal()
{
    m_mode = Rehearsal;
    m_rehearsal.start(kSpeed);
    Q_EMIT changed();
}

void ClusterContext::restartRehearsal()
{
    m_mode = Rehearsal;
    m_rehearsal.stop();
    m_rehearsal.start(kSpeed);
    Q_EMIT changed();
}

void ClusterContext::useCluster(const QVariantMap &choice)
{
    m_mode = Real;
    m_name = choice.value(u"name"_s, choice.value(u"context"_s)).toString();
    m_kubeconfig = choice.value(u"kubeconfig"_s).toString();
    m_context = choice.value(u"context"_s).toString();
    m_colour = choice.value(u"colour"_s).toString();
    m_protection = protectionNamed(choice.value(u"protection"_s).toString()).value_or(ProtectionLevel::Confirm);
    m_settings.setValue(u"kubeconfig"_s, m_kubeconfig);
    m_rehearsal.stop(); // nobody can mistake one for the other
    Q_EMIT changed();
}

void ClusterContext::goOffline()
{
    m_mode = Offline;
    m_rehearsal.stop();
    Q_EMIT changed();
}

} // namespace sentinel::shell
