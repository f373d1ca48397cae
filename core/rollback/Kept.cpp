// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Kept.h"
#include "core/base/Files.h"
#include "core/rollback/GuardMark.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostFiles = 200;
constexpr qint64 kMostBytes = 64 * 1024 * 1024; ///< of all
constexpr qsizetype kMostFile = 4 * 1024 * 1024; ///< packed
constexpr qint64 kMostUnpacked = 64 * 1024 * 1024;
constexpr int kLengthBytes = 4; ///< qCompress writes the length first
constexpr QFileDevice::Permissions kOwnerFolder = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

QString doing()
{
    return Text::tr("keeping the manifests of a version");
}

bool isSecret(const QJsonObject &object)
{
    return object[u"kind"].toString() == u"Secret";
}

QJsonArray withoutValues(const QList<QJsonObject> &objects)
{
    QJsonArray kept;
    for (QJsonObject object : objects) {
        if (isSecret(object)) {
            object.remove(u"data"_s);
            object.remove(u"stringData"_s);
            // kubectl writes the whole object into an annotation.
            object.insert(
                u"metadata"_s,
                QJsonObject{{u"name"_s, object[u"metadata"][u"name"]}, {u"namespace"_s, object[u"metadata"][u"namespace"]}});
        }
        kept.append(object);
    }
    return kept;
}

QList<QJsonObject> objectsIn(const QJsonValue &list)
{
    QList<QJsonObject> objects;
    const QJsonArray items = list.toArray();
    for (const QJsonValue &item : items) {
        objects.append(item.toObject());
    }
    return objects;
}

/// What the file claims to hold is looked at before memory is given for it.
std::optional<QJsonObject> unpacked(const QByteArray &packed)
{
    if (packed.size() < kLengthBytes) {
        return {};
    }
    qint64 length = 0;
    for (int at = 0; at < kLengthBytes; ++at) {
        length = length * 256 + static_cast<unsigned char>(packed[at]);
    }
    if (length > kMostUnpacked) {
        return {};
    }
    const QJsonDocument document = QJsonDocument::fromJson(qUncompress(packed));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

[[nodiscard]] Async<Content> readOrKept(ContentOf contents, std::shared_ptr<const KeptManifests> kept, QString clusterId,
                                        QDateTime now, Subject subject, Candidate candidate, CancelToken cancel)
{
    auto content = co_await contents(subject, candidate, cancel);
    if (subject.way == Way::Helm) {
        co_return content; // the cluster itself keeps those
    }
    if (content) {
        if (!content->isOffline) {
            std::ignore = kept->keep(clusterId, subject, candidate, *content, now); // only for a bad day
        }
        co_return content;
    }
    if (content.error().kind == Error::Kind::Cancelled) {
        co_return content;
    }
    auto found = kept->find(clusterId, subject, candidate);
    if (!found) {
        co_return content; // why the source could not be read says more
    }
    found->notes.append(
        Text::tr("Its repository could not be read (%1), so this is what was kept of it here; Secrets are left out.")
            .arg(content.error().detail));
    co_return std::move(*found);
}

int waveOf(const QJsonObject &object)
{
    return object[u"metadata"][u"annotations"][u"argocd.argoproj.io/sync-wave"].toString().toInt();
}

int rankOf(const QJsonObject &object)
{
    static const QStringList first{u"Namespace"_s,   u"CustomResourceDefinition"_s, u"PriorityClass"_s, u"ServiceAccount"_s,
                                   u"ClusterRole"_s, u"ClusterRoleBinding"_s,       u"Role"_s,          u"RoleBinding"_s,
                                   u"ConfigMap"_s,   u"PersistentVolumeClaim"_s,    u"Service"_s};
    const qsizetype at = first.indexOf(object[u"kind"].toString());
    return int(at < 0 ? first.size() : at);
}

} // namespace

QString KeptManifests::placeOf(const QString &clusterId, const Subject &subject, const Candidate &candidate) const
{
    const QString words = clusterId + u'\n' + subject.title() + u'\n' + versionKey(candidate);
    return m_folder + u'/'
        + QString::fromLatin1(QCryptographicHash::hash(words.toUtf8(), QCryptographicHash::Sha256).toHex().first(40))
        + u".kept"_s;
}

