// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/KindName.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

bool isCalled(const ResourceType &type, const QString &word)
{
    return word == type.plural || word == type.kind.toLower() || (!type.singular.isEmpty() && word == type.singular)
        || type.shortNames.contains(word);
}

/// "deployments.apps", "deployments.v1.apps": `rest` is what follows the first dot.
bool isIn(const ResourceType &type, const QString &rest)
{
    return rest.isEmpty() || rest == type.group || rest == type.version + u'.' + type.group;
}

} // namespace

std::optional<ResourceType> kindNamed(const QList<ResourceType> &served, const QString &word)
{
    const QString small = word.toLower();
    const qsizetype dot = small.indexOf(u'.');
    const QString name = dot < 0 ? small : small.first(dot);
    const QString rest = dot < 0 ? QString() : small.sliced(dot + 1);
    const auto meant = [&](const ResourceType &type) { return isCalled(type, name) && isIn(type, rest); };
    const auto core = std::ranges::find_if(served, [&](const ResourceType &type) { return type.group.isEmpty() && meant(type); });
    if (core != served.end()) {
        return *core;
    }
    const auto other = std::ranges::find_if(served, meant);
    return other == served.end() ? std::nullopt : std::optional(*other);
}

Async<ResourceType> findKind(ApiPtr api, QString word, CancelToken cancel)
{
    const auto served = co_await api->discover(cancel);
    if (!served) {
        co_return failure(served);
    }
    const auto type = kindNamed(*served, word);
    if (!type) {
        co_return failure(Error::Kind::NotFound, Text::tr("looking for the kind %1").arg(plainLine(word)),
                          Text::tr("The cluster serves no kind \"%1\".").arg(plainLine(word)));
    }
    co_return *type;
}

} // namespace sentinel::kube
