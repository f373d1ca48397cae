// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/HardwareRows.h"

#include "qml/Sentinel/Plan/NodePicture.h"
#include "qml/Sentinel/Plan/PlanWords.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

RowsModel::Row tile(const QString &id, const QString &label, const QString &figure, const QString &detail)
{
    return {{u"id"_s, id}, {u"label"_s, label}, {u"figure"_s, figure}, {u"detail"_s, detail}};
}

int zonesOf(const plan::Answers &answers)
{
    return static_cast<int>(std::max<qint64>(1, answers.integer(u"availability.zones")));
}

QString nodeDetail(const sizing::Sizing &sizing, int zones)
{
    const int nodes = sizing.totals.nodes;
    if (zones > 1 && nodes % zones == 0) {
        return Text::tr("%1 zones × %2").arg(zones).arg(nodes / zones);
    }
    return zones == 1 ? Text::tr("in one zone") : Text::tr("over %1 zones").arg(zones);
}

QString usage(const Quantity &cpu, const Quantity &memory, Language language)
{
    return coreCount(cpu.value(), language) + u" · "_s + binarySize(memory.value(), language);
}

} // namespace

QByteArrayList tileRoles()
{
    return {"id", "label", "figure", "detail"};
}

QList<RowsModel::Row> tileRows(const sizing::Sizing &sizing, const plan::Answers &answers, Language language)
{
    const sizing::Totals &totals = sizing.totals;
    const QLocale locale = localeOf(language);
    const sizing::Figure *disk = sizing.figure(u"storage.total");
    return {
        tile(u"nodes.count"_s, Text::tr("Nodes"), locale.toString(totals.nodes), nodeDetail(sizing, zonesOf(answers))),
        tile(u"nodes.allocatableCpu"_s, Text::tr("vCPU"), coreCount(totals.cpu.value(), language),
             Text::tr("%1 requested").arg(coreCount(totals.requestedCpu.value(), language))),
        tile(u"nodes.allocatableMemory"_s, Text::tr("Memory"), binarySize(totals.memory.value(), language),
             Text::tr("%1 requested").arg(binarySize(totals.requestedMemory.value(), language))),
        // As its formula writes it: disks are sold in decimal units.
        tile(u"storage.total"_s, Text::tr("SSD"),
             disk ? localFigures(disk->display, language) : binarySize(totals.storage.value(), language),
             Text::tr("%1 IOPS sustained").arg(locale.toString(totals.iops))),
        tile(u"cost.month"_s, Text::tr("Cost"), price(totals.costPerMonth, totals.currency, language),
             Text::tr("per month, estimate")),
    };
}

QByteArrayList componentRoles()
{
    return {"id", "label", "replicas", "requests", "limits", "storage", "figure"};
}

QList<RowsModel::Row> componentRows(const sizing::Sizing &sizing, Language language)
{
    QList<RowsModel::Row> rows;
    const QLocale locale = localeOf(language);
    for (const sizing::Component &component : sizing.components) {
        const QString replicas = locale.toString(component.replicas);
        const bool scales = component.maxReplicas > component.replicas;
        rows.append({
            {u"id"_s, component.name},
            {u"label"_s, componentLabel(component.name)},
            {u"replicas"_s, scales ? u"%1–%2"_s.arg(replicas, locale.toString(component.maxReplicas)) : replicas},
            {u"requests"_s, usage(component.requestCpu, component.requestMemory, language)},
            {u"limits"_s, usage(component.limitCpu, component.limitMemory, language)},
            {u"storage"_s, component.storage.isZero() ? u"—"_s : binarySize(component.storage.value(), language)},
            {u"figure"_s, component.figures.isEmpty() ? QString() : component.figures.first().id},
        });
    }
    return rows;
}

std::optional<Proposal> proposalFor(const Finding &verdict, Language language)
{
    static const QRegularExpression setting(u"\\b([a-z]+\\.[A-Za-z]+)=([A-Za-z0-9_-]+)"_s);
    const auto match = setting.match(verdict.remedy);
    if (!match.hasMatch() || plan::InstallPlan::checkAnswer(match.captured(1), match.captured(2))) {
        return std::nullopt;
    }
    return Proposal{.key = match.captured(1),
                    .value = match.captured(2),
                    .text = Text::tr("Change to %1").arg(choiceText(match.captured(1), match.captured(2), language))};
}

