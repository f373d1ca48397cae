// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/OperationRun.h"
#include "core/kube/HttpApi.h"
#include "core/kube/access/AskedConsent.h"
#include "core/kube/access/ClusterCheck.h"
#include "core/kube/access/Kubeconfig.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using Id = CheckStep::Id;
using Outcome = CheckStep::Outcome;

/// The check as it goes on; tells after each step.
class Progress
{
public:
    explicit Progress(std::function<void(const ClusterCheck &)> tell)
        : m_tell(std::move(tell))
    {
    }

    ClusterCheck check;

    void set(Id id, Outcome outcome, const QString &sentence, const QString &remedy = {}, const Location &where = {})
    {
        CheckStep &step = *std::ranges::find(check.steps, id, &CheckStep::id);
        step.outcome = outcome;
        step.sentence = sentence;
        step.remedy = remedy;
        step.where = where;
        if (outcome == Outcome::Failed) {
            for (CheckStep &each : check.steps) {
                each.outcome = each.outcome == Outcome::Waiting ? Outcome::NotChecked : each.outcome;
            }
        }
        if (m_tell) {
            m_tell(check);
        }
    }
    void fail(Id id, const Error &error, const QString &remedy = {})
    {
        set(id, Outcome::Failed, error.detail, remedy, error.where);
    }
    void pass(Id id, const QString &sentence) { set(id, Outcome::Passed, sentence); }

private:
    std::function<void(const ClusterCheck &)> m_tell;
};
using ProgressPtr = std::shared_ptr<Progress>;

/// Nothing when a step failed.
std::optional<ClusterAccess> readAccess(const CheckOrder &order, Progress &progress)
{
    const auto config = Kubeconfig::read(order.kubeconfig);
    if (!config) {
        progress.fail(Id::Kubeconfig, config.error());
        return {};
    }
    progress.check.kubeconfigs = config->files();
    progress.pass(Id::Kubeconfig, Text::tr("Read from %1.").arg(config->files().join(u", "_s)));
    const auto asked = std::make_shared<AskedConsent>(order.consent);
    auto access = config->access(order.context, asked);
    if (!access) {
        progress.fail(Id::Context, access.error());
        return {};
    }
    progress.check.context = access->context;
    progress.check.server = access->server.toString();
    progress.check.proxy = access->proxy.isNone() ? QString() : access->proxy.shown();
    progress.pass(Id::Context,
                  Text::tr("\"%1\" is the user \"%2\" of the cluster \"%3\".")
                      .arg(plainLine(access->context), plainLine(access->user), plainLine(access->cluster)));
    if (const auto wish = asked->refused()) {
        progress.check.wish = wish;
        progress.set(Id::Consent, Outcome::Failed, consentQuestion(*wish),
                     Text::tr("Better put the cluster's authority into the kubeconfig; else allow it knowingly."));
        return {};
    }
    return *access;
}

Async<bool> askConsent(ProgressPtr progress, CheckOrder order, ClusterAccess access)
{
    if (!access.plugin) {
        if (access.insecure) {
            progress->set(Id::Consent, Outcome::Warned, Text::tr("You allowed this cluster's certificate to go unverified."),
                          Text::tr("Put the cluster's authority into the kubeconfig."));
        } else {
            progress->pass(Id::Consent, Text::tr("Nothing here needs it."));
        }
        co_return true;
    }
    const auto wish = co_await findPlugin(*access.plugin, order.host);
    if (!wish) {
        progress->fail(Id::Consent, wish.error(), Text::tr("Install the program, or use another user."));
        co_return false;
    }
    if (!order.consent->allows(*wish)) {
        progress->check.wish = *wish;
        progress->set(Id::Consent, Outcome::Failed, consentQuestion(*wish),
                      Text::tr("Allow it if you trust whoever gave you this kubeconfig."), access.plugin->where);
        co_return false;
    }
    progress->pass(Id::Consent, Text::tr("You allowed %1 to be run to sign in.").arg(plainLine(wish->command)));
    co_return true;
}

/// The first step on the way that did not come about.
Id brokenAt(const ConnectionReport &report, bool isTls)
{
    return !report.isNameKnown       ? Id::Address
        : !report.isConnected        ? Id::Connection
        : isTls && !report.isTrusted ? Id::Tls
                                     : Id::Version;
}

QString trustSentence(const ConnectionReport &report)
{
    return Text::tr("Signed by \"%1\" for \"%2\", good until %3.")
        .arg(report.peer.issuer, report.peer.subject, report.peer.notAfter.toString(u"yyyy-MM-dd"_s));
}

