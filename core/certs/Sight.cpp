// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certs/Sight.h"

#include "core/certs/Json.h"

#include <QCoreApplication>
#include <vector>

using namespace Qt::StringLiterals;

namespace sentinel::certs {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr auto kAuthorities = "cert-manager"_L1; ///< where a ClusterIssuer's Secrets are, unless cert-manager was told otherwise

kube::ResourceType type(const QString &group, const QString &kind, const QString &plural, bool namespaced = true)
{
    return {.group = group, .version = u"v1"_s, .kind = kind, .plural = plural, .namespaced = namespaced};
}

kube::ResourceType podType()
{
    return type({}, u"Pod"_s, u"pods"_s);
}

Shown shownBy(const kube::Object &secret)
{
    // Only what is public leaves this function: the key is in the same object and goes with it.
    const auto part = [&secret](QLatin1StringView key) {
        return QByteArray::fromBase64(secret[u"data"].toObject().value(key).toString().toLatin1());
    };
    Shown shown;
    if (const auto leaf = readServed(part("tls.crt"_L1))) {
        shown.leaf = *leaf;
    } else {
        shown.problem = Text::tr("The Secret holds no certificate that can be read.");
    }
    if (const auto authority = readServed(part("ca.crt"_L1))) {
        shown.authority = *authority;
    }
    return shown;
}

void addAnchors(Sight &sight, const QList<kube::Object> &pods)
{
    const auto take = [&sight](const QJsonObject &pod, const QString &secret, const QJsonValue &items) {
        const QJsonArray list = items.toArray();
        for (const QJsonValue &item : list) {
            if (item[u"key"].toString() == "ca.crt"_L1) {
                sight.anchors[{.ns = spaceOf(pod), .name = secret}].append(nameOf(pod));
            }
        }
    };
    for (const QJsonObject &pod : pods) {
        const QJsonArray volumes = pod[u"spec"][u"volumes"].toArray();
        for (const QJsonValue &volume : volumes) {
            take(pod, volume[u"secret"][u"secretName"].toString(), volume[u"secret"][u"items"]);
            const QJsonArray sources = volume[u"projected"][u"sources"].toArray();
            for (const QJsonValue &source : sources) {
                take(pod, source[u"secret"][u"name"].toString(), source[u"secret"][u"items"]);
            }
        }
    }
}

} // namespace

kube::ResourceType certificateType()
{
    return type(u"cert-manager.io"_s, u"Certificate"_s, u"certificates"_s);
}
kube::ResourceType requestType()
{
    return type(u"cert-manager.io"_s, u"CertificateRequest"_s, u"certificaterequests"_s);
}
kube::ResourceType orderType()
{
    return type(u"acme.cert-manager.io"_s, u"Order"_s, u"orders"_s);
}
kube::ResourceType challengeType()
{
    return type(u"acme.cert-manager.io"_s, u"Challenge"_s, u"challenges"_s);
}
kube::ResourceType issuerType()
{
    return type(u"cert-manager.io"_s, u"Issuer"_s, u"issuers"_s);
}
kube::ResourceType clusterIssuerType()
{
    return type(u"cert-manager.io"_s, u"ClusterIssuer"_s, u"clusterissuers"_s, false);
}

QList<kube::ObjectName> secretsOf(const Sight &sight)
{
    QList<kube::ObjectName> names;
    const auto add = [&names](const QString &ns, const QString &name) {
        const kube::ObjectName one{.ns = ns, .name = name};
        if (!name.isEmpty() && !names.contains(one)) {
            names.append(one);
        }
    };
    for (const QJsonObject &certificate : sight.certificates) {
        add(spaceOf(certificate), certificate[u"spec"][u"secretName"].toString());
    }
    for (const QJsonObject &issuer : sight.issuers) {
        const QString ns = spaceOf(issuer);
        add(ns.isEmpty() ? QString(kAuthorities) : ns, issuer[u"spec"][u"ca"][u"secretName"].toString());
    }
    return names;
}

Async<QMap<kube::ObjectName, Shown>> readSecrets(kube::ApiPtr api, QList<kube::ObjectName> names, CancelToken cancel)
{
    std::vector<std::pair<kube::ObjectName, Async<kube::Object>>> asked;
    for (const kube::ObjectName &name : std::as_const(names)) {
        asked.emplace_back(name, api->get(type({}, u"Secret"_s, u"secrets"_s), name, cancel));
    }
    QMap<kube::ObjectName, Shown> secrets;
    for (auto &[name, flow] : asked) {
        const auto secret = co_await std::move(flow);
        if (secret) {
            secrets.insert(name, shownBy(*secret));
            continue;
        }
        if (secret.error().kind == Error::Kind::Cancelled) {
            co_return failure(secret);
        }
        const bool denied = secret.error().kind == Error::Kind::Forbidden;
        const bool missing = secret.error().kind == Error::Kind::NotFound;
        secrets.insert(name,
                       {.problem = denied ? Text::tr("Not checked: someone who may get secrets in %1 can look.").arg(name.ns)
                            : missing     ? Text::tr("There is no Secret %1.").arg(name.name)
                                          : plainLine(secret.error().detail)});
    }
    co_return secrets;
}

Async<Sight> lookAt(kube::ApiPtr api, QString ns, CancelToken cancel)
{
    Sight sight;
    auto certificates = co_await api->list(certificateType(), {.ns = ns}, cancel);
    if (!certificates) {
        const bool absent
            = certificates.error().kind == Error::Kind::NotFound || certificates.error().kind == Error::Kind::Unsupported;
        if (absent) {
            co_return failure(Error::Kind::Unsupported, Text::tr("looking for certificates"),
                              Text::tr("cert-manager is not installed on this cluster: it knows no Certificate."));
        }
        co_return failure(certificates);
    }
    sight.certificates = std::move(certificates->items);
    std::vector<std::tuple<QString, QList<kube::Object> *, Async<kube::ObjectList>>> asked;
    QList<kube::Object> wide;
    QList<kube::Object> pods;
    const auto ask = [&](const kube::ResourceType &kind, QList<kube::Object> *into) {
        asked.emplace_back(kind.plural, into, api->list(kind, {.ns = kind.namespaced ? ns : QString()}, cancel));
    };
    ask(requestType(), &sight.requests);
    ask(orderType(), &sight.orders);
    ask(challengeType(), &sight.challenges);
    ask(issuerType(), &sight.issuers);
    ask(clusterIssuerType(), &wide);
    ask(podType(), &pods);
    for (auto &[plural, into, flow] : asked) {
        auto list = co_await std::move(flow);
        if (list) {
            *into = std::move(list->items);
        } else if (list.error().kind == Error::Kind::Cancelled) {
            co_return failure(list);
        } else if (list.error().kind == Error::Kind::Forbidden) {
            sight.unseen.append(Text::tr("The %1 are not shown: someone who may list them can look.").arg(plural));
        } else if (list.error().kind != Error::Kind::NotFound && list.error().kind != Error::Kind::Unsupported) {
            co_return failure(list);
        }
    }
    sight.issuers += wide;
    addAnchors(sight, pods);
    auto secrets = co_await readSecrets(api, secretsOf(sight), cancel);
    if (!secrets) {
        co_return failure(secrets);
    }
    sight.secrets = std::move(*secrets);
    co_return std::move(sight);
}

} // namespace sentinel::certs
