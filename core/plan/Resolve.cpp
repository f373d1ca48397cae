// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Resolve.h"

#include "core/plan/ReadAnswer.h"

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

const Datum *find(const Layer *layer, const QString &key)
{
    if (!layer || layer->answers.isEmpty()) {
        return nullptr;
    }
    const auto found = layer->answers.constFind(key);
    return found == layer->answers.constEnd() ? nullptr : &*found;
}

Answers::Resolved answerOf(const Compiled::Item &item, const Levels &levels, const QHash<QString, Datum> &profile,
                           const Scope &scope)
{
    using Source = Origin::Source;
    const QString &key = item.question->key;
    if (const Datum *datum = find(levels.cluster, key)) {
        return {.datum = *datum, .origin = {.key = key, .source = Source::Cluster}};
    }
    if (const Datum *datum = find(levels.environment, key)) {
        return {.datum = *datum, .origin = {.key = key, .source = Source::Environment}};
    }
    if (const Datum *datum = find(levels.base, key)) {
        return {.datum = *datum, .origin = {.key = key, .source = Source::Base}};
    }
    if (const auto found = profile.constFind(key); found != profile.constEnd()) {
        return {.datum = *found, .origin = {.key = key, .source = Source::Profile}};
    }
    return {.datum = asAnswer(*item.question, item.value.evaluate(scope)),
            .origin = {.key = key, .source = item.derived ? Source::Derived : Source::Default}};
}

} // namespace

Answers resolve(const Compiled &compiled, const Levels &levels)
{
    Answers answers;
    answers.describe(levels.planName, levels.environment->name, levels.environment->profile,
                     levels.cluster ? levels.cluster->name : QString(), levels.environmentCount);
    const QHash<QString, Datum> &profile = compiled.profile(levels.environment->profile);
    const AnswersScope scope(answers, levels);
    for (const Compiled::Item &item : compiled.items()) {
        Answers::Resolved resolved = answerOf(item, levels, profile, scope);
        resolved.applies = item.when.isEmpty() || item.when.isTrue(scope);
        answers.set(item.question->key, std::move(resolved));
    }
    return answers;
}

Datum AnswersScope::value(const QString &key) const
{
    if (!key.contains(u'.')) {
        if (key == u"profile") {
            return m_answers.profile();
        }
        if (key == u"environment") {
            return m_answers.environment();
        }
        return static_cast<double>(key == u"environments" ? m_levels.environmentCount : m_levels.clusterCount);
    }
    return m_answers.resolved(key).datum;
}

bool AnswersScope::answered(const QString &key, bool here) const
{
    return find(m_levels.cluster, key) || find(m_levels.environment, key) || (!here && find(m_levels.base, key));
}

QString AnswersScope::sharedWith(const QString &key) const
{
    const Datum &own = m_answers.resolved(key).datum;
    for (const Answers &other : m_earlier) {
        if (other.applies(key) && other.resolved(key).datum == own) {
            return other.environment();
        }
    }
    return {};
}

} // namespace sentinel::plan
