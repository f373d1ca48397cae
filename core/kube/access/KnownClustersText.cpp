// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/KnownClustersText.h"

#include "core/yaml/Emit.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Reads one map of the file: takes the fields it is asked for, remembers the first thing that is wrong, and what is left over.
class Fields
{
public:
    Fields(const yaml::Value &map, QString file, QString what)
        : m_map(map)
        , m_file(std::move(file))
        , m_what(std::move(what))
    {
        if (!map.isMap() && !map.isNull()) {
            complain(map, Text::tr("%1 must hold keys and values.").arg(m_what));
        }
    }

    [[nodiscard]] QString text(const QString &key)
    {
        const yaml::Value *found = take(key);
        if (found && !found->isScalar()) {
            complain(*found, Text::tr("\"%1\" of %2 must be a text.").arg(key, m_what));
        }
        return found ? found->text() : QString();
    }
    [[nodiscard]] QString needed(const QString &key)
    {
        const QString value = text(key);
        if (value.isEmpty()) {
            const yaml::Value *found = m_map.find(key);
            complain(found ? *found : m_map, Text::tr("%1 needs \"%2\".").arg(m_what, key));
        }
        return value;
    }
    [[nodiscard]] QStringList texts(const QString &key)
    {
        QStringList all;
        for (const yaml::Value &item : list(key)) {
            if (!item.isScalar()) {
                complain(item, Text::tr("\"%1\" of %2 must hold texts.").arg(key, m_what));
            }
            all.append(item.text());
        }
        return all;
    }
    [[nodiscard]] QList<yaml::Value> list(const QString &key)
    {
        const yaml::Value *found = take(key);
        if (found && !found->isList() && !found->isNull()) {
            complain(*found, Text::tr("\"%1\" of %2 must be a list.").arg(key, m_what));
        }
        return found ? found->items() : QList<yaml::Value>();
    }
    [[nodiscard]] yaml::Value map(const QString &key)
    {
        const yaml::Value *found = take(key);
        return found ? *found : yaml::Value();
    }
    [[nodiscard]] QDateTime time(const QString &key)
    {
        const QString written = text(key);
        const QDateTime time = QDateTime::fromString(written, Qt::ISODate);
        if (!written.isEmpty() && !time.isValid()) {
            complain(*m_map.find(key), Text::tr("\"%1\" of %2 is no time like 2026-11-26T12:00:00Z.").arg(key, m_what));
        }
        return time.toUTC();
    }
    void complain(const yaml::Value &at, const QString &sentence)
    {
        if (!m_problem) {
            m_problem = Error{.kind = Error::Kind::Invalid,
                              .doing = Text::tr("reading the list of clusters"),
                              .detail = sentence,
                              .where = {.file = m_file, .line = std::max(1, at.line()), .column = std::max(1, at.column())}};
        }
    }
    void complain(const QString &key, const QString &sentence)
    {
        const yaml::Value *found = m_map.find(key);
        complain(found ? *found : m_map, sentence);
    }
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    /// The fields nobody asked for.
    [[nodiscard]] yaml::Value rest() const
    {
        yaml::Value left;
        for (const yaml::Entry &entry : m_map.entries()) {
            if (!m_taken.contains(entry.key)) {
                left.set(entry.key, entry.value);
            }
        }
        return left;
    }

private:
    const yaml::Value *take(const QString &key)
    {
        m_taken.append(key);
        return m_map.find(key);
    }

    const yaml::Value &m_map;
    QString m_file;
    QString m_what;
    QStringList m_taken;
    std::optional<Error> m_problem;
};

KnownCluster readCluster(Fields &fields)
{
    KnownCluster cluster{
        .name = fields.needed(u"name"_s), .kubeconfig = fields.text(u"kubeconfig"_s), .context = fields.needed(u"context"_s)};
    if (!cluster.kubeconfig.isEmpty() && !cluster.kubeconfig.startsWith(u'/')) {
        fields.complain(u"kubeconfig"_s, Text::tr("The kubeconfig of a cluster must be an absolute path."));
    }
    if (const QString level = fields.text(u"protection"_s); !level.isEmpty()) {
        if (const auto known = protectionNamed(level)) {
            cluster.protection = *known;
        } else {
            fields.complain(u"protection"_s,
                            Text::tr("\"%1\" is no protection; there are none, confirm, typed-name and read-only.").arg(level));
        }
    }
    if (const QString colour = fields.text(u"colour"_s); !colour.isEmpty()) {
        cluster.colour = colour;
        if (!clusterColours().contains(colour)) {
            fields.complain(
                u"colour"_s,
                Text::tr("\"%1\" is no colour of a cluster; there are %2.").arg(colour, clusterColours().join(u", "_s)));
        }
    }
    cluster.rest = fields.rest();
    return cluster;
}

InsecureConsent readInsecure(Fields &fields)
{
    InsecureConsent consent{.wish = {.cluster = fields.needed(u"cluster"_s), .server = fields.needed(u"server"_s)},
                            .at = fields.time(u"at"_s)};
    consent.rest = fields.rest();
    return consent;
}

PluginConsent readPlugin(Fields &fields)
{
    PluginConsent consent{.command = fields.needed(u"command"_s),
                          .arguments = fields.texts(u"arguments"_s),
                          .inputHash = fields.needed(u"inputSha256"_s).toLatin1(),
                          .sha256 = fields.needed(u"sha256"_s).toLatin1(),
                          .at = fields.time(u"at"_s)};
    consent.rest = fields.rest();
    return consent;
}

