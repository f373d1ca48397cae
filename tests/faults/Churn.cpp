// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/Churn.h"

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

constexpr int kMostPresent = 24;

bool isAway(const Error &error)
{
    return error.kind == Error::Kind::Unreachable || error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Internal
        || error.kind == Error::Kind::RateLimited;
}

/// A write whose answer got lost may have been done: the next one finds it out.
bool isExplained(const Error &error)
{
    return isAway(error) || error.kind == Error::Kind::Conflict || error.kind == Error::Kind::NotFound;
}

QString versionOf(const kube::Written &written)
{
    return written.object[u"metadata"][u"resourceVersion"].toString();
}

} // namespace

Async<void> keepChanging(std::shared_ptr<Churn> churn, CancelToken cancel)
{
    while (!churn->isStopping) {
        const int dice = churn->random.bounded(10);
        const bool mustMake = churn->present.isEmpty();
        const bool mustRemove = churn->present.size() >= kMostPresent;
        const qsizetype at = mustMake ? 0 : churn->random.bounded(churn->present.size());
        Result<void> done;
        QString name;
        QString version;
        ++churn->writes;
        if (mustMake || (dice < 3 && !mustRemove)) {
            name = churn->prefix + QString::number(churn->random.bounded(3 * kMostPresent));
            const auto made = co_await churn->api->create(churn->type, churn->maker(churn->ns, name, churn->writes), cancel);
            done = made ? Result<void>() : failure(made);
            version = made ? versionOf(*made) : QString();
            if ((made || made.error().kind == Error::Kind::Conflict) && !churn->present.contains(name)) {
                churn->present.append(name);
            }
        } else if (mustRemove || dice < 5) {
            name = churn->present.takeAt(at);
            done = co_await churn->api->remove(churn->type, {.ns = churn->ns, .name = name}, {}, cancel);
        } else {
            name = churn->present[at];
            const auto changed = co_await churn->api->patch(
                churn->type, {.ns = churn->ns, .name = name}, kube::PatchType::Merge,
                "{\"metadata\":{\"labels\":{\"turn\":\"" + QByteArray::number(churn->writes) + "\"}}}", {}, cancel);
            done = changed ? Result<void>() : failure(changed);
            version = changed ? versionOf(*changed) : QString();
        }
        // What an answer that never came has done is not known.
        if (done) {
            churn->confirmed[name] = version;
        } else if (isAway(done.error())) {
            churn->confirmed.remove(name);
        }
        if (!done && !isExplained(done.error())) {
            churn->problem = done.error().detail;
            co_return done;
        }
        churn->refused += !done && isAway(done.error()) ? 1 : 0;
        if (churn->onWrite) {
            churn->onWrite(churn->writes);
        }
    }
    co_return {};
}

} // namespace sentinel::testing
