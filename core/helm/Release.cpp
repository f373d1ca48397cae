// SPDX-License-Identifier: GPL-3.0-or-later
// The storage of Helm 3 and 4: base64 (Secret), base64 (helm), gzip, JSON. Field names: pkg/release/v1 of helm.
#include "core/helm/Release.h"
#include "core/base/Timestamp.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>
#include <array>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace sentinel::helm {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Release)
};

constexpr qsizetype kMostBody = 64 * 1024 * 1024; // a Secret of 1 MiB cannot hold more in earnest

struct StatusName
{
    Release::Status status;
    QLatin1StringView name;
};

constexpr std::array kStatusNames{
    StatusName{Release::Status::Unknown, "unknown"_L1},
    StatusName{Release::Status::Deployed, "deployed"_L1},
    StatusName{Release::Status::Uninstalled, "uninstalled"_L1},
    StatusName{Release::Status::Superseded, "superseded"_L1},
    StatusName{Release::Status::Failed, "failed"_L1},
    StatusName{Release::Status::Uninstalling, "uninstalling"_L1},
    StatusName{Release::Status::PendingInstall, "pending-install"_L1},
    StatusName{Release::Status::PendingUpgrade, "pending-upgrade"_L1},
    StatusName{Release::Status::PendingRollback, "pending-rollback"_L1},
};

QString doing()
{
    return Text::tr("reading the history of a Helm release");
}

Result<QByteArray> unzipped(const QByteArray &packed)
{
    if (!packed.startsWith("\x1f\x8b\x08")) {
        return packed; // very old releases are not compressed
    }
    z_stream stream{};
    if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) {
        return failure(Error::Kind::Internal, doing(), Text::tr("The decompressor does not start."));
    }
    QByteArray content;
    std::array<char, 64 * 1024> piece{};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = static_cast<uInt>(packed.size());
    int state = Z_OK;
    while (state == Z_OK && content.size() <= kMostBody) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = piece.size();
        state = inflate(&stream, Z_NO_FLUSH);
        content.append(piece.data(), static_cast<qsizetype>(piece.size() - stream.avail_out));
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END) {
        return failure(Error::Kind::Invalid, doing(), Text::tr("Its content is damaged or too large."));
    }
    return content;
}

Result<QJsonObject> bodyOf(const QJsonObject &secret)
{
    const QByteArray outer = secret[u"data"][u"release"].toString().toLatin1();
    const auto inner = QByteArray::fromBase64Encoding(outer, QByteArray::AbortOnBase64DecodingErrors);
    const auto packed = QByteArray::fromBase64Encoding(*inner, QByteArray::AbortOnBase64DecodingErrors);
    if (outer.isEmpty() || !inner || !packed) {
        return failure(Error::Kind::Invalid, doing(), Text::tr("Its content is not what Helm writes."));
    }
    const Result<QByteArray> text = unzipped(*packed);
    if (!text) {
        return failure(text);
    }
    const QJsonDocument document = QJsonDocument::fromJson(*text);
    if (!document.isObject()) {
        return failure(Error::Kind::Invalid, doing(), Text::tr("Its content is not what Helm writes."));
    }
    return document.object();
}

} // namespace

Release::Status statusNamed(const QString &name)
{
    const auto *found = std::ranges::find(kStatusNames, name, &StatusName::name);
    return found == kStatusNames.end() ? Release::Status::Unknown : found->status;
}

QString statusName(Release::Status status)
{
    return std::ranges::find(kStatusNames, status, &StatusName::status)->name;
}

void readBody(Release &release, const QJsonObject &body)
{
    const QJsonObject info = body[u"info"].toObject();
    const QJsonObject chart = body[u"chart"][u"metadata"].toObject();
    release.status = statusNamed(info[u"status"].toString());
    release.description = info[u"description"].toString();
    // Helm 3 writes an empty string for no time, Helm 4 leaves it out; both write nanoseconds.
    release.firstDeployed = timestampOf(info[u"first_deployed"]);
    release.lastDeployed = timestampOf(info[u"last_deployed"]);
    release.rolledBackTo = info[u"rollback_revision"].toInt();
    release.chartName = chart[u"name"].toString();
    release.chartVersion = chart[u"version"].toString();
    release.appVersion = chart[u"appVersion"].toString();
    release.serverSide = body[u"apply_method"].toString() == u"ssa";
    release.manifest = body[u"manifest"].toString();
    release.values = body[u"config"].toObject();
}

Result<Release> decodeRelease(const QJsonObject &secret)
{
    const QJsonObject metadata = secret[u"metadata"].toObject();
    const QJsonObject labels = metadata[u"labels"].toObject();
    if (labels[u"owner"].toString() != u"helm" || labels[u"name"].toString().isEmpty()) {
        return failure(Error::Kind::Invalid, doing(),
                       Text::tr("The Secret %1 holds no Helm release.").arg(metadata[u"name"].toString()));
    }
    Release release;
    release.name = labels[u"name"].toString();
    release.ns = metadata[u"namespace"].toString();
    release.revision = labels[u"version"].toString().toInt();
    release.status = statusNamed(labels[u"status"].toString());
    const Result<QJsonObject> body = bodyOf(secret);
    if (body) {
        readBody(release, *body);
    } else {
        release.problem = body.error().detail;
    }
    return release;
}

Async<QList<Release>> readReleases(kube::ApiPtr api, QString ns, QString name, CancelToken cancel)
{
    const kube::ResourceType secrets{.group = {}, .version = u"v1"_s, .kind = u"Secret"_s, .plural = u"secrets"_s};
    kube::ListOptions options{.ns = ns};
    options.labelSelector = name.isEmpty() ? u"owner=helm"_s : u"owner=helm,name="_s + name;
    // A body can be a megabyte: few at a time.
    options.pageSize = 20;
    const Result<kube::ObjectList> list = co_await api->list(secrets, options, cancel);
    if (!list) {
        co_return failure(list);
    }
    QList<Release> releases;
    for (const kube::Object &secret : list->items) {
        if (const Result<Release> release = decodeRelease(secret); release) {
            releases.append(*release);
        }
    }
    std::ranges::sort(releases, [](const Release &left, const Release &right) {
        return std::tie(left.ns, left.name, left.revision) < std::tie(right.ns, right.name, right.revision);
    });
    co_return releases;
}

} // namespace sentinel::helm
