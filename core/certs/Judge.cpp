// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Timestamp.h"
#include "core/certs/Chain.h"
#include "core/certs/Json.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::certs {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr double kOverdue = 0.15; ///< of the lifetime left: a renewal at two thirds has not come about
constexpr qint64 kFirstPause = 3600; ///< seconds after the first failure; doubles with each
constexpr int kMostDoublings = 5; ///< 32 hours

QStringList namesIn(const QJsonObject &spec)
{
    QStringList names;
    for (const QString &list : {u"dnsNames"_s, u"ipAddresses"_s, u"uris"_s, u"emailAddresses"_s}) {
        const QJsonArray all = spec[list].toArray();
        for (const QJsonValue &each : all) {
            names.append(plainLine(each.toString()));
        }
    }
    return names;
}

QString day(const QDateTime &time)
{
    return time.toString(u"yyyy-MM-dd HH:mm 'UTC'");
}

/// An address however it is written.
QString canonical(const QString &name)
{
    return name.contains(u':') && !name.contains(u'/') ? name.toLower().remove(u":0"_s) : name.toLower();
}

Finding finding(Severity severity, const QString &rule, const Certificate &certificate, const QString &sentence,
                const QString &remedy)
{
    return {.severity = severity,
            .rule = rule,
            .object = u"Certificate/"_s + certificate.name,
            .sentence = sentence,
            .remedy = remedy};
}

State stateOf(const Certificate &one, const Condition &ready, const Condition &issuing, const QDateTime &now)
{
    if (one.notAfter.isValid() && one.notAfter <= now) {
        return State::Expired;
    }
    if (issuing.isTrue()) {
        return State::Issuing;
    }
    if (ready.isTrue()) {
        const double life = one.notBefore.isValid() ? double(one.notBefore.secsTo(one.notAfter)) : 0;
        return life > 0 && double(now.secsTo(one.notAfter)) < kOverdue * life ? State::Expiring : State::Ready;
    }
    if (one.failedAttempts > 0) {
        return State::Waiting;
    }
    return ready.status.isEmpty() ? State::Unknown : State::NotReady;
}

QString sentenceOf(const Certificate &one, const Condition &ready, const Condition &issuing)
{
    switch (one.state) {
    case State::Ready:
        return one.notAfter.isValid() ? Text::tr("Good until %1.").arg(day(one.notAfter)) : Text::tr("Good.");
    case State::Expiring:
        return Text::tr("Ends %1 and should have been renewed by %2.").arg(day(one.notAfter), day(one.renewalTime));
    case State::Issuing:
        return Text::tr("A new one is being issued (%1).").arg(issuing.reason.isEmpty() ? ready.reason : issuing.reason);
    case State::Waiting:
        return Text::tr("%n try(s) failed; cert-manager tries again at %1.", nullptr, int(one.failedAttempts))
            .arg(one.nextTry.isValid() ? day(one.nextTry) : Text::tr("a time it does not tell"));
    case State::NotReady:
        return ready.message.isEmpty() ? Text::tr("Not ready.") : Text::tr("Not ready: %1").arg(ready.message);
    case State::Expired:
        return Text::tr("Expired on %1.").arg(day(one.notAfter));
    case State::Unknown:
        return Text::tr("cert-manager has said nothing of it yet; is it running?");
    }
    Q_UNREACHABLE_RETURN({});
}

void compareWithSpec(Certificate &one, const QJsonObject &spec)
{
    QStringList served;
    for (const QString &name : one.served->names) {
        served.append(canonical(name));
    }
    QStringList missing;
    for (const QString &name : one.names) {
        if (!served.contains(canonical(name))) {
            missing.append(name);
        }
    }
    const QString renew = Text::tr("Renew it; if it stays so, look at what its issuer signs.");
    if (!missing.isEmpty()) {
        one.findings.append(finding(Severity::Error, u"certificate.names"_s, one,
                                    Text::tr("The served certificate is not for %1.").arg(missing.join(u", "_s)), renew));
    }
    const QString algorithm = spec[u"privateKey"][u"algorithm"].toString(u"RSA"_s);
    if (!one.served->keyAlgorithm.isEmpty() && one.served->keyAlgorithm != algorithm) {
        one.findings.append(finding(
            Severity::Warning, u"certificate.key"_s, one,
            Text::tr("The served key is %1; %2 is asked for.").arg(one.served->keyAlgorithm, plainLine(algorithm)), renew));
    }
    if (one.notAfter.isValid() && one.served->notAfter != one.notAfter) {
        one.findings.append(finding(Severity::Warning, u"certificate.other"_s, one,
                                    Text::tr("The Secret holds a certificate until %1, not the one cert-manager tells of (%2).")
                                        .arg(day(one.served->notAfter), day(one.notAfter)),
                                    Text::tr("Find out who else writes the Secret %1.").arg(one.secretName)));
    }
}

