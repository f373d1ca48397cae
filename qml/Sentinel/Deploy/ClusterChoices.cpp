// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/ClusterChoices.h"

#include "core/base/OperationRun.h"
#include "core/kube/Kubeconfig.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// A name that says production is believed; one that does not proves nothing.
bool soundsLikeProduction(const QString &name)
{
    const QString lower = name.toLower();
    return lower.contains(u"prod") && !lower.contains(u"nonprod") && !lower.contains(u"non-prod") && !lower.contains(u"preprod");
}

} // namespace

ClusterChoices::ClusterChoices(QObject *parent)
    : QObject(parent)
{
}

void ClusterChoices::setFile(const QString &file)
{
    m_file = file;
    read();
}

void ClusterChoices::read()
{
    m_contexts.clear();
    m_files.clear();
    m_trouble = {};
    QString wanted;
    const auto config = kube::Kubeconfig::read(m_file);
    if (!config) {
        m_trouble = Trouble::of(config.error());
        m_context.clear();
        m_contextProblem.clear();
        Q_EMIT changed();
        return;
    }
    m_files = config->files();
    for (const QString &name : config->contexts()) {
        const auto access = config->access(name);
        m_contexts.append(QVariantMap{{u"value"_s, name},
                                      {u"label"_s, plainLine(name)},
                                      {u"help"_s, access ? access->host() : Trouble::of(access.error()).explanation}});
        wanted = name == config->currentContext() || wanted.isEmpty() ? name : wanted;
    }
    setContext(wanted);
}

void ClusterChoices::setContext(const QString &context)
{
    m_context = context;
    m_guarded = soundsLikeProduction(context);
    const auto config = kube::Kubeconfig::read(m_file);
    const auto access = config ? config->access(context) : Result<kube::ClusterAccess>(failure(config));
    m_contextProblem = access ? QString() : Trouble::of(access.error()).text();
    Q_EMIT changed();
}

void ClusterChoices::setGuarded(bool guarded)
{
    m_guarded = guarded;
    Q_EMIT changed();
}

void ClusterChoices::setColour(const QString &colour)
{
    m_colour = colour;
    Q_EMIT changed();
}

QString ClusterChoices::blockedReason() const
{
    return m_trouble.isPresent() ? m_trouble.title : m_context.isEmpty() ? Text::tr("Choose a context first.") : m_contextProblem;
}

QVariantMap ClusterChoices::choice() const
{
    // One file is named; several merged by KUBECONFIG are read again from the environment.
    return {{u"kubeconfig"_s, m_files.size() == 1 ? m_files.first() : m_file},
            {u"context"_s, m_context},
            {u"colour"_s, m_colour},
            {u"guarded"_s, m_guarded}};
}

} // namespace sentinel::console