Result<void> KeptManifests::keep(const QString &clusterId, const Subject &subject, const Candidate &candidate,
                                 const Content &content, const QDateTime &now) const
{
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, kOwnerFolder)) {
        return failure(Error::Kind::Forbidden, doing(), Text::tr("%1 cannot be written.").arg(m_folder));
    }
    const QString place = placeOf(clusterId, subject, candidate);
    if (QFile::exists(place)) { // a version never changes; it is only young again
        QFile file(place);
        std::ignore = file.open(QIODevice::ReadWrite) && file.setFileTime(now, QFileDevice::FileModificationTime);
        return {};
    }
    const QJsonObject document{{u"subject"_s, subject.title()},
                               {u"revision"_s, candidate.revision},
                               {u"at"_s, now.toString(Qt::ISODate)},
                               {u"objects"_s, withoutValues(content.objects)},
                               {u"hooks"_s, withoutValues(content.hooks)}};
    const QByteArray packed = qCompress(QJsonDocument(document).toJson(QJsonDocument::Compact));
    if (packed.size() > kMostFile) {
        return failure(Error::Kind::Invalid, doing(),
                       Text::tr("The manifests of %1 are too large to keep.").arg(subject.title()));
    }
    const auto written = writeFile(place, packed);
    makeRoom();
    return written;
}

Result<Content> KeptManifests::find(const QString &clusterId, const Subject &subject, const Candidate &candidate) const
{
    const QString place = placeOf(clusterId, subject, candidate);
    const auto packed = readFile(place, kMostFile);
    if (!packed) {
        return failure(packed);
    }
    const auto document = unpacked(*packed);
    const QList<QJsonObject> objects = document ? objectsIn((*document)[u"objects"]) : QList<QJsonObject>();
    if (objects.isEmpty() || (*document)[u"subject"].toString() != subject.title()) {
        return failure(Error::Kind::Invalid, Text::tr("reading kept manifests"), Text::tr("%1 is damaged.").arg(place));
    }
    Content content{.isOffline = true, .isKept = true};
    const QList<QJsonObject> hooks = objectsIn((*document)[u"hooks"]);
    std::ranges::copy_if(objects, std::back_inserter(content.objects), std::not_fn(isSecret));
    std::ranges::copy_if(hooks, std::back_inserter(content.hooks), std::not_fn(isSecret));
    return content;
}

void KeptManifests::makeRoom() const
{
    const QFileInfoList files = QDir(m_folder).entryInfoList({u"*.kept"_s}, QDir::Files, QDir::Time); // the youngest first
    qint64 bytes = 0;
    for (qsizetype at = 0; at < files.size(); ++at) {
        bytes += files[at].size();
        if (at >= kMostFiles || bytes > kMostBytes) {
            QFile::remove(files[at].filePath());
        }
    }
}

ContentOf keeping(ContentOf contents, std::shared_ptr<const KeptManifests> kept, QString clusterId, std::shared_ptr<Clock> clock)
{
    return [contents = std::move(contents), kept = std::move(kept), clusterId = std::move(clusterId),
            clock = std::move(clock)](const Subject &subject, const Candidate &candidate, const CancelToken &cancel) {
        return readOrKept(contents, kept, clusterId, clock->now(), subject, candidate, cancel);
    };
}

QList<QJsonObject> inApplyOrder(QList<QJsonObject> objects)
{
    std::ranges::stable_sort(objects, [](const QJsonObject &left, const QJsonObject &right) {
        return std::pair(waveOf(left), rankOf(left)) < std::pair(waveOf(right), rankOf(right));
    });
    return objects;
}

QJsonObject wayBack(const QJsonObject &newer, const QJsonObject &older)
{
    QJsonObject patch;
    for (auto at = newer.begin(); at != newer.end(); ++at) {
        if (!older.contains(at.key())) {
            patch.insert(at.key(), QJsonValue::Null);
        }
    }
    for (auto at = older.begin(); at != older.end(); ++at) {
        const QJsonValue now = newer.value(at.key());
        if (now == *at) {
            continue;
        }
        if (now.isObject() && at->isObject()) {
            patch.insert(at.key(), wayBack(now.toObject(), at->toObject()));
        } else {
            patch.insert(at.key(), *at);
        }
    }
    return patch;
}

} // namespace sentinel::rollback
