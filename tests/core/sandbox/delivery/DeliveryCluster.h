// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Types.h"
#include "core/sandbox/delivery/ApplicationController.h"
#include "core/sandbox/delivery/ApplicationSetController.h"
#include "core/sandbox/delivery/ProjectRules.h"
#include "core/sandbox/workloads/Json.h"
#include "tests/support/ManualClock.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

namespace sentinel::sandbox {

inline QJsonObject json(const QByteArray &text)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject()) {
        qFatal("%s in %s", qPrintable(error.errorString()), text.constData());
    }
    return document.object();
}

/// Charts as lists of objects, by path and revision.
class FakeRenderer final : public Renderer
{
public:
    QMap<QString, QList<QJsonObject>> objects; ///< "revision" → what the chart makes
    std::optional<Error> problem;
    QList<RenderRequest> asked;

    Async<QList<QJsonObject>> render(RenderRequest request, CancelToken) override
    {
        asked.append(request);
        return answer(problem ? Result<QList<QJsonObject>>(failure(*problem)) : objects.value(request.folder.section(u'/', -1)));
    }

private:
    static Async<QList<QJsonObject>> answer(Result<QList<QJsonObject>> result) { co_return result; }
};

/// One repository: branch names lead to commits, each an (almost empty) folder with a chart.
class FakeRepositories final : public Repositories
{
public:
    FakeRepositories() { QDir(m_folder.path()).mkpath(QStringLiteral("x")); }
    /// A commit with a chart at "chart"; `main` is it from now on.
    void commit(const QString &revision)
    {
        const QString chart = m_folder.filePath(revision + QStringLiteral("/chart"));
        QDir().mkpath(chart);
        QFile file(chart + QStringLiteral("/Chart.yaml"));
        (void)file.open(QIODevice::WriteOnly);
        names.insert(QStringLiteral("main"), revision);
        names.insert(revision, revision);
    }
    QMap<QString, QString> names;

    Async<Checkout> checkOut(QString url, QString revision, CancelToken) override
    {
        if (url != u"https://git.example.com/s.git") {
            return answer(failure(Error::Kind::NotFound, {}, QStringLiteral("repository not found: ") + url));
        }
        if (!names.contains(revision)) {
            return answer(
                failure(Error::Kind::NotFound, {}, QStringLiteral("unable to resolve '%1' to a commit SHA").arg(revision)));
        }
        const QString commit = names.value(revision);
        return answer(Checkout{.folder = m_folder.filePath(commit), .revision = commit});
    }

private:
    static Async<Checkout> answer(Result<Checkout> result) { co_return result; }
    QTemporaryDir m_folder;
};

/// Apply without managed fields: the maps of the object over those that live. A namespace must be there, as on a server.
inline QJsonObject laidOver(QJsonObject live, const QJsonObject &wanted)
{
    for (auto each = wanted.constBegin(); each != wanted.constEnd(); ++each) {
        const QJsonValue below = live.value(each.key());
        live.insert(each.key(),
                    below.isObject() && each.value().isObject() ? QJsonValue(laidOver(below.toObject(), each.value().toObject()))
                                                                : each.value());
    }
    return live;
}

inline Result<QJsonObject> simpleApply(Store &store, const Type &type, const QJsonObject &object)
{
    const QString ns = textAt(object, {u"metadata", u"namespace"});
    if (type.namespaced && !store.find(kinds::ns(), {}, ns)) {
        return failure(Error::Kind::NotFound, QStringLiteral("applying"), QStringLiteral("namespaces \"%1\" not found").arg(ns));
    }
    const std::optional<QJsonObject> live = store.find(type, ns, nameOf(object));
    return live ? store.update(type, laidOver(*live, object)) : store.create(type, object);
}

/// Store, clock and Argo CD, with a repository and a renderer that tests fill.
class DeliveryCluster
{
public:
    testing::ManualClock clock;
    Store store{clock};
    FakeRenderer renderer;
    FakeRepositories repositories;
    QStringList applied; ///< names in the order they were applied
    DeliveryWorld world{.store = store,
                        .clock = clock,
                        .apply =
                            [this](const Type &type, const QJsonObject &object, const QString &, bool) {
                                applied.append(nameOf(object));
                                return simpleApply(store, type, object);
                            },
                        .renderer = renderer,
                        .repositories = repositories};
    ApplicationController applications{world};
    ApplicationSetController sets{world};

    DeliveryCluster()
    {
        seedArgoCd(store);
        (void)store.create(kinds::ns(), json(R"({"metadata": {"name": "shop"}})"));
    }

