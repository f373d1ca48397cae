// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/Record.h"

using namespace Qt::StringLiterals;

namespace sentinel::journal {

namespace {

constexpr std::array kTypes{RecordType::Begun,    RecordType::Resumed, RecordType::Steps,
                            RecordType::Step,     RecordType::Intent,  RecordType::Effect,
                            RecordType::Observed, RecordType::Outcome, RecordType::Repaired};
constexpr std::array kOutcomes{Outcome::Done, Outcome::Failed, Outcome::Stopped, Outcome::Unknown};

} // namespace

QString typeName(RecordType type)
{
    switch (type) {
    case RecordType::Begun:
        return u"begun"_s;
    case RecordType::Resumed:
        return u"resumed"_s;
    case RecordType::Steps:
        return u"steps"_s;
    case RecordType::Step:
        return u"step"_s;
    case RecordType::Intent:
        return u"intent"_s;
    case RecordType::Effect:
        return u"effect"_s;
    case RecordType::Observed:
        return u"observed"_s;
    case RecordType::Outcome:
        return u"outcome"_s;
    case RecordType::Repaired:
        return u"repaired"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        return u"done"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::Stopped:
        return u"stopped"_s;
    case Outcome::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<RecordType> typeNamed(const QString &name)
{
    for (const RecordType type : kTypes) {
        if (typeName(type) == name) {
            return type;
        }
    }
    return {};
}

std::optional<Outcome> outcomeNamed(const QString &name)
{
    for (const Outcome outcome : kOutcomes) {
        if (outcomeName(outcome) == name) {
            return outcome;
        }
    }
    return {};
}

} // namespace sentinel::journal
