// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Secrets.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <algorithm>
#include <array>

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

/// A user's name is no secret; anything else that everybody knows is refused.
Result<void> take(SecretValues &values, const QString &name, const QByteArray &value, const yaml::Value &at,
                  const QString &fileName)
{
    if (!name.endsWith(u"/username") && isPublicSecret(value)) {
        return misplaced(fileName, at, Text::tr("The value of %1 is one that everybody knows; give another.").arg(name));
    }
    values.insert(name, value);
    return {};
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
            if (const auto taken = take(values, name + u'/' + entry.key, entry.value.text().toUtf8(), entry.value, fileName);
                !taken) {
                return taken;
            }
        }
    }
    if (const yaml::Value *data = document.find(u"data")) {
        for (const yaml::Entry &entry : data->entries()) {
            const auto decoded = QByteArray::fromBase64Encoding(entry.value.text().toLatin1().simplified().replace(' ', ""),
                                                                QByteArray::AbortOnBase64DecodingErrors);
            if (!decoded) {
                return misplaced(fileName, entry.value, Text::tr("The value of %1 is no Base64.").arg(entry.key));
            }
            if (const auto taken = take(values, name + u'/' + entry.key, *decoded, entry.value, fileName); !taken) {
                return taken;
            }
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
        if (const auto taken = take(values, entry.key, entry.value.text().toUtf8(), entry.value, fileName); !taken) {
            return taken;
        }
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

bool isPublicSecret(QByteArrayView value)
{
    static constexpr std::array<QByteArrayView, 17> kWhole{"darkfenix",
                                                           "repl_darkfenix",
                                                           "sentinel_password",
                                                           "sentinel_default_secure_pass",
                                                           "sentinel_staging",
                                                           "sentinel_staging_password",
                                                           "sentinel_n8n_2024",
                                                           "staging_n8n_password",
                                                           "staging_admin_change_me",
                                                           "changeme",
                                                           "changeme123",
                                                           "changeme456",
                                                           "sentinel2024",
                                                           "minioadmin",
                                                           "admin",
                                                           "password",
                                                           ""};
    static constexpr std::array<QByteArrayView, 3> kBeginning{"your-secret-key-change", "sentinel_encryption_key",
                                                              "sentinel_wal_secret"};
    const QByteArrayView plain = value.trimmed();
    return std::ranges::contains(kWhole, plain)
        || std::ranges::any_of(kBeginning, [plain](QByteArrayView one) { return plain.startsWith(one); });
}

QByteArray generatedSecret()
{
    quint32 words[6];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex();
}

} // namespace sentinel::deploy
