// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Subject.h"
#include "core/base/SafeText.h"
#include "core/gitops/Application.h"
#include "core/helm/History.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString doing()
{
    return Text::tr("looking for what to roll back");
}

struct Wanted
{
    QString ns;
    QString name;
};

Wanted wantedOf(const SubjectName &name)
{
    const qsizetype slash = name.word.indexOf(u'/');
    Wanted wanted{.ns = slash < 0 ? QString() : name.word.left(slash), .name = name.word.sliced(slash + 1)};
    if (!name.ns.isEmpty()) {
        wanted.ns = name.ns;
    }
    return wanted;
}

/// As the API server has names (RFC 1123, at most 253): what is none names nothing, and would be more than a name in a selector.
bool isName(const QString &text)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(u"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"_s));
    return text.size() <= 253 && form.match(text).hasMatch();
}

bool isNothing(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Unsupported;
}

/// Of an Application or a release, none of that name is an answer, not an error; not being allowed to look is one.
[[nodiscard]] Async<QList<Subject>> applicationsNamed(kube::ApiPtr api, Wanted wanted, CancelToken cancel)
{
    kube::ListOptions options{.ns = wanted.ns, .fieldSelector = u"metadata.name="_s + wanted.name};
    auto listed = co_await api->list(gitops::applicationType(), options, cancel);
    if (!listed && listed.error().kind == Error::Kind::Forbidden && wanted.ns.isEmpty()) {
        options.ns = u"argocd"_s; // one who may read the applications of Argo CD's own namespace only
        listed = co_await api->list(gitops::applicationType(), options, cancel);
    }
    if (!listed) {
        if (isNothing(listed.error())) {
            co_return QList<Subject>();
        }
        co_return failure(listed);
    }
    QList<Subject> found;
    for (kube::Object object : listed->items) {
        if (object[u"metadata"][u"name"].toString() != wanted.name) {
            continue;
        }
        object.insert(u"apiVersion"_s, u"argoproj.io/v1alpha1"_s); // items of a list say neither
        object.insert(u"kind"_s, u"Application"_s);
        found.append(subjectOf(object));
    }
    co_return found;
}

/// A release by its name, or by the name of a namespace that holds exactly one.
[[nodiscard]] Async<QList<Subject>> releasesNamed(kube::ApiPtr api, Wanted wanted, CancelToken cancel)
{
    const bool isSpace = wanted.ns.isEmpty();
    auto heads = co_await helm::readHeads(api, isSpace ? wanted.name : wanted.ns, isSpace ? QString() : wanted.name, cancel);
    if (!heads) {
        co_return failure(heads);
    }
    if (heads->isEmpty() && isSpace) {
        heads = co_await helm::readHeads(api, {}, wanted.name, cancel);
        if (!heads && heads.error().kind == Error::Kind::Forbidden) {
            co_return QList<Subject>(); // reading every Secret of a cluster is for few
        }
        if (!heads) {
            co_return failure(heads);
        }
    }
    QList<Subject> found;
    QSet<std::pair<QString, QString>> seen;
    for (const helm::ReleaseHead &head : *heads) {
        if (seen.contains({head.ns, head.name})) {
            continue;
        }
        seen.insert({head.ns, head.name});
        const bool ours = head.name == u"sentinel" && head.ns.startsWith(u"sentinel-");
        found.append({.way = Way::Helm,
                      .ns = head.ns,
                      .name = head.name,
                      .targetNs = head.ns,
                      .environment = ours ? head.ns.sliced(9) : QString()});
    }
    co_return found;
}

Error notFound(const Wanted &wanted)
{
    return {.kind = Error::Kind::NotFound,
            .doing = doing(),
            .detail
            = Text::tr("There is neither an Application of Argo CD nor a Helm release called %1 on this cluster. Name it as "
                       "NAMESPACE/NAME; “sentinelctl status” lists the environments of Sentinel.")
                  .arg(plainLine(wanted.ns.isEmpty() ? wanted.name : wanted.ns + u'/' + wanted.name))};
}

Error ambiguous(const QList<Subject> &found)
{
    QStringList names;
    for (const Subject &subject : found) {
        names.append(Text::tr("%1 (%2)").arg(subject.title(), wayName(subject.way)));
    }
    return {.kind = Error::Kind::Conflict,
            .doing = doing(),
            .detail = Text::tr("Several have this name: %1. Say which one, as NAMESPACE/NAME.").arg(names.join(u", "_s))};
}

} // namespace

QString wayName(Way way)
{
    switch (way) {
    case Way::ArgoCd:
        return u"argocd"_s;
    case Way::Helm:
        return u"helm"_s;
    case Way::Git:
        return u"git"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<Way> wayNamed(QStringView name)
{
    for (const Way way : {Way::ArgoCd, Way::Helm, Way::Git}) {
        if (wayName(way) == name) {
            return way;
        }
    }
    return {};
}

Subject subjectOf(const kube::Object &application)
{
    const QJsonValue metadata = application[u"metadata"];
    const QJsonValue destination = application[u"spec"][u"destination"];
    const QString server = destination[u"server"].toString();
    const QString cluster = destination[u"name"].toString();
    const bool isHere
        = (server.isEmpty() && cluster.isEmpty()) || server == u"https://kubernetes.default.svc" || cluster == u"in-cluster";
    return {.way = Way::ArgoCd,
            .ns = metadata[u"namespace"].toString(),
            .name = metadata[u"name"].toString(),
            .targetNs = destination[u"namespace"].toString(),
            .environment = metadata[u"labels"][u"console.sentinel/environment"].toString(),
            .isRemote = !isHere,
            .application = application};
}

Async<Subject> findSubject(kube::ApiPtr api, SubjectName name, CancelToken cancel)
{
    const Wanted wanted = wantedOf(name);
    if (wanted.name.isEmpty() || wanted.name.contains(u'/')) {
        co_return failure(Error::Kind::Invalid, doing(),
                          Text::tr("“%1” names nothing; write NAME or NAMESPACE/NAME.").arg(plainLine(name.word)));
    }
    if (!isName(wanted.name) || (!wanted.ns.isEmpty() && !isName(wanted.ns))) {
        co_return failure(notFound(wanted));
    }
    QList<Subject> found;
    if (!name.way || *name.way != Way::Helm) {
        const auto applications = co_await applicationsNamed(api, wanted, cancel);
        if (!applications) {
            co_return failure(applications);
        }
        found = *applications;
    }
    if (found.isEmpty() && (!name.way || *name.way == Way::Helm)) {
        const auto releases = co_await releasesNamed(api, wanted, cancel);
        if (!releases) {
            co_return failure(releases);
        }
        found = *releases;
    }
    if (found.isEmpty()) {
        co_return failure(notFound(wanted));
    }
    if (found.size() > 1) {
        co_return failure(ambiguous(found));
    }
    co_return found.first();
}

} // namespace sentinel::rollback