void sayTrust(Progress &progress, const ClusterAccess &access, const ConnectionReport &report)
{
    constexpr int kSoon = 14; // days
    if (access.server.scheme() != "https"_L1) {
        progress.set(Id::Tls, Outcome::Warned, Text::tr("Plain http, which never leaves this computer."));
    } else if (access.insecure) {
        progress.set(Id::Tls, Outcome::Warned, Text::tr("Not verified. It says: %1").arg(trustSentence(report)),
                     Text::tr("Put the cluster's authority into the kubeconfig."));
    } else if (report.peer.notAfter.isValid() && QDateTime::currentDateTimeUtc().daysTo(report.peer.notAfter) < kSoon) {
        progress.set(Id::Tls, Outcome::Warned, trustSentence(report), Text::tr("Renew the server's certificate soon."));
    } else {
        progress.pass(Id::Tls, trustSentence(report));
    }
}

/// The way there, without a word about who we are.
Async<bool> askWay(ProgressPtr progress, CheckOrder order, ClusterAccess access, CancelToken cancel)
{
    ClusterAccess stranger = access;
    stranger.token.clear();
    stranger.tokenFile.clear();
    stranger.userName.clear();
    stranger.plugin.reset();
    stranger.as = {};
    stranger.reread = {};
    HttpApi api(stranger, {.connectDeadline = order.deadline, .requestDeadline = order.deadline});
    const auto version = co_await api.version(cancel);
    const ConnectionReport report = api.report();
    const bool isTls = access.server.scheme() == "https"_L1;
    const bool isAnswer
        = version || (version.error().kind != Error::Kind::Unreachable && version.error().kind != Error::Kind::Timeout);
    const Id broken = brokenAt(report, isTls);
    const auto reached = [&](Id id) { return isAnswer || broken > id; };
    const QString through = access.proxy.isNone() ? QString()
        : access.proxy.variable.isEmpty()
        ? Text::tr("Through the proxy %1.").arg(access.proxy.shown())
        : Text::tr("Through the proxy %1, which %2 names.").arg(access.proxy.shown(), access.proxy.variable);
    if (reached(Id::Address)) {
        progress->pass(Id::Address, access.proxy.isNone() ? Text::tr("%1 is known.").arg(access.server.host()) : through);
    }
    if (reached(Id::Connection)) {
        progress->pass(Id::Connection, Text::tr("%1 answers.").arg(report.address.isEmpty() ? access.host() : report.address));
    }
    if (reached(Id::Tls)) {
        sayTrust(*progress, access, report);
    }
    if (!isAnswer) {
        progress->fail(broken, version.error());
    }
    co_return isAnswer;
}

Async<bool> askWho(ProgressPtr progress, ApiPtr api, ClusterAccess access, CancelToken cancel)
{
    const Object review{{u"apiVersion"_s, u"authentication.k8s.io/v1"_s}, {u"kind"_s, u"SelfSubjectReview"_s}};
    const auto answer = co_await api->request("POST", u"/apis/authentication.k8s.io/v1/selfsubjectreviews"_s, review, cancel);
    if (!answer) {
        const bool isUnknown = answer.error().kind == Error::Kind::NotFound || answer.error().kind == Error::Kind::Unsupported
            || answer.error().kind == Error::Kind::Forbidden;
        if (isUnknown) {
            progress->set(Id::SignIn, Outcome::Warned, Text::tr("The server does not say who we are to it."));
        } else {
            progress->fail(Id::SignIn, answer.error());
        }
        co_return isUnknown;
    }
    const QJsonValue info = (*answer)["status"_L1]["userInfo"_L1];
    progress->check.user = plainLine(info["username"_L1].toString());
    for (const QJsonValue group : info["groups"_L1].toArray()) {
        progress->check.groups.append(plainLine(group.toString()));
    }
    if (progress->check.user == "system:anonymous"_L1) {
        progress->set(Id::SignIn, Outcome::Warned, Text::tr("The server does not know us: we are anonymous to it."),
                      Text::tr("Give the user of this context a token, a certificate or a sign-in program."));
        co_return true;
    }
    progress->pass(Id::SignIn,
                   access.as.isNobody() ? Text::tr("As \"%1\".").arg(progress->check.user)
                                        : Text::tr("As \"%1\", whom we act as.").arg(progress->check.user));
    co_return true;
}

