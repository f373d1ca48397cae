// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Io.h"
#include "app/cli/Output.h"
#include "core/base/Result.h"

#include <functional>
#include <string>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace sentinel::cli {

/// What the parsed command line asks for; each command's callback puts its work into `action`.
struct Invocation
{
    Io io;
    std::function<Exit()> action;
};

void addPlan(CLI::App &app, Invocation &invocation);
void addSize(CLI::App &app, Invocation &invocation);
void addGenerate(CLI::App &app, Invocation &invocation);
void addBundle(CLI::App &app, Invocation &invocation);
void addSchema(CLI::App &app, Invocation &invocation);

/// `-o table|json|yaml|name|wide`.
CLI::Option *addFormat(CLI::App &command, Format &format);

[[nodiscard]] inline QString text(const std::string &word)
{
    return QString::fromStdString(word);
}

/// KEY=VALUE taken apart at the first "="; a word without one is an error that says what is expected.
[[nodiscard]] Result<std::pair<QString, QString>> assignment(const std::string &word);

} // namespace sentinel::cli
