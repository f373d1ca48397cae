// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/inside/Wish.h"

#include "core/bundle/Images.h"

#include <QCoreApplication>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using Whose = Endpoint::Whose;

/// Collects endpoints; two parts that need the same server make one.
class Collection
{
public:
    explicit Collection(const plan::Answers &answers)
        : m_answers(answers)
    {
    }
    void add(Endpoint endpoint)
    {
        const auto known = std::ranges::find_if(
            m_all, [&endpoint](const Endpoint &one) { return one.host == endpoint.host && one.port == endpoint.port; });
        if (known == m_all.end()) {
            m_all.append(std::move(endpoint));
        } else if (endpoint.whose == Whose::Product && known->whose == Whose::Cluster) {
            *known = std::move(endpoint); // the stricter wish
        }
    }
    /// The server of an address that was answered. git@host:path has no scheme, and is spoken to by SSH.
    void addAddress(const QString &key, const QString &what, Whose whose)
    {
        if (!m_answers.has(key)) {
            return;
        }
        const QString text = m_answers.text(key);
        const QUrl url(text.contains("://"_L1) ? text : u"ssh://"_s + QString(text).replace(text.lastIndexOf(u':'), 1, u"/"_s));
        const bool tls = url.scheme() == "https"_L1;
        const int usual = tls ? 443 : url.scheme() == "ssh"_L1 ? 22 : 80;
        if (!url.host().isEmpty()) {
            add({.host = url.host(), .port = url.port(usual), .tls = tls, .what = what, .answer = key, .whose = whose});
        }
    }
    /// "smtp.example.com:587"
    void addServer(const QString &key, int usual, const QString &what, Whose whose)
    {
        if (m_answers.has(key)) {
            const QUrl url(u"tcp://"_s + m_answers.text(key));
            add({.host = url.host(), .port = url.port(usual), .tls = false, .what = what, .answer = key, .whose = whose});
        }
    }
    /// "registry.example.com:5000/sentinel"
    void addRegistry(const QString &name, const QString &key)
    {
        const QUrl url(u"https://"_s + name);
        const QString host = url.host() == "docker.io"_L1 ? u"registry-1.docker.io"_s : url.host();
        if (!host.isEmpty()) {
            add({.host = host,
                 .port = url.port(443),
                 .what = Text::tr("a registry the nodes pull from"),
                 .answer = key,
                 .whose = Whose::Cluster});
        }
    }
    [[nodiscard]] const QList<Endpoint> &all() const { return m_all; }

private:
    const plan::Answers &m_answers;
    QList<Endpoint> m_all;
};

void addReceivers(Collection &all, InsideWish &wish, const plan::Answers &answers)
{
    if (answers.text(u"observability.prometheus") != "bundled"_L1) {
        return; // somebody else's Alertmanager sends them
    }
    all.addServer(u"observability.mailServer"_s, 25, Text::tr("the mail server of the alerts"), Whose::Product);
    const QString key = u"observability.receivers"_s;
    const QStringList receivers = answers.choices(key);
    if (receivers.contains("slack"_L1)) {
        all.add({.host = u"hooks.slack.com"_s, .what = Text::tr("Slack, which gets the alerts"), .answer = key});
    }
    if (receivers.contains("discord"_L1)) {
        all.add({.host = u"discord.com"_s, .what = Text::tr("Discord, which gets the alerts"), .answer = key});
    }
    if (receivers.contains("webhook"_L1)) {
        wish.untold.append(Text::tr("the webhook of the alerts"));
    }
}

/// An object store by its address, or Amazon's by its region.
void addStore(Collection &all, const plan::Answers &answers, const QString &address, const QString &region, const QString &what)
{
    if (answers.has(address)) {
        all.addAddress(address, what, Whose::Product);
    } else if (answers.has(region)) {
        all.add({.host = u"s3.%1.amazonaws.com"_s.arg(answers.text(region)), .what = what, .answer = region});
    }
}

void addImages(Collection &all, const Demand &demand)
{
    all.addRegistry(demand.answers.text(u"target.imageRegistry"), u"target.imageRegistry"_s);
    if (demand.answers.has(u"target.mirrorRegistry")) {
        all.addRegistry(demand.answers.text(u"target.mirrorRegistry"), u"target.mirrorRegistry"_s);
        return;
    }
    for (const bundle::Image &image : bundle::shippedImages()) {
        if (!image.own && bundle::isUsed(image, demand.environment)) {
            all.addRegistry(image.registry.toString(), u"target.mirrorRegistry"_s);
        }
    }
}

} // namespace

InsideWish insideWishOf(const Demand &demand)
{
    const plan::Answers &answers = demand.answers;
    InsideWish wish;
    Collection all(answers);
    if (answers.text(u"storage.database") == "external"_L1) {
        all.add({.host = answers.text(u"storage.databaseHost"),
                 .port = int(answers.integer(u"storage.databasePort")),
                 .tls = false,
                 .what = Text::tr("the database"),
                 .answer = u"storage.databaseHost"_s});
    }
    addReceivers(all, wish, answers);
    if (answers.text(u"storage.backupTarget") == "s3"_L1) {
        addStore(all, answers, u"storage.backupEndpoint"_s, u"storage.backupRegion"_s,
                 Text::tr("the object store of the backups"));
    }
    addStore(all, answers, u"observability.lokiEndpoint"_s, u"observability.lokiRegion"_s,
             Text::tr("the object store of the logs"));
    all.addAddress(u"observability.lokiUrl"_s, Text::tr("Loki, which takes the logs"), Whose::Product);
    if (demand.way == Way::ArgoCd) {
        all.addAddress(u"delivery.repository"_s, Text::tr("the Git repository Argo CD follows"), Whose::Cluster);
    }
    all.addAddress(u"network.vaultServer"_s, Text::tr("Vault, which signs the certificate"), Whose::Cluster);
    all.addAddress(u"network.acmeUrl"_s, Text::tr("the ACME service, which signs the certificate"), Whose::Cluster);
    addImages(all, demand);
    wish.endpoints = all.all();

    wish.names = {u"kubernetes.default.svc"_s};
    for (const Endpoint &endpoint : std::as_const(wish.endpoints)) {
        if (!wish.names.contains(endpoint.host)) {
            wish.names.append(endpoint.host);
        }
    }
    const bool ownClass = answers.has(u"storage.databaseClass");
    wish.storageAnswer = ownClass ? u"storage.databaseClass"_s : u"storage.class"_s;
    wish.storageClass = answers.text(wish.storageAnswer);
    wish.nodes = answers.has(u"observability.watchdog") && answers.text(u"observability.watchdog") != "none"_L1;
    return wish;
}

} // namespace sentinel::preflight
