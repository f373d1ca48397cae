// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

File namespaceFile(const Environment &environment)
{
    Value space = object(environment, u"v1"_s, u"Namespace"_s, {.name = environment.nameSpace(), .nameSpace = {}}, -30);
    const QString level = environment.answers.text(u"security.podSecurity");
    // A fixed version: an upgrade of the cluster must not change what is admitted before somebody has looked.
    const QString version = u'v' + environment.answers.text(u"target.kubernetesVersion");
    Value metadata = *space.find(u"metadata");
    Value labels = *metadata.find(u"labels");
    for (const QString &mode : {u"enforce"_s, u"audit"_s, u"warn"_s}) {
        const QString label = u"pod-security.kubernetes.io/"_s + mode;
        labels.set(label, from(u"security.podSecurity"_s, mode == u"enforce" ? level : u"restricted"_s));
        labels.set(label + u"-version"_s, from(u"target.kubernetesVersion"_s, version));
    }
    metadata.set(u"labels"_s, labels);
    Value annotations = *metadata.find(u"annotations");
    // The namespace holds the volumes. Nothing removes it but a person who means to.
    annotations.set(u"argocd.argoproj.io/sync-options"_s, u"Prune=false,Delete=false"_s);
    metadata.set(u"annotations"_s, annotations);
    space.set(u"metadata"_s, metadata);
    return yamlFile(environment.folder() + u"/namespace.yaml"_s, space,
                    u"The namespace of the environment "_s + environment.name
                        + u", with the Pod Security level it admits.\nApplied before the chart; removing the chart leaves it."_s);
}

} // namespace sentinel::bundle
