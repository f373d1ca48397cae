// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/InstallPlan.h"
#include "core/plan/Resolve.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

/// `{expression}` replaced by its value, in the notation people type.
QString filled(const QString &sentence, const Scope &scope)
{
    QString result;
    qsizetype at = 0;
    for (qsizetype open = sentence.indexOf(u'{'); open >= 0; open = sentence.indexOf(u'{', at)) {
        const qsizetype close = sentence.indexOf(u'}', open);
        if (close < 0) {
            break;
        }
        result += QStringView(sentence).sliced(at, open - at);
        // The packer has parsed every one of them, so this cannot fail in a program that was built.
        const auto expression = Expression::parse(QStringView(sentence).sliced(open + 1, close - open - 1));
        result += expression ? notation(expression->evaluate(scope)) : QString();
        at = close + 1;
    }
    return result + sentence.sliced(at);
}

/// The level that answered `key`, nearest first; null when nobody did.
const Layer *answeredIn(const Levels &levels, const QString &key)
{
    for (const Layer *layer : {levels.cluster, levels.environment, levels.base}) {
        if (layer && layer->answers.contains(key)) {
            return layer;
        }
    }
    return nullptr;
}

/// The key as `plan set` would take it for the level that answered.
QString fullKey(const Levels &levels, const Layer *layer, const QString &key)
{
    if (layer && layer == levels.cluster) {
        return u"clusters[%1].%2"_s.arg(layer->name, key);
    }
    return layer && layer == levels.environment ? u"environments.%1.%2"_s.arg(layer->name, key) : key;
}

/// What a rule is about, as far as it is asked at all: a page can only show those. All of them where none is.
QStringList askedKeys(const Rule &rule, const Answers &answers)
{
    QStringList asked = rule.keys;
    asked.removeIf([&](const QString &key) { return !answers.applies(key); });
    return asked.isEmpty() ? rule.keys : asked;
}

Finding findingOf(const Rule &rule, const Levels &levels, const Answers &answers, const Scope &scope, Language language)
{
    const QStringList keys = askedKeys(rule, answers);
    Finding finding{.severity = rule.severity,
                    .rule = rule.id,
                    .object = levels.cluster ? levels.cluster->name : levels.environment->name,
                    .path = keys.first(),
                    .sentence = filled(rule.sentence.in(language), scope),
                    .remedy = filled(rule.remedy.in(language), scope)};
    // The first answer a person wrote is the one to point at; where nobody wrote any, the key alone has to do.
    for (const QString &key : keys) {
        if (const Layer *layer = answeredIn(levels, key)) {
            finding.path = fullKey(levels, layer, key);
            finding.where = layer->places.value(key);
            break;
        }
    }
    return finding;
}

/// The same thing said of two environments is said once, naming both.
void addOrMerge(Findings &findings, Finding finding)
{
    const auto twin = std::ranges::find_if(findings, [&](const Finding &each) {
        return each.rule == finding.rule && each.sentence == finding.sentence && each.path == finding.path
            && each.where == finding.where;
    });
    if (twin == findings.end()) {
        findings.append(std::move(finding));
    } else if (twin->object != finding.object) {
        twin->object += u", "_s + finding.object;
    }
}

} // namespace

Findings InstallPlan::check(Language language) const
{
    const Compiled &compiled = Compiled::shipped();
    Findings findings;
    QList<Answers> earlier;
    const auto judge = [&](const Levels &levels) {
        const Answers answers = resolve(compiled, levels);
        const AnswersScope scope(answers, levels, earlier);
        for (const Condition &condition : shippedConditions()) {
            if (condition.condition.isTrue(scope)) {
                addOrMerge(findings, findingOf(*condition.rule, levels, answers, scope, language));
            }
        }
        return answers;
    };
    for (const Layer &environment : m_environments) {
        const Answers answers = judge(levels(environment.name, {}));
        for (qsizetype index = 0; index < m_clusters.size(); ++index) {
            // A cluster with answers of its own may break a rule its environment keeps.
            if (m_clusters.at(index).environment == environment.name && !m_clusterLayers.at(index).answers.isEmpty()) {
                judge(levels(environment.name, m_clusters.at(index).name));
            }
        }
        earlier.append(answers);
    }
    std::ranges::stable_sort(findings, std::ranges::greater(), &Finding::severity);
    return findings;
}

} // namespace sentinel::plan
