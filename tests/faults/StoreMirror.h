// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectFeed.h"
#include "tests/faults/Ledger.h"
#include "tests/faults/Mirror.h"

namespace sentinel::testing {

/// `ObjectFeed` and its `ObjectStore`, as the pages use them. Rows are compared with the server's objects (name, uid, version)
/// and, cell by cell, with a second store that is filled directly from the server at the end.
class StoreMirror final : public Mirror
{
public:
    struct Start
    {
        kube::ClusterAccess access; ///< through the faults
        kube::ClusterAccess direct;
        kube::HttpOptions options;
        kube::ResourceType type;
        kube::ListOptions what;
        std::shared_ptr<Clock> clock = std::make_shared<EagerClock>();
    };
    explicit StoreMirror(Start start);

    [[nodiscard]] QString differenceFrom(const QList<kube::Object> &server) const override;
    [[nodiscard]] qint64 heard() const override { return m_heard; }
    [[nodiscard]] int cuts() const override { return m_cuts; }
    [[nodiscard]] QString ended() const override;
    [[nodiscard]] const kube::ObjectFeed &feed() const { return m_feed; }

private:
    Start m_start;
    kube::ObjectFeed m_feed;
    Ledger m_ledger;
    qint64 m_heard = 0;
    int m_cuts = 0;
};

} // namespace sentinel::testing
