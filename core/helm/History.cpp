// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/helm/History.h"
#include "core/helm/ReleaseBytes.h"

#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::helm {

namespace {

kube::ResourceType secretType()
{
    return {.group = {}, .version = u"v1"_s, .kind = u"Secret"_s, .plural = u"secrets"_s};
}

QString pathOf(const ReleaseHead &head)
{
    const auto part = [](const QString &word) { return QString::fromLatin1(QUrl::toPercentEncoding(word)); };
    return u"/api/v1/namespaces/%1/secrets/%2"_s.arg(part(head.ns), part(head.secret()));
}

/// Seconds since 1970, as helm writes them into its labels.
QDateTime timeOf(const QJsonValue &label)
{
    bool isNumber = false;
    const qint64 seconds = label.toString().toLongLong(&isNumber);
    return isNumber ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()) : QDateTime();
}

} // namespace

QString ReleaseHead::secret() const
{
    return u"sh.helm.release.v1.%1.v%2"_s.arg(name).arg(revision);
}

Async<QList<ReleaseHead>> readHeads(kube::ApiPtr api, QString ns, QString name, CancelToken cancel)
{
    kube::ListOptions options{.ns = ns};
    options.labelSelector = name.isEmpty() ? u"owner=helm"_s : u"owner=helm,name="_s + name;
    options.metadataOnly = true;
    const auto list = co_await api->list(secretType(), options, cancel);
    if (!list) {
        co_return failure(list);
    }
    QList<ReleaseHead> heads;
    for (const kube::Object &secret : list->items) {
        const QJsonValue labels = secret[u"metadata"][u"labels"];
        const QString release = labels[u"name"].toString();
        const int revision = labels[u"version"].toString().toInt();
        if (labels[u"owner"].toString() != u"helm" || revision < 1 || release.isEmpty() || (!name.isEmpty() && name != release)) {
            continue;
        }
        const QDateTime modified = timeOf(labels[u"modifiedAt"]);
        heads.append({.ns = secret[u"metadata"][u"namespace"].toString(),
                      .name = release,
                      .revision = revision,
                      .status = statusNamed(labels[u"status"].toString()),
                      .at = modified.isValid() ? modified : timeOf(labels[u"createdAt"])});
    }
    std::ranges::sort(heads, [](const ReleaseHead &left, const ReleaseHead &right) {
        return std::tie(left.ns, left.name, left.revision) < std::tie(right.ns, right.name, right.revision);
    });
    co_return heads;
}

Async<Release> readRelease(kube::ApiPtr api, ReleaseHead head, CancelToken cancel)
{
    const auto raw = co_await api->send({.path = pathOf(head), .accept = "application/json"}, cancel);
    if (raw && raw->isGood()) {
        auto release = co_await decodeAside(raw->body);
        if (release && *release) {
            co_return std::move(**release);
        }
    }
    // Anything else is looked at closely, and said.
    const auto secret = co_await api->get(secretType(), {.ns = head.ns, .name = head.secret()}, cancel);
    if (!secret) {
        co_return failure(secret);
    }
    co_return decodeRelease(*secret);
}

} // namespace sentinel::helm