QByteArrayList bannerRoles()
{
    return {"id", "status", "title", "text", "action", "key"};
}

QList<RowsModel::Row> bannerRows(const Findings &verdicts, Language language)
{
    QList<RowsModel::Row> rows;
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
        for (const Finding &verdict : verdicts) {
            if (verdict.severity != severity) {
                continue;
            }
            const auto proposal = proposalFor(verdict, language);
            rows.append({{u"id"_s, verdict.rule + u' ' + verdict.object},
                         {u"status"_s, number(toneOf(severity))},
                         {u"title"_s, inWords(verdict.sentence, language)},
                         {u"text"_s, inWords(verdict.remedy, language)},
                         {u"action"_s, proposal ? proposal->text : QString()},
                         {u"key"_s, verdict.path}});
        }
    }
    return rows;
}

QStringList volumeLines(const sizing::Sizing &sizing, Language language)
{
    QList<const sizing::Component *> parts;
    for (const sizing::Component &component : sizing.components) {
        if (!component.storage.isZero()) {
            parts.append(&component);
        }
    }
    std::ranges::stable_sort(parts, std::ranges::greater(),
                             [](const auto *part) { return part->replicas * part->storage.value(); });
    // The largest tell the story; the rest is one line.
    constexpr qsizetype kTold = 3;
    QStringList lines;
    double rest = 0;
    for (const sizing::Component *part : parts) {
        if (lines.size() >= kTold && parts.size() > kTold + 1) {
            rest += part->replicas * part->storage.value();
            continue;
        }
        lines.append(
            u"%1 × %2  %3"_s.arg(part->replicas).arg(binarySize(part->storage.value(), language), componentLabel(part->name)));
    }
    if (rest > 0) {
        lines.append(Text::tr("%1  %2 others").arg(binarySize(rest, language)).arg(parts.size() - kTold));
    }
    return lines;
}

QByteArrayList growthRoles()
{
    return {"factor", "events", "nodes", "storage", "cost", "nodesText", "storageText", "costText"};
}

QList<RowsModel::Row> growthRows(const plan::InstallPlan &plan, const QString &environment, Language language)
{
    static const QString key = u"load.eventsPerSecond"_s;
    QList<RowsModel::Row> rows;
    const QLocale locale = localeOf(language);
    const plan::Answers now = plan.answers(environment);
    const bool own = now.origin(key).source == Origin::Source::Environment;
    for (const int factor : {1, 2, 4, 8}) {
        // At the place the answer has now, so everything worked out from it follows.
        const double load = now.decimal(key) * factor;
        const auto grown = plan.with(scopedKey(own ? environment : QString(), key), QString::number(load, 'g', 12));
        if (factor > 1 && !grown) {
            break; // past what the question allows
        }
        const sizing::Sizing sizing = sizing::size(factor == 1 ? now : grown->answers(environment));
        rows.append({
            {u"factor"_s, factor},
            {u"events"_s, locale.toString(load, 'g', 12)},
            {u"nodes"_s, sizing.totals.nodes},
            {u"storage"_s, sizing.totals.storage.value() / (1024.0 * 1024 * 1024 * 1024)},
            {u"cost"_s, sizing.totals.costPerMonth},
            {u"nodesText"_s, locale.toString(sizing.totals.nodes)},
            {u"storageText"_s, binarySize(sizing.totals.storage.value(), language)},
            {u"costText"_s, price(sizing.totals.costPerMonth, sizing.totals.currency, language)},
        });
    }
    return rows;
}

QString hardwareSentence(const plan::Answers &answers, Language language)
{
    const QString events = spoken(answers, u"load.eventsPerSecond"_s, language);
    const QString kept = spoken(answers, u"load.logRetention"_s, language);
    const QString level = answers.text(u"availability.level");
    if (level == u"zone"_s) {
        return Text::tr("For %1, %2 of data, highly available across %3 zones. Every figure opens its formula.")
            .arg(events, kept, QString::number(zonesOf(answers)));
    }
    if (level == u"node"_s) {
        return Text::tr("For %1, %2 of data, going on when one node is lost. Every figure opens its formula.").arg(events, kept);
    }
    return Text::tr("For %1, %2 of data, without spare machines. Every figure opens its formula.").arg(events, kept);
}

} // namespace sentinel::console
