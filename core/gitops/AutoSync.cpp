// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/AutoSync.h"

#include "core/gitops/Await.h"
#include "core/gitops/Json.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AutoSync)
};

QJsonValue at(QJsonValue value, std::initializer_list<QStringView> path)
{
    for (const QStringView step : path) {
        value = value[step];
    }
    return value;
}

/// Of a definition: its served version's schema.
bool knowsSwitch(const QJsonObject &definition)
{
    const QJsonArray versions = definition[u"spec"][u"versions"].toArray();
    return std::ranges::any_of(versions, [](const QJsonValue &version) {
        return version[u"served"].toBool()
            && at(version[u"schema"],
                  {u"openAPIV3Schema", u"properties", u"spec", u"properties", u"syncPolicy", u"properties", u"automated",
                   u"properties", u"enabled"})
                   .isObject();
    });
}

/// Of the server's description of a group.
std::optional<bool> describesSwitch(const QJsonObject &description)
{
    const QJsonObject schemas = description[u"components"][u"schemas"].toObject();
    for (auto each = schemas.constBegin(); each != schemas.constEnd(); ++each) {
        if (each.key().endsWith(u".Application")) {
            return at(each.value(),
                      {u"properties", u"spec", u"properties", u"syncPolicy", u"properties", u"automated", u"properties",
                       u"enabled"})
                .isObject();
        }
    }
    return {};
}

QJsonObject automatedPatch(const QJsonValue &automated, const QJsonValue &memory)
{
    return {{u"metadata"_s, QJsonObject{{u"annotations"_s, QJsonObject{{QString::fromUtf16(kAutoSyncMemory), memory}}}}},
            {u"spec"_s, QJsonObject{{u"syncPolicy"_s, QJsonObject{{u"automated"_s, automated}}}}}};
}

QJsonObject memoryOf(const kube::Object &application)
{
    return QJsonDocument::fromJson(annotationOf(application, QString::fromUtf16(kAutoSyncMemory)).toUtf8()).object();
}

bool hasMemory(const kube::Object &application)
{
    return !annotationOf(application, QString::fromUtf16(kAutoSyncMemory)).isEmpty();
}

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

constexpr Duration kUndoing = std::chrono::seconds(3); ///< an ApplicationSet puts back within one

bool isMadeBySet(const kube::Object &application)
{
    const QJsonArray owners = application[u"metadata"][u"ownerReferences"].toArray();
    return std::ranges::any_of(owners, [](const QJsonValue &owner) { return owner[u"kind"].toString() == u"ApplicationSet"; });
}

/// What was written is still there after the time its set would take to put it back.
[[nodiscard]] Async<kube::Object> stayed(kube::Object written, kube::ObjectName name, bool on, ChangeServices services,
                                         CancelToken cancel)
{
    if (isAutoSynced(written) == on && !isMadeBySet(written)) {
        co_return written;
    }
    const auto enough = std::make_shared<CancelSource>();
    const auto isOver = std::make_shared<bool>(false);
    const auto registration = cancel.onCancel([enough] { enough->cancel(); });
    const auto context = std::make_shared<QObject>();
    services.clock->after(kUndoing, context.get(), [enough, isOver] {
        *isOver = true;
        enough->cancel();
    });
    const auto turned = co_await awaitObject(
        services.api, applicationType(), name, [on](const kube::Object &object) { return isAutoSynced(object) != on; },
        enough->token());
    if (turned) {
        const QString spoken = name.ns + u'/' + name.name;
        co_return failure(Error::Kind::Conflict, Text::tr("switching auto-sync of %1").arg(spoken),
                          on ? Text::tr("It was switched on, and somebody put it back at once: it is off.")
                             : Text::tr("It was switched off, and somebody put it back at once: it is on."));
    }
    if (*isOver) {
        co_return written;
    }
    co_return failure(turned);
}

} // namespace

