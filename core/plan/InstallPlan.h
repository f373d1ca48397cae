// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Language.h"
#include "core/base/Result.h"
#include "core/plan/Answers.h"
#include "core/plan/Catalogue.h"
#include "core/plan/Layer.h"

#include <QByteArray>
#include <QStringList>
#include <optional>

namespace sentinel::plan {

struct KeyPath;
struct Levels;

struct Cluster
{
    QString name;
    QString environment;
    QString context; ///< kubeconfig context; may be empty while offline
    QString server; ///< API server URL as Argo CD knows the cluster; default https://kubernetes.default.svc
};

/// What `plan explain` answers.
struct Explanation
{
    QString key{};
    Words label{};
    Words help{};
    QString unit{};
    QString value{}; ///< in its notation
    Origin origin{};
    QString
        reason{}; ///< where it came from: "answered on line 8 of sentinel-plan.yaml", "the profile prod of the environment eu"
    Location where{}; ///< when a person wrote it
    QStringList effects{}; ///< what it changes in the bundle and the sizing
    bool applies = true;
};

/// The plan a person wrote: `apiVersion: console.sentinel/v1`, `kind: InstallPlan` (DESIGN §3). Immutable; edits give a new plan
/// whose text differs only in the changed lines. Only real answers are stored; everything else is worked out on asking.
class InstallPlan
{
public:
    struct NewPlan
    {
        QString name = QStringLiteral("sentinel");
        QStringList environments; ///< environment names; each takes the profile of its name, else `profile`
        QString profile = QStringLiteral("prod");
        QList<std::pair<QString, QString>> answers; ///< KEY → value, as `--set` takes them
        Language language = Language::English; ///< of the comments in the new file
    };
    [[nodiscard]] static Result<InstallPlan> create(const NewPlan &wanted);
    /// Invalid with every problem found (syntax, unknown keys, wrong types), each with its place, when the text is no plan.
    [[nodiscard]] static Result<InstallPlan> parse(const QByteArray &text, const QString &fileName);
    [[nodiscard]] static Result<InstallPlan> load(const QString &path);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString fileName() const { return m_fileName; }
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] QStringList environments() const; ///< in the order of the file; at least one
    [[nodiscard]] QString profileOf(const QString &environment) const;
    [[nodiscard]] const QList<Cluster> &clusters() const { return m_clusters; }
    [[nodiscard]] QList<Cluster> clustersOf(const QString &environment) const;

    [[nodiscard]] Answers answers(const QString &environment, const QString &cluster = {}) const;
    /// The same without what the environment itself answers: what an answer for all environments begins from.
    [[nodiscard]] Answers sharedAnswers(const QString &environment) const;

    /// Findings of all rules, over every environment; each with the place of the answer it is about, when a person wrote one.
    [[nodiscard]] Findings check(Language language = Language::English) const;

    /// The plan with one answer set: KEY is "load.x" (base), "environments.prod.load.x", "environments.prod.profile",
    /// "clusters[eu-1].context" (DESIGN §3). An empty `value` removes the answer;
    /// of "environments.qa" or "clusters[eu-1]", the whole entry. Choices take "a,b"; groups take YAML or JSON.
    [[nodiscard]] Result<InstallPlan> with(const QString &key, const QString &value) const;
    /// What is wrong with `value` as an answer to `key`; nothing when it would be taken. Cheap: for each keystroke.
    [[nodiscard]] static std::optional<Finding> checkAnswer(const QString &key, const QString &value);

    [[nodiscard]] Result<Explanation> explain(const QString &key, Language language = Language::English) const;
    [[nodiscard]] Result<void> save(const QString &path) const;

private:
    friend class PlanReader;
    [[nodiscard]] Levels levels(const QString &environment, const QString &cluster) const;
    [[nodiscard]] Explanation explainShared(const Question &question) const;
    [[nodiscard]] Result<Explanation> explainField(const KeyPath &path) const;
    QString m_name;
    QString m_fileName;
    QByteArray m_text;
    QList<Cluster> m_clusters;
    // The typed answers as read: base, then per environment and cluster. See PlanReader.cpp.
    Layer m_base;
    QList<Layer> m_environments;
    QList<Layer> m_clusterLayers; ///< same order as m_clusters
};

} // namespace sentinel::plan
