// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/Logs.h"

#include "core/kube/requests/Paths.h"
#include "core/kube/requests/StatusError.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Query logQuery(const LogOptions &options)
{
    Query query;
    if (!options.container.isEmpty()) {
        query.append({"container", options.container});
    }
    if (options.previous) {
        query.append({"previous", u"true"_s});
    }
    if (options.follow) {
        query.append({"follow", u"true"_s});
    }
    if (options.tailLines >= 0) {
        query.append({"tailLines", QString::number(options.tailLines)});
    }
    if (options.timestamps) {
        query.append({"timestamps", u"true"_s});
    }
    if (!options.sinceTime.isEmpty()) {
        query.append({"sinceTime", options.sinceTime});
    } else if (options.since > Duration::zero()) {
        // A part of a second would be none: the server takes whole ones, and not 0.
        query.append({"sinceSeconds", QString::number(std::chrono::ceil<std::chrono::seconds>(options.since).count())});
    }
    if (options.mostBytes >= 0) {
        query.append({"limitBytes", QString::number(options.mostBytes)});
    }
    return query;
}

} // namespace

Async<void> logs(ConnectionPtr connection, ObjectName pod, LogOptions options, std::function<void(QByteArray)> line,
                 CancelToken cancel)
{
    static const ResourceType pods{.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s};
    const QString doing = Text::tr("reading the log of %1").arg(objectLabel(pods, pod));
    const auto path = objectPath(pods, pod, u"log"_s);
    if (!path) {
        co_return failure(path.error().kind, doing, path.error().detail);
    }
    HttpRequest request{.target = withQuery(*path, logQuery(options)),
                        .headers = {"Accept: */*"},
                        .reading = HttpRequest::Reading::Lines,
                        .silence = options.follow ? Duration(0) : connection->requestDeadline};
    const StreamListener listener{.lines = [line, cancel](QList<HttpLine> lines) {
        for (HttpLine &each : lines) {
            if (cancel.isCancelled()) {
                return;
            }
            line(std::move(each.text));
        }
    }};
    const auto answer = co_await callForLines(connection, request, listener, doing, cancel);
    if (!answer) {
        co_return failure(answer);
    }
    if (!answer->isGood()) {
        co_return failure(statusError(*answer, connection->host(), doing));
    }
    co_return {};
}

} // namespace sentinel::kube
