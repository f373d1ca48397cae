// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/Journal.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QSysInfo>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sentinel::journal {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostSentence = 4000;

QString thisPerson()
{
    const passwd *entry = ::getpwuid(::geteuid());
    const QString user = entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::geteuid());
    return user + u'@' + QSysInfo::machineHostName();
}

std::unexpected<Error> refused(Error::Kind kind, const QString &sentence)
{
    return failure(kind, Text::tr("keeping the journal"), sentence);
}

} // namespace

Journal::Journal(const QString &folder, std::shared_ptr<Clock> clock, QString who)
    : m_folder(folder)
    , m_clock(std::move(clock))
    , m_who(who.isEmpty() ? thisPerson() : std::move(who))
    , m_file(folder)
{
}

Result<std::shared_ptr<Journal>> Journal::open(const QString &folder, std::shared_ptr<Clock> clock, const QString &who)
{
    const std::shared_ptr<Journal> journal(new Journal(folder, std::move(clock), who));
    if (const auto opened = journal->m_file.open(); !opened) {
        return failure(opened);
    }
    auto key = journal->m_file.key();
    if (!key) {
        return failure(key);
    }
    journal->m_key = std::move(*key);
    bool isNew = false;
    const auto lock = journal->m_file.lock(JournalFile::Access::Exclusive, isNew);
    if (!lock) {
        return failure(lock);
    }
    if (const auto repaired = journal->repair(); !repaired) {
        return failure(repaired);
    }
    if (const auto noted = journal->noteMissing(); !noted) {
        return failure(noted);
    }
    return journal;
}

Result<bool> Journal::catchUp()
{
    const auto size = m_file.size();
    if (!size) {
        return failure(size);
    }
    if (*size < m_end) {
        forget(); // it was cut, or exchanged for another
    }
    const auto bytes = m_file.readFrom(m_end);
    if (!bytes) {
        return failure(bytes);
    }
    for (qsizetype at = 0; at < bytes->size();) {
        const qsizetype end = bytes->indexOf('\n', at);
        auto record = end < 0 ? std::unexpected(LineProblem::NotWhole) : readLine(bytes->sliced(at, end - at), m_head);
        if (!record) {
            return true;
        }
        take(std::move(*record));
        m_end += end + 1 - at;
        at = end + 1;
    }
    return false;
}

void Journal::forget()
{
    m_end = 0;
    m_head = {};
    m_records.clear();
    m_order.clear();
    m_operations.clear();
}

void Journal::take(Record record)
{
    m_head = {.number = record.number, .hash = record.hash};
    if (!record.operation.isEmpty()) {
        if (!m_operations.contains(record.operation)) {
            m_order.append(record.operation);
        }
        takeRecord(m_operations[record.operation], record);
    }
    m_records.append(std::move(record));
}

Result<void> Journal::repair()
{
    const auto isTorn = catchUp();
    if (!isTorn) {
        return failure(isTorn);
    }
    if (!*isTorn) {
        return {};
    }
    const auto rest = m_file.readFrom(m_end);
    if (!rest) {
        return failure(rest);
    }
    const qsizetype lines = rest->count('\n');
    Facts facts;
    facts.add(u"bytes"_s, QString::number(rest->size())).add(u"lines"_s, QString::number(lines));
    if (lines > 0) {
        // More than a torn line: somebody's words, perhaps, so they are kept.
        const QString stamp = m_clock->now().toString(u"yyyyMMdd-hhmmss-zzz"_s);
        const auto aside = m_file.setAside(*rest, stamp);
        if (!aside) {
            return failure(aside);
        }
        facts.add(u"file"_s, *aside);
    }
    if (const auto cut = m_file.cutAt(m_end); !cut) {
        return failure(cut);
    }
    return writeRepair(lines > 0 ? Text::tr("After record %1 the journal could not be read on: %n line(s) were set aside in %2.",
                                            nullptr, static_cast<int>(lines))
                                       .arg(m_head.number)
                                       .arg(facts.value(u"file"_s))
                                 : Text::tr("The last line of the journal was torn, as by a crash while it was written: it was "
                                            "cut off. Records 1 to %1 are whole.")
                                       .arg(m_head.number),
                       facts);
}

Result<void> Journal::noteMissing()
{
    const auto written = m_file.head();
    if (!written || written->number <= 0) {
        return {};
    }
    const bool isCut = written->number > m_head.number;
    if (!isCut && m_records.at(written->number - 1).hash == written->hash) {
        return {};
    }
    Facts facts;
    facts.add(u"expected"_s, QString::number(written->number)).add(u"hash"_s, QString::fromLatin1(written->hash));
    return writeRepair(isCut ? Text::tr("The journal once had %1 records and has %2: the rest were taken away.")
                                   .arg(written->number)
                                   .arg(m_head.number)
                             : Text::tr("Record %1 once had another hash: the journal was written anew.").arg(written->number),
                       facts);
}

Result<void> Journal::writeRepair(const QString &sentence, const Facts &facts)
{
    m_notes.append(sentence);
    Record record{.type = RecordType::Repaired, .sentence = sentence, .facts = facts};
    return write(record);
}

Result<void> Journal::write(Record &record)
{
    record.at = m_clock->now().toUTC();
    record.who = m_who;
    redact(record);
    const QByteArray line = writeLine(record, m_head);
    if (const auto written = m_file.append(line, m_end); !written) {
        return written;
    }
    m_end += line.size();
    take(record);
    m_file.writeHead(m_head);
    return {};
}

