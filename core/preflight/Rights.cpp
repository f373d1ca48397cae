// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/AccessReview.h"
#include "core/preflight/Checks.h"
#include "core/preflight/Json.h"

#include <QCoreApplication>
#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr auto kRule = "preflight.rights"_L1;

/// The questions of a way, without doubles.
class Questions
{
public:
    explicit Questions(const Sight &sight)
        : m_sight(sight)
    {
    }
    void add(const QStringList &verbs, const QString &group, const QString &resource, const QString &ns)
    {
        for (const QString &verb : verbs) {
            const kube::AccessQuestion question{.verb = verb, .group = group, .resource = resource, .ns = ns};
            if (!m_all.contains(question)) {
                m_all.append(question);
            }
        }
    }
    /// Of each kind among the objects, in the namespace they go to. What the cluster does not serve cannot be asked about.
    void addFor(const QList<QJsonObject> &objects, const QStringList &verbs, const QString &ns)
    {
        for (const QJsonObject &object : objects) {
            if (const kube::ResourceType *type = m_sight.serves(groupOf(object), kindOf(object))) {
                const QString own = spaceOf(object);
                add(verbs, type->group, type->plural, !type->namespaced ? QString() : own.isEmpty() ? ns : own);
            }
        }
    }
    [[nodiscard]] const QList<kube::AccessQuestion> &all() const { return m_all; }

private:
    const Sight &m_sight;
    QList<kube::AccessQuestion> m_all;
};

QList<kube::AccessQuestion> questionsOf(const Demand &demand, const Sight &sight)
{
    Questions questions(sight);
    const QString ns = demand.ns();
    const QStringList apply{u"get"_s, u"create"_s, u"patch"_s};
    questions.addFor({demand.nameSpace}, apply, {});
    questions.add({u"get"_s, u"create"_s}, {}, u"secrets"_s, ns);
    if (demand.way == Way::ArgoCd) {
        // The rest is brought by Argo CD's own account.
        questions.addFor(demand.argo, apply, {});
        const QString argo = demand.argo.isEmpty() ? u"argocd"_s : spaceOf(demand.argo.last());
        questions.add({u"get"_s, u"list"_s, u"watch"_s, u"patch"_s}, u"argoproj.io"_s, u"applications"_s, argo);
    } else {
        questions.addFor(demand.platform, apply, {});
        // Helm keeps its releases in Secrets, and removes what a newer chart no longer has.
        questions.add({u"list"_s, u"update"_s, u"delete"_s}, {}, u"secrets"_s, ns);
        questions.addFor(demand.chart, apply + QStringList{u"delete"_s}, ns);
    }
    // To follow what was applied until it is healthy.
    for (const QString &resource : {u"pods"_s, u"events"_s, u"persistentvolumeclaims"_s}) {
        questions.add({u"list"_s, u"watch"_s}, {}, resource, ns);
    }
    for (const QString &resource : {u"deployments"_s, u"statefulsets"_s, u"replicasets"_s}) {
        questions.add({u"list"_s, u"watch"_s}, u"apps"_s, resource, ns);
    }
    questions.add({u"list"_s, u"watch"_s}, u"batch"_s, u"jobs"_s, ns);
    return questions.all();
}

QString whoGrants(const Demand &demand)
{
    return Text::tr("Ask an administrator of the cluster for the rights listed, in %1 and for what lives in no namespace.")
        .arg(demand.ns());
}

} // namespace

Async<Checks> checkRights(kube::ApiPtr api, Demand demand, Sight sight, CancelToken cancel)
{
    const QString rule = kRule;
    // Who may do everything is told by one answer.
    const kube::AccessQuestion everything{.verb = u"*"_s, .group = u"*"_s, .resource = u"*"_s};
    const auto master = co_await kube::ask(api, everything, cancel);
    if (master && master->right == kube::Right::Allowed) {
        co_return Checks{pass(rule, Text::tr("You may do everything on this cluster."))};
    }
    const QList<kube::AccessQuestion> questions = questionsOf(demand, sight);
    std::vector<Async<kube::Verdict>> asked;
    for (const kube::AccessQuestion &question : questions) {
        asked.push_back(kube::ask(api, question, cancel));
    }
    QStringList denied;
    QStringList unknown;
    for (size_t at = 0; at < asked.size(); ++at) {
        const auto verdict = co_await std::move(asked[at]);
        if (!verdict && verdict.error().kind == Error::Kind::Cancelled) {
            co_return failure(verdict);
        }
        const QString text = kube::questionText(questions[qsizetype(at)]);
        if (!verdict || verdict->right == kube::Right::Unknown) {
            unknown.append(text);
        } else if (verdict->right == kube::Right::Denied) {
            denied.append(text);
        }
    }
    if (!denied.isEmpty()) {
        Check check = fail(rule,
                           Text::tr("You may not %1 (%n of the rights the deploy needs missing).", nullptr, int(denied.size()))
                               .arg(denied.first()),
                           whoGrants(demand));
        check.details = denied;
        co_return Checks{check};
    }
    if (!unknown.isEmpty()) {
        Check check = notChecked(rule, Text::tr("The server did not say whether you may %1.").arg(unknown.first()),
                                 Text::tr("an administrator of the cluster (\"kubectl auth can-i --as YOU\")"));
        check.details = unknown;
        co_return Checks{check};
    }
    co_return Checks{pass(rule, Text::tr("You have all %n right(s) the deploy needs.", nullptr, int(questions.size())))};
}

} // namespace sentinel::preflight
