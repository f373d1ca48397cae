// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/Catalogue.h"

#include <span>
#include <string_view>

/// The shipped catalogue as constant data: what the packer writes and Shipped.cpp reads. Nothing here is made at start-up.
namespace sentinel::plan::packed {

using Text = std::u16string_view;

struct Words
{
    Text english;
    Text spanish;
};

struct Choice
{
    Text value;
    Words label;
    Words help;
};

struct Question
{
    Text key;
    Text step;
    AnswerType type;
    Text unit;
    Words label;
    Words help;
    Words section;
    bool advanced;
    bool optional;
    Text defaultExpression;
    Text whenExpression;
    Text minimum;
    Text maximum;
    Text pattern;
    Text placeholder;
    std::span<const Choice> choices;
    const Question *fields;
    std::size_t fieldCount;
    std::span<const Text> effects;
};

struct Step
{
    Text id;
    Words title;
    Words question;
};

struct Rule
{
    Text id;
    Severity severity;
    Text condition;
    Words sentence;
    Words remedy;
    std::span<const Text> keys;
};

struct Answer
{
    Text key;
    Text value;
};

struct Profile
{
    Text name;
    Words title;
    Words summary;
    std::span<const Answer> answers;
};

// Defined in the generated file.
[[nodiscard]] std::span<const Step> steps();
[[nodiscard]] std::span<const Question> questions();
[[nodiscard]] std::span<const Rule> rules();
[[nodiscard]] std::span<const Profile> profiles();

} // namespace sentinel::plan::packed
