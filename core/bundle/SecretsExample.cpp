// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"
#include "core/bundle/RequiredSecrets.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

File secretsExampleFile(const Environment &environment)
{
    QList<Value> items;
    const QList<RequiredSecret> secrets = requiredSecrets(environment);
    for (const RequiredSecret &secret : secrets) {
        QList<Value> keys;
        for (const RequiredKey &key : secret.keys) {
            keys.append(Value::map({{u"key"_s, key.key}, {u"purpose"_s, key.purpose.english}}));
        }
        items.append(from(secret.answer,
                          Value::map({{u"namespace"_s, secret.nameSpace},
                                      {u"name"_s, secret.name},
                                      {u"keys"_s, Value::list(std::move(keys))},
                                      {u"create"_s, createCommand(secret, environment.targets.first().context) + u'\n'}})));
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
