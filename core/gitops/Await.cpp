// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Await.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct Waiting
{
    kube::ObjectName name;
    std::function<bool(const kube::Object &)> enough;
    Promise<kube::Object> found;
    CancelSource stop;
    QObject context;
};
using WaitingPtr = std::shared_ptr<Waiting>;

void consider(const WaitingPtr &waiting, const kube::Object &object)
{
    if (!waiting->enough(object)) {
        return;
    }
    // From the event loop: whoever waits must not go on inside the watch that told us.
    QMetaObject::invokeMethod(&waiting->context, [found = waiting->found, object] { found.keep(object); }, Qt::QueuedConnection);
}

void take(const WaitingPtr &waiting, const kube::WatchEvent &event)
{
    const auto isIt
        = [&waiting](const kube::Object &object) { return object[u"metadata"][u"name"].toString() == waiting->name.name; };
    switch (event.type) {
    case kube::WatchEvent::Type::Added:
    case kube::WatchEvent::Type::Modified:
        if (isIt(event.object)) {
            consider(waiting, event.object);
        }
        break;
    case kube::WatchEvent::Type::Deleted:
        if (isIt(event.object)) {
            consider(waiting, {});
        }
        break;
    case kube::WatchEvent::Type::Replaced: {
        const auto found = std::ranges::find_if(event.objects, isIt);
        consider(waiting, found == event.objects.cend() ? kube::Object() : *found);
        break;
    }
    case kube::WatchEvent::Type::Disconnected:
    case kube::WatchEvent::Type::Reconnected:
        break;
    }
}

[[nodiscard]] Async<void> watchFor(kube::ApiPtr api, kube::ResourceType type, WaitingPtr waiting)
{
    const kube::ListOptions options{.ns = waiting->name.ns, .fieldSelector = u"metadata.name="_s + waiting->name.name};
    const auto ended = co_await api->watch(
        type, options, [waiting](const kube::WatchEvent &event) { take(waiting, event); }, waiting->stop.token());
    if (!ended && ended.error().kind != Error::Kind::Cancelled) {
        waiting->found.keep(failure(ended));
    }
    co_return {};
}

} // namespace

Async<kube::Object> awaitObject(kube::ApiPtr api, kube::ResourceType type, kube::ObjectName name,
                                std::function<bool(const kube::Object &)> enough, CancelToken cancel)
{
    const auto waiting = std::make_shared<Waiting>();
    waiting->name = std::move(name);
    waiting->enough = std::move(enough);
    std::ignore = watchFor(std::move(api), std::move(type), waiting); // ends with `stop`
    const auto registration = cancel.onCancel([found = waiting->found] {
        found.keep(failure(Error::Kind::Cancelled, Text::tr("waiting for the cluster"), Text::tr("stopped while waiting")));
    });
    auto found = co_await waiting->found.answer();
    waiting->stop.cancel();
    co_return found;
}

} // namespace sentinel::gitops
