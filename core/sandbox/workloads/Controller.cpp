// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Controller.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

Controller::Controller(World &world)
    : m_world(world)
    , m_queue(world.clock, [this](const Key &key) { reconcile(key); })
{
    m_listener = world.store.listen([this](const Change &change) { observe(change); });
}

Controller::~Controller()
{
    m_world.store.forget(m_listener);
}

void Controller::lookAtOwner(const Change &child, QStringView kind)
{
    for (const QJsonObject &each : {child.object, child.before}) {
        const QJsonObject owner = controllerOf(each);
        if (owner.value(u"kind").toString() == kind) {
            look(namespaceOf(child.object), owner.value(u"name").toString());
        }
    }
}

void Controller::lookAtAll(const Type &type, const QString &ns)
{
    for (const QJsonObject &each : m_world.store.list(type, ns)) {
        look(each);
    }
}

void Controller::lookAtSelecting(const Type &type, Path path, const Change &child)
{
    const QJsonObject after = labelsOf(child.object);
    const QJsonObject before = labelsOf(child.before);
    for (const QJsonObject &each : m_world.store.list(type, namespaceOf(child.object))) {
        const QJsonObject selector = objectAt(each, path);
        const bool isPlain = !selector.contains(u"matchLabels") && !selector.contains(u"matchExpressions");
        const auto picks
            = [&](const QJsonObject &labels) { return isPlain ? selects(selector, labels) : selectorMatches(selector, labels); };
        if (picks(after) || (!before.isEmpty() && before != after && picks(before))) {
            look(each);
        }
    }
}

void Controller::writeStatus(const Type &type, const QJsonObject &object, const QJsonObject &status)
{
    m_world.store.change(type, namespaceOf(object), nameOf(object), [&](QJsonObject &present) {
        if (objectAt(present, {u"status"}) == status) {
            return false;
        }
        present.insert(u"status", status);
        return true;
    });
}

} // namespace sentinel::sandbox
