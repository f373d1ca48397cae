// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Memory.h"

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

/// The revisions a run brought: the commit it pushed or went back to, the revision of the release it made.
QStringList revisionsOf(const QList<journal::Record> &records, const journal::Facts &begun)
{
    QStringList revisions;
    for (const journal::Record &record : records) {
        if (record.type != journal::RecordType::Effect) {
            continue;
        }
        const QString revision = record.facts.value(u"revision"_s);
        if (revision.isEmpty()) {
            continue;
        }
        if (record.requestId.startsWith(u"release:")) {
            const QString ns = begun.value(u"namespace"_s);
            revisions.append(Memory::helmRevision(ns, record.requestId.sliced(8).section(u'/', -1), revision.toInt()));
        } else {
            revisions.append(revision);
        }
    }
    return revisions;
}

Remembered healthOf(const journal::Operation &operation)
{
    switch (operation.state) {
    case journal::Operation::State::Done:
        return Remembered::Healthy;
    case journal::Operation::State::Failed:
        return Remembered::Unhealthy;
    case journal::Operation::State::Running:
    case journal::Operation::State::Stopped:
    case journal::Operation::State::Unknown:
        return Remembered::Nothing;
    }
    Q_UNREACHABLE_RETURN(Remembered::Nothing);
}

} // namespace

QString Memory::helmRevision(const QString &ns, const QString &release, int revision)
{
    return u"helm:%1/%2/%3"_s.arg(ns, release).arg(revision);
}

void Memory::add(const Memo &memo)
{
    Memo &known = m_memos[memo.revision];
    if (known.revision.isEmpty()) {
        known = memo;
        return;
    }
    // That it was healthy once outlives a later run that did not end so; that somebody went back from it outlives both.
    if (memo.health == Remembered::RolledBack || known.health == Remembered::Nothing
        || (memo.health == Remembered::Healthy && known.health == Remembered::Unhealthy)) {
        known.health = memo.health;
    }
    known.rolledBack = memo.rolledBack.isValid() ? memo.rolledBack : known.rolledBack;
    if (known.version.isEmpty()) {
        known.version = memo.version;
    }
    if (memo.at > known.at) {
        known.at = memo.at;
        known.by = memo.by;
    }
}

std::optional<Memo> Memory::of(const QString &revision) const
{
    const auto found = m_memos.constFind(revision);
    return found == m_memos.cend() ? std::nullopt : std::optional(*found);
}

void Memory::addSchema(int version, const QString &needs)
{
    if (version > m_schema) {
        m_schema = version;
        m_schemaNeeds = needs;
    }
}

Result<std::shared_ptr<Memory>> rememberFrom(journal::Journal &journal, const QString &clusterId, const QString &ns)
{
    const auto memory = std::make_shared<Memory>();
    const auto operations = journal.operations();
    if (!operations) {
        return failure(operations);
    }
    for (const journal::Operation &operation : *operations) {
        const bool isRun = operation.scope.kind == u"deploy" || operation.scope.kind == u"rollback";
        if (!isRun || operation.scope.cluster != clusterId) {
            continue;
        }
        const auto records = journal.records(operation.id);
        if (!records) {
            return failure(records);
        }
        if (records->isEmpty()) {
            continue;
        }
        const journal::Facts &begun = records->first().facts;
        if (begun.value(u"namespace"_s) == ns) {
            memory->addSchema(begun.value(u"schema"_s).toInt(), begun.value(u"schemaNeeds"_s));
        }
        const QStringList revisions = revisionsOf(*records, begun);
        for (const QString &revision : revisions) {
            memory->add({.revision = revision,
                         .version = begun.value(u"version"_s),
                         .by = operation.who,
                         .at = operation.began,
                         .health = healthOf(operation)});
        }
        const QString from = begun.value(u"from"_s);
        if (operation.scope.kind == u"rollback" && !from.isEmpty() && !revisions.isEmpty()) {
            memory->add({.revision = from, .health = Remembered::RolledBack, .rolledBack = operation.began});
        }
    }
    return memory;
}

} // namespace sentinel::rollback
