// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Scales.h"

namespace sentinel::sandbox {

std::pair<const Type *, QJsonObject> scaleTarget(const Store &store, const QString &ns, const QJsonObject &reference)
{
    const Type *type = typeOfKind(reference.value(u"apiVersion").toString(), reference.value(u"kind").toString());
    const auto object = type && type->hasScale ? store.find(*type, ns, reference.value(u"name").toString()) : std::nullopt;
    return object ? std::pair(type, *object) : std::pair<const Type *, QJsonObject>(nullptr, {});
}

int wantedWith(const Store &store, const QJsonObject &pod)
{
    QJsonObject owner = controllerOf(pod);
    auto [type, object] = scaleTarget(store, namespaceOf(pod), owner);
    if (!type) {
        return 1;
    }
    const auto [above, deployment] = scaleTarget(store, namespaceOf(pod), controllerOf(object));
    return static_cast<int>(numberAt(above ? deployment : object, {u"spec", u"replicas"}, 1));
}

} // namespace sentinel::sandbox
