// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

#include <QStringList>

namespace sentinel::rollback {

/// Who brings the old version back.
enum class Way {
    ArgoCd, ///< an operation on the Application
    Helm, ///< a new revision of the release with the content of an old one
    Git, ///< a commit on the branch that Argo CD follows
};
[[nodiscard]] QString wayName(Way way); ///< "argocd", "helm", "git"
[[nodiscard]] std::optional<Way> wayNamed(QStringView name);

/// What is rolled back: an Application of Argo CD or a release of Helm, and where its objects live.
struct Subject
{
    Way way = Way::ArgoCd; ///< who brought it; Git is a way for an Application only
    QString ns; ///< of the Application or the release
    QString name;
    QString targetNs; ///< where its objects live
    QString environment{}; ///< of Sentinel; empty for anything else
    bool isRemote = false; ///< Argo CD brings it to another cluster than the one we speak to
    kube::Object application{}; ///< as it was found; empty for a release

    /// "argocd/sentinel-prod-eu-1": names it everywhere, and is what the journal files it under.
    [[nodiscard]] QString title() const { return ns + u'/' + name; }
};

/// APP of the command line: `[NAMESPACE/]NAME`.
struct SubjectName
{
    QString word;
    QString ns{}; ///< from the flags; wins over the word's
    std::optional<Way> way{}; ///< empty: an Application of that name, else a release
};

/// NotFound: neither an Application nor a release of that name; Conflict: several, the sentence lists them; Invalid: no such
/// name can be. Others are those of `Api`.
[[nodiscard]] Async<Subject> findSubject(kube::ApiPtr api, SubjectName name, CancelToken cancel);

/// Of an Application as a server tells it.
[[nodiscard]] Subject subjectOf(const kube::Object &application);

} // namespace sentinel::rollback
