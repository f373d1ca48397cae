// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Closest.h"
#include "core/plan/InstallPlan.h"
#include "core/plan/KeyPath.h"
#include "core/plan/PlanReader.h"
#include "core/plan/ReadAnswer.h"
#include "core/yaml/Emit.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

// Comments of the new file stand in the language that was asked for, which need not be the program's own.
struct Comments
{
    QString head;
    QString spec;
    QString environments;
    QString clusters;
};

Comments commentsIn(Language language)
{
    if (language == Language::Spanish) {
        return {u"Plan de instalación de Sentinel. Solo guarda lo que usted respondió; lo demás se deduce.\n"
                "Edítelo aquí o en Sentinel Console; después revíselo con: sentinelctl plan check ARCHIVO\n"
                "De dónde sale un valor y qué cambia: sentinelctl plan explain ARCHIVO CLAVE"_s,
                u"Respuestas para todos los entornos."_s,
                u"Un entorno por nombre: su perfil y, bajo spec, lo que lo distingue."_s,
                u"Los clústeres donde se instala cada entorno."_s};
    }
    return {u"Installation plan of Sentinel. It holds only what you answered; everything else is worked out.\n"
            "Edit it here or in Sentinel Console, then check it: sentinelctl plan check FILE\n"
            "Where a value comes from and what it changes: sentinelctl plan explain FILE KEY"_s,
            u"Answers for all environments."_s, u"One environment a name: its profile and, under spec, what sets it apart."_s,
            u"The clusters each environment is installed on."_s};
}

Finding wrongSetting(const QString &rule, const QString &key, const QString &sentence, const QString &remedy = {})
{
    return {.severity = Severity::Error,
            .rule = rule,
            .object = key,
            .path = key,
            .sentence = sentence,
            .remedy = remedy,
            .where = {}};
}

/// The answers as a tree, each at its place in the file; order is the catalogue's, whatever order they came in.
class NewPlanTree
{
public:
    explicit NewPlanTree(const InstallPlan::NewPlan &wanted)
        : m_wanted(wanted)
        , m_catalogue(Catalogue::shipped())
    {
    }

    Result<yaml::Value> build()
    {
        addEnvironments();
        for (const auto &[key, value] : m_wanted.answers) {
            add(key, value);
        }
        if (!m_problems.isEmpty()) {
            return std::unexpected(invalid(Text::tr("making a new plan"), m_problems));
        }
        return tree();
    }

private:
    void addEnvironments()
    {
        const QStringList names = m_wanted.environments.isEmpty() ? QStringList{m_wanted.profile} : m_wanted.environments;
        for (const QString &name : names) {
            if (const QString wrong = wrongName(Text::tr("environment"), name); !wrong.isEmpty()) {
                m_problems.append(wrongSetting(u"plan.name"_s, u"environments"_s, wrong));
            } else if (m_profiles.contains(name)) {
                m_problems.append(wrongSetting(u"plan.duplicate-name"_s, u"environments"_s,
                                               Text::tr("The environment \"%1\" is named twice.").arg(name)));
            } else {
                m_order.append(name);
                m_profiles.insert(name, m_catalogue.profile(name) ? name : m_wanted.profile);
            }
        }
        if (const QString wrong = wrongName(Text::tr("plan"), m_wanted.name); !wrong.isEmpty()) {
            m_problems.append(wrongSetting(u"plan.name"_s, u"metadata.name"_s, wrong));
        }
        if (!m_catalogue.profile(m_wanted.profile)) {
            QStringList known;
            for (const Profile &profile : m_catalogue.profiles()) {
                known.append(profile.name);
            }
            m_problems.append(wrongSetting(u"plan.unknown-profile"_s, u"profile"_s,
                                           Text::tr("There is no profile \"%1\".").arg(m_wanted.profile)
                                               + didYouMean(closest(m_wanted.profile, known)),
                                           Text::tr("The profiles are: %1.").arg(known.join(u", "_s))));
        }
    }

    void add(const QString &key, const QString &typed)
    {
        const QString value = typed.trimmed();
        const auto path = KeyPath::parse(key, m_catalogue);
        if (!path) {
            m_problems.append(wrongSetting(u"plan.unknown-key"_s, key, path.error()));
            return;
        }
        if (auto wrong = InstallPlan::checkAnswer(key, value)) {
            m_problems.append(*std::move(wrong));
            return;
        }
        if (value.isEmpty()) { // nobody answers, so there is nothing to store
            return;
        }
        using Target = KeyPath::Target;
        switch (path->target) {
        case Target::PlanName:
            m_name = value;
            break;
        case Target::Profile:
            addEnvironment(path->environment);
            m_profiles.insert(path->environment, value);
            break;
        case Target::Answer:
            addEnvironment(path->environment);
            (path->cluster.isEmpty() ? m_answers[path->environment] : cluster(path->cluster).answers)
                .insert(path->question, value);
            break;
        case Target::Environment: // checkAnswer refuses values for whole entries
        case Target::Cluster:
            break;
        case Target::ClusterEnvironment:
        case Target::ClusterContext:
        case Target::ClusterServer:
            cluster(path->cluster).fields.insert(path->inFile().last(), value);
            break;
        }
    }

