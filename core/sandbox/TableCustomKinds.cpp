// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/TableColumns.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox::columns {

namespace {

using namespace cells;

QJsonValue readyStatus(Object object, Now)
{
    return condition(object, "Ready"_L1).value("status"_L1).toString();
}

QJsonValue readyMessage(Object object, Now)
{
    return condition(object, "Ready"_L1).value("message"_L1).toString();
}

} // namespace

QHash<QString, QList<Column>> customKinds()
{
    const QList<Column> issuer{kName, {"Ready", "string", 0, readyStatus}, {"Status", "string", 1, readyMessage}, kAge};
    return {
        {u"certificates.cert-manager.io"_s,
         {kName,
          {"Ready", "string", 0, readyStatus},
          {"Secret", "string", 0, text<"spec", "secretName">},
          {"Issuer", "string", 1, text<"spec", "issuerRef", "name">},
          {"Status", "string", 1, readyMessage},
          kAge}},
        {u"certificaterequests.cert-manager.io"_s,
         {kName,
          {"Approved", "string", 0,
           [](Object object, Now) { return QJsonValue(condition(object, "Approved"_L1).value("status"_L1).toString()); }},
          {"Denied", "string", 0,
           [](Object object, Now) { return QJsonValue(condition(object, "Denied"_L1).value("status"_L1).toString()); }},
          {"Ready", "string", 0, readyStatus},
          {"Issuer", "string", 0, text<"spec", "issuerRef", "name">},
          {"Requester", "string", 0, text<"spec", "username">},
          {"Status", "string", 1, readyMessage},
          kAge}},
        {u"issuers.cert-manager.io"_s, issuer},
        {u"clusterissuers.cert-manager.io"_s, issuer},
        {u"applications.argoproj.io"_s,
         {kName,
          {"Sync Status", "string", 0,
           [](Object object, Now) { return QJsonValue(at(object, {"status"_L1, "sync"_L1, "status"_L1}).toString()); }},
          {"Health Status", "string", 0,
           [](Object object, Now) { return QJsonValue(at(object, {"status"_L1, "health"_L1, "status"_L1}).toString()); }},
          {"Revision", "string", 10,
           [](Object object, Now) { return QJsonValue(at(object, {"status"_L1, "sync"_L1, "revision"_L1}).toString()); }},
          {"Project", "string", 10, text<"spec", "project">}}},
    };
}

} // namespace sentinel::sandbox::columns
