// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/inside/Told.h"

#include "core/preflight/Json.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostItems = 256; // of one list: the wish has fewer
constexpr qsizetype kMostText = 200;
constexpr double kMostOffset = 1e9; // seconds: thirty years

QString textOf(const QJsonValue &value)
{
    return plainLine(value.toString()).left(kMostText);
}

qint64 amountOf(const QJsonValue &value)
{
    return std::clamp<qint64>(value.toInteger(), 0, qint64{1} << 40);
}

QJsonArray listOf(const QJsonObject &told, QStringView name)
{
    QJsonArray list = told[name].toArray();
    while (list.size() > kMostItems) {
        list.removeLast();
    }
    return list;
}

Told::Name nameTold(const QJsonObject &one)
{
    Told::Name name{.error = textOf(one[u"error"])};
    const QString state = one[u"state"].toString();
    name.state = state == "found"_L1 ? Told::Name::State::Found
        : state == "unknown"_L1      ? Told::Name::State::Unknown
                                     : Told::Name::State::Silent;
    const QStringList addresses = textsOf(one[u"addresses"]).mid(0, 8);
    for (const QString &address : addresses) {
        name.addresses.append(plainLine(address).left(64));
    }
    return name;
}

Told::Way wayTold(const QJsonObject &one)
{
    Told::Way way{.reached = one[u"reached"].toBool(), .error = textOf(one[u"error"])};
    if (one[u"trusted"].isBool()) {
        way.trusted = one[u"trusted"].toBool();
    }
    if (one[u"offset"].isDouble()) {
        way.offset = std::clamp(one[u"offset"].toDouble(), -kMostOffset, kMostOffset);
    }
    return way;
}

Told toldBy(const QJsonObject &document)
{
    Told told{.node = textOf(document[u"node"]), .kernel = textOf(document[u"kernel"])};
    told.cgroup2 = document[u"cgroup2"].toBool();
    const QJsonArray names = listOf(document, u"names");
    for (const QJsonValue &each : names) {
        told.names.insert(each[u"name"].toString(), nameTold(each.toObject()));
    }
    const QJsonArray targets = listOf(document, u"targets");
    for (const QJsonValue &each : targets) {
        const Endpoint asked{.host = each[u"host"].toString(), .port = each[u"port"].toInt()};
        told.ways.insert(asked.place(), wayTold(each.toObject()));
    }
    if (const QJsonObject disk = document[u"disk"].toObject(); !disk.isEmpty()) {
        told.disk = Told::Disk{.writes = int(std::min<qint64>(amountOf(disk[u"writes"]), 1'000'000)),
                               .median = amountOf(disk[u"median"]),
                               .p99 = amountOf(disk[u"p99"]),
                               .worst = amountOf(disk[u"worst"]),
                               .error = textOf(disk[u"error"])};
    }
    if (const QJsonObject audit = document[u"audit"].toObject(); !audit.isEmpty()) {
        told.audit = Told::Audit{.log = audit[u"log"].toBool(), .age = amountOf(audit[u"age"]), .error = textOf(audit[u"error"])};
    }
    return told;
}

} // namespace

Result<Told> readTold(const QList<QByteArray> &lines, const QString &id)
{
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const QJsonObject document = QJsonDocument::fromJson(*line).object();
        if (document[u"kind"].toString() == "PreflightProbe"_L1 && document[u"id"].toString() == id) {
            return toldBy(document);
        }
    }
    return failure(Error::Kind::Invalid, Text::tr("reading what the pod saw"),
                   Text::tr("Its log holds no result of this look (%n line(s)).", nullptr, int(lines.size())));
}

} // namespace sentinel::preflight