Result<Record> Journal::append(Record record, const Check &check)
{
    bool isNew = false;
    const auto lock = m_file.lock(JournalFile::Access::Exclusive, isNew);
    if (!lock) {
        return failure(lock);
    }
    if (isNew) {
        forget();
    }
    if (const auto repaired = repair(); !repaired) {
        return failure(repaired);
    }
    if (const auto noted = noteMissing(); !noted) {
        return failure(noted);
    }
    if (check) {
        if (const auto checked = check(record); !checked) {
            return failure(checked);
        }
    }
    if (const auto written = write(record); !written) {
        return failure(written);
    }
    return record;
}

Result<void> Journal::refresh()
{
    bool isNew = false;
    const auto lock = m_file.lock(JournalFile::Access::Shared, isNew);
    if (!lock) {
        return failure(lock);
    }
    if (isNew) {
        forget();
    }
    // A torn end is the next writer's to cut; what stands before it is good.
    const auto caughtUp = catchUp();
    return caughtUp ? Result<void>() : failure(caughtUp);
}

void Journal::redact(Record &record) const
{
    const auto plain = [](const QString &text) {
        return looksSecret(text) ? Text::tr("(left out: it looks like a secret)") : plainLine(text).left(kMostSentence);
    };
    record.sentence = plain(record.sentence);
    for (OperationStep &step : record.steps) {
        step.detail = plain(step.detail);
    }
    Facts facts;
    for (const auto &[name, text] : record.facts.all().asKeyValueRange()) {
        const bool isDigest = text.startsWith("hmac-sha256:"_L1);
        if (!isDigest && (namesSecret(name) || looksSecret(text))) {
            facts.add(name, digest(text.toUtf8()));
        } else {
            facts.add(name, plainLine(text).left(kMostSentence));
        }
    }
    record.facts = facts;
}

QString Journal::freeId(const QString &kind) const
{
    const QString day = m_clock->now().toUTC().toString(u"yyyyMMdd"_s);
    for (;;) {
        const QString id = u"%1-%2-%3"_s.arg(namePart(kind).left(40), day)
                               .arg(QRandomGenerator::system()->bounded(0x10000), 4, 16, QLatin1Char('0'));
        if (!m_operations.contains(id)) {
            return id;
        }
    }
}

Result<OperationLog> Journal::begin(const Scope &scope, const QString &sentence, const Facts &facts, const QString &id)
{
    if (namePart(scope.kind).isEmpty()) {
        return refused(Error::Kind::Invalid, Text::tr("An operation needs a kind, such as \"deploy\"."));
    }
    const auto check = [this, &id](Record &record) -> Result<void> {
        for (const Operation &operation : std::as_const(m_operations)) {
            if (operation.isOpen() && operation.scope.kind == record.scope.kind && operation.scope.cluster == record.scope.cluster
                && operation.scope.environment == record.scope.environment) {
                return refused(
                    Error::Kind::Conflict,
                    Text::tr("%1, begun by %2, is still open: resume it or end it first.").arg(operation.id, operation.who));
            }
        }
        record.operation = id.isEmpty() || m_operations.contains(id) ? freeId(record.scope.kind) : id;
        return {};
    };
    const auto begun = append({.type = RecordType::Begun, .scope = scope, .sentence = sentence, .facts = facts}, check);
    if (!begun) {
        return failure(begun);
    }
    return OperationLog(shared_from_this(), begun->operation, scope);
}

Result<OperationLog> Journal::resume(const QString &operation)
{
    const auto check = [this](Record &record) -> Result<void> {
        const auto found = m_operations.constFind(record.operation);
        if (found == m_operations.constEnd()) {
            return refused(Error::Kind::NotFound, Text::tr("The journal knows no operation %1.").arg(record.operation));
        }
        if (!found->isOpen()) {
            return refused(Error::Kind::Conflict, Text::tr("%1 has ended and cannot be resumed.").arg(record.operation));
        }
        record.scope = found->scope;
        return {};
    };
    const auto resumed = append({.type = RecordType::Resumed, .operation = operation}, check);
    if (!resumed) {
        return failure(resumed);
    }
    return OperationLog(shared_from_this(), operation, resumed->scope);
}

Result<QList<Operation>> Journal::operations()
{
    if (const auto read = refresh(); !read) {
        return failure(read);
    }
    QList<Operation> newestFirst;
    for (auto id = m_order.crbegin(); id != m_order.crend(); ++id) {
        newestFirst.append(m_operations.value(*id));
    }
    return newestFirst;
}

Result<std::optional<Operation>> Journal::openOperation(const QString &kind, const QString &cluster, const QString &environment)
{
    const auto all = operations();
    if (!all) {
        return failure(all);
    }
    for (const Operation &operation : *all) {
        if (operation.isOpen() && operation.scope.kind == kind && operation.scope.cluster == cluster
            && operation.scope.environment == environment) {
            return operation;
        }
    }
    return std::nullopt;
}

Result<QList<Record>> Journal::records(const QString &operation)
{
    if (const auto read = refresh(); !read) {
        return failure(read);
    }
    QList<Record> found;
    std::ranges::copy_if(m_records, std::back_inserter(found),
                         [&](const Record &record) { return record.operation == operation; });
    return found;
}

Result<Head> Journal::head()
{
    if (const auto read = refresh(); !read) {
        return failure(read);
    }
    return m_head;
}

Result<Claim> Journal::claim(const Scope &scope) const
{
    const QStringList parts{scope.kind, scope.cluster, scope.environment};
    const QByteArray whole = QCryptographicHash::hash(parts.join(QChar(0)).toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    const QString path = m_folder + u"/claim-"_s + namePart(scope.kind).left(40) + u'-' + QString::fromLatin1(whole);
    return Claim::take(path, Text::tr("%1 of %2 on %3").arg(scope.kind, scope.environment, scope.cluster), m_who);
}

Digest Journal::digest(QByteArrayView secret) const
{
    return {m_key, secret};
}

} // namespace sentinel::journal
