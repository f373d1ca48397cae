// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Pauses.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const QString kKind = u"auto-sync"_s;

journal::Scope scopeOf(const Pause &pause)
{
    return {.kind = kKind, .context = pause.clusterName, .cluster = pause.clusterId, .environment = pause.ns + u'/' + pause.name};
}

Pause pauseOf(const journal::Operation &operation, const journal::Facts &facts)
{
    return {.id = operation.id,
            .clusterName = operation.scope.context,
            .clusterId = operation.scope.cluster,
            .ns = operation.scope.environment.section(u'/', 0, 0),
            .name = operation.scope.environment.section(u'/', 1),
            .run = facts.value(u"run"_s),
            .by = operation.who,
            .since = operation.began,
            .automated = QJsonDocument::fromJson(facts.value(u"automated"_s).toUtf8()).object()};
}

} // namespace

Result<void> JournalPauses::note(Pause pause)
{
    const auto known = m_journal->openOperation(kKind, pause.clusterId, pause.ns + u'/' + pause.name);
    if (!known) {
        return failure(known);
    }
    if (*known) {
        return {};
    }
    journal::Facts facts;
    facts.add(u"run"_s, pause.run);
    facts.add(u"automated"_s, QString::fromUtf8(QJsonDocument(pause.automated).toJson(QJsonDocument::Compact)));
    const auto begun
        = m_journal->begin(scopeOf(pause), Text::tr("auto-sync of %1 is paused by a rollback").arg(pause.name), facts);
    return begun ? Result<void>() : failure(begun);
}

Result<void> JournalPauses::settle(const Pause &pause, const QString &sentence)
{
    const auto known = m_journal->openOperation(kKind, pause.clusterId, pause.ns + u'/' + pause.name);
    if (!known) {
        return failure(known);
    }
    if (!*known) {
        return {};
    }
    auto log = m_journal->resume((*known)->id);
    return log ? log->outcome(journal::Outcome::Done, sentence) : failure(log);
}

Result<QList<Pause>> JournalPauses::open()
{
    const auto operations = m_journal->operations();
    if (!operations) {
        return failure(operations);
    }
    QList<Pause> pauses;
    for (const journal::Operation &operation : *operations) {
        if (operation.scope.kind != kKind || !operation.isOpen()) {
            continue;
        }
        const auto records = m_journal->records(operation.id);
        if (!records) {
            return failure(records);
        }
        pauses.append(pauseOf(operation, records->isEmpty() ? journal::Facts() : records->first().facts));
    }
    return pauses;
}

} // namespace sentinel::rollback
