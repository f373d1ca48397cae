// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/Compiled.h"
#include "core/plan/InstallPlan.h"
#include "core/yaml/Value.h"

namespace sentinel::plan {

/// Turns the text of a plan into an InstallPlan, collecting every problem on the way instead of stopping at the first.
class PlanReader
{
public:
    PlanReader(const Catalogue &catalogue, QString fileName)
        : m_catalogue(catalogue)
        , m_file(std::move(fileName))
    {
    }
    [[nodiscard]] Result<InstallPlan> read(const QByteArray &text);

private:
    [[nodiscard]] std::optional<Error> wrongVersion(const yaml::Value &root) const;
    void readMetadata(const yaml::Value &root);
    void readEnvironments(const yaml::Value &root);
    void readClusters(const yaml::Value &root);
    void readCluster(const yaml::Value &item, qsizetype index);
    void readSpec(const yaml::Value &spec, const QString &prefix, Layer &layer);
    void readStep(const yaml::Entry &step, const QString &prefix, Layer &layer);
    [[nodiscard]] QString textOf(const yaml::Value &map, const QString &key, const QString &path);
    void onlyKeys(const yaml::Value &map, const QStringList &known, const QString &path);
    void complain(const QString &rule, const QString &path, const QString &sentence, const QString &remedy, Location where);
    [[nodiscard]] Location at(const yaml::Value &value) const;
    [[nodiscard]] Location atKey(const yaml::Entry &entry) const;

    const Catalogue &m_catalogue;
    QString m_file;
    InstallPlan m_plan;
    Findings m_problems;
};

/// What is wrong with the name of a plan, environment or cluster; empty when nothing is. `what` is "environment" and so on.
[[nodiscard]] QString wrongName(const QString &what, const QString &name);

inline constexpr QStringView kApiVersion = u"console.sentinel/v1";
inline constexpr QStringView kKind = u"InstallPlan";

} // namespace sentinel::plan
