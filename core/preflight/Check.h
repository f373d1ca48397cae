// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace sentinel::preflight {

enum class State {
    Pass,
    Warn, ///< works, but a careful admin would look
    Fail, ///< the install would not come up, or not as the plan asks
    NotChecked, ///< nobody could tell from here; `whoCan` says who can
};
[[nodiscard]] QString stateName(State state); ///< "pass", "warn", "fail", "not-checked": the words of JSON documents

/// What one look at the cluster says. Strings of the cluster in it are plain text, control characters taken out.
struct Check
{
    QString rule; ///< stable id, "preflight.capacity"
    State state = State::NotChecked;
    QString object{}; ///< what it is about, where there can be several of a rule: "StorageClass/fast"
    QString found{}; ///< what was seen, one sentence
    QString remedy{}; ///< what to do, one sentence; empty where nothing has to be done
    QString whoCan{}; ///< of NotChecked: "someone who may list nodes"
    QString answer{}; ///< the plan's KEY behind it
    QStringList details{}; ///< one line each
    QString overriddenBy{}; ///< the reason somebody gave to go on despite a Fail

    /// A fail nobody took upon himself.
    [[nodiscard]] bool stands() const { return state == State::Fail && overriddenBy.isEmpty(); }
    bool operator==(const Check &) const = default;
};
using Checks = QList<Check>;

/// A rule in words.
struct Rule
{
    QString title; ///< "Free capacity"
    QString why; ///< why it matters, one sentence
};
/// Every rule there is, in the order reports show them.
[[nodiscard]] QStringList ruleIds();
/// In the person's language; of an unknown id, the id itself.
[[nodiscard]] Rule ruleOf(const QString &id);

[[nodiscard]] Check pass(const QString &rule, const QString &found, const QString &answer = {});
[[nodiscard]] Check warn(const QString &rule, const QString &found, const QString &remedy, const QString &answer = {});
[[nodiscard]] Check fail(const QString &rule, const QString &found, const QString &remedy, const QString &answer = {});
[[nodiscard]] Check notChecked(const QString &rule, const QString &found, const QString &whoCan, const QString &answer = {});

/// Why a fail is accepted, by rule: `--override RULE=REASON`.
struct Override
{
    QString rule;
    QString reason;
    bool operator==(const Override &) const = default;
};

/// Everything a preflight found, in the order of the rules.
struct Report
{
    QString bundle{}; ///< the plan's name
    QString environment{};
    QString cluster{}; ///< as the plan names it
    QString context{}; ///< of the kubeconfig
    QString server{}; ///< host of the API server
    QString ns{};
    QString way{}; ///< "argocd" or "helm"
    QString version{}; ///< of Kubernetes, as the server tells it
    QDateTime at{}; ///< UTC
    Checks checks{};

    [[nodiscard]] int count(State state) const;
    /// No fail stands.
    [[nodiscard]] bool isClear() const;
    [[nodiscard]] Checks standing() const;
    /// Rules with a fail, without doubles.
    [[nodiscard]] QStringList failedRules() const;
    void sort();
};

/// Marks the fails of these rules. What it gives back are overrides of rules that did not fail: most often a slip.
[[nodiscard]] QList<Override> accept(Report &report, const QList<Override> &overrides);

} // namespace sentinel::preflight
