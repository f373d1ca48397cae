// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/FieldTree.h"

#include <functional>
#include <memory>
#include <string>

namespace sentinel::kube {

/// Reads JSON of a server without making values of it: what no tree names is passed over. Keeps its memory from one text to the
/// next.
class JsonFields
{
public:
    JsonFields();
    ~JsonFields();
    JsonFields(const JsonFields &) = delete;
    JsonFields &operator=(const JsonFields &) = delete;

    struct List
    {
        std::string version{};
        std::string place{}; ///< where the next page goes on
        qint64 remaining = -1;
        std::string error{}; ///< why it could not be read; empty: it was
    };
    /// A list; `object` is called before and after each object is told to `reader`. Objects before a fault are told.
    [[nodiscard]] List readList(std::string &json, std::span<const FieldNode> tree, FieldReader &reader,
                                const std::function<void()> &begin, const std::function<void()> &end);

    struct Event
    {
        std::string type{}; ///< "ADDED", …; of an object that stands alone: empty
        std::string object{}; ///< of an ERROR or BOOKMARK: as it was written
        bool isGood = false;
    };
    /// A line of a watch. An ERROR's and BOOKMARK's object is not told.
    [[nodiscard]] Event readEvent(std::string &json, std::span<const FieldNode> tree, FieldReader &reader);
    /// One object.
    [[nodiscard]] bool readObject(std::string &json, std::span<const FieldNode> tree, FieldReader &reader);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

/// "2026-11-26T12:00:00Z" as seconds since 1970; 0: it is none.
[[nodiscard]] qint64 secondsOfRfc3339(std::string_view text);

} // namespace sentinel::kube