    void addEnvironment(const QString &name)
    {
        if (!name.isEmpty() && !m_profiles.contains(name)) {
            m_order.append(name);
            m_profiles.insert(name, m_catalogue.profile(name) ? name : m_wanted.profile);
        }
    }

    struct NewCluster
    {
        QString name;
        QHash<QString, QString> fields;
        QHash<QString, QString> answers;
    };

    NewCluster &cluster(const QString &name)
    {
        const auto found = std::ranges::find(m_clusters, name, &NewCluster::name);
        if (found != m_clusters.end()) {
            return *found;
        }
        m_clusters.append({.name = name});
        return m_clusters.last();
    }

    [[nodiscard]] yaml::Value spec(const QHash<QString, QString> &answers) const
    {
        yaml::Value tree = yaml::Value::map();
        for (const Question &question : m_catalogue.questions()) {
            const auto found = answers.constFind(question.key);
            if (found == answers.constEnd()) {
                continue;
            }
            const qsizetype dot = question.key.indexOf(u'.');
            const yaml::Value *step = tree.find(question.key.left(dot));
            yaml::Value filled = step ? *step : yaml::Value::map();
            filled.set(question.key.sliced(dot + 1), toYaml(question, *found));
            tree.set(question.key.left(dot), std::move(filled));
        }
        return tree;
    }

    [[nodiscard]] yaml::Value tree() const
    {
        const Comments comments = commentsIn(m_wanted.language);
        yaml::Value root = yaml::Value::map();
        root.set(u"apiVersion"_s, kApiVersion);
        root.set(u"kind"_s, kKind);
        yaml::Value &metadata = root.set(u"metadata"_s, yaml::Value::map());
        metadata.set(u"name"_s, m_name.isEmpty() ? m_wanted.name : m_name);
        if (const auto base = m_answers.value({}); !base.isEmpty()) {
            root.set(u"spec"_s, spec(base)).setComment(comments.spec);
        }
        yaml::Value environments = yaml::Value::map();
        for (const QString &name : m_order) {
            yaml::Value environment = yaml::Value::map();
            environment.set(u"profile"_s, m_profiles.value(name));
            if (const auto own = m_answers.value(name); !own.isEmpty()) {
                environment.set(u"spec"_s, spec(own));
            }
            environments.set(name, std::move(environment));
        }
        root.set(u"environments"_s, std::move(environments)).setComment(comments.environments);
        if (!m_clusters.isEmpty()) {
            root.set(u"clusters"_s, clusters()).setComment(comments.clusters);
        }
        return root;
    }

    [[nodiscard]] yaml::Value clusters() const
    {
        yaml::Value list = yaml::Value::list(QList<yaml::Value>());
        for (const NewCluster &each : m_clusters) {
            yaml::Value item = yaml::Value::map();
            item.set(u"name"_s, each.name);
            for (const QString &field : {u"environment"_s, u"context"_s, u"server"_s}) {
                if (each.fields.contains(field)) {
                    item.set(field, each.fields.value(field));
                }
            }
            if (!each.answers.isEmpty()) {
                item.set(u"spec"_s, spec(each.answers));
            }
            list.append(std::move(item));
        }
        return list;
    }

    const InstallPlan::NewPlan &m_wanted;
    const Catalogue &m_catalogue;
    Findings m_problems;
    QString m_name;
    QStringList m_order;
    QHash<QString, QString> m_profiles; ///< by environment
    QHash<QString, QHash<QString, QString>> m_answers; ///< by environment, "" is the base
    QList<NewCluster> m_clusters;
};

} // namespace

Result<InstallPlan> InstallPlan::create(const NewPlan &wanted)
{
    auto tree = NewPlanTree(wanted).build();
    if (!tree) {
        return failure(tree);
    }
    // Read back rather than filled in, so that a new plan is exactly what its text says.
    return parse(yaml::emit(*tree, commentsIn(wanted.language).head).text, u"sentinel-plan.yaml"_s);
}

} // namespace sentinel::plan
