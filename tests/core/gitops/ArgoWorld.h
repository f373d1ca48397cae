// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/SyncApplication.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/SteppedClock.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace sentinel::testing {

/// An Application and an Argo CD of the simplest sort, that swallows operations as the real one does.
class ArgoWorld
{
public:
    ArgoWorld()
    {
        cluster->put(QJsonDocument::fromJson(R"({"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
            "metadata": {"name": "web", "namespace": "argocd"},
            "spec": {"project": "default", "source": {"repoURL": "https://git.example.com/a.git", "path": "web"},
              "destination": {"namespace": "shop"}, "syncPolicy": {"automated": {"prune": true, "selfHeal": true}, "syncOptions": ["CreateNamespace=true"]}},
            "status": {"sync": {"status": "OutOfSync"}, "health": {"status": "Healthy"}}})")
                         .object());
        cluster->written = [this](const kube::Object &object) { controller(object); };
    }

    [[nodiscard]] kube::Object application() const
    {
        return cluster->object(QStringLiteral("Application"), QStringLiteral("argocd"), QStringLiteral("web"));
    }
    /// A new process: same cluster, same journal file.
    [[nodiscard]] gitops::ChangeServices services()
    {
        const auto shared = std::shared_ptr<Clock>(&clock, [](Clock *) { });
        auto journal = journal::Journal::open(folder.path(), shared);
        if (!journal) {
            qFatal("%s", qPrintable(journal.error().detail));
        }
        return {.api = cluster,
                .clock = shared,
                .journal = *journal,
                .cluster = QStringLiteral("https://cluster.example"),
                .userName = QStringLiteral("ada")};
    }
    template <typename T>
    [[nodiscard]] Result<T> ended(Async<T> task)
    {
        const auto answer = answerOf(clock, std::move(task));
        return answer ? *answer : failure(Error::Kind::Internal, QStringLiteral("waiting"), QStringLiteral("it hangs"));
    }
    void change(const std::function<void(kube::Object &)> &by)
    {
        kube::Object object = application();
        by(object);
        cluster->put(object);
    }

    SteppedClock clock;
    QTemporaryDir folder;
    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    int begun = 0; ///< operations Argo CD began
    QString endPhase = QStringLiteral("Succeeded");
    QString healthAfter = QStringLiteral("Healthy");
    bool isStuck = false; ///< an operation never ends by itself

private:
    void controller(const kube::Object &written)
    {
        const QString phase = written[u"status"][u"operationState"][u"phase"].toString();
        if (phase == u"Terminating") {
            end(QStringLiteral("Failed"), QStringLiteral("Operation terminated"));
        } else if (written[u"operation"].isObject() && phase != u"Running") {
            begin(written);
        }
    }
    void begin(kube::Object object)
    {
        ++begun;
        QJsonObject status = object[u"status"].toObject();
        status.insert(QStringLiteral("operationState"),
                      QJsonObject{{QStringLiteral("phase"), QStringLiteral("Running")},
                                  {QStringLiteral("operation"), object.value(u"operation")},
                                  {QStringLiteral("startedAt"), time()}});
        object.insert(QStringLiteral("status"), status);
        cluster->put(object);
        if (!isStuck) {
            clock.after(std::chrono::seconds(2), QCoreApplication::instance(), [this] { end(endPhase, QStringLiteral("done")); });
        }
    }
    void end(const QString &phase, const QString &message)
    {
        change([&](kube::Object &object) {
            QJsonObject status = object[u"status"].toObject();
            QJsonObject state = status[u"operationState"].toObject();
            state.insert(QStringLiteral("phase"), phase);
            state.insert(QStringLiteral("message"), message);
            state.insert(QStringLiteral("finishedAt"), time());
            const QJsonValue request = state.value(u"operation");
            state.insert(QStringLiteral("syncResult"), QJsonObject{{QStringLiteral("revision"), request[u"sync"][u"revision"]}});
            if (phase == u"Succeeded") {
                QJsonArray history = status[u"history"].toArray();
                history.append(QJsonObject{{QStringLiteral("id"), history.size()},
                                           {QStringLiteral("deployStartedAt"), state.value(u"startedAt")},
                                           {QStringLiteral("revision"), request[u"sync"][u"revision"]},
                                           {QStringLiteral("initiatedBy"), request[u"initiatedBy"]}});
                status.insert(QStringLiteral("history"), history);
            }
            status.insert(QStringLiteral("operationState"), state);
            status.insert(QStringLiteral("health"), QJsonObject{{QStringLiteral("status"), healthAfter}});
            status.insert(QStringLiteral("reconciledAt"), time());
            object.insert(QStringLiteral("status"), status);
            object.remove(QStringLiteral("operation"));
        });
    }
    [[nodiscard]] QString time() const { return clock.now().toString(Qt::ISODate); }
};

} // namespace sentinel::testing
