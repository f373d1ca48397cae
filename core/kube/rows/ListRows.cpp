// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/FollowRequests.h"
#include "core/kube/requests/List.h"
#include "core/kube/requests/Paths.h"
#include "core/kube/requests/StatusError.h"
#include "core/kube/rows/Follow.h"
#include "core/kube/rows/RowDecoder.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kMostRestarts = 3; // after these, everything at once
constexpr int kLaterPage = 5000; // protobuf is read object by object, so that a page costs no memory here

HttpRequest pageRequest(const ConnectionPtr &connection, const ResourceType &type, const ListOptions &options, const Query &query,
                        std::shared_ptr<PageDecoder> decoder)
{
    HttpRequest request{.target = withQuery(collectionPath(type, options.ns), query),
                        .headers = {acceptOf(decoder->layout(), true)},
                        .reading = HttpRequest::Reading::Chunks,
                        .chunks = std::move(decoder),
                        .compresses = true,
                        .isBulk = true,
                        .silence = connection->requestDeadline};
    return request;
}

} // namespace

QByteArray acceptOf(const RowLayout &layout, bool isList)
{
    if (layout.reader == RowLayout::Reader::Metadata) {
        const QByteArray as
            = isList ? ";as=PartialObjectMetadataList;g=meta.k8s.io;v=v1" : ";as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
        return "Accept: application/vnd.kubernetes.protobuf" + as + ",application/json" + as + ",application/json";
    }
    return layout.hasProtobuf ? "Accept: application/vnd.kubernetes.protobuf,application/json" : "Accept: application/json";
}

QByteArray metadataAccept(bool isList)
{
    return QByteArray("Accept: application/json;as=PartialObjectMetadata") + (isList ? "List" : "")
        + ";g=meta.k8s.io;v=v1,application/json";
}

Async<QString> listRows(ConnectionPtr connection, ResourceType type, ListOptions options, std::shared_ptr<RowMailbox> rows,
                        CancelToken cancel)
{
    const QString doing = Text::tr("listing %1").arg(collectionLabel(type, options.ns));
    QString place;
    qint64 loaded = 0;
    int pageSize = options.pageSize;
    rows->beginList();
    for (int restarts = 0;;) {
        Query query = selectorQuery(options);
        if (options.pageSize > 0 && restarts < kMostRestarts) {
            query.append({"limit", QString::number(pageSize)});
        }
        if (!place.isEmpty()) {
            query.append({"continue", place});
        }
        const auto decoder = std::make_shared<PageDecoder>(rows);
        auto answer
            = co_await callForLines(connection, pageRequest(connection, type, options, query, decoder), {}, doing, cancel);
        if (!answer) {
            co_return failure(answer);
        }
        readRefusal(*answer);
        if (!place.isEmpty() && isExpired(answer->status, answer->json["reason"_L1].toString())) {
            if (++restarts > kMostRestarts) {
                co_return failure(statusError(*answer, connection->host(), doing)); // it hands out pages nobody asked for
            }
            place.clear();
            loaded = 0;
            rows->beginList();
            continue;
        }
        if (!answer->isGood()) {
            co_return failure(statusError(*answer, connection->host(), doing));
        }
        if (!decoder->isWhole()) {
            co_return failure(
                Error::Kind::Unreachable, doing,
                Text::tr("%1 gave an answer that is not whole or no list. Is that the address of a Kubernetes API server?")
                    .arg(connection->host()));
        }
        loaded += decoder->objects();
        place = decoder->place();
        if (place.isEmpty()) {
            if (decoder->version().isEmpty()) {
                co_return failure(Error::Kind::Unreachable, doing,
                                  Text::tr("%1 gave a list without a version, so it cannot be watched.").arg(connection->host()));
            }
            rows->endList();
            co_return decoder->version();
        }
        pageSize = decoder->isProtobuf() ? std::max(options.pageSize, kLaterPage) : options.pageSize;
        rows->tellProgress(loaded, decoder->remaining() >= 0 ? loaded + decoder->remaining() : -1);
    }
}

} // namespace sentinel::kube