/// What the CA behind a certificate has to say, where an issuer of ours signs with one.
void lookAtAuthority(Certificate &one, const Sight &sight)
{
    for (const kube::Object &issuer : sight.issuers) {
        const Issuer told = issuerFrom(issuer);
        const bool its = told.name == one.issuerName && told.kind == one.issuerKind && (told.ns.isEmpty() || told.ns == one.ns);
        if (!its || told.type != "ca"_L1) {
            continue;
        }
        const kube::ObjectName secret{.ns = told.ns.isEmpty() ? u"cert-manager"_s : told.ns,
                                      .name = issuer[u"spec"][u"ca"][u"secretName"].toString()};
        const Shown shown = sight.secrets.value(secret);
        if (!shown.leaf || !one.served) {
            continue;
        }
        if (!isSignedBy(*one.served, *shown.leaf)) {
            one.findings.append(
                finding(Severity::Warning, u"certificate.authority-changed"_s, one,
                        Text::tr("It was issued by another CA than %1 has now (%2): changing a CA renews nothing.")
                            .arg(told.name, shown.leaf->subject),
                        Text::tr("Renew it once everyone trusts the new CA.")));
        }
        if (shown.leaf->notAfter < one.served->notAfter) {
            one.findings.append(finding(Severity::Warning, u"certificate.authority-ends"_s, one,
                                        Text::tr("Its CA ends on %1, before the certificate does (%2).")
                                            .arg(day(shown.leaf->notAfter), day(one.served->notAfter)),
                                        Text::tr("Renew the CA first, then every certificate it signed.")));
        }
    }
}

void lookAtAnchors(Certificate &one, const Sight &sight)
{
    QStringList pods = sight.anchors.value({.ns = one.ns, .name = one.secretName});
    pods.removeDuplicates();
    if (!pods.isEmpty()) {
        one.findings.append(
            finding(Severity::Info, u"certificate.trust-anchor"_s, one,
                    Text::tr("%1 takes the ca.crt of this Secret for what it trusts, which changes with the CA at once.")
                        .arg(pods.first()),
                    Text::tr("Hand out trust by trust-manager, with old and new CA side by side for a while.")));
    }
}

void lookAtSecret(Certificate &one, const QJsonObject &object, const Sight &sight)
{
    const auto shown = sight.secrets.constFind({.ns = one.ns, .name = one.secretName});
    if (shown == sight.secrets.cend() || !shown->leaf) {
        one.notRead = shown == sight.secrets.cend() ? Text::tr("The Secret was not looked at.") : shown->problem;
        return;
    }
    one.served = shown->leaf;
    compareWithSpec(one, object[u"spec"].toObject());
    lookAtAuthority(one, sight);
}

