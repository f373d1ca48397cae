// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/Journal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::journal {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString sentenceOf(LineProblem problem, qint64 number)
{
    switch (problem) {
    case LineProblem::NotWhole:
        return Text::tr("Where record %1 should stand is no whole record.").arg(number);
    case LineProblem::Changed:
        return Text::tr("Record %1 was changed after it was written: its hash is not that of its content.").arg(number);
    case LineProblem::OutOfPlace:
        return Text::tr("What follows record %1 is not record %2: records were taken away, put in or moved.")
            .arg(number - 1)
            .arg(number);
    }
    Q_UNREACHABLE_RETURN({});
}

Finding found(Severity severity, const QString &rule, const QString &sentence, const Location &where)
{
    return {.severity = severity, .rule = rule, .object = {}, .path = {}, .sentence = sentence, .remedy = {}, .where = where};
}

/// Lines in order, up to the first that is wrong.
void examine(Verification &result, const QByteArray &bytes, const QString &path, const std::optional<Head> &written)
{
    bool hasWrittenHead = !written || written->number == 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', at);
        const int line = static_cast<int>(result.records) + 1;
        const auto record = readLine(end < 0 ? bytes.sliced(at) : bytes.sliced(at, end - at), result.head);
        if (!record || end < 0) {
            const LineProblem problem = record ? LineProblem::NotWhole : record.error();
            result.findings.append(found(Severity::Error, u"journal.chain"_s, sentenceOf(problem, result.head.number + 1),
                                         {.file = path, .line = line, .column = 1}));
            return;
        }
        if (record->type == RecordType::Repaired) {
            // A torn line was never a record; what was set aside or is missing was.
            result.isShortened = result.isShortened || !record->facts.value(u"file"_s).isEmpty()
                || !record->facts.value(u"expected"_s).isEmpty();
            result.findings.append(
                found(Severity::Warning, u"journal.repaired"_s, record->sentence, {.file = path, .line = line, .column = 1}));
        }
        result.head = {.number = record->number, .hash = record->hash};
        hasWrittenHead = hasWrittenHead || *written == result.head;
        ++result.records;
        at = end + 1;
    }
    if (!hasWrittenHead) {
        result.findings.append(
            found(Severity::Error, u"journal.head"_s,
                  Text::tr("The journal once had record %1 with another hash: its end was cut off or written anew.")
                      .arg(written->number),
                  {.file = path}));
    }
}

} // namespace

Result<Verification> Journal::verify()
{
    bool isNew = false;
    const auto lock = m_file.lock(JournalFile::Access::Shared, isNew);
    if (!lock) {
        return failure(lock);
    }
    if (isNew) {
        forget();
    }
    const auto bytes = m_file.readFrom(0);
    if (!bytes) {
        return failure(bytes);
    }
    Verification result;
    examine(result, *bytes, m_file.path(), m_file.head());
    return result;
}

} // namespace sentinel::journal