Async<bool> askVersion(ProgressPtr progress, ApiPtr api, CancelToken cancel)
{
    const auto version = co_await api->version(cancel);
    if (!version) {
        progress->fail(Id::Version, version.error());
        co_return false;
    }
    progress->check.version = *version;
    const QString shown = u"%1.%2"_s.arg(version->major).arg(version->minor);
    if (version->major != 1 || version->minor < kOldestMinor || version->minor > kNewestMinor) {
        progress->set(Id::Version, Outcome::Warned, Text::tr("Kubernetes %1.").arg(shown),
                      Text::tr("This program is made for Kubernetes 1.%1 to 1.%2; some things may not work.")
                          .arg(kOldestMinor)
                          .arg(kNewestMinor));
    } else {
        progress->pass(Id::Version, Text::tr("Kubernetes %1.").arg(shown));
    }
    co_return true;
}

Async<bool> mayListPods(ApiPtr api, QString ns, CancelToken cancel)
{
    QJsonObject attributes{{u"verb"_s, u"list"_s}, {u"resource"_s, u"pods"_s}};
    if (!ns.isEmpty()) {
        attributes.insert(u"namespace"_s, ns);
    }
    const Object review{{u"apiVersion"_s, u"authorization.k8s.io/v1"_s},
                        {u"kind"_s, u"SelfSubjectAccessReview"_s},
                        {u"spec"_s, QJsonObject{{u"resourceAttributes"_s, attributes}}}};
    const auto answer
        = co_await api->request("POST", u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s, review, cancel);
    if (!answer) {
        co_return failure(answer);
    }
    co_return (*answer)["status"_L1]["allowed"_L1].toBool();
}

Async<void> askRights(ProgressPtr progress, ApiPtr api, QString ns, CancelToken cancel)
{
    const auto everywhere = co_await mayListPods(api, {}, cancel);
    auto here = everywhere;
    if (everywhere && !*everywhere) {
        here = co_await mayListPods(api, ns, cancel);
    }
    if (!here) {
        progress->fail(Id::Rights, here.error());
    } else if (*everywhere) {
        progress->pass(Id::Rights, Text::tr("Pods of every namespace may be listed."));
    } else if (*here) {
        progress->set(Id::Rights, Outcome::Warned, Text::tr("Only pods of the namespace %1 may be listed.").arg(ns),
                      Text::tr("Ask for the right to list pods where you want to see them."));
    } else {
        progress->set(Id::Rights, Outcome::Failed, Text::tr("Pods may not be listed, not even in the namespace %1.").arg(ns),
                      Text::tr("Ask whoever runs the cluster for the right to list pods."));
    }
    co_return {};
}

} // namespace

Async<QList<ConsentWish>> consentsNeeded(CheckOrder order)
{
    const auto config = Kubeconfig::read(order.kubeconfig);
    if (!config) {
        co_return failure(config);
    }
    const auto asked = std::make_shared<AskedConsent>(order.consent);
    const auto access = config->access(order.context, asked);
    if (!access) {
        co_return failure(access);
    }
    QList<ConsentWish> wishes;
    if (asked->refused()) {
        wishes.append(*asked->refused());
    }
    if (access->plugin) {
        const auto wish = co_await findPlugin(*access->plugin, order.host);
        if (!wish) {
            co_return failure(wish);
        }
        if (!order.consent->allows(*wish)) {
            wishes.append(*wish);
        }
    }
    co_return wishes;
}

Async<ClusterCheck> checkCluster(CheckOrder order, std::function<void(const ClusterCheck &)> tell, CancelToken cancel)
{
    const auto progress = std::make_shared<Progress>(std::move(tell));
    const auto access = readAccess(order, *progress);
    if (!access) {
        co_return progress->check;
    }
    // One question a line: behind "||" the next one was asked out of its turn (GCC 14).
    const auto isAllowed = co_await askConsent(progress, order, *access);
    if (!isAllowed.value_or(false)) {
        co_return progress->check;
    }
    const auto isReached = co_await askWay(progress, order, *access, cancel);
    if (!isReached.value_or(false)) {
        co_return progress->check;
    }
    const auto api = std::make_shared<HttpApi>(
        *access, HttpOptions{.requestDeadline = order.deadline, .gate = {.host = order.host, .consent = order.consent}});
    const auto isKnown = co_await askWho(progress, api, *access, cancel);
    if (isKnown.value_or(false)) {
        const auto hasVersion = co_await askVersion(progress, api, cancel);
        if (hasVersion.value_or(false)) {
            std::ignore = co_await askRights(progress, api, access->ns, cancel);
        }
    }
    if (cancel.isCancelled()) {
        co_return failure(Error::Kind::Cancelled, Text::tr("checking a cluster"), Text::tr("The check was stopped."));
    }
    co_return progress->check;
}

} // namespace sentinel::kube