    /// Everything that can happen now happens.
    void settle(Duration later = Duration::zero())
    {
        clock.advance(later);
        QCoreApplication::processEvents();
        clock.advance(Duration::zero());
    }
    void put(const QJsonObject &object)
    {
        const Type *type = typeOfKind(object[u"apiVersion"].toString(), object[u"kind"].toString());
        const Result<QJsonObject> made = store.create(*type, object);
        if (!made) {
            qFatal("%s", qPrintable(made.error().detail));
        }
        settle();
    }
    void edit(const Type &type, const QString &ns, const QString &name, const std::function<void(QJsonObject &)> &edit)
    {
        const Result<QJsonObject> done = store.change(
            type, ns, name,
            [&edit](QJsonObject &object) {
                edit(object);
                return true;
            },
            Store::Half::Both);
        if (!done) {
            qFatal("%s", qPrintable(done.error().detail));
        }
        settle();
    }
    [[nodiscard]] QJsonObject application(const QString &name = QStringLiteral("shop")) const
    {
        return store.find(kinds::application(), QStringLiteral("argocd"), name).value_or(QJsonObject());
    }
    void editApplication(const std::function<void(QJsonObject &)> &change, const QString &name = QStringLiteral("shop"))
    {
        edit(kinds::application(), QStringLiteral("argocd"), name, change);
    }
    void operate(const QByteArray &operation)
    {
        editApplication([&operation](QJsonObject &object) { object[QStringLiteral("operation")] = json(operation); });
    }
    [[nodiscard]] QString status(Path path) const
    {
        QJsonValue value = application()[u"status"];
        for (const QStringView step : path) {
            value = value[step];
        }
        return value.toString();
    }
    [[nodiscard]] QString phase() const { return status({u"operationState", u"phase"}); }
    [[nodiscard]] QString message() const { return status({u"operationState", u"message"}); }
    [[nodiscard]] QString condition(const QString &type) const
    {
        const QJsonArray conditions = application()[u"status"][u"conditions"].toArray();
        for (const QJsonValue &each : conditions) {
            if (each[u"type"].toString() == type) {
                return each[u"message"].toString();
            }
        }
        return {};
    }
    [[nodiscard]] bool has(const Type &type, const QString &name) const
    {
        return store.find(type, QStringLiteral("shop"), name).has_value();
    }
    /// As the workload controllers would in the end.
    void makeReady(const QString &name)
    {
        edit(kinds::deployment(), QStringLiteral("shop"), name, [](QJsonObject &object) {
            object[QStringLiteral("status")]
                = QJsonObject{{QStringLiteral("observedGeneration"), object[u"metadata"][u"generation"]},
                              {QStringLiteral("replicas"), 1},
                              {QStringLiteral("updatedReplicas"), 1},
                              {QStringLiteral("readyReplicas"), 1},
                              {QStringLiteral("availableReplicas"), 1}};
        });
    }
    void finishJob(const QString &name, bool well = true)
    {
        edit(kinds::job(), QStringLiteral("shop"), name, [well](QJsonObject &object) {
            object[QStringLiteral("status")] = QJsonObject{
                {QStringLiteral("conditions"),
                 QJsonArray{QJsonObject{{QStringLiteral("type"), well ? QStringLiteral("Complete") : QStringLiteral("Failed")},
                                        {QStringLiteral("status"), QStringLiteral("True")},
                                        {QStringLiteral("message"), well ? QString() : QStringLiteral("it broke")}}}}};
        });
    }
};

inline QJsonObject shopApplication(const QByteArray &syncPolicy = "{}")
{
    return json(
        R"({"apiVersion": "argoproj.io/v1alpha1", "kind": "Application", "metadata": {"name": "shop", "namespace": "argocd"},
      "spec": {"project": "default", "source": {"repoURL": "https://git.example.com/s.git", "targetRevision": "main", "path": "chart"},
        "destination": {"server": "https://kubernetes.default.svc", "namespace": "shop"}, "syncPolicy": )"
        + syncPolicy + "}}");
}

inline QJsonObject withAnnotations(QJsonObject object, const QMap<QString, QString> &annotations)
{
    for (auto each = annotations.cbegin(); each != annotations.cend(); ++each) {
        put(object, {u"metadata", u"annotations", each.key()}, each.value());
    }
    return object;
}

inline QJsonObject configMap(const QString &name, const QString &content = QStringLiteral("1"), const QString &wave = {})
{
    const QJsonObject object = json(R"({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": ")" + name.toUtf8()
                                    + R"("}, "data": {"content": ")" + content.toUtf8() + "\"}}");
    return wave.isEmpty() ? object : withAnnotations(object, {{QStringLiteral("argocd.argoproj.io/sync-wave"), wave}});
}

inline QJsonObject deployment(const QString &name, const QString &image = QStringLiteral("app:1"), const QString &wave = {})
{
    const QJsonObject object
        = json(R"({"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": ")" + name.toUtf8()
               + R"("}, "spec": {"replicas": 1, "template": {"spec": {"containers": [{"name": "main", "image": ")"
               + image.toUtf8() + "\"}]}}}}");
    return wave.isEmpty() ? object : withAnnotations(object, {{QStringLiteral("argocd.argoproj.io/sync-wave"), wave}});
}

inline QJsonObject job(const QString &name, const QMap<QString, QString> &annotations)
{
    return withAnnotations(json(R"({"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": ")" + name.toUtf8()
                                + R"("}, "spec": {"template": {"spec": {"containers": []}}}})"),
                           annotations);
}

} // namespace sentinel::sandbox
