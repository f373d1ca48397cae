// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Commands.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

CLI::Option *addFormat(CLI::App &command, Format &format)
{
    static const std::map<std::string, Format> kFormats{
        {"table", Format::Table}, {"wide", Format::Wide}, {"json", Format::Json}, {"yaml", Format::Yaml}, {"name", Format::Name},
    };
    // A plain check instead of CLI11's own transformer, whose message lists internal numbers.
    return command
        .add_option_function<std::string>(
            "-o,--output",
            [&format](const std::string &word) {
                const auto found = kFormats.find(word);
                if (found == kFormats.end()) {
                    throw CLI::ValidationError(
                        "-o", text(word).prepend(u"\""_s).append(u"\" is none of table, wide, json, yaml, name"_s).toStdString());
                }
                format = found->second;
            },
            "table (default), wide, json, yaml or name")
        ->type_name("FORMAT");
}

Result<std::pair<QString, QString>> assignment(const std::string &word)
{
    const QString whole = text(word);
    const qsizetype at = whole.indexOf(u'=');
    if (at <= 0) {
        return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                       Text::tr("\"%1\" is no KEY=VALUE, such as load.eventsPerSecond=1200.").arg(whole));
    }
    return std::pair(whole.first(at), whole.sliced(at + 1));
}

} // namespace sentinel::cli
