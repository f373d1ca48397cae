// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Objects.h"
#include "core/bundle/Values.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

void appendN8n(Value &values, const Source &source)
{
    const sizing::Component *component = source.sizing.component(u"n8n");
    if (!component) {
        return;
    }
    const QString key = u"observability.automation"_s;
    Value part = Value::map({{u"enabled"_s, from(key, true)}});
    setSecret(part, source, u"security.n8nSecret"_s, u"encryption-key"_s, u"encryptionKeyKey"_s);
    setPower(part, source, *component);
    part.set(u"storage"_s, volumeOf(source, *component, key));
    values.set(u"n8n"_s, std::move(part));
}

struct CardNodes
{
    QStringView distribution;
    QString label;
    QString value;
};

/// How the nodes with graphics cards are called where the platform names them itself.
Value cardNodes(const QString &distribution)
{
    const CardNodes all[] = {{u"eks", u"karpenter.k8s.aws/instance-gpu-manufacturer"_s, u"nvidia"_s},
                             {u"aks", u"kubernetes.azure.com/accelerator"_s, u"nvidia"_s}};
    for (const CardNodes &one : all) {
        if (distribution == one.distribution) {
            return Value::map({{one.label, from(u"target.distribution"_s, one.value)}});
        }
    }
    return {};
}

void appendOllama(Value &values, const Source &source)
{
    const sizing::Component *component = source.sizing.component(u"ollama");
    if (!component) {
        return;
    }
    Value part = Value::map({{u"enabled"_s, from(u"observability.ai"_s, true)}});
    setPower(part, source, *component);
    part.set(u"storage"_s, volumeOf(source, *component, u"observability.aiModelBillions"_s));
    if (source.isOn(u"observability.aiGpu"_s)) {
        Value card = Value::map({{u"enabled"_s, from(u"observability.aiGpu"_s, true)}});
        if (Value nodes = cardNodes(source.text(u"target.distribution"_s)); !nodes.isNull()) {
            card.set(u"nodeSelector"_s, std::move(nodes));
        }
        part.set(u"gpu"_s, std::move(card));
    }
    values.set(u"ollama"_s, std::move(part));
}

} // namespace

void appendServices(Value &values, const Source &source)
{
    appendN8n(values, source);
    appendOllama(values, source);
    if (source.isOn(u"observability.truthsync"_s)) {
        values.set(u"truthsync"_s, Value::map({{u"enabled"_s, from(u"observability.truthsync"_s, true)}}));
    }
    if (source.text(u"network.mesh"_s) != u"none") {
        values.set(u"mesh"_s, Value::map({{u"kind"_s, answered(source, u"network.mesh"_s)}}));
    }
}

} // namespace sentinel::bundle