Certificate judged(const kube::Object &object, const Sight &sight, const QDateTime &now)
{
    const QJsonObject spec = object[u"spec"].toObject();
    const QJsonObject status = object[u"status"].toObject();
    Certificate one{.ns = spaceOf(object), .name = nameOf(object)};
    one.uid = object[u"metadata"][u"uid"].toString();
    one.resourceVersion = object[u"metadata"][u"resourceVersion"].toString();
    one.secretName = plainLine(spec[u"secretName"].toString());
    one.issuerKind = plainLine(spec[u"issuerRef"][u"kind"].toString(u"Issuer"_s));
    one.issuerName = plainLine(spec[u"issuerRef"][u"name"].toString());
    one.names = namesIn(spec);
    one.notBefore = timestampOf(status[u"notBefore"]);
    one.notAfter = timestampOf(status[u"notAfter"]);
    one.renewalTime = timestampOf(status[u"renewalTime"]);
    one.revision = status[u"revision"].toInteger();
    one.failedAttempts = std::max<qint64>(0, status[u"failedIssuanceAttempts"].toInteger());
    if (const QDateTime failed = timestampOf(status[u"lastFailureTime"]); one.failedAttempts > 0 && failed.isValid()) {
        one.nextTry = failed.addSecs(kFirstPause << std::min<qint64>(one.failedAttempts - 1, kMostDoublings));
    }
    const Condition ready = conditionOf(object, u"Ready");
    const Condition issuing = conditionOf(object, u"Issuing");
    one.state = stateOf(one, ready, issuing, now);
    one.sentence = sentenceOf(one, ready, issuing);
    one.chain = chainOf(object, sight);
    one.cause = isTrouble(one.state) || one.state == State::Issuing ? causeIn(one.chain) : QString();
    lookAtSecret(one, object, sight);
    lookAtAnchors(one, sight);
    return one;
}

/// Two that write one Secret never both become ready.
void lookAtShared(QList<Certificate> &all)
{
    for (Certificate &one : all) {
        QStringList others;
        for (const Certificate &other : std::as_const(all)) {
            if (&other != &one && other.ns == one.ns && other.secretName == one.secretName && !one.secretName.isEmpty()
                && other.name != one.name) {
                others.append(other.name);
            }
        }
        if (!others.isEmpty()) {
            one.findings.append(finding(Severity::Error, u"certificate.shared-secret"_s, one,
                                        Text::tr("%1 writes the same Secret %2, so only one of them is ever issued.")
                                            .arg(others.join(u", "_s), one.secretName),
                                        Text::tr("Give each Certificate a Secret of its own.")));
        }
    }
}

int rank(const Certificate &one)
{
    switch (one.state) {
    case State::Expired:
        return 0;
    case State::NotReady:
    case State::Waiting:
        return 1;
    case State::Unknown:
        return 2;
    case State::Expiring:
        return 3;
    case State::Issuing:
        return 4;
    case State::Ready:
        return hasErrors(one.findings) ? 5 : 6;
    }
    Q_UNREACHABLE_RETURN(6);
}

} // namespace

QString stateName(State state)
{
    switch (state) {
    case State::Ready:
        return u"ready"_s;
    case State::Expiring:
        return u"expiring"_s;
    case State::Issuing:
        return u"issuing"_s;
    case State::Waiting:
        return u"waiting"_s;
    case State::NotReady:
        return u"not-ready"_s;
    case State::Expired:
        return u"expired"_s;
    case State::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString stateWord(State state)
{
    switch (state) {
    case State::Ready:
        return Text::tr("good");
    case State::Expiring:
        return Text::tr("renewal overdue");
    case State::Issuing:
        return Text::tr("being issued");
    case State::Waiting:
        return Text::tr("failed, waits");
    case State::NotReady:
        return Text::tr("not ready");
    case State::Expired:
        return Text::tr("expired");
    case State::Unknown:
        return Text::tr("unknown");
    }
    Q_UNREACHABLE_RETURN({});
}

bool isTrouble(State state)
{
    return state != State::Ready && state != State::Issuing && state != State::Expiring;
}

QString standingName(Link::Standing standing)
{
    switch (standing) {
    case Link::Standing::Good:
        return u"good"_s;
    case Link::Standing::Working:
        return u"working"_s;
    case Link::Standing::Bad:
        return u"bad"_s;
    case Link::Standing::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QList<Certificate> judge(const Sight &sight, const QDateTime &now)
{
    QList<Certificate> all;
    for (const kube::Object &object : sight.certificates) {
        all.append(judged(object, sight, now));
    }
    lookAtShared(all);
    std::ranges::sort(all, {}, [](const Certificate &one) { return std::tuple(rank(one), one.ns, one.name); });
    return all;
}

QList<Issuer> issuersOf(const Sight &sight)
{
    QList<Issuer> issuers;
    for (const kube::Object &object : sight.issuers) {
        issuers.append(issuerFrom(object));
    }
    std::ranges::sort(issuers, {}, [](const Issuer &one) { return std::tuple(one.ready, one.ns, one.name); });
    return issuers;
}

} // namespace sentinel::certs
