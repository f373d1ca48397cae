// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Objects.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

Value from(const QString &key, Value value)
{
    value.setOrigin(key);
    return value;
}

Value object(const Environment &environment, const QString &apiVersion, const QString &kind, const ObjectName &name, int wave)
{
    Value metadata = Value::map({{u"name"_s, name.name}});
    if (!name.nameSpace.isEmpty()) {
        metadata.set(u"namespace"_s, name.nameSpace);
    }
    metadata.set(u"labels"_s,
                 Value::map({{u"app.kubernetes.io/part-of"_s, u"sentinel"_s},
                             {u"app.kubernetes.io/managed-by"_s, u"sentinel-console"_s},
                             {u"console.sentinel/environment"_s, environment.name}}));
    metadata.set(u"annotations"_s, Value::map({{u"argocd.argoproj.io/sync-wave"_s, Value(QString::number(wave))}}));
    return Value::map({{u"apiVersion"_s, apiVersion}, {u"kind"_s, kind}, {u"metadata"_s, metadata}});
}

Value secretKeyReference(const Environment &environment, const QString &answer, const QString &usualKey)
{
    if (!environment.answers.has(answer)) {
        return {};
    }
    const SecretReference reference = secretReference(environment.answers.text(answer), usualKey);
    return from(answer, Value::map({{u"name"_s, reference.secret}, {u"key"_s, reference.key}}));
}

void setText(Value &map, const QString &key, const Environment &environment, const QString &answer)
{
    if (environment.answers.has(answer)) {
        map.set(key, from(answer, environment.answers.text(answer)));
    }
}

QString blockOfAddress(QString address)
{
    if (address.startsWith(u'[')) {
        address = address.sliced(1, address.indexOf(u']') - 1);
    } else if (address.count(u':') == 1) {
        address = address.section(u':', 0, 0);
    }
    return address + (address.contains(u':') ? u"/128"_s : u"/32"_s);
}

int portOfUrl(const QString &url)
{
    constexpr int kSecure = 443;
    constexpr int kPlain = 80;
    const QUrl address(url);
    return address.port(address.scheme() == u"http" ? kPlain : kSecure);
}

std::optional<int> meshPort(const plan::Answers &answers)
{
    constexpr int kAmbientTunnel = 15008;
    constexpr int kLinkerdInbound = 4143;
    const QString mesh = answers.text(u"network.mesh");
    return mesh == u"linkerd" ? std::optional(kLinkerdInbound) : mesh == u"none" ? std::nullopt : std::optional(kAmbientTunnel);
}

} // namespace sentinel::bundle
