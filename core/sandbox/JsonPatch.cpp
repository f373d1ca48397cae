// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Patch.h"

#include <QJsonDocument>

#include <jsoncons/json.hpp>
#include <jsoncons_ext/jsonpatch/jsonpatch.hpp>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

Outcome<QJsonObject> jsonPatched(const QJsonObject &object, const QByteArray &patch)
{
    // jsoncons speaks in exceptions; none of them leaves this function.
    try {
        const auto operations = jsoncons::json::parse(patch.toStdString());
        auto document = jsoncons::json::parse(QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
        if (!operations.is_array()) {
            return refuse(problems::badRequest(u"a JSON patch is a list of operations"_s));
        }
        for (const auto &operation : operations.array_range()) {
            static const QStringList known{u"add"_s, u"remove"_s, u"replace"_s, u"move"_s, u"copy"_s, u"test"_s};
            const auto op = operation.is_object() ? operation.get_value_or<std::string>("op", "") : std::string();
            if (!known.contains(QString::fromStdString(op))) {
                return refuse({.code = 422,
                               .reason = u"Invalid"_s,
                               .message = u"the server rejected our request due to an error in our request"_s});
            }
        }
        std::error_code failed;
        jsoncons::jsonpatch::apply_patch(document, operations, failed);
        if (failed) {
            return refuse({.code = 422,
                           .reason = u"Invalid"_s,
                           .message = u"the server rejected our request due to an error in our request: "_s
                               + QString::fromStdString(failed.message())});
        }
        std::string text;
        document.dump(text);
        return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    } catch (const std::exception &error) {
        return refuse(problems::badRequest(u"error decoding patch: "_s + QString::fromUtf8(error.what())));
    }
}

QJsonObject mergePatched(QJsonObject object, const QJsonObject &patch)
{
    for (auto at = patch.begin(); at != patch.end(); ++at) {
        if (at.value().isNull()) {
            object.remove(at.key());
        } else if (at.value().isObject()) {
            object.insert(at.key(), mergePatched(object.value(at.key()).toObject(), at.value().toObject()));
        } else {
            object.insert(at.key(), at.value());
        }
    }
    return object;
}

} // namespace sentinel::sandbox
