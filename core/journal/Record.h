// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/OperationRun.h"
#include "core/journal/Facts.h"

#include <QDateTime>
#include <optional>

namespace sentinel::journal {

enum class RecordType {
    Begun, ///< an operation
    Resumed, ///< by whoever the record names
    Steps, ///< those it means to do
    Step, ///< one of them changed its state
    Intent, ///< what is about to be done; on disk before it is
    Effect, ///< the other side took it: request, target, uid, resource version
    Observed, ///< what was seen to come of it
    Outcome, ///< of the whole operation
    Repaired, ///< the journal itself: what could not be read was cut off
};

enum class Outcome {
    Done,
    Failed,
    Stopped, ///< somebody asked to stop
    Unknown, ///< nobody saw how it ended
};

/// The object something is done to. Names only, never its content.
struct Target
{
    QString apiVersion{};
    QString kind{};
    QString ns{};
    QString name{};
    bool operator==(const Target &) const = default;
};

/// What an operation belongs to.
struct Scope
{
    QString kind{}; ///< "deploy", "rollback"
    QString context{}; ///< of the kubeconfig
    QString cluster{};
    QString environment{};
    bool operator==(const Scope &) const = default;
};

/// One line of the journal.
struct Record
{
    RecordType type = RecordType::Begun;
    qint64 number = 0; ///< from 1, without gaps
    QDateTime at{}; ///< UTC
    QString who{}; ///< "ana@workstation"
    QString operation{}; ///< id; empty in what the journal says of itself
    Scope scope{};
    QString phase{};
    QString sentence{}; ///< for people; plain text
    QString requestId{};
    Target target{};
    QString uid{};
    QString resourceVersion{};
    Facts facts{};
    QList<OperationStep> steps{}; ///< Steps: all of them; Step: the one
    std::optional<Outcome> outcome{};
    bool isResumable = false; ///< with `outcome`: running it again goes on
    QByteArray hash{}; ///< of this line and, through it, of every line before; hexadecimal
};

/// "begun", "intent", "done", …: the words of the file.
[[nodiscard]] QString typeName(RecordType type);
[[nodiscard]] QString outcomeName(Outcome outcome);
[[nodiscard]] std::optional<RecordType> typeNamed(const QString &name);
[[nodiscard]] std::optional<Outcome> outcomeNamed(const QString &name);

} // namespace sentinel::journal
