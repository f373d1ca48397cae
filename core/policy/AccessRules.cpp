// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Rules.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyRules)
};

/// Whether a list of a rule names one of these; "*" names all.
bool names(const yaml::Value &list, std::initializer_list<QStringView> wanted)
{
    return std::ranges::any_of(list.items(), [&](const yaml::Value &item) {
        return item.text() == "*"_L1 || std::ranges::any_of(wanted, [&](QStringView each) { return item.text() == each; });
    });
}

bool hasStar(const yaml::Value &list)
{
    return names(list, {});
}

void checkRule(const Object &role, const yaml::Value &rule, const QString &path, Complaints &complaints)
{
    const auto say = [&](QLatin1StringView id, const QString &sentence, const QString &remedy) {
        complaints.add(id, role, {.path = path, .where = role.at(rule)}, sentence, remedy);
    };
    const yaml::Value &verbs = valueAt(rule, {u"verbs"});
    const yaml::Value &resources = valueAt(rule, {u"resources"});
    if (hasStar(verbs) || hasStar(resources) || hasStar(valueAt(rule, {u"apiGroups"}))) {
        say("access.wildcard"_L1, Text::tr("It grants \"*\", which takes in whatever is added to the cluster later."),
            Text::tr("Name verbs, groups and resources one by one."));
        return; // everything below follows from it
    }
    if (names(resources, {u"secrets"}) && names(verbs, {u"get", u"list", u"watch"})
        && valueAt(rule, {u"resourceNames"}).items().isEmpty()) {
        say("access.secrets"_L1, Text::tr("It lets pods read every Secret of the namespace."),
            Text::tr("Name the Secrets in resourceNames, or mount them instead."));
    }
    if (names(verbs, {u"escalate", u"bind", u"impersonate"})
        || (names(resources, {u"serviceaccounts/token"}) && names(verbs, {u"create"}))) {
        say("access.escalation"_L1, Text::tr("Whoever has this role may give himself any other right."),
            Text::tr("Drop escalate, bind, impersonate and the making of tokens."));
    }
    if (names(resources, {u"pods/exec", u"pods/attach", u"nodes/proxy"}) && names(verbs, {u"create", u"get"})) {
        say("access.exec"_L1, Text::tr("Whoever has this role may run commands in pods of others."),
            Text::tr("Drop pods/exec, pods/attach and nodes/proxy."));
    }
}

void checkBinding(const Object &binding, const Inventory &inventory, Complaints &complaints)
{
    const auto say = [&](QLatin1StringView id, const QString &path, const yaml::Value &value, const QString &sentence,
                         const QString &remedy) {
        complaints.add(id, binding, {.path = path, .where = binding.at(value)}, sentence, remedy);
    };
    const yaml::Value &role = valueAt(binding.tree, {u"roleRef"});
    if (textAt(role, {u"kind"}) == "ClusterRole"_L1 && textAt(role, {u"name"}) == "cluster-admin"_L1) {
        say("access.cluster-admin"_L1, u"roleRef"_s, role,
            Text::tr("It makes its subjects administrators of everything it reaches."),
            Text::tr("Bind a role that names what is needed."));
    }
    if (textAt(role, {u"kind"}) == "Role"_L1 && !inventory.has(u"Role", binding.nameSpace, textAt(role, {u"name"}))) {
        say("access.missing-subject"_L1, u"roleRef"_s, role,
            Text::tr("It binds the Role %1, which is not among these manifests.").arg(textAt(role, {u"name"})),
            Text::tr("Mend the name, or make sure it is there."));
    }
    for (const yaml::Value &subject : valueAt(binding.tree, {u"subjects"}).items()) {
        const QString name = textAt(subject, {u"name"});
        if (name == "system:anonymous"_L1 || name == "system:unauthenticated"_L1 || name == "system:authenticated"_L1) {
            say("access.anonymous"_L1, u"subjects"_s, subject,
                Text::tr("It gives rights to %1: anybody who reaches the API server.").arg(name), Text::tr("Name who is meant."));
        }
        const QString written = textAt(subject, {u"namespace"});
        const QString nameSpace = written.isEmpty() ? binding.nameSpace : written;
        if (textAt(subject, {u"kind"}) == "ServiceAccount"_L1 && !inventory.has(u"ServiceAccount", nameSpace, name)) {
            say("access.missing-subject"_L1, u"subjects"_s, subject,
                Text::tr("It gives rights to the ServiceAccount %1, which is not among these manifests.").arg(name),
                Text::tr("Mend the name, or make sure it is meant."));
        }
    }
}

} // namespace

void checkAccess(const Inventory &inventory, Complaints &complaints)
{
    for (const QStringView kind : {QStringView(u"Role"), QStringView(u"ClusterRole")}) {
        for (const Object *role : inventory.of(kind)) {
            const QList<yaml::Value> &rules = valueAt(role->tree, {u"rules"}).items();
            for (qsizetype at = 0; at < rules.size(); ++at) {
                checkRule(*role, rules[at], u"rules[%1]"_s.arg(at), complaints);
            }
        }
    }
    for (const QStringView kind : {QStringView(u"RoleBinding"), QStringView(u"ClusterRoleBinding")}) {
        for (const Object *binding : inventory.of(kind)) {
            checkBinding(*binding, inventory, complaints);
        }
    }
}

} // namespace sentinel::policy
