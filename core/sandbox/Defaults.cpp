// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Defaults.h"

#include <QHash>
#include <QJsonArray>
#include <functional>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

void set(QJsonObject &object, QLatin1StringView key, const QJsonValue &value)
{
    if (!object.contains(key) || object.value(key).isNull()) {
        object.insert(key, value);
    }
}

/// Changes an object below another, where it is there.
void within(QJsonObject &object, QLatin1StringView key, const std::function<void(QJsonObject &)> &change)
{
    if (object.value(key).isObject()) {
        QJsonObject below = object.value(key).toObject();
        change(below);
        object.insert(key, below);
    }
}

void each(QJsonObject &object, QLatin1StringView key, const std::function<void(QJsonObject &)> &change)
{
    if (!object.value(key).isArray()) {
        return;
    }
    QJsonArray result;
    for (const auto &item : object.value(key).toArray()) {
        QJsonObject below = item.toObject();
        change(below);
        result.append(below);
    }
    object.insert(key, result);
}

void probe(QJsonObject &of)
{
    set(of, "timeoutSeconds"_L1, 1);
    set(of, "periodSeconds"_L1, 10);
    set(of, "successThreshold"_L1, 1);
    set(of, "failureThreshold"_L1, 3);
    within(of, "httpGet"_L1, [](QJsonObject &get) {
        set(get, "path"_L1, "/"_L1);
        set(get, "scheme"_L1, "HTTP"_L1);
    });
}

void container(QJsonObject &of)
{
    const QString image = of.value("image"_L1).toString();
    const QString tag = image.section(u'/', -1).section(u':', 1);
    const bool isLatest = !image.contains(u'@') && (tag.isEmpty() || tag == "latest"_L1);
    set(of, "imagePullPolicy"_L1, isLatest ? "Always"_L1 : "IfNotPresent"_L1);
    set(of, "terminationMessagePath"_L1, "/dev/termination-log"_L1);
    set(of, "terminationMessagePolicy"_L1, "File"_L1);
    set(of, "resources"_L1, QJsonObject());
    each(of, "ports"_L1, [](QJsonObject &port) { set(port, "protocol"_L1, "TCP"_L1); });
    for (const auto key : {"livenessProbe"_L1, "readinessProbe"_L1, "startupProbe"_L1}) {
        within(of, key, probe);
    }
    within(of, "resources"_L1, [](QJsonObject &resources) {
        // A limit without a request asks for as much.
        const QJsonObject limits = resources.value("limits"_L1).toObject();
        if (!limits.isEmpty()) {
            QJsonObject requests = resources.value("requests"_L1).toObject();
            for (auto at = limits.begin(); at != limits.end(); ++at) {
                if (!requests.contains(at.key())) {
                    requests.insert(at.key(), at.value());
                }
            }
            resources.insert("requests"_L1, requests);
        }
    });
    each(of, "env"_L1, [](QJsonObject &variable) {
        within(variable, "valueFrom"_L1, [](QJsonObject &from) {
            within(from, "fieldRef"_L1, [](QJsonObject &field) { set(field, "apiVersion"_L1, "v1"_L1); });
        });
    });
}

void podSpec(QJsonObject &of)
{
    set(of, "restartPolicy"_L1, "Always"_L1);
    set(of, "dnsPolicy"_L1, "ClusterFirst"_L1);
    set(of, "schedulerName"_L1, "default-scheduler"_L1);
    set(of, "securityContext"_L1, QJsonObject());
    set(of, "terminationGracePeriodSeconds"_L1, 30);
    if (of.contains("serviceAccountName"_L1)) {
        set(of, "serviceAccount"_L1, of.value("serviceAccountName"_L1));
    }
    each(of, "containers"_L1, container);
    each(of, "initContainers"_L1, container);
    each(of, "volumes"_L1, [](QJsonObject &volume) {
        for (const auto key : {"configMap"_L1, "secret"_L1, "projected"_L1, "downwardAPI"_L1}) {
            within(volume, key, [](QJsonObject &source) { set(source, "defaultMode"_L1, 420); });
        }
    });
}

