// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certs/Chain.h"

#include "core/certs/Json.h"

#include <QCoreApplication>
#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace sentinel::certs {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// "words (what the cluster says)"
QString with(const QString &words, const QString &said)
{
    return said.isEmpty() ? words : Text::tr("%1: %2").arg(words, said);
}

Link linkTo(const kube::Object &object, const QString &kind, Link::Standing standing, const QString &sentence)
{
    return {.kind = kind, .ns = spaceOf(object), .name = nameOf(object), .standing = standing, .sentence = sentence};
}

Link certificateLink(const kube::Object &object)
{
    const Condition ready = conditionOf(object, u"Ready");
    const Condition issuing = conditionOf(object, u"Issuing");
    const QString kind = u"Certificate"_s;
    if (issuing.isTrue()) {
        return linkTo(object, kind, Link::Standing::Working, with(Text::tr("is being issued"), issuing.message));
    }
    if (ready.isTrue()) {
        return linkTo(object, kind, Link::Standing::Good, Text::tr("is up to date"));
    }
    if (issuing.isFalse() && !issuing.message.isEmpty()) {
        return linkTo(object, kind, Link::Standing::Bad, with(Text::tr("the last try failed"), issuing.message));
    }
    return ready.status.isEmpty() ? linkTo(object, kind, Link::Standing::Unknown, Text::tr("cert-manager has said nothing yet"))
                                  : linkTo(object, kind, Link::Standing::Bad, with(Text::tr("is not ready"), ready.message));
}

Link requestLink(const kube::Object &object)
{
    const QString kind = u"CertificateRequest"_s;
    const Condition ready = conditionOf(object, u"Ready");
    const Condition denied = conditionOf(object, u"Denied");
    const Condition invalid = conditionOf(object, u"InvalidRequest");
    if (denied.isTrue()) {
        return linkTo(object, kind, Link::Standing::Bad, with(Text::tr("was denied by an approval policy"), denied.message));
    }
    if (invalid.isTrue()) {
        return linkTo(object, kind, Link::Standing::Bad, with(Text::tr("is not valid"), invalid.message));
    }
    if (ready.isTrue()) {
        return linkTo(object, kind, Link::Standing::Good, Text::tr("was signed"));
    }
    if (ready.reason == "Failed"_L1) {
        return linkTo(object, kind, Link::Standing::Bad, with(Text::tr("failed"), ready.message));
    }
    if (!conditionOf(object, u"Approved").isTrue()) {
        return linkTo(object, kind, Link::Standing::Working, Text::tr("waits for approval"));
    }
    return linkTo(object, kind, Link::Standing::Working, with(Text::tr("waits for its issuer"), ready.message));
}

Link acmeLink(const kube::Object &object, const QString &kind)
{
    const QString state = plainLine(object[u"status"][u"state"].toString());
    const QString reason = plainLine(object[u"status"][u"reason"].toString());
    if (state == "valid"_L1) {
        return linkTo(object, kind, Link::Standing::Good, Text::tr("is valid"));
    }
    if (state == "invalid"_L1 || state == "errored"_L1 || state == "expired"_L1) {
        return linkTo(object, kind, Link::Standing::Bad,
                      with(state == "expired"_L1       ? Text::tr("ran out of time")
                               : state == "errored"_L1 ? Text::tr("could not be completed")
                                                       : Text::tr("was refused by the ACME server"),
                           reason));
    }
    // An Order or Challenge that is under way and names a reason is held up by it.
    const bool held = !reason.isEmpty() && kind == "Challenge"_L1;
    const QString words = object[u"status"][u"presented"].toBool() ? Text::tr("is presented and waits to be looked at")
                                                                   : Text::tr("is under way");
    return linkTo(object, kind, held ? Link::Standing::Bad : Link::Standing::Working, with(words, reason));
}

/// The request cert-manager made last for this certificate.
const kube::Object *newestRequest(const kube::Object &certificate, const Sight &sight)
{
    const kube::Object *newest = nullptr;
    qint64 revision = -1;
    for (const kube::Object &request : sight.requests) {
        const bool ours = spaceOf(request) == spaceOf(certificate)
            && (isOwnedBy(request, certificate)
                || annotationOf(request, u"cert-manager.io/certificate-name"_s) == nameOf(certificate));
        const qint64 own = annotationOf(request, u"cert-manager.io/certificate-revision"_s).toLongLong();
        if (ours && own > revision) {
            newest = &request;
            revision = own;
        }
    }
    return newest;
}

