// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Cluster.h"
#include "app/composition/DeployServices.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct JournalOptions
{
    std::string id;
    Format format = Format::Table;
};

using JournalPtr = std::shared_ptr<journal::Journal>;

QString timeText(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss");
}

yaml::Value operationItem(const journal::Operation &operation)
{
    yaml::Value item;
    item.set(u"id"_s, operation.id);
    item.set(u"operation"_s, operation.scope.kind);
    item.set(u"context"_s, operation.scope.context);
    item.set(u"cluster"_s, operation.scope.cluster);
    item.set(u"environment"_s, operation.scope.environment);
    item.set(u"who"_s, operation.who);
    item.set(u"began"_s, operation.began.toUTC().toString(Qt::ISODateWithMs));
    item.set(u"last"_s, operation.last.toUTC().toString(Qt::ISODateWithMs));
    item.set(u"state"_s, journal::stateName(operation.state));
    item.set(u"open"_s, operation.isOpen());
    item.set(u"sentence"_s, plainLine(operation.sentence));
    return item;
}

yaml::Value document(const QString &kind, const QList<yaml::Value> &items)
{
    yaml::Value whole;
    whole.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    whole.set(u"kind"_s, kind);
    whole.set(u"items"_s, yaml::Value::list(items));
    return whole;
}

Exit list(const Io &io, const JournalPtr &journal, const JournalOptions &options)
{
    const auto operations = journal->operations();
    if (!operations) {
        return report(io, operations.error(), false);
    }
    QList<yaml::Value> items;
    Table table({{Text::tr("id")},
                 {Text::tr("environment")},
                 {Text::tr("cluster")},
                 {Text::tr("began")},
                 {Text::tr("state")},
                 {Text::tr("what")}});
    for (const journal::Operation &operation : *operations) {
        items.append(operationItem(operation));
        const QString state = journal::stateName(operation.state) + (operation.isOpen() ? Text::tr(" (open)") : QString());
        table.add({operation.id, operation.scope.environment, plainLine(operation.scope.context), timeText(operation.began),
                   state, plainLine(operation.sentence)});
        if (options.format == Format::Name) {
            io.print(operation.id + u'\n');
        }
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, document(u"JournalList"_s, items));
    } else if (options.format != Format::Name) {
        io.print(table.isEmpty() ? Text::tr("The journal is empty.") + u'\n' : table.toString());
    }
    return Exit::Done;
}

yaml::Value recordItem(const journal::Record &record)
{
    yaml::Value item;
    item.set(u"number"_s, record.number);
    item.set(u"at"_s, record.at.toUTC().toString(Qt::ISODateWithMs));
    item.set(u"type"_s, journal::typeName(record.type));
    item.set(u"who"_s, record.who);
    item.set(u"operation"_s, record.operation);
    item.set(u"sentence"_s, plainLine(record.sentence));
    item.set(u"request"_s, record.requestId);
    yaml::Value facts = yaml::Value::map();
    for (const auto &[name, value] : record.facts.all().asKeyValueRange()) {
        facts.set(name, plainLine(value));
    }
    item.set(u"facts"_s, facts);
    item.set(u"hash"_s, QString::fromLatin1(record.hash));
    return item;
}

Exit show(const Io &io, const JournalPtr &journal, const JournalOptions &options)
{
    const auto records = journal->records(text(options.id));
    if (!records) {
        return report(io, records.error(), false);
    }
    if (records->isEmpty()) {
        io.say(Text::tr("The journal has no operation \"%1\"; \"sentinelctl journal list\" shows those it has.")
                   .arg(text(options.id)));
        return Exit::Usage;
    }
    QList<yaml::Value> items;
    Table table({{Text::tr("number"), Table::Align::Right}, {Text::tr("at")}, {Text::tr("what")}, {Text::tr("sentence")}});
    for (const journal::Record &record : *records) {
        items.append(recordItem(record));
        if (options.format != Format::Table || record.type != journal::RecordType::Step) {
            table.add({QString::number(record.number), timeText(record.at), journal::typeName(record.type),
                       plainLine(record.sentence)});
        }
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, document(u"JournalRecordList"_s, items));
    } else {
        io.print(table.toString());
    }
    return Exit::Done;
}

Exit verify(const Io &io, const JournalPtr &journal, const JournalOptions &options)
{
    const auto verified = journal->verify();
    if (!verified) {
        return report(io, verified.error(), false);
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, findingList(verified->findings));
    } else {
        io.print(findingText(verified->findings));
        if (verified->isWhole() && !verified->isShortened) {
            io.print(
                Text::tr("The journal is whole: %n record(s), each bound to the one before.", nullptr, int(verified->records))
                + u'\n');
        }
    }
    return verified->isWhole() && !verified->isShortened ? Exit::Done : Exit::No;
}

using Work = Exit (*)(const Io &, const JournalPtr &, const JournalOptions &);

} // namespace

void addJournal(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<JournalOptions>();
    CLI::App *command = app.add_subcommand("journal", "What this program did to clusters, and whether that record is whole");
    command->require_subcommand(0, 1);
    const auto does = [&invocation, options](CLI::App *one, Work work) {
        addFormat(*one, options->format);
        one->callback([&invocation, options, work, one] {
            if (!one->get_subcommands().empty()) {
                return; // "journal" itself, once more after its subcommand
            }
            invocation.action = [&io = invocation.io, options, work] {
                const auto journal = composition::openJournal();
                return journal ? work(io, *journal, *options) : report(io, journal.error(), false);
            };
        });
    };
    does(command, list);
    does(command->add_subcommand("list", "Every operation, newest first"), list);
    CLI::App *shown = command->add_subcommand("show", "Every record of one operation");
    shown->add_option("ID", options->id, "The operation")->required();
    does(shown, show);
    does(command->add_subcommand("verify", "Say whether the record was changed, cut or reordered"), verify);
}

} // namespace sentinel::cli
