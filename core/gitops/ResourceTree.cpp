// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/ResourceTree.h"

#include "core/base/SafeText.h"
#include "core/gitops/DesiredState.h"
#include "core/gitops/Json.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ResourceTree)
};

/// Built-in kinds that say nothing of their health: their objects are not read.
const QSet<QString> &kindsWithoutHealth()
{
    static const QSet<QString> kinds{
        u"/ConfigMap"_s,
        u"/Secret"_s,
        u"/ServiceAccount"_s,
        u"/Namespace"_s,
        u"/LimitRange"_s,
        u"/ResourceQuota"_s,
        u"/Endpoints"_s,
        u"rbac.authorization.k8s.io/Role"_s,
        u"rbac.authorization.k8s.io/RoleBinding"_s,
        u"rbac.authorization.k8s.io/ClusterRole"_s,
        u"rbac.authorization.k8s.io/ClusterRoleBinding"_s,
        u"networking.k8s.io/NetworkPolicy"_s,
        u"networking.k8s.io/IngressClass"_s,
        u"policy/PodDisruptionBudget"_s,
        u"storage.k8s.io/StorageClass"_s,
        u"scheduling.k8s.io/PriorityClass"_s,
        u"admissionregistration.k8s.io/ValidatingWebhookConfiguration"_s,
        u"admissionregistration.k8s.io/MutatingWebhookConfiguration"_s,
        u"monitoring.coreos.com/PrometheusRule"_s,
        u"monitoring.coreos.com/ServiceMonitor"_s,
        u"monitoring.coreos.com/PodMonitor"_s,
    };
    return kinds;
}

/// What controllers make below what an application brings.
const QStringList &madeKinds()
{
    static const QStringList kinds{u"apps/ReplicaSet"_s,
                                   u"/Pod"_s,
                                   u"batch/Job"_s,
                                   u"cert-manager.io/CertificateRequest"_s,
                                   u"acme.cert-manager.io/Order"_s,
                                   u"acme.cert-manager.io/Challenge"_s,
                                   u"argoproj.io/Application"_s};
    return kinds;
}

class Builder
{
public:
    Builder(const Application &application, const QList<kube::Object> &live, const JudgeHealth &judge, const QString &instance)
        : m_application(application)
        , m_judge(judge)
        , m_instance(instance)
    {
        for (const kube::Object &object : live) {
            m_places.insert(placeOf(object), &object);
            const QJsonArray owners = object[u"metadata"][u"ownerReferences"].toArray();
            for (const QJsonValue &owner : owners) {
                if (owner[u"controller"].toBool() || owners.size() == 1) {
                    m_children[owner[u"uid"].toString()].append(&object);
                }
            }
        }
    }

    ResourceTree build()
    {
        QSet<QString> known;
        for (const ApplicationResource &resource : m_application.resources) {
            const QString place = placeOf(resource.group, resource.kind, resource.ns, resource.name);
            known.insert(place);
            const kube::Object *object = m_places.value(place);
            TreeNode node{.group = resource.group,
                          .version = resource.version,
                          .kind = resource.kind,
                          .ns = resource.ns,
                          .name = resource.name,
                          .sync = resource.sync,
                          .health = {.status = resource.health, .message = resource.message},
                          .wave = resource.wave,
                          .isHook = resource.isHook,
                          .needsPruning = resource.needsPruning};
            node.isMissing = resource.health == u"Missing";
            add(node, object, -1, 0);
        }
        addTracked(known);
        return std::move(m_tree);
    }

private:
    void add(TreeNode node, const kube::Object *object, int parent, int depth)
    {
        constexpr int kDeepest = 8; // owners that own each other in a circle
        node.parent = parent;
        node.depth = depth;
        if (object) {
            node.uid = (*object)[u"metadata"][u"uid"].toString();
            if (node.health.status.isEmpty() && m_judge) {
                node.health = m_judge(*object);
            }
        }
        const int index = static_cast<int>(m_tree.nodes.size());
        m_tree.nodes.append(node);
        if (parent >= 0) {
            ++m_tree.nodes[parent].children;
        }
        if (node.uid.isEmpty() || depth >= kDeepest) {
            return;
        }
        QList<const kube::Object *> children = m_children.value(node.uid);
        std::ranges::sort(children, {},
                          [](const kube::Object *child) { return std::pair((*child)[u"kind"].toString(), nameOf(*child)); });
        for (const kube::Object *child : std::as_const(children)) {
            add(nodeOf(*child), child, index, depth + 1);
        }
    }

