// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"
#include "core/bundle/RequiredSecrets.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

QString typeOf(const RequiredSecret &secret)
{
    switch (secret.kind) {
    case RequiredSecret::Kind::Tls:
        return u"kubernetes.io/tls"_s;
    case RequiredSecret::Kind::PullSecret:
        return u"kubernetes.io/dockerconfigjson"_s;
    case RequiredSecret::Kind::Opaque:
    case RequiredSecret::Kind::Repository:
        return u"Opaque"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

Value keyItem(const RequiredKey &key)
{
    Value item = Value::map({{u"key"_s, key.key}, {u"purpose"_s, key.purpose.english}});
    if (key.file.isEmpty()) {
        item.set(u"generated"_s, true); // a random value is right; the console makes one
    }
    return item;
}

Value secretItem(const RequiredSecret &secret, const QString &context)
{
    Value item = Value::map({{u"namespace"_s, secret.nameSpace}, {u"name"_s, secret.name}, {u"type"_s, typeOf(secret)}});
    if (secret.kind == RequiredSecret::Kind::Repository) {
        item.set(u"labels"_s, Value::map({{u"argocd.argoproj.io/secret-type"_s, u"repository"_s}}));
        item.set(u"public"_s, Value::map({{u"type"_s, u"git"_s}, {u"url"_s, secret.url}}));
    }
    QList<Value> keys;
    for (const RequiredKey &key : secret.keys) {
        keys.append(keyItem(key));
    }
    item.set(u"keys"_s, Value::list(std::move(keys)));
    item.set(u"create"_s, createCommand(secret, context) + u'\n');
    return from(secret.answer, std::move(item));
}

} // namespace

File secretsExampleFile(const Environment &environment)
{
    QList<Value> items;
    const QList<RequiredSecret> secrets = requiredSecrets(environment);
    for (const RequiredSecret &secret : secrets) {
        items.append(secretItem(secret, environment.targets.first().context));
    }
    const Value document = Value::map({{u"apiVersion"_s, u"console.sentinel/v1"_s},
                                       {u"kind"_s, u"RequiredSecretList"_s},
                                       {u"metadata"_s, Value::map({{u"name"_s, environment.name}})},
                                       {u"items"_s, Value::list(std::move(items))}});
    // A kind no API server knows: applied by mistake, it does nothing, so no weak example value can ever come to run.
    return yamlFile(environment.folder() + u"/secrets.example.yaml"_s, document,
                    u"The Secrets the environment "_s + environment.name
                        + u" needs and no file brings. A list to read: it holds no value, and Kubernetes\nrefuses it. The "
                          u"commands keep every "
                          u"value out of command lines and shell histories; <( ) needs bash or zsh."_s);
}

} // namespace sentinel::bundle
