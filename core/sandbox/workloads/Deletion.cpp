// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Deletion.h"

#include "core/sandbox/Types.h"
#include "core/sandbox/workloads/Json.h"
#include "core/sandbox/workloads/Pods.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

Result<QJsonObject> beginDeletion(Store &store, const Type &type, const QString &ns, const QString &name, Propagation propagation,
                                  std::optional<Duration> grace)
{
    if (&type == &kinds::ns()) {
        const auto marked = store.markDeleted(type, {}, name, Duration::zero());
        if (!marked) {
            return marked;
        }
        return store.change(type, {}, name, [](QJsonObject &object) {
            put(object, {u"status", u"phase"}, u"Terminating"_s);
            return true;
        });
    }
    const auto pod = &type == &kinds::pod() ? store.find(type, ns, name) : std::nullopt;
    if (!pod || textAt(*pod, {u"spec", u"nodeName"}).isEmpty() || isFinished(*pod)) {
        return store.remove(type, ns, name, propagation);
    }
    using std::chrono::seconds;
    const Duration wanted = grace.value_or(seconds(numberAt(*pod, {u"spec", u"terminationGracePeriodSeconds"}, 30)));
    if (wanted <= Duration::zero()) {
        return store.remove(type, ns, name, propagation);
    }
    return store.markDeleted(type, ns, name, wanted);
}

} // namespace sentinel::sandbox