template <typename T>
Result<QList<T>> readEach(const QList<yaml::Value> &items, const QString &file, const QString &what, T (*read)(Fields &))
{
    QList<T> all;
    for (const yaml::Value &item : items) {
        Fields fields(item, file, what);
        T one = read(fields);
        if (fields.problem()) {
            return failure(*fields.problem());
        }
        all.append(std::move(one));
    }
    return all;
}

void setText(yaml::Value &map, const QString &key, const QString &value)
{
    if (!value.isEmpty()) {
        map.set(key, yaml::Value(value));
    }
}

/// What this version does not know stands behind what it does.
void addRest(yaml::Value &map, const yaml::Value &rest)
{
    for (const yaml::Entry &entry : rest.entries()) {
        map.set(entry.key, entry.value);
    }
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

yaml::Value clusterMap(const KnownCluster &cluster)
{
    yaml::Value map;
    setText(map, u"name"_s, cluster.name);
    setText(map, u"kubeconfig"_s, cluster.kubeconfig);
    setText(map, u"context"_s, cluster.context);
    setText(map, u"protection"_s, protectionName(cluster.protection).toString());
    setText(map, u"colour"_s, cluster.colour);
    addRest(map, cluster.rest);
    return map;
}

yaml::Value insecureMap(const InsecureConsent &consent)
{
    yaml::Value map;
    setText(map, u"cluster"_s, consent.wish.cluster);
    setText(map, u"server"_s, consent.wish.server);
    setText(map, u"at"_s, timeText(consent.at));
    addRest(map, consent.rest);
    return map;
}

yaml::Value pluginMap(const PluginConsent &consent)
{
    yaml::Value map;
    setText(map, u"command"_s, consent.command);
    if (!consent.arguments.isEmpty()) {
        map.set(u"arguments"_s, yaml::Value::list(consent.arguments));
    }
    setText(map, u"inputSha256"_s, QString::fromLatin1(consent.inputHash));
    setText(map, u"sha256"_s, QString::fromLatin1(consent.sha256));
    setText(map, u"at"_s, timeText(consent.at));
    addRest(map, consent.rest);
    return map;
}

template <typename T>
yaml::Value listOf(const QList<T> &all, yaml::Value (*map)(const T &))
{
    QList<yaml::Value> items;
    for (const T &each : all) {
        items.append(map(each));
    }
    return yaml::Value::list(items);
}

} // namespace

Result<KnownClustersParts> readKnownClusters(const QByteArray &text, const QString &file)
{
    const auto root = yaml::read(text, file);
    if (!root) {
        return failure(root);
    }
    Fields fields(*root, file, Text::tr("The list of clusters"));
    const QString kind = fields.text(u"kind"_s);
    const QString version = fields.text(u"apiVersion"_s);
    if (!root->isNull() && (kind != "KnownClusters"_L1 || version != "console.sentinel/v1"_L1)) {
        fields.complain(u"kind"_s, Text::tr("This is no list of clusters (console.sentinel/v1, KnownClusters)."));
    }
    const QList<yaml::Value> clusters = fields.list(u"clusters"_s);
    const yaml::Value allowed = fields.map(u"allowed"_s);
    Fields consents(allowed, file, u"\"allowed\""_s);
    const QList<yaml::Value> insecure = consents.list(u"insecure"_s);
    const QList<yaml::Value> plugins = consents.list(u"plugins"_s);
    for (const Fields *each : {&fields, &consents}) {
        if (each->problem()) {
            return failure(*each->problem());
        }
    }
    auto readClusters = readEach(clusters, file, Text::tr("A cluster"), &readCluster);
    auto readConsents = readEach(insecure, file, Text::tr("A consent"), &readInsecure);
    auto readPlugins = readEach(plugins, file, Text::tr("A consent"), &readPlugin);
    if (!readClusters || !readConsents || !readPlugins) {
        return failure(!readClusters ? readClusters.error() : !readConsents ? readConsents.error() : readPlugins.error());
    }
    for (qsizetype at = 0; at < readClusters->size(); ++at) {
        const QString &name = readClusters->at(at).name;
        if (std::ranges::find(*readClusters, name, &KnownCluster::name) - readClusters->begin() != at) {
            fields.complain(*clusters[at].find(u"name"), Text::tr("Two clusters are called \"%1\".").arg(name));
            return failure(*fields.problem());
        }
    }
    return KnownClustersParts{.clusters = std::move(*readClusters),
                              .insecure = std::move(*readConsents),
                              .plugins = std::move(*readPlugins),
                              .rest = fields.rest()};
}

QByteArray knownClustersText(const KnownClustersParts &parts)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"KnownClusters"_s);
    document.set(u"clusters"_s, listOf(parts.clusters, &clusterMap));
    if (!parts.insecure.isEmpty() || !parts.plugins.isEmpty()) {
        yaml::Value allowed;
        if (!parts.insecure.isEmpty()) {
            allowed.set(u"insecure"_s, listOf(parts.insecure, &insecureMap));
        }
        if (!parts.plugins.isEmpty()) {
            allowed.set(u"plugins"_s, listOf(parts.plugins, &pluginMap));
        }
        document.set(u"allowed"_s, std::move(allowed));
    }
    addRest(document, parts.rest);
    return yaml::emit(document).text;
}

} // namespace sentinel::kube
