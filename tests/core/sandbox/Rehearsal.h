// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/scenarios/Scenarios.h"
#include "core/sandbox/workloads/Deletion.h"
#include "core/sandbox/workloads/Evictions.h"
#include "core/sandbox/workloads/Pods.h"
#include "core/sandbox/workloads/Workloads.h"
#include "tests/support/ManualClock.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

namespace sentinel::testing {

using namespace sandbox;
using namespace Qt::StringLiterals;
using std::chrono::seconds;

/// A cluster with a namespace "shop", and the few words tests need to speak of it.
class Rehearsal
{
public:
    explicit Rehearsal(Options options = {})
        : workloads(store, clock, logs, std::move(options), nullptr)
    {
        clock.advance({});
        add(kinds::ns(), R"({"metadata": {"name": "shop"}})");
        pass(seconds(1));
    }

    /// Objects are written as JSON with "shop" as their namespace.
    QJsonObject add(const Type &type, const QByteArray &json)
    {
        QJsonParseError error;
        QJsonObject object = QJsonDocument::fromJson(json, &error).object();
        if (error.error != QJsonParseError::NoError) {
            qFatal("bad JSON in a test: %s", qPrintable(error.errorString()));
        }
        if (type.namespaced && namespaceOf(object).isEmpty()) {
            put(object, {u"metadata", u"namespace"}, u"shop"_s);
        }
        const auto made = store.create(type, object);
        if (!made) {
            qFatal("cannot create: %s", qPrintable(made.error().detail));
        }
        return *made;
    }

    /// A Deployment or the like: NAME, replicas, image, and more of its spec as JSON members ("\"paused\": true,").
    QJsonObject deploy(const Type &type, const QByteArray &name, int replicas, const QByteArray &image,
                       const QByteArray &more = {}, const QByteArray &ofPod = {}, const QByteArray &ofContainer = {})
    {
        return add(type,
                   R"({"metadata": {"name": ")" + name + R"("}, "spec": {)" + more + R"("replicas": )"
                       + QByteArray::number(replicas) + R"(, "selector": {"matchLabels": {"app": ")" + name
                       + R"("}}, "template": {"metadata": {"labels": {"app": ")" + name + R"("}}, "spec": {)" + ofPod
                       + R"("containers": [{)" + ofContainer + R"("name": "main", "image": ")" + image + R"("}]}}}})");
    }

    void pass(Duration time) { clock.advance(time); }
    /// Second by second until `done`, `most` at the longest; calls `meanwhile` at every step.
    bool passUntil(const std::function<bool()> &done, Duration most = seconds(120), const std::function<void()> &meanwhile = {})
    {
        for (Duration spent{0}; spent <= most; spent += Duration(500)) {
            if (done()) {
                return true;
            }
            pass(Duration(500));
            if (meanwhile) {
                meanwhile();
            }
        }
        return done();
    }

    [[nodiscard]] QJsonObject get(const Type &type, const QString &name) const
    {
        return store.find(type, type.namespaced ? u"shop"_s : QString(), name).value_or(QJsonObject());
    }
    void edit(const Type &type, const QString &name, Path path, const QJsonValue &value)
    {
        store.change(
            type, type.namespaced ? u"shop"_s : QString(), name,
            [&](QJsonObject &object) {
                put(object, path, value);
                return true;
            },
            Store::Half::Main);
    }
    void setImage(const Type &type, const QString &name, const QString &image)
    {
        QJsonArray containers = listAt(get(type, name), {u"spec", u"template", u"spec", u"containers"});
        QJsonObject first = containers.at(0).toObject();
        first.insert(u"image"_s, image);
        containers.replace(0, first);
        edit(type, name, {u"spec", u"template", u"spec", u"containers"}, containers);
    }
    void erase(const Type &type, const QString &name, Propagation propagation = Propagation::Background)
    {
        if (!beginDeletion(store, type, u"shop"_s, name, propagation)) {
            qFatal("nothing to delete");
        }
    }
    [[nodiscard]] QList<QJsonObject> pods(const QString &app = {}) const
    {
        QList<QJsonObject> pods = store.list(kinds::pod(), u"shop"_s);
        pods.removeIf([&](const QJsonObject &each) { return !app.isEmpty() && labelsOf(each).value(u"app").toString() != app; });
        return pods;
    }
    [[nodiscard]] int readyPods(const QString &app = {}) const
    {
        const auto all = pods(app);
        return static_cast<int>(
            std::ranges::count_if(all, [](const QJsonObject &each) { return isReady(each) && !isDeleting(each); }));
    }
    [[nodiscard]] QString waitingReason(const QJsonObject &pod) const
    {
        return textAt(listAt(pod, {u"status", u"containerStatuses"}).at(0).toObject(), {u"state", u"waiting", u"reason"});
    }
    /// Messages of the events with that reason.
    [[nodiscard]] QStringList said(const QString &reason) const
    {
        QStringList messages;
        for (const QJsonObject &each : store.list(kinds::event())) {
            if (each.value(u"reason").toString() == reason) {
                messages.append(each.value(u"message").toString());
            }
        }
        return messages;
    }

    ManualClock clock;
    Store store{clock};
    PodLogs logs;
    Workloads workloads;
};

} // namespace sentinel::testing
