// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Secrets.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString textOf(const yaml::Value &map, QStringView key)
{
    const yaml::Value *value = map.find(key);
    return value ? value->text() : QString();
}

QHash<QString, QString> textsOf(const yaml::Value &map, QStringView key)
{
    QHash<QString, QString> texts;
    if (const yaml::Value *value = map.find(key)) {
        for (const yaml::Entry &entry : value->entries()) {
            texts.insert(entry.key, entry.value.text());
        }
    }
    return texts;
}

/// The place, and never the value that stands there.
std::unexpected<Error> misplaced(const QString &fileName, const yaml::Value &at, const QString &sentence)
{
    return failure(Error::Kind::Invalid, Text::tr("reading the values of Secrets"), sentence,
                   {.file = fileName, .line = at.line(), .column = at.column()});
}

Result<SecretNeed> needOf(const yaml::Value &item, const QString &fileName)
{
    SecretNeed need{.ns = textOf(item, u"namespace"),
                    .name = textOf(item, u"name"),
                    .type = textOf(item, u"type"),
                    .labels = textsOf(item, u"labels"),
                    .fixed = textsOf(item, u"public"),
                    .keys = {}};
    const yaml::Value *keys = item.find(u"keys");
    if (need.ns.isEmpty() || need.name.isEmpty() || !keys || keys->items().isEmpty()) {
        return misplaced(fileName, item, Text::tr("A required Secret needs namespace, name and keys."));
    }
    for (const yaml::Value &key : keys->items()) {
        const yaml::Value *generated = key.find(u"generated");
        need.keys.append(
            {.key = textOf(key, u"key"), .purpose = textOf(key, u"purpose"), .generated = generated && generated->boolean()});
    }
    return need;
}

Result<void> addSecret(SecretValues &values, const yaml::Value &document, const QString &fileName)
{
    const yaml::Value *metadata = document.find(u"metadata");
    const QString name = metadata ? textOf(*metadata, u"name") : QString();
    if (name.isEmpty()) {
        return misplaced(fileName, document, Text::tr("This Secret has no metadata.name."));
    }
    if (const yaml::Value *plain = document.find(u"stringData")) {
        for (const yaml::Entry &entry : plain->entries()) {
            values.insert(name + u'/' + entry.key, entry.value.text().toUtf8());
        }
    }
    if (const yaml::Value *data = document.find(u"data")) {
        for (const yaml::Entry &entry : data->entries()) {
            const auto decoded = QByteArray::fromBase64Encoding(entry.value.text().toLatin1().simplified().replace(' ', ""),
                                                                QByteArray::AbortOnBase64DecodingErrors);
            if (!decoded) {
                return misplaced(fileName, entry.value, Text::tr("The value of %1 is no Base64.").arg(entry.key));
            }
            values.insert(name + u'/' + entry.key, *decoded);
        }
    }
    return {};
}

Result<void> addPairs(SecretValues &values, const yaml::Value &document, const QString &fileName)
{
    for (const yaml::Entry &entry : document.entries()) {
        if (!entry.key.contains(u'/') || !entry.value.isScalar()) {
            return misplaced(fileName, entry.value,
                             Text::tr("Expected NAME/KEY: VALUE, such as sentinel-database/password: …, or a Secret."));
        }
        values.insert(entry.key, entry.value.text().toUtf8());
    }
    return {};
}

} // namespace

Result<QList<SecretNeed>> readSecretNeeds(const QByteArray &text, const QString &fileName)
{
    const auto document = yaml::read(text, fileName);
    if (!document) {
        return failure(document);
    }
    const yaml::Value *items = document->find(u"items");
    QList<SecretNeed> needs;
    for (const yaml::Value &item : items ? items->items() : QList<yaml::Value>()) {
        auto need = needOf(item, fileName);
        if (!need) {
            return failure(need);
        }
        needs.append(std::move(*need));
    }
    return needs;
}

Result<SecretValues> readSecretValues(const QByteArray &text, const QString &fileName)
{
    const auto documents = yaml::readAll(text, fileName);
    if (!documents) {
        return failure(documents);
    }
    SecretValues values;
    for (const yaml::Value &document : *documents) {
        if (!document.isMap()) {
            return misplaced(fileName, document, Text::tr("Expected NAME/KEY: VALUE lines or Secrets of Kubernetes."));
        }
        const auto added = textOf(document, u"kind") == u"Secret" ? addSecret(values, document, fileName)
                                                                  : addPairs(values, document, fileName);
        if (!added) {
            return failure(added);
        }
    }
    return values;
}

QByteArray generatedSecret()
{
    quint32 words[6];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex();
}

} // namespace sentinel::deploy
