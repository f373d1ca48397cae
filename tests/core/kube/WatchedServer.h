// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Servers.h"
#include "Waiting.h"
#include "core/kube/HttpApi.h"

#include <QJsonArray>

/// What ends a list that comes by a watch.
constexpr auto kEndOfList = R"({"type":"BOOKMARK","object":{"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"7",)"
                            R"("annotations":{"k8s.io/initial-events-end":"true"}}}})"
                            "\n";

/// A server without a pod, whose watches stay open and silent.
class WatchedServer : public ScriptedServer
{
public:
    explicit WatchedServer(const Authority &authority, Setup setup = {})
        : ScriptedServer(authority, std::move(setup))
    {
        answer = [this](const Seen &asked, QHttpServerResponder &responder) {
            if (asked.query.hasQueryItem(QStringLiteral("watch"))) {
                ++watches;
                responder.writeBeginChunked("application/json");
                const bool isInitial = asked.query.hasQueryItem(QStringLiteral("sendInitialEvents"));
                lists += isInitial ? 1 : 0;
                responder.writeChunk(isInitial ? kEndOfList : "\n"); // the head goes out at once
                m_open.push_back(std::move(responder));
                return;
            }
            ++lists;
            reply(responder, 200,
                  QJsonObject{{QStringLiteral("kind"), QStringLiteral("PodList")},
                              {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("resourceVersion"), QStringLiteral("7")}}},
                              {QStringLiteral("items"), QJsonArray()}});
        };
    }

    int watches = 0; ///< those begun
    int lists = 0; ///< how often everything was asked for

private:
    std::vector<QHttpServerResponder> m_open;
};

/// A watch and what it told.
class Watching : public QObject
{
public:
    explicit Watching(sentinel::kube::Api &api)
    {
        sentinel::deliver(api.watch(
                              kPods, {.freshness = freshness},
                              [this](const sentinel::kube::WatchEvent &event) {
                                  told.append(event.type);
                                  problem = event.problem.isEmpty() ? problem : event.problem;
                              },
                              m_cancel.token()),
                          this, [this](sentinel::Result<void> ended) { end = std::move(ended); });
    }
    ~Watching() override { m_cancel.cancel(); }
    [[nodiscard]] qsizetype count(sentinel::kube::WatchEvent::Type type) const { return told.count(type); }

    std::shared_ptr<sentinel::kube::Freshness> freshness = std::make_shared<sentinel::kube::Freshness>();
    QList<sentinel::kube::WatchEvent::Type> told;
    QString problem; ///< of the last disconnection
    std::optional<sentinel::Result<void>> end;

private:
    sentinel::CancelSource m_cancel;
};
