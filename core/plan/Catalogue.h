// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Finding.h"
#include "core/base/Language.h"

#include <QHash>
#include <QList>
#include <QString>

namespace sentinel::plan {

/// A sentence or label in every language we speak.
struct Words
{
    QString english;
    QString spanish;
    [[nodiscard]] QString in(Language language) const { return language == Language::Spanish ? spanish : english; }
};

enum class AnswerType {
    Text,
    HostName, ///< RFC 1123 name, a leading "*." allowed where the question says so
    Port, ///< 1 to 65535
    Cidr, ///< IPv4 or IPv6 network
    Address, ///< IPv4 or IPv6 address, optionally with a port
    Url, ///< https:// (or as the question's pattern says)
    Email,
    Quantity, ///< Kubernetes quantity
    Duration, ///< "90d", "15m"
    Integer,
    Decimal,
    Boolean,
    Choice, ///< one of `choices`
    Choices, ///< any of `choices`
    SecretReference, ///< "SECRET/KEY" or "SECRET": a name in the cluster, never a value
    Group, ///< a list of items, each with the questions in `fields`
};

struct Choice
{
    QString value;
    Words label;
    Words help;
};

/// One question of the wizard, as `resources/plan/questions/*.yaml` states it.
struct Question
{
    QString key; ///< "load.eventsPerSecond"; inside a group just the field name
    QString step; ///< "load"
    AnswerType type = AnswerType::Text;
    QString unit; ///< "events/s"; empty when the type says it all
    Words label;
    Words help;
    Words section; ///< heading inside the step's page; empty: none
    bool advanced = false; ///< behind "More settings" on the page
    bool optional = false; ///< may stay empty
    QString defaultExpression; ///< worked out when nobody answered; see Expression.h
    QString whenExpression; ///< asked only when true; empty: always
    QString minimum; ///< in the type's own notation; empty: none
    QString maximum;
    QString pattern; ///< regular expression the whole text must match
    QString placeholder; ///< an example shown in the empty field
    QList<Choice> choices;
    QList<Question> fields; ///< of a Group
    QStringList effects; ///< what it changes: bundle paths or "sizing: …" lines, for `plan explain`
};

struct Step
{
    QString id; ///< "target"
    Words title;
    Words question; ///< the one thing the page asks, in words
};

/// A rule across answers: when `condition` is true, the finding is raised.
struct Rule
{
    QString id; ///< "plan.failover-needs-three"
    Severity severity = Severity::Error;
    QString condition;
    Words sentence; ///< `{load.eventsPerSecond}` is replaced by the answer
    Words remedy;
    QStringList keys; ///< the answers it is about; the first is the one shown as wrong
};

struct Profile
{
    QString name; ///< "prod"
    Words title;
    Words summary;
    QList<std::pair<QString, QString>> answers; ///< key → answer in its notation
};

/// All questions, rules and profiles that ship with the program. Built from `resources/plan` at build time, immutable.
class Catalogue
{
public:
    [[nodiscard]] static const Catalogue &shipped();

    [[nodiscard]] const QList<Step> &steps() const { return m_steps; }
    [[nodiscard]] const QList<Question> &questions() const { return m_questions; } ///< in the order of the wizard
    [[nodiscard]] const QList<Rule> &rules() const { return m_rules; }
    [[nodiscard]] const QList<Profile> &profiles() const { return m_profiles; }
    [[nodiscard]] const Question *find(QStringView key) const;
    [[nodiscard]] const Profile *profile(QStringView name) const;
    /// The known key that looks most like `key`, for "did you mean"; empty when none is close.
    [[nodiscard]] QString closestKey(QStringView key) const;

    /// For the build tool and tests.
    Catalogue(QList<Step> steps, QList<Question> questions, QList<Rule> rules, QList<Profile> profiles);

private:
    QList<Step> m_steps;
    QList<Question> m_questions;
    QList<Rule> m_rules;
    QList<Profile> m_profiles;
    QHash<QString, qsizetype> m_byKey;
};

} // namespace sentinel::plan
