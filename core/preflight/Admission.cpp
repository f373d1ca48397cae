// SPDX-License-Identifier: GPL-3.0-or-later
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

/// What the dry runs told.
struct Told
{
    int tried = 0;
    int waiting = 0; ///< their namespace is not there yet
    QStringList conflicts{}; ///< "Deployment/backend .spec.replicas (kubectl-edit)"
    QStringList refused{};
    QStringList unknown{}; ///< no right to ask, no answer
    QStringList warnings{};
};

/// Managers whose fields a deploy takes over by the way it goes: its own of before.
bool isOurs(const QString &manager, Way way)
{
    return manager == "sentinel-console"_L1 || (way == Way::Helm && manager == "helm"_L1)
        || (way == Way::ArgoCd && manager.startsWith("argocd"_L1));
}

QString managerOf(Way way)
{
    return way == Way::Helm ? u"helm"_s : u"argocd-controller"_s;
}

void take(Told &told, const QJsonObject &object, const Result<kube::Written> &answer, Way way)
{
    const QString title = titleOf(object);
    if (!answer) {
        const QString line = Text::tr("%1: %2").arg(title, plainLine(answer.error().detail));
        switch (answer.error().kind) {
        case Error::Kind::NotFound:
            ++told.waiting;
            break;
        case Error::Kind::Forbidden:
            // RBAC and admission both say 403; only admission names what refused.
            (answer.error().detail.contains("cannot patch"_L1) || answer.error().detail.contains("cannot create"_L1)
                 ? told.unknown
                 : told.refused)
                .append(line);
            break;
        case Error::Kind::Invalid:
        case Error::Kind::Conflict:
            told.refused.append(line);
            break;
        default:
            told.unknown.append(line);
        }
        return;
    }
    ++told.tried;
    for (const kube::FieldConflict &conflict : answer->conflicts) {
        if (!isOurs(conflict.manager, way)) {
            told.conflicts.append(
                Text::tr("%1 %2, written by %3").arg(title, plainLine(conflict.field), plainLine(conflict.manager)));
        }
    }
    for (const QString &warning : answer->warnings) {
        told.warnings.append(Text::tr("%1: %2").arg(title, plainLine(warning)));
    }
}

Check admission(const Told &told, const Demand &demand)
{
    const QString rule = u"preflight.admission"_s;
    Check check;
    if (!told.refused.isEmpty()) {
        check = fail(rule, Text::tr("The API server refuses %1").arg(told.refused.first()),
                     Text::tr("Change what it names in the plan, or ask whoever set the policy that refuses it."));
        check.details = told.refused;
    } else if (!told.unknown.isEmpty()) {
        check = notChecked(rule, Text::tr("Not every object could be tried: %1").arg(told.unknown.first()),
                           Text::tr("someone who may patch these objects"));
        check.details = told.unknown;
    } else if (!told.warnings.isEmpty()) {
        check = warn(rule, Text::tr("The API server warns: %1").arg(told.warnings.first()),
                     Text::tr("Look whether the warning matters to you; nothing is refused."));
        check.details = told.warnings;
    } else if (told.tried == 0) {
        check = notChecked(rule, Text::tr("The namespace %1 is not there yet, so nothing in it can be tried.").arg(demand.ns()),
                           Text::tr("a preflight after \"kubectl create namespace\", with its labels"));
    } else if (told.waiting > 0) {
        check = pass(rule,
                     Text::tr("%1 objects were tried and none is refused; %2 wait for their namespace.")
                         .arg(told.tried)
                         .arg(told.waiting));
    } else {
        check = pass(rule, Text::tr("All %n object(s) were tried with a dry run; none is refused.", nullptr, told.tried));
    }
    return check;
}

/// Objects to try: what the chart holds names its namespace or goes to the release's.
QJsonObject placed(QJsonObject object, const kube::ResourceType &type, const QString &ns)
{
    QJsonObject metadata = object[u"metadata"].toObject();
    if (type.namespaced && spaceOf(object).isEmpty()) {
        metadata.insert(u"namespace"_s, ns);
        object.insert(u"metadata"_s, metadata);
    }
    return object;
}

} // namespace

Async<Checks> checkAdmission(kube::ApiPtr api, Demand demand, Sight sight, CancelToken cancel)
{
    constexpr size_t kAtOnce = 24; // more only queue at the server
    const QList<QJsonObject> objects = demand.objects();
    Told told;
    std::vector<std::pair<QJsonObject, Async<kube::Written>>> asked;
    const kube::ApplyOptions options{.fieldManager = managerOf(demand.way), .dryRun = true, .strict = false};
    for (qsizetype at = 0; at <= objects.size(); ++at) {
        if (asked.size() == kAtOnce || at == objects.size()) {
            for (auto &[object, flow] : asked) {
                const auto answer = co_await std::move(flow);
                if (!answer && answer.error().kind == Error::Kind::Cancelled) {
                    co_return failure(answer);
                }
                take(told, object, answer, demand.way);
            }
            asked.clear();
        }
        if (at == objects.size()) {
            break;
        }
        const kube::ResourceType *type = sight.serves(groupOf(objects[at]), kindOf(objects[at]));
        const QString space = spaceOf(objects[at]).isEmpty() ? demand.ns() : spaceOf(objects[at]);
        if (!type || (type->namespaced && space == demand.ns() && !sight.nameSpace)) {
            told.waiting += type ? 1 : 0; // an unknown kind is another rule's
            continue;
        }
        const QJsonObject object = placed(objects[at], *type, demand.ns());
        asked.emplace_back(object, api->apply(*type, object, options, cancel));
    }
    Checks checks{admission(told, demand)};
    if (!told.conflicts.isEmpty()) {
        const QString rule = u"preflight.ownership"_s;
        const QString found
            = Text::tr("%n field(s) are written by others: %1.", nullptr, int(told.conflicts.size())).arg(told.conflicts.first());
        const QString remedy = Text::tr("Let whoever writes them let go, or make the plan say the same.");
        // Helm stops at the first of them; Argo CD takes them over, and both go on writing.
        Check check = demand.way == Way::Helm ? fail(rule, found, remedy) : warn(rule, found, remedy);
        check.details = told.conflicts;
        checks.append(check);
    } else if (told.tried > 0) {
        checks.append(pass(u"preflight.ownership"_s, Text::tr("Nobody else writes a field of these objects.")));
    }
    co_return checks;
}

} // namespace sentinel::preflight
