// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Memory.h"
#include "core/rollback/Subject.h"

#include <QDateTime>
#include <QJsonArray>

namespace sentinel::rollback {

/// An image of the version that runs now, and what it would become. One of them is empty where it is only on one side.
struct ImageChange
{
    QString now;
    QString then;
    bool operator==(const ImageChange &) const = default;
};

/// What differs between the present version and an older one, as far as it is known without asking the cluster about each object.
struct Distance
{
    bool known = false; ///< false: the older version's content could not be looked at; `problem` says why
    QString problem{};
    QList<ImageChange> images{};
    int values = 0; ///< answers given to the chart that differ
    QStringList valueNames{}; ///< of the first fifty: "image.tag"; never what they are, which may be a secret
    int objects = 0; ///< manifests that differ, are new or gone

    bool operator==(const Distance &) const = default;
};

/// A version one could go back to.
struct Candidate
{
    QString id; ///< of Argo CD's history, of Helm's revision, or the commit: what `--to` takes
    Way way = Way::ArgoCd;
    QString revision; ///< commit or version of the chart, as deployed; for Helm the number again
    QString version{}; ///< of the application; empty where nobody wrote it down
    QString by{}; ///< who brought it; "auto-sync"
    QDateTime at{}; ///< deployed
    QDateTime until{}; ///< something else took its place; invalid for what is there now
    int steps = 0; ///< deploys between it and the present one; 0: it is the present one
    bool isPresent = false;
    Remembered health = Remembered::Nothing;
    QString healthSentence{}; ///< "healthy 12 days", "rolled back after 20 min", "nobody wrote down whether it was healthy"
    QString state{}; ///< Helm's own word: "superseded", "failed"; empty otherwise
    QString repeats{}; ///< id of the version this one was a rollback to, where Helm wrote that down
    Distance distance{};

    // What Argo CD is to be asked for.
    QStringList revisions{}; ///< one for each of several sources
    QJsonObject source{};
    QJsonArray sources{};
};

/// Those there are, the newest first, the present one among them; nothing is preselected. Errors: those of `Api`.
[[nodiscard]] Async<QList<Candidate>> candidatesOf(kube::ApiPtr api, Subject subject, std::shared_ptr<Memory> memory,
                                                   CancelToken cancel);

/// From an Application's own history; pure.
[[nodiscard]] QList<Candidate> argoCandidates(const Subject &subject, const Memory &memory);

/// The one `--to` means: an id, or the first letters of a commit. NotFound lists what there is; Invalid: it is what runs now.
[[nodiscard]] Result<Candidate> candidateNamed(const QList<Candidate> &candidates, const QString &id);

/// "12 days", "20 min", in the person's language; the largest unit only.
[[nodiscard]] QString spanText(Duration span);

} // namespace sentinel::rollback