void podTemplate(QJsonObject &spec)
{
    within(spec, "template"_L1, [](QJsonObject &made) { within(made, "spec"_L1, podSpec); });
}

void claimSpec(QJsonObject &spec)
{
    set(spec, "volumeMode"_L1, "Filesystem"_L1);
}

void deployment(QJsonObject &spec)
{
    set(spec, "replicas"_L1, 1);
    set(spec, "revisionHistoryLimit"_L1, 10);
    set(spec, "progressDeadlineSeconds"_L1, 600);
    set(spec, "strategy"_L1, QJsonObject());
    within(spec, "strategy"_L1, [](QJsonObject &strategy) {
        set(strategy, "type"_L1, "RollingUpdate"_L1);
        if (strategy.value("type"_L1).toString() == "RollingUpdate"_L1) {
            set(strategy, "rollingUpdate"_L1, QJsonObject());
            within(strategy, "rollingUpdate"_L1, [](QJsonObject &rolling) {
                set(rolling, "maxUnavailable"_L1, "25%"_L1);
                set(rolling, "maxSurge"_L1, "25%"_L1);
            });
        }
    });
    podTemplate(spec);
}

void statefulSet(QJsonObject &spec)
{
    set(spec, "replicas"_L1, 1);
    set(spec, "revisionHistoryLimit"_L1, 10);
    set(spec, "podManagementPolicy"_L1, "OrderedReady"_L1);
    set(spec, "updateStrategy"_L1, QJsonObject());
    within(spec, "updateStrategy"_L1, [](QJsonObject &strategy) {
        set(strategy, "type"_L1, "RollingUpdate"_L1);
        if (strategy.value("type"_L1).toString() == "RollingUpdate"_L1) {
            set(strategy, "rollingUpdate"_L1, QJsonObject{{"partition"_L1, 0}});
        }
    });
    set(spec, "persistentVolumeClaimRetentionPolicy"_L1,
        QJsonObject{{"whenDeleted"_L1, "Retain"_L1}, {"whenScaled"_L1, "Retain"_L1}});
    each(spec, "volumeClaimTemplates"_L1, [](QJsonObject &claim) {
        set(claim, "apiVersion"_L1, "v1"_L1);
        set(claim, "kind"_L1, "PersistentVolumeClaim"_L1);
        set(claim, "status"_L1, QJsonObject{{"phase"_L1, "Pending"_L1}});
        within(claim, "spec"_L1, claimSpec);
    });
    podTemplate(spec);
}

void daemonSet(QJsonObject &spec)
{
    set(spec, "revisionHistoryLimit"_L1, 10);
    set(spec, "updateStrategy"_L1,
        QJsonObject{{"type"_L1, "RollingUpdate"_L1},
                    {"rollingUpdate"_L1, QJsonObject{{"maxUnavailable"_L1, 1}, {"maxSurge"_L1, 0}}}});
    podTemplate(spec);
}

void job(QJsonObject &spec)
{
    const bool isQueue = !spec.contains("completions"_L1) && spec.contains("parallelism"_L1);
    set(spec, "parallelism"_L1, 1);
    if (!isQueue) {
        set(spec, "completions"_L1, 1);
    }
    set(spec, "backoffLimit"_L1, 6);
    set(spec, "completionMode"_L1, "NonIndexed"_L1);
    set(spec, "suspend"_L1, false);
    set(spec, "manualSelector"_L1, false);
    set(spec, "podReplacementPolicy"_L1, "TerminatingOrFailed"_L1);
    podTemplate(spec);
}

void cronJob(QJsonObject &spec)
{
    set(spec, "concurrencyPolicy"_L1, "Allow"_L1);
    set(spec, "suspend"_L1, false);
    set(spec, "successfulJobsHistoryLimit"_L1, 3);
    set(spec, "failedJobsHistoryLimit"_L1, 1);
    within(spec, "jobTemplate"_L1, [](QJsonObject &made) { within(made, "spec"_L1, podTemplate); });
}

