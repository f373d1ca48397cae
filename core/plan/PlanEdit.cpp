// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Closest.h"
#include "core/plan/Forms.h"
#include "core/plan/InstallPlan.h"
#include "core/plan/KeyPath.h"
#include "core/plan/PlanReader.h"
#include "core/plan/ReadAnswer.h"
#include "core/yaml/Patch.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using Target = KeyPath::Target;

Finding wrong(const QString &rule, const QString &key, const QString &sentence, const QString &remedy = {})
{
    return {.severity = Severity::Error,
            .rule = rule,
            .object = key,
            .path = key,
            .sentence = sentence,
            .remedy = remedy,
            .where = {}};
}

std::optional<Finding> wrongAnswer(const Question &question, const QString &key, const QString &value)
{
    const auto read = readAnswer(question, value, key);
    return read ? std::nullopt : std::optional(wrong(read.error().rule, key, read.error().sentence, read.error().remedy));
}

std::optional<Finding> wrongProfile(const QString &key, const QString &value)
{
    QStringList known;
    for (const Profile &profile : Catalogue::shipped().profiles()) {
        known.append(profile.name);
    }
    if (known.contains(value)) {
        return std::nullopt;
    }
    return wrong(u"plan.unknown-profile"_s, key,
                 Text::tr("There is no profile \"%1\".").arg(value) + didYouMean(closest(value, known)),
                 Text::tr("The profiles are: %1.").arg(known.join(u", "_s)));
}

std::optional<Finding> wrongField(const KeyPath &path, const QString &key, const QString &value)
{
    switch (path.target) {
    case Target::PlanName:
    case Target::ClusterEnvironment: {
        const QString sentence = wrongName(path.target == Target::PlanName ? Text::tr("plan") : Text::tr("environment"), value);
        return sentence.isEmpty() ? std::nullopt : std::optional(wrong(u"plan.name"_s, key, sentence));
    }
    case Target::Profile:
        return wrongProfile(key, value);
    case Target::ClusterContext:
    case Target::ClusterServer:
        if (hasControlCharacters(value)) {
            return wrong(u"plan.wrong-form"_s, key, Text::tr("%1 holds a line break or an invisible character.").arg(key),
                         Text::tr("Type the answer on one line."));
        }
        if (path.target == Target::ClusterServer) {
            Question url;
            url.type = AnswerType::Url;
            return wrongAnswer(url, key, value);
        }
        return std::nullopt;
    case Target::Environment:
    case Target::Cluster:
        return wrong(u"plan.wrong-type"_s, key,
                     Text::tr("\"%1\" is a whole entry; it can be removed but holds no single answer.").arg(key),
                     path.target == Target::Environment ? Text::tr("To add an environment, answer %1.profile.").arg(key)
                                                        : Text::tr("To add a cluster, answer %1.environment.").arg(key));
    case Target::Answer:
        break;
    }
    return wrongAnswer(*path.known, key, value);
}

Error refused(Finding finding)
{
    return invalid(Text::tr("changing an answer"), {std::move(finding)});
}

} // namespace

std::optional<Finding> InstallPlan::checkAnswer(const QString &key, const QString &typed)
{
    const QString value = typed.trimmed();
    const auto path = KeyPath::parse(key, Catalogue::shipped());
    if (!path) {
        return wrong(u"plan.unknown-key"_s, key, path.error());
    }
    // Nothing typed means nobody answers: the default stands again.
    return value.isEmpty() && path->target == Target::Answer ? std::nullopt : wrongField(*path, path->toString(), value);
}

Result<InstallPlan> InstallPlan::with(const QString &key, const QString &typed) const
{
    const QString value = typed.trimmed();
    const auto path = KeyPath::parse(key, Catalogue::shipped());
    if (!path) {
        return failure(refused(wrong(u"plan.unknown-key"_s, key, path.error())));
    }
    if (auto problem = checkAnswer(key, value); problem && !value.isEmpty()) {
        return failure(refused(*std::move(problem)));
    }
    const bool knownEnvironment = path->environment.isEmpty() || environments().contains(path->environment);
    // Setting a profile adds an environment, naming an environment adds a cluster; everything else needs them to be there.
    if (!knownEnvironment && (path->target != Target::Profile || value.isEmpty())) {
        return failure(refused(wrong(u"plan.unknown-environment"_s, key,
                                     Text::tr("There is no environment \"%1\" in this plan.").arg(path->environment)
                                         + didYouMean(closest(path->environment, environments())),
                                     Text::tr("Its environments are: %1.").arg(environments().join(u", "_s)))));
    }
    const bool knownCluster = path->cluster.isEmpty() || std::ranges::contains(m_clusters, path->cluster, &Cluster::name);
    if (!knownCluster && (path->target != Target::ClusterEnvironment || value.isEmpty())) {
        return failure(
            refused(wrong(u"plan.unknown-cluster"_s, key, Text::tr("There is no cluster \"%1\" in this plan.").arg(path->cluster),
                          Text::tr("Add it first: clusters[%1].environment=NAME.").arg(path->cluster))));
    }
    const auto edited = value.isEmpty()
        ? yaml::removeValue(m_text, m_fileName, path->inFile())
        : yaml::setValue(m_text, m_fileName, path->inFile(), path->known ? toYaml(*path->known, value) : yaml::Value(value));
    return edited ? parse(*edited, m_fileName) : failure(edited);
}

} // namespace sentinel::plan
