// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/Wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::wording {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString placed(const Location &where, const QString &sentence)
{
    // Many sentences about files already open with the file's name; saying it twice helps nobody.
    if (where.file.isEmpty() || (!where.isKnown() && sentence.contains(where.file))) {
        return sentence;
    }
    return u"%1: %2"_s.arg(where.toString(), sentence);
}

QString titleOf(const Error &error)
{
    const QString doing = error.doing;
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return Text::tr("Stopped: %1").arg(doing);
    case Error::Kind::Unreachable:
    case Error::Kind::Timeout:
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Invalid:
    case Error::Kind::RateLimited:
    case Error::Kind::Unsupported:
        return Text::tr("Could not finish: %1").arg(doing);
    case Error::Kind::Internal:
        return Text::tr("A fault in this program: %1").arg(doing);
    }
    Q_UNREACHABLE_RETURN({});
}

QString nextStepOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return {};
    case Error::Kind::Unreachable:
        return Text::tr("Check the path, the disk and the connection, then try again.");
    case Error::Kind::Timeout:
        return Text::tr("Try again; if it keeps happening, look at the load of the other side.");
    case Error::Kind::Unauthorized:
        return Text::tr("Sign in again or use other credentials.");
    case Error::Kind::Forbidden:
        return Text::tr("Ask for the missing permission, or use an account that has it.");
    case Error::Kind::NotFound:
        return Text::tr("Check the name for a typing mistake.");
    case Error::Kind::Conflict:
        return Text::tr("Look at what is there, then choose another name or move it away.");
    case Error::Kind::Invalid:
        return Text::tr("Correct the place named and try again.");
    case Error::Kind::RateLimited:
        return Text::tr("Wait a little and try again.");
    case Error::Kind::Unsupported:
        return Text::tr("Use a version of this program that knows it.");
    case Error::Kind::Internal:
        return Text::tr("Please report it with the details below.");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

Problem describe(const Error &error)
{
    return {.title = titleOf(error), .explanation = line(error), .nextStep = nextStepOf(error.kind)};
}

QString line(const Finding &finding)
{
    const QString sentence = finding.remedy.isEmpty() ? finding.sentence : u"%1 %2"_s.arg(finding.sentence, finding.remedy);
    return placed(finding.where, sentence);
}

QString line(const Error &error)
{
    return placed(error.where, error.detail);
}

} // namespace sentinel::wording