Async<PauseWay> pauseWay(kube::ApiPtr api, CancelToken cancel)
{
    const kube::ResourceType definitions{.group = u"apiextensions.k8s.io"_s,
                                         .version = u"v1"_s,
                                         .kind = u"CustomResourceDefinition"_s,
                                         .plural = u"customresourcedefinitions"_s,
                                         .namespaced = false};
    const auto definition = co_await api->get(definitions, {.ns = {}, .name = u"applications.argoproj.io"_s}, cancel);
    if (definition) {
        co_return knowsSwitch(*definition) ? PauseWay::Switch : PauseWay::Removal;
    }
    if (definition.error().kind == Error::Kind::Cancelled || definition.error().kind == Error::Kind::Unreachable) {
        co_return failure(definition);
    }
    // Definitions are for few eyes; what the server says of its kinds is for all.
    const auto description = co_await api->request("GET", u"/openapi/v3/apis/argoproj.io/v1alpha1"_s, std::nullopt, cancel);
    const auto knows = description ? describesSwitch(*description) : std::nullopt;
    if (!knows) {
        co_return failure(description ? definition.error() : description.error());
    }
    co_return *knows ? PauseWay::Switch : PauseWay::Removal;
}

bool isAutoSynced(const kube::Object &application)
{
    const QJsonValue automated = application[u"spec"][u"syncPolicy"][u"automated"];
    return automated.isObject() && automated[u"enabled"].toBool(true);
}

bool isAutoSyncPaused(const kube::Object &application)
{
    const QJsonValue automated = application[u"spec"][u"syncPolicy"][u"automated"];
    return !isAutoSynced(application) && (automated.isObject() || hasMemory(application));
}

QJsonObject rememberedAutoSync(const kube::Object &application)
{
    const QJsonValue automated = application[u"spec"][u"syncPolicy"][u"automated"];
    return automated.isObject() ? automated.toObject() : memoryOf(application);
}

QJsonObject pausePatch(const kube::Object &application, PauseWay way)
{
    if (!isAutoSynced(application)) {
        return {};
    }
    if (way == PauseWay::Switch) {
        return {{u"spec"_s, nested({u"syncPolicy"_s, u"automated"_s, u"enabled"_s}, false)}};
    }
    return automatedPatch(QJsonValue::Null, textOf(application[u"spec"][u"syncPolicy"][u"automated"].toObject()));
}

QJsonObject resumePatch(const kube::Object &application, const QJsonObject &automated)
{
    if (isAutoSynced(application)) {
        return {};
    }
    if (application[u"spec"][u"syncPolicy"][u"automated"].isObject()) {
        QJsonObject enabled = automated;
        enabled.insert(u"enabled"_s, QJsonValue::Null); // absent means on
        return {{u"spec"_s, nested({u"syncPolicy"_s, u"automated"_s}, enabled)}};
    }
    if (hasMemory(application)) {
        return automatedPatch(memoryOf(application), QJsonValue::Null);
    }
    return {{u"spec"_s, nested({u"syncPolicy"_s, u"automated"_s}, automated)}};
}

Async<kube::Object> setAutoSync(kube::ObjectName name, bool on, QJsonObject automated, ChangeServices services,
                                CancelToken cancel)
{
    const auto way = on ? Result<PauseWay>(PauseWay::Switch) : co_await pauseWay(services.api, cancel);
    if (!way) {
        co_return failure(way);
    }
    const auto before = co_await services.api->get(applicationType(), name, cancel);
    if (!before) {
        co_return failure(before);
    }
    const QString spoken = name.ns + u'/' + name.name;
    Change change{.kind = on ? u"resume-auto-sync"_s : u"pause-auto-sync"_s,
                  .name = name,
                  .sentence
                  = on ? Text::tr("Auto-sync of %1 is on.").arg(spoken) : Text::tr("Auto-sync of %1 is off.").arg(spoken)};
    change.facts.add(u"automated"_s, textOf((*before)[u"spec"][u"syncPolicy"][u"automated"].toObject()));
    change.patch = [on, way = *way, automated](const kube::Object &object) -> Result<QJsonObject> {
        return on ? resumePatch(object, automated) : pausePatch(object, way);
    };
    const auto changed = co_await changeObject(change, services, cancel);
    co_return changed ? co_await stayed(*changed, name, on, services, cancel) : changed;
}

} // namespace sentinel::gitops