void service(QJsonObject &spec)
{
    set(spec, "type"_L1, "ClusterIP"_L1);
    set(spec, "sessionAffinity"_L1, "None"_L1);
    each(spec, "ports"_L1, [](QJsonObject &port) {
        set(port, "protocol"_L1, "TCP"_L1);
        set(port, "targetPort"_L1, port.value("port"_L1));
    });
    if (spec.value("type"_L1).toString() != "ExternalName"_L1) {
        set(spec, "internalTrafficPolicy"_L1, "Cluster"_L1);
        set(spec, "ipFamilies"_L1, QJsonArray{"IPv4"_L1});
        set(spec, "ipFamilyPolicy"_L1, "SingleStack"_L1);
    }
    const QString type = spec.value("type"_L1).toString();
    if (type == "NodePort"_L1 || type == "LoadBalancer"_L1) {
        set(spec, "externalTrafficPolicy"_L1, "Cluster"_L1);
    }
}

void networkPolicy(QJsonObject &spec)
{
    set(spec, "podSelector"_L1, QJsonObject());
    QJsonArray types{"Ingress"_L1};
    if (spec.contains("egress"_L1)) {
        types.append("Egress"_L1);
    }
    set(spec, "policyTypes"_L1, types);
    for (const auto key : {"ingress"_L1, "egress"_L1}) {
        each(spec, key,
             [](QJsonObject &rule) { each(rule, "ports"_L1, [](QJsonObject &port) { set(port, "protocol"_L1, "TCP"_L1); }); });
    }
}

/// `stringData` is for writing: the server keeps it as base64 in `data`.
void secret(QJsonObject &object)
{
    set(object, "type"_L1, "Opaque"_L1);
    const QJsonObject plain = object.value("stringData"_L1).toObject();
    if (!plain.isEmpty()) {
        QJsonObject kept = object.value("data"_L1).toObject();
        for (auto at = plain.begin(); at != plain.end(); ++at) {
            kept.insert(at.key(), QString::fromLatin1(at.value().toString().toUtf8().toBase64()));
        }
        object.insert("data"_L1, kept);
    }
    object.remove("stringData"_L1);
}

const QHash<QString, std::function<void(QJsonObject &)>> &ofSpec()
{
    static const QHash<QString, std::function<void(QJsonObject &)>> byKind{
        {u"pods"_s,
         [](QJsonObject &spec) {
             podSpec(spec);
             set(spec, "serviceAccountName"_L1, "default"_L1);
             set(spec, "enableServiceLinks"_L1, true);
         }},
        {u"deployments.apps"_s, deployment},
        {u"replicasets.apps"_s,
         [](QJsonObject &spec) {
             set(spec, "replicas"_L1, 1);
             podTemplate(spec);
         }},
        {u"statefulsets.apps"_s, statefulSet},
        {u"daemonsets.apps"_s, daemonSet},
        {u"jobs.batch"_s, job},
        {u"cronjobs.batch"_s, cronJob},
        {u"services"_s, service},
        {u"persistentvolumeclaims"_s, claimSpec},
        {u"persistentvolumes"_s,
         [](QJsonObject &spec) {
             set(spec, "volumeMode"_L1, "Filesystem"_L1);
             set(spec, "persistentVolumeReclaimPolicy"_L1, "Retain"_L1);
         }},
        {u"horizontalpodautoscalers.autoscaling"_s, [](QJsonObject &spec) { set(spec, "minReplicas"_L1, 1); }},
        {u"networkpolicies.networking.k8s.io"_s, networkPolicy},
    };
    return byKind;
}

} // namespace

QJsonObject withDefaults(const Type &type, QJsonObject object)
{
    const QString resource = type.resource();
    if (resource == "secrets"_L1) {
        secret(object);
    } else if (resource == "storageclasses.storage.k8s.io"_L1) {
        set(object, "reclaimPolicy"_L1, "Delete"_L1);
        set(object, "volumeBindingMode"_L1, "Immediate"_L1);
    } else if (const auto change = ofSpec().constFind(resource); change != ofSpec().constEnd()) {
        within(object, "spec"_L1, *change);
    }
    return object;
}

} // namespace sentinel::sandbox
