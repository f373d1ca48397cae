// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/GuardDocument.h"
#include "app/cli/Output.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QStringList plain(const QStringList &lines)
{
    QStringList safe;
    for (const QString &line : lines) {
        safe.append(plainLine(line));
    }
    return safe;
}

} // namespace

yaml::Value guardDocument(const rollback::GuardReport &report, const QString &run)
{
    yaml::Value value;
    value.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    value.set(u"kind"_s, u"GuardReport"_s);
    value.set(u"run"_s, run);
    value.set(u"subject"_s, plainLine(report.subject.title()));
    value.set(u"by"_s, rollback::wayName(report.subject.way));
    value.set(u"environment"_s, plainLine(report.subject.environment));
    value.set(u"decision"_s, rollback::guardDecisionName(report.decision));
    value.set(u"sentence"_s, plainLine(report.sentence));
    value.set(u"revision"_s, plainLine(report.version));
    value.set(u"before"_s, plainLine(report.before));
    if (report.until.isValid()) {
        value.set(u"until"_s, report.until.toUTC().toString(Qt::ISODateWithMs));
    }
    value.set(u"failures"_s, yaml::Value::list(plain(report.failures)));
    value.set(u"failedBefore"_s, yaml::Value::list(plain(report.old)));
    if (report.slo) {
        value.set(u"slo"_s, QString::number(*report.slo, 'g', 6));
    }
    if (!report.sloProblem.isEmpty()) {
        value.set(u"sloProblem"_s, plainLine(report.sloProblem));
    }
    value.set(u"rollback"_s, report.rollbackRun);
    value.set(u"accepted"_s, yaml::Value::list(report.accepted));
    return value;
}

QString guardText(const rollback::GuardReport &report)
{
    QString text = u"%1: %2\n"_s.arg(rollback::guardDecisionName(report.decision), plainLine(report.sentence));
    for (const QString &failure : report.failures) {
        text += u"  "_s + Text::tr("new: %1").arg(plainLine(failure)) + u'\n';
    }
    for (const QString &old : report.old) {
        text += u"  "_s + Text::tr("failed before already: %1").arg(plainLine(old)) + u'\n';
    }
    if (!report.sloProblem.isEmpty()) {
        text += u"  "_s + plainLine(report.sloProblem) + u'\n';
    }
    return text;
}

} // namespace sentinel::cli
