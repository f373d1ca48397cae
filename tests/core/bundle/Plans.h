// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/Bundle.h"
#include "core/yaml/Read.h"

#include <QTest>

namespace sentinel::bundle {

using Answers = QList<std::pair<QString, QString>>;

/// A plan with one environment for each of `environments`, each with the profile of its name. A failing plan fails the test that
/// asked.
inline plan::InstallPlan planWith(const QStringList &environments, const Answers &answers = {})
{
    plan::InstallPlan::NewPlan wanted;
    wanted.name = QStringLiteral("example");
    wanted.environments = environments;
    wanted.answers = answers;
    const Result<plan::InstallPlan> plan = plan::InstallPlan::create(wanted);
    if (!plan) {
        qFatal("%s: %s", qPrintable(plan.error().doing), qPrintable(plan.error().detail));
    }
    return *plan;
}

inline Bundle bundleOf(const plan::InstallPlan &plan)
{
    const Result<Bundle> bundle = generate(plan);
    if (!bundle) {
        for (const Finding &finding : bundle.error().findings) {
            qWarning("%s: %s", qPrintable(finding.rule), qPrintable(finding.sentence));
        }
        qFatal("%s", qPrintable(bundle.error().detail));
    }
    return *bundle;
}

inline Bundle bundleWith(const QStringList &environments, const Answers &answers = {})
{
    return bundleOf(planWith(environments, answers));
}

inline QByteArray contentOf(const Bundle &bundle, const QString &path)
{
    const File *file = bundle.find(path);
    return file ? file->content : QByteArray();
}

/// The documents of a YAML file of the bundle.
inline QList<yaml::Value> documentsOf(const Bundle &bundle, const QString &path)
{
    const Result<QList<yaml::Value>> documents = yaml::readAll(contentOf(bundle, path), path);
    if (!documents) {
        qFatal("%s: %s", qPrintable(path), qPrintable(documents.error().detail));
    }
    return *documents;
}

/// Text at a path of keys; list items are picked by their number.
inline QString textAt(const yaml::Value &value, const QStringList &path)
{
    const yaml::Value *at = &value;
    for (const QString &step : path) {
        bool isNumber = false;
        const qsizetype index = step.toLongLong(&isNumber);
        at = isNumber && at->isList() && index < at->items().size() ? &at->items()[index] : at->find(step);
        if (!at) {
            return {};
        }
    }
    return at->text();
}

} // namespace sentinel::bundle
