// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/History.h"

#include "core/base/SafeText.h"
#include "core/gitops/Git.h"
#include "core/gitops/Json.h"
#include "core/gitops/Mirror.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

constexpr qsizetype kMostFiles = 50;

bool looksSecret(const QString &path)
{
    static const QRegularExpression words(u"pass|secret|token|credential|private"_s, QRegularExpression::CaseInsensitiveOption);
    return words.match(path).hasMatch();
}

QString spoken(const QJsonValue &value, bool isSecret)
{
    if (value.isUndefined()) {
        return Text::tr("nothing");
    }
    if (isSecret) {
        return u"••••••"_s;
    }
    const QJsonDocument document = value.isObject() ? QJsonDocument(value.toObject()) : QJsonDocument(value.toArray());
    const QString text = value.isObject() || value.isArray() ? QString::fromUtf8(document.toJson(QJsonDocument::Compact))
                                                             : value.toVariant().toString();
    return plainLine(text).left(200);
}

QString mirrorOf(const SourceServices &services, const QString &url)
{
    const QString elsewhere = services.placeOf ? services.placeOf(url) : QString();
    return mirrorFolder(services.cache, elsewhere.isEmpty() ? url : elsewhere);
}

QString firstUrl(const HistoryEntry &entry)
{
    return (entry.sources.isEmpty() ? entry.source : entry.sources.first())[u"repoURL"].toString();
}

/// Author, time and subject of the commit, of a mirror that has it.
[[nodiscard]] Async<void> readCommit(HistoryStory *story, SourceServices services, CancelToken cancel)
{
    const QString commit = story->entry.revisions.value(0);
    const auto log
        = co_await runGit({.doing = Text::tr("reading a commit"),
                           .repository = mirrorOf(services, firstUrl(story->entry)),
                           .arguments = {u"log"_s, u"-1"_s, u"--format=%an%x1f%cI%x1f%s"_s, u"--end-of-options"_s, commit}},
                          cancel);
    if (!log) {
        co_return failure(log);
    }
    const QStringList parts = QString::fromUtf8(*log).trimmed().split(QChar(0x1f));
    story->author = plainLine(parts.value(0));
    story->committed = QDateTime::fromString(parts.value(1), Qt::ISODate).toUTC();
    story->subject = plainLine(parts.value(2));
    co_return {};
}

[[nodiscard]] Async<QStringList> changedFiles(HistoryEntry before, HistoryEntry after, SourceServices services,
                                              CancelToken cancel)
{
    const QString old = before.revisions.value(0);
    const QString now = after.revisions.value(0);
    if (firstUrl(before) != firstUrl(after) || old == now) {
        co_return QStringList();
    }
    const auto names = co_await runGit(
        {.doing = Text::tr("comparing two commits"),
         .repository = mirrorOf(services, firstUrl(after)),
         .arguments = {u"diff"_s, u"--name-only"_s, u"-z"_s, u"--no-ext-diff"_s, u"--end-of-options"_s, old, now}},
        cancel);
    if (!names) {
        co_return failure(names);
    }
    QStringList files = QString::fromUtf8(*names).split(QChar(0), Qt::SkipEmptyParts);
    for (QString &file : files) {
        file = plainLine(file);
    }
    co_return files.first(std::min(kMostFiles, files.size()));
}

QStringList difference(const QStringList &all, const QStringList &without)
{
    QStringList rest;
    std::ranges::copy_if(all, std::back_inserter(rest), [&](const QString &each) { return !without.contains(each); });
    return rest;
}

/// What two neighbours tell each other.
[[nodiscard]] Async<void> compareNeighbours(HistoryStory *story, HistoryEntry before, DesiredState old, DesiredState now,
                                            SourceServices services, CancelToken cancel)
{
    const QStringList oldImages = imagesOf(old.objects);
    story->newImages = difference(story->images, oldImages);
    story->oldImages = difference(oldImages, story->images);
    story->changedObjects = static_cast<int>(compareRevisions(old, now).objects.size());
    const auto files = co_await changedFiles(before, story->entry, services, cancel);
    if (files) {
        story->files = *files;
    }
    co_return {};
}

} // namespace

QStringList changedSettings(const HistoryEntry &before, const HistoryEntry &after)
{
    const auto whole = [](const HistoryEntry &entry) {
        QJsonArray sources;
        const QList<QJsonObject> list = entry.sources.isEmpty() ? QList{entry.source} : entry.sources;
        for (const QJsonObject &source : list) {
            sources.append(source);
        }
        return sources;
    };
    const QJsonArray old = whole(before);
    const QJsonArray now = whole(after);
    QStringList sentences;
    for (qsizetype i = 0; i < std::max(old.size(), now.size()); ++i) {
        const QString front = now.size() > 1 ? u"sources[%1]"_s.arg(i) : QString();
        // The metadata is only there so that a source looks like an object to the comparison.
        const QList<FieldDifference> fields = fieldDifferences(old.at(i).toObject(), now.at(i).toObject());
        for (const FieldDifference &field : fields) {
            const QString path = fieldText(field.path);
            if (!path.startsWith(u".metadata")) {
                sentences.append(u"%1%2: %3 → %4"_s.arg(front, plainLine(path), spoken(field.before, looksSecret(path)),
                                                        spoken(field.after, looksSecret(path))));
            }
        }
    }
    return sentences;
}

Async<QList<HistoryStory>> historyStories(kube::Object application, DesiredRequest base, SourceServices services,
                                          CancelToken cancel)
{
    const auto read = readApplication(application);
    if (!read) {
        co_return failure(read);
    }
    QList<HistoryStory> stories; // oldest first, until the end
    std::optional<DesiredState> before;
    for (const HistoryEntry &entry : read->history) {
        HistoryStory story{.entry = entry};
        DesiredRequest request = desiredRequest(application, entry);
        request.types = base.types;
        request.kubernetesVersion = base.kubernetesVersion;
        request.tracking = Tracking::None;
        auto state = co_await desiredState(request, services, cancel);
        if (!state && state.error().kind == Error::Kind::Cancelled) {
            co_return failure(state);
        }
        // The commit may be known where it cannot be rendered.
        std::ignore = co_await readCommit(&story, services, cancel);
        if (!stories.isEmpty()) {
            story.settings = changedSettings(stories.last().entry, entry);
        }
        if (state) {
            story.images = imagesOf(state->objects);
            if (before) {
                std::ignore = co_await compareNeighbours(&story, stories.last().entry, *before, *state, services, cancel);
            }
            before = std::move(*state);
        } else {
            story.problem = state.error().detail;
            before.reset();
        }
        stories.append(story);
    }
    std::ranges::reverse(stories);
    co_return stories;
}

} // namespace sentinel::gitops
