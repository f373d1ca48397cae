// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/SchemaJudge.h"

#include <jsoncons/json.hpp>
#include <jsoncons_ext/jsonschema/jsonschema.hpp>

namespace sentinel::testing {

QString complaint(const QByteArray &schema, const QByteArray &document)
{
    QString first;
    try {
        const auto judge = jsoncons::jsonschema::make_json_schema(jsoncons::json::parse(schema.toStdString()));
        judge.validate(jsoncons::json::parse(document.toStdString()),
                       [&first](const jsoncons::jsonschema::validation_message &message) {
                           first = QString::fromStdString(message.instance_location().string() + ": " + message.message());
                           return jsoncons::jsonschema::walk_result::abort;
                       });
    } catch (const std::exception &fault) {
        first = QString::fromUtf8(fault.what());
    }
    return first;
}

} // namespace sentinel::testing
