// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Distances.h"
#include "core/rollback/Difference.h"
#include "core/rollback/ManifestText.h"
#include "core/rollback/References.h"

#include <QCoreApplication>
#include <deque>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostLookedAt = 10;
constexpr std::size_t kReadAhead = 2; ///< each may render a chart

QStringList sortedImages(const QList<QJsonObject> &objects)
{
    QStringList images = imagesOf(objects).values();
    images.sort();
    return images;
}

/// What the Application tells the renderer: Helm's values and parameters, Kustomize's images.
QJsonObject answersOf(const Candidate &candidate)
{
    QJsonObject answers;
    QJsonArray sources = candidate.sources;
    if (!candidate.source.isEmpty()) {
        sources.append(candidate.source);
    }
    for (const QJsonValue &source : std::as_const(sources)) {
        for (const QString &tool : {u"helm"_s, u"kustomize"_s, u"directory"_s}) {
            if (source[tool].isObject()) {
                answers.insert(tool, source[tool]);
            }
        }
    }
    return answers;
}

QString whyNot(const Error &error)
{
    return error.detail.isEmpty() ? Text::tr("It cannot be read.") : error.detail;
}

} // namespace

QList<ImageChange> imagesBetween(const QList<QJsonObject> &now, const QList<QJsonObject> &then)
{
    return imageChanges(sortedImages(now), sortedImages(then));
}

Distance distanceBetween(const Candidate &now, const Content &present, const Candidate &then, const Content &past)
{
    Distance distance{.known = true, .images = imagesBetween(present.objects, past.objects)};
    const Difference difference = differenceOf(present.objects, past.objects);
    distance.objects = int(difference.objects.size()) - difference.minor();
    takeValues(distance, answersOf(now), answersOf(then));
    return distance;
}

Async<QList<Candidate>> withDistances(QList<Candidate> candidates, Subject subject, Services services, CancelToken cancel)
{
    const auto present = std::ranges::find(candidates, true, &Candidate::isPresent);
    if (subject.way == Way::Helm || present == candidates.end()) {
        co_return candidates;
    }
    const qsizetype presentAt = std::distance(candidates.begin(), present);
    const auto current = co_await services.contents(subject, candidates[presentAt], cancel);
    std::deque<std::pair<qsizetype, Async<Content>>> ahead;
    const qsizetype end = std::min(candidates.size(), kMostLookedAt + 1);
    qsizetype next = 0;
    while (next < end || !ahead.empty()) {
        for (; next < end && ahead.size() < kReadAhead; ++next) {
            if (next == presentAt) {
                continue;
            }
            if (!current) {
                candidates[next].distance.problem = whyNot(current.error());
                continue;
            }
            ahead.emplace_back(next, services.contents(subject, candidates[next], cancel));
        }
        if (ahead.empty()) {
            break;
        }
        const qsizetype at = ahead.front().first;
        const auto content = co_await ahead.front().second;
        ahead.pop_front();
        candidates[at].distance = content ? distanceBetween(candidates[presentAt], *current, candidates[at], *content)
                                          : Distance{.problem = whyNot(content.error())};
    }
    if (cancel.isCancelled()) {
        co_return failure(Error::Kind::Cancelled, Text::tr("comparing versions"), Text::tr("stopped"));
    }
    co_return candidates;
}

} // namespace sentinel::rollback
