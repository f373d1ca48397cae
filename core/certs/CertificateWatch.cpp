// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certs/CertificateWatch.h"

#include <QObject>
#include <vector>

namespace sentinel::certs {

namespace {

constexpr Duration kTogether = std::chrono::milliseconds(500); ///< a renewal writes five objects in a moment

/// What the watches share with the loop that looks.
struct Looking
{
    kube::ApiPtr api;
    std::shared_ptr<Clock> clock;
    QString ns;
    CancelToken cancel;
    Promise<void> next{}; ///< kept by the first change since the last look
    QObject context{};
    bool waits = false;

    void changed()
    {
        if (!waits) {
            waits = true;
            clock->after(kTogether, &context, [this] { next.keep({}); });
        }
    }
};
using LookingPtr = std::shared_ptr<Looking>;

/// Names and versions are enough: what changed is read whole by the look.
[[nodiscard]] Async<void> watchKind(LookingPtr looking, kube::ResourceType type)
{
    kube::ListOptions options{.ns = type.namespaced ? looking->ns : QString()};
    options.metadataOnly = true;
    // A kind that may not be watched, or is not served, leaves the others.
    std::ignore = co_await looking->api->watch(
        type, options,
        [looking](const kube::WatchEvent &event) {
            if (event.type != kube::WatchEvent::Type::Disconnected && event.type != kube::WatchEvent::Type::Reconnected) {
                looking->changed();
            }
        },
        looking->cancel);
    co_return {};
}

} // namespace

Async<void> watchCertificates(kube::ApiPtr api, std::shared_ptr<Clock> clock, QString ns, std::function<void(Result<Sight>)> sink,
                              CancelToken cancel)
{
    const auto looking = std::make_shared<Looking>();
    looking->api = api;
    looking->clock = clock;
    looking->ns = ns;
    looking->cancel = cancel;
    const auto registration = cancel.onCancel([looking] { looking->next.keep({}); });
    std::vector<Async<void>> watches;
    for (const kube::ResourceType &type :
         {certificateType(), requestType(), orderType(), challengeType(), issuerType(), clusterIssuerType()}) {
        watches.push_back(watchKind(looking, type));
    }
    while (!cancel.isCancelled()) {
        looking->next = {};
        looking->waits = false;
        auto sight = co_await lookAt(api, ns, cancel);
        if (cancel.isCancelled()) {
            break;
        }
        const bool hopeless = !sight && sight.error().kind == Error::Kind::Unsupported;
        sink(std::move(sight));
        if (hopeless) {
            break;
        }
        std::ignore = co_await looking->next.answer();
    }
    co_return {};
}

} // namespace sentinel::certs
