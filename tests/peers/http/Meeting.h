// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/HttpApi.h"
#include "core/kube/access/Kubeconfig.h"
#include "core/sandbox/Cluster.h"
#include "tests/core/kube/Waiting.h"

#include <QTemporaryDir>

/// Our client and our cluster, met over HTTPS by the kubeconfig that the cluster wrote.
class Meeting
{
public:
    Meeting()
    {
        const QString file = m_folder.filePath(QStringLiteral("kubeconfig"));
        if (!cluster.start() || !cluster.writeKubeconfigTo(file)) {
            return;
        }
        const auto kubeconfig = sentinel::kube::Kubeconfig::read(file);
        const auto read = kubeconfig ? kubeconfig->access() : sentinel::failure(kubeconfig);
        if (read) {
            access = *read;
            api = std::make_unique<sentinel::kube::HttpApi>(access, sentinel::kube::HttpOptions{}, clock);
        }
    }

private:
    sentinel::SystemClock m_wall;
    QTemporaryDir m_folder;

public:
    sentinel::sandbox::Cluster cluster{m_wall, {}};
    sentinel::kube::ClusterAccess access;
    std::shared_ptr<EagerClock> clock = std::make_shared<EagerClock>(); ///< of the client: its waits pass at once
    std::unique_ptr<sentinel::kube::HttpApi> api; ///< null: they did not meet
};

/// What the write answered; a refusal is a failure of the test.
inline sentinel::kube::Written written(sentinel::Async<sentinel::kube::Written> flow)
{
    const auto answer = answerOf(std::move(flow));
    if (!answer) {
        QTest::qFail(qPrintable(answer.error().detail), __FILE__, __LINE__);
        return {};
    }
    return *answer;
}

inline const sentinel::kube::ResourceType kConfigMaps{
    .group = {}, .version = QStringLiteral("v1"), .kind = QStringLiteral("ConfigMap"), .plural = QStringLiteral("configmaps")};

inline sentinel::kube::Object configMap(const QString &name, const QString &value = QStringLiteral("1"))
{
    using sentinel::kube::Object;
    using namespace Qt::StringLiterals;
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"ConfigMap"_s},
            {u"metadata"_s, Object{{u"name"_s, name}, {u"namespace"_s, u"default"_s}}},
            {u"data"_s, Object{{u"key"_s, value}}}};
}

inline sentinel::kube::ObjectName named(const QString &name)
{
    return {.ns = QStringLiteral("default"), .name = name};
}
