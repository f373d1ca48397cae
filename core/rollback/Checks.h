// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Verdict.h"

namespace sentinel::rollback {

/// Writes one check: its light is that of its worst finding, green without any that is worse than a note.
class CheckWriter
{
public:
    CheckWriter(const QString &rule, const QString &title)
        : m_check{.rule = QStringLiteral("rollback.") + rule, .title = title, .light = Light::Green}
    {
    }
    void red(const QString &object, const QString &sentence, const QString &remedy = {});
    void amber(const QString &object, const QString &sentence, const QString &remedy = {});
    void note(const QString &sentence, const QString &object = {});
    /// Nobody could look: amber.
    void unknown(const QString &what, const QString &problem, const QString &remedy = {});
    [[nodiscard]] Check done() const { return m_check; }
    [[nodiscard]] Check notHere(const QString &why);

private:
    void add(Severity severity, Light light, const QString &object, const QString &sentence, const QString &remedy);
    Check m_check;
};

/// The rules of the fifteen, in their order: "rollback.target" and so on.
[[nodiscard]] QStringList checkRules();

// The fifteen, in the order in which a person asks: which version, may I, is anything in the way, will it last; what changes,
// will the server take it; will the data be readable; what it needs; what it costs.
[[nodiscard]] Check checkTarget(const Evidence &evidence);
[[nodiscard]] Check checkRights(const Evidence &evidence);
[[nodiscard]] Check checkBusy(const Evidence &evidence);
[[nodiscard]] Check checkSticks(const Evidence &evidence);
[[nodiscard]] Check checkDeletes(const Evidence &evidence, const Difference &difference);
[[nodiscard]] Check checkDryRun(const Evidence &evidence);
[[nodiscard]] Check checkSchema(const Evidence &evidence);
[[nodiscard]] Check checkDefinitions(const Evidence &evidence);
[[nodiscard]] Check checkReplicas(const Evidence &evidence);
[[nodiscard]] Check checkImages(const Evidence &evidence);
[[nodiscard]] Check checkVolumes(const Evidence &evidence);
[[nodiscard]] Check checkReferences(const Evidence &evidence);
[[nodiscard]] Check checkBackup(const Evidence &evidence, bool needsData, const Difference &difference);
[[nodiscard]] Check checkRoom(const Evidence &evidence, const Difference &difference);
[[nodiscard]] Check checkHooks(const Evidence &evidence, const Difference &difference);

/// Whether data may have to go back by itself: a migration between the two, volumes that changed, objects with data that go.
[[nodiscard]] bool mayNeedData(const Evidence &evidence, Light schema, Light volumes, const Difference &difference);

/// The schema of the data as it is now, and which version can still read it.
struct SchemaState
{
    int version = 0; ///< 0: nobody wrote it down
    QString needs{}; ///< lowest version of the application
    bool isRemembered = false; ///< by an earlier run only: the Job that said so is gone
    bool isOpen = false; ///< a migration to a newer one began and is not through
    int opening = 0; ///< to which
};
[[nodiscard]] SchemaState schemaOf(const Evidence &evidence);
/// That the older version's migration brings; 0: it carries no marker.
[[nodiscard]] int schemaThenOf(const Evidence &evidence);

/// How long it lasts, as a sentence.
[[nodiscard]] QString sticksText(const Evidence &evidence);

/// Pods an object makes: its template's spec; empty when it makes none.
[[nodiscard]] QJsonObject podSpecOf(const QJsonObject &object);

} // namespace sentinel::rollback