    [[nodiscard]] static TreeNode nodeOf(const kube::Object &object)
    {
        return {.group = groupOf(object),
                .version = versionOf(object),
                .kind = object[u"kind"].toString(),
                .ns = namespaceOf(object),
                .name = nameOf(object)};
    }

    /// Hooks and what a sync left: marked as the application's own and not among its resources.
    void addTracked(const QSet<QString> &known)
    {
        QMap<QString, const kube::Object *> more;
        for (auto each = m_places.cbegin(); each != m_places.cend(); ++each) {
            const kube::Object &object = *each.value();
            if (!known.contains(each.key())
                && annotationOf(object, u"argocd.argoproj.io/tracking-id"_s) == trackingId(m_instance, object)) {
                more.insert(each.key(), &object);
            }
        }
        for (const kube::Object *object : std::as_const(more)) {
            const HookRules rules = hookRulesOf(*object);
            TreeNode node = nodeOf(*object);
            node.isHook = rules.isHook;
            node.wave = rules.wave;
            add(node, object, -1, 0);
        }
    }

    const Application &m_application;
    const JudgeHealth &m_judge;
    QString m_instance;
    ResourceTree m_tree;
    QHash<QString, const kube::Object *> m_places;
    QHash<QString, QList<const kube::Object *>> m_children; ///< by the uid of the owner
};

struct Wanted
{
    kube::ResourceType type;
    QString ns; ///< empty: no namespace
};

QList<Wanted> wantedLists(const Application &application, const QList<kube::ResourceType> &types)
{
    QHash<QString, kube::ResourceType> served;
    for (const kube::ResourceType &type : types) {
        if (!served.contains(type.group + u'/' + type.kind)) {
            served.insert(type.group + u'/' + type.kind, type);
        }
    }
    QSet<std::pair<QString, QString>> pairs; ///< kind, namespace
    QSet<QString> namespaces;
    for (const ApplicationResource &resource : application.resources) {
        const QString kind = resource.group + u'/' + resource.kind;
        if (!resource.ns.isEmpty()) {
            namespaces.insert(resource.ns);
        }
        if (!kindsWithoutHealth().contains(kind)) {
            pairs.insert({kind, resource.ns});
        }
    }
    for (const QString &kind : madeKinds()) {
        for (const QString &ns : std::as_const(namespaces)) {
            pairs.insert({kind, ns});
        }
    }
    QList<Wanted> wanted;
    for (const auto &[kind, ns] : std::as_const(pairs)) {
        if (served.contains(kind)) {
            const kube::ResourceType &type = served[kind];
            wanted.append({.type = type, .ns = type.namespaced ? ns : QString()});
        }
    }
    return wanted;
}

bool concernsAll(Error::Kind kind)
{
    return kind == Error::Kind::Unreachable || kind == Error::Kind::Cancelled || kind == Error::Kind::Unauthorized
        || kind == Error::Kind::Timeout;
}

/// Lists do not say of each object what it is.
kube::Object typed(kube::Object object, const kube::ResourceType &type)
{
    object.insert(u"apiVersion"_s, type.apiVersion());
    object.insert(u"kind"_s, type.kind);
    return object;
}

} // namespace

ResourceTree buildTree(const Application &application, const QList<kube::Object> &live, const JudgeHealth &judge,
                       const QString &instance)
{
    return Builder(application, live, judge, instance).build();
}

