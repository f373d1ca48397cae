// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Rules.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyRules)
};

constexpr qsizetype kLongestLabel = 63;
constexpr qsizetype kLongestName = 253;

bool isLabelName(const QString &text)
{
    static const QRegularExpression pattern(u"^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$"_s);
    return text.size() <= kLongestLabel && pattern.match(text).hasMatch();
}

bool isDomain(const QString &text)
{
    static const QRegularExpression pattern(u"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"_s);
    return text.size() <= kLongestName && pattern.match(text).hasMatch();
}

bool isLabelKey(const QString &key)
{
    const qsizetype slash = key.indexOf(u'/');
    return isLabelName(key.sliced(slash + 1)) && (slash < 0 || isDomain(key.first(slash)));
}

void checkName(const Object &object, Complaints &complaints)
{
    // Roles and bindings take any name that is a part of a path.
    if (object.group() == "rbac.authorization.k8s.io"_L1) {
        return;
    }
    const bool isShort = object.group().isEmpty() && (object.kind == "Service"_L1 || object.kind == "Namespace"_L1);
    const bool isSound
        = isDomain(object.name) && (!isShort || (object.name.size() <= kLongestLabel && !object.name.contains(u'.')));
    const bool isGenerated = valueAt(object.tree, {u"metadata", u"name"}).isNull(); // its end is added by the server
    if (!isSound && !isGenerated) {
        complaints.add("object.name"_L1, object, {.path = u"metadata.name"_s, .where = object.at({u"metadata", u"name"})},
                       Text::tr("\"%1\" is no name Kubernetes takes.").arg(object.name),
                       Text::tr("Use lower-case letters, digits and \"-\", at most 63."));
    }
}

void checkLabels(const Object &object, const yaml::Value &labels, const QString &path, Complaints &complaints)
{
    for (const yaml::Entry &entry : labels.entries()) {
        const bool isText = entry.value.kind() == yaml::Value::Kind::String;
        const bool isSound = isText && (entry.value.text().isEmpty() || isLabelName(entry.value.text()));
        if (!isLabelKey(entry.key) || !isSound) {
            complaints.add(
                "object.label"_L1, object, {.path = path + u'.' + entry.key, .where = object.at(entry.value)},
                Text::tr("\"%1: %2\" is no label Kubernetes takes.").arg(entry.key, entry.value.text()),
                Text::tr("Values are text of at most 63 letters, digits, \"-\", \"_\" and \".\"; numbers need quotes."));
        }
    }
}

void checkConfig(const Object &object, Complaints &complaints)
{
    static const QRegularExpression key(u"-----BEGIN [A-Z ]*PRIVATE KEY-----"_s);
    static const QRegularExpression name(u"(^|[_.-])(PASSWORD|SECRET|TOKEN|API_?KEY)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    for (const yaml::Entry &entry : valueAt(object.tree, {u"data"}).entries()) {
        const QString value = entry.value.text();
        if (key.match(value).hasMatch() || (name.match(entry.key).hasMatch() && !value.isEmpty() && !value.contains(u"$("))) {
            complaints.add("config.credentials"_L1, object, {.path = u"data."_s + entry.key, .where = object.at(entry.value)},
                           Text::tr("%1 looks like a secret, and a ConfigMap is read by everybody who may look at the namespace.")
                               .arg(entry.key),
                           Text::tr("Put it into a Secret."));
        }
    }
}

void checkSecret(const Object &object, Complaints &complaints)
{
    for (const QStringView field : {QStringView(u"data"), QStringView(u"stringData")}) {
        const yaml::Value &values = valueAt(object.tree, {field});
        if (!values.entries().isEmpty()) {
            complaints.add("secret.in-manifests"_L1, object, {.path = field.toString(), .where = object.at(values)},
                           Text::tr("The secret itself stands in the manifest, and so in Git and in the release's history."),
                           Text::tr("Make it in the cluster and refer to it by name, or seal it."));
        }
    }
}

void checkNamespace(const Object &object, Complaints &complaints)
{
    if (valueAt(object.tree, {u"metadata", u"labels", u"pod-security.kubernetes.io/enforce"}).isNull()) {
        complaints.add("namespace.pod-security"_L1, object,
                       {.path = u"metadata.labels"_s, .where = object.at({u"metadata", u"labels"})},
                       Text::tr("Nothing keeps privileged pods out of this namespace."),
                       Text::tr("Label it pod-security.kubernetes.io/enforce: restricted."));
    }
}

} // namespace

void checkObjects(const Inventory &inventory, Complaints &complaints)
{
    QHash<QString, const Object *> seen;
    for (const Object &object : inventory.objects()) {
        const QString key = object.group() + u'/' + object.kind + u'/' + object.nameSpace + u'/' + object.name;
        if (const Object *first = seen.value(key)) {
            complaints.add("object.duplicate"_L1, object,
                           {.path = u"metadata.name"_s, .where = object.at({u"metadata", u"name"})},
                           Text::tr("It is there twice (first at %1); which one holds is a matter of chance.")
                               .arg(first->at({u"metadata", u"name"}).toString()),
                           Text::tr("Keep one of the two."));
        }
        seen.insert(key, &object);
        checkName(object, complaints);
        checkLabels(object, valueAt(object.tree, {u"metadata", u"labels"}), u"metadata.labels"_s, complaints);
        if (object.nameSpace == "default"_L1) {
            complaints.add("object.default-namespace"_L1, object,
                           {.path = u"metadata.namespace"_s, .where = object.at({u"metadata", u"namespace"})},
                           Text::tr("It goes into the namespace \"default\", which nobody owns and everybody uses."),
                           Text::tr("Name a namespace of its own."));
        }
        if (object.kind == "ConfigMap"_L1) {
            checkConfig(object, complaints);
        } else if (object.kind == "Secret"_L1 && object.group().isEmpty()) {
            checkSecret(object, complaints);
        } else if (object.kind == "Namespace"_L1) {
            checkNamespace(object, complaints);
        }
    }
    for (const Pods &pods : inventory.pods()) {
        checkLabels(*pods.owner, valueAt(*pods.metadata, {u"labels"}), pods.path.chopped(4) + u"metadata.labels"_s, complaints);
    }
}

} // namespace sentinel::policy
