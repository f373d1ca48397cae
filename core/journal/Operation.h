// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/Record.h"

namespace sentinel::journal {

/// What the records of one operation say about it.
struct Operation
{
    enum class State {
        Running, ///< no outcome yet: under way, or its program died (Journal::claim tells)
        Done,
        Failed,
        Stopped,
        Unknown,
    };
    QString id; ///< also the name of what it creates: "deploy-20261126-3f9c"
    Scope scope;
    QString who; ///< began it
    QDateTime began;
    QDateTime last; ///< of the newest record
    State state = State::Running;
    bool isResumable = false;
    QString phase; ///< the last one named
    QString sentence; ///< of the outcome, else of the newest record that has one
    QList<Record> pending; ///< intents without an effect or anything observed after them: done or not, nobody wrote it down

    /// Running it again goes on with it.
    [[nodiscard]] bool isOpen() const { return state == State::Running || isResumable; }
};

[[nodiscard]] QString stateName(Operation::State state); ///< "running", "done", "failed", "stopped", "unknown"

/// Takes a record into what is known of its operation.
void takeRecord(Operation &operation, const Record &record);

/// A text as a part of a Kubernetes name: small letters, digits and dashes.
[[nodiscard]] QString namePart(const QString &text);

} // namespace sentinel::journal