bool isElsewhere(const Application &application, const QString &address)
{
    const auto plain = [](const QString &server) {
        const QUrl url(server);
        return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(url.port(443));
    };
    if (application.destinationServer.isEmpty()) {
        return !application.destinationName.isEmpty() && application.destinationName != u"in-cluster";
    }
    const QString server = plain(application.destinationServer);
    return server != plain(u"https://kubernetes.default.svc"_s) && (address.isEmpty() || server != plain(address));
}

Async<bool> runsElsewhere(kube::ApiPtr api, kube::Object application, QString address, CancelToken cancel)
{
    auto read = readApplication(application);
    if (!read) {
        co_return failure(read);
    }
    if (!isElsewhere(*read, address) || read->destinationName.isEmpty()) {
        co_return isElsewhere(*read, address);
    }
    const QString home = application[u"status"][u"controllerNamespace"].toString();
    const kube::ResourceType secrets{.group = {}, .version = u"v1"_s, .kind = u"Secret"_s, .plural = u"secrets"_s};
    const kube::ListOptions options{.ns = home.isEmpty() ? read->ns : home,
                                    .labelSelector = u"argocd.argoproj.io/secret-type=cluster"_s};
    const auto clusters = co_await api->list(secrets, options, cancel);
    if (!clusters && (clusters.error().kind == Error::Kind::Cancelled || clusters.error().kind == Error::Kind::Unreachable)) {
        co_return failure(clusters);
    }
    const auto decoded = [](const kube::Object &secret, QStringView key) {
        return QString::fromUtf8(QByteArray::fromBase64(secret[u"data"][key].toString().toLatin1()));
    };
    for (const kube::Object &cluster : clusters ? clusters->items : QList<kube::Object>()) {
        if (decoded(cluster, u"name") == read->destinationName) {
            read->destinationServer = decoded(cluster, u"server");
            co_return isElsewhere(*read, address);
        }
    }
    co_return true;
}

ResourceTree distantTree(const kube::Object &application)
{
    const auto read = readApplication(application);
    if (!read) {
        return {};
    }
    ResourceTree tree = buildTree(*read, {}, {}, instanceOf(application));
    const QString where = read->destinationName.isEmpty() ? read->destinationServer : read->destinationName;
    tree.notes.append(Text::tr("It is deployed to another cluster, %1, which is not read here: this is what Argo CD wrote.")
                          .arg(plainLine(where)));
    return tree;
}

Async<ResourceTree> readTree(kube::ApiPtr api, kube::Object application, QList<kube::ResourceType> types, JudgeHealth judge,
                             CancelToken cancel)
{
    const auto read = readApplication(application);
    if (!read) {
        co_return failure(read);
    }
    const QList<Wanted> wanted = wantedLists(*read, types);
    std::vector<Async<kube::ObjectList>> lists; // each has begun
    for (const Wanted &each : wanted) {
        lists.push_back(api->list(each.type, {.ns = each.ns, .version = u"0"_s}, cancel));
    }
    QList<kube::Object> live;
    QStringList unread;
    std::optional<Error> failed;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const auto list = co_await lists[static_cast<std::size_t>(i)];
        if (!list && concernsAll(list.error().kind)) {
            failed = list.error();
        } else if (!list) {
            unread.append(wanted[i].type.kind);
        } else {
            for (const kube::Object &object : list->items) {
                live.append(typed(object, wanted[i].type));
            }
        }
    }
    if (failed) {
        co_return failure(*failed);
    }
    ResourceTree tree = buildTree(*read, live, judge, instanceOf(application));
    unread.removeDuplicates();
    if (!unread.isEmpty()) {
        tree.notes.append(Text::tr("Not read, since that is not allowed here: %1.").arg(unread.join(u", "_s)));
    }
    co_return tree;
}

} // namespace sentinel::gitops