const kube::Object *ownedBy(const QList<kube::Object> &objects, const kube::Object &owner)
{
    const auto found = std::ranges::find_if(objects, [&owner](const kube::Object &each) { return isOwnedBy(each, owner); });
    return found == objects.cend() ? nullptr : &*found;
}

void addChallenges(QList<Link> &chain, const kube::Object &order, const Sight &sight)
{
    for (const kube::Object &challenge : sight.challenges) {
        if (isOwnedBy(challenge, order)) {
            Link link = acmeLink(challenge, u"Challenge"_s);
            link.sentence = Text::tr("%1 (%2 for %3)")
                                .arg(link.sentence, plainLine(challenge[u"spec"][u"type"].toString()),
                                     plainLine(challenge[u"spec"][u"dnsName"].toString()));
            chain.append(link);
        }
    }
}

std::optional<Link> issuerLink(const kube::Object &certificate, const Sight &sight)
{
    const QJsonObject reference = certificate[u"spec"][u"issuerRef"].toObject();
    const QString kind = plainLine(reference[u"kind"].toString(u"Issuer"_s));
    const QString name = plainLine(reference[u"name"].toString());
    const QString group = reference[u"group"].toString(u"cert-manager.io"_s);
    if (group != "cert-manager.io"_L1) {
        return {}; // somebody else's: its state is not ours to read
    }
    const QString ns = kind == "ClusterIssuer"_L1 ? QString() : spaceOf(certificate);
    for (const kube::Object &issuer : sight.issuers) {
        const bool cluster = spaceOf(issuer).isEmpty();
        if (nameOf(issuer) == name && spaceOf(issuer) == ns && cluster == (kind == "ClusterIssuer"_L1)) {
            const Issuer told = issuerFrom(issuer);
            return Link{.kind = kind,
                        .ns = ns,
                        .name = name,
                        .standing = told.ready ? Link::Standing::Good : Link::Standing::Bad,
                        .sentence = told.sentence};
        }
    }
    const bool unread = std::ranges::any_of(sight.unseen, [&](const QString &line) {
        return line.contains(kind == "ClusterIssuer"_L1 ? "clusterissuers"_L1 : "issuers"_L1);
    });
    return Link{.kind = kind,
                .ns = ns,
                .name = name,
                .standing = unread ? Link::Standing::Unknown : Link::Standing::Bad,
                .sentence = unread ? Text::tr("cannot be read") : Text::tr("is not there")};
}

} // namespace

Issuer issuerFrom(const kube::Object &object)
{
    Issuer issuer{.ns = spaceOf(object), .name = nameOf(object)};
    issuer.kind = issuer.ns.isEmpty() ? u"ClusterIssuer"_s : u"Issuer"_s;
    const QJsonObject spec = object[u"spec"].toObject();
    for (const QString &type : {u"acme"_s, u"ca"_s, u"selfSigned"_s, u"vault"_s, u"venafi"_s}) {
        if (spec.contains(type)) {
            issuer.type = type;
        }
    }
    const Condition ready = conditionOf(object, u"Ready");
    issuer.ready = ready.isTrue();
    issuer.sentence = issuer.ready ? Text::tr("is ready")
        : ready.status.isEmpty()   ? Text::tr("cert-manager has said nothing yet")
                                   : with(Text::tr("is not ready"), ready.message);
    return issuer;
}

QList<Link> chainOf(const kube::Object &certificate, const Sight &sight)
{
    QList<Link> chain{certificateLink(certificate)};
    if (const kube::Object *request = newestRequest(certificate, sight)) {
        chain.append(requestLink(*request));
        if (const kube::Object *order = ownedBy(sight.orders, *request)) {
            chain.append(acmeLink(*order, u"Order"_s));
            addChallenges(chain, *order, sight);
        }
    }
    // A good issuer says nothing new about a good certificate.
    const auto issuer = issuerLink(certificate, sight);
    const bool good = std::ranges::all_of(chain, [](const Link &link) { return link.standing == Link::Standing::Good; });
    if (issuer && (issuer->standing != Link::Standing::Good || !good)) {
        chain.append(*issuer);
    }
    return chain;
}

QString causeIn(const QList<Link> &chain)
{
    for (const Link &link : chain | std::views::reverse) {
        if (link.standing == Link::Standing::Bad) {
            return Text::tr("%1 %2").arg(link.title(), link.sentence);
        }
    }
    return {};
}

} // namespace sentinel::certs
