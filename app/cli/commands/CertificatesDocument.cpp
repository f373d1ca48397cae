// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/CertificatesDocument.h"

#include "app/cli/Output.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

void setTime(yaml::Value &item, const QString &key, const QDateTime &time)
{
    if (time.isValid()) {
        item.set(key, time.toUTC().toString(Qt::ISODate));
    }
}

yaml::Value linkItem(const certs::Link &link)
{
    yaml::Value item;
    item.set(u"kind"_s, link.kind);
    item.set(u"namespace"_s, link.ns);
    item.set(u"name"_s, link.name);
    item.set(u"standing"_s, certs::standingName(link.standing));
    item.set(u"sentence"_s, link.sentence);
    return item;
}

yaml::Value servedItem(const certs::Served &served)
{
    yaml::Value item;
    item.set(u"subject"_s, served.subject);
    item.set(u"issuer"_s, served.issuer);
    item.set(u"names"_s, yaml::Value::list(served.names));
    setTime(item, u"notBefore"_s, served.notBefore);
    setTime(item, u"notAfter"_s, served.notAfter);
    item.set(u"keyAlgorithm"_s, served.keyAlgorithm);
    item.set(u"keySize"_s, served.keySize);
    item.set(u"serial"_s, served.serial);
    item.set(u"sha256"_s, QString::fromLatin1(served.fingerprint));
    return item;
}

void fill(yaml::Value &item, const certs::Certificate &one)
{
    item.set(u"namespace"_s, one.ns);
    item.set(u"name"_s, one.name);
    item.set(u"state"_s, certs::stateName(one.state));
    item.set(u"sentence"_s, one.sentence);
    item.set(u"cause"_s, one.cause);
    item.set(u"secret"_s, one.secretName);
    yaml::Value issuer;
    issuer.set(u"kind"_s, one.issuerKind);
    issuer.set(u"name"_s, one.issuerName);
    item.set(u"issuer"_s, issuer);
    item.set(u"names"_s, yaml::Value::list(one.names));
    setTime(item, u"notBefore"_s, one.notBefore);
    setTime(item, u"notAfter"_s, one.notAfter);
    setTime(item, u"renewalTime"_s, one.renewalTime);
    setTime(item, u"nextTry"_s, one.nextTry);
    item.set(u"revision"_s, one.revision);
    item.set(u"failedAttempts"_s, one.failedAttempts);
    QList<yaml::Value> chain;
    for (const certs::Link &link : one.chain) {
        chain.append(linkItem(link));
    }
    item.set(u"chain"_s, yaml::Value::list(chain));
    if (one.served) {
        item.set(u"served"_s, servedItem(*one.served));
    } else {
        item.set(u"notRead"_s, one.notRead);
    }
    QList<yaml::Value> findings;
    for (const Finding &finding : one.findings) {
        findings.append(findingItem(finding));
    }
    item.set(u"findings"_s, yaml::Value::list(findings));
}

} // namespace

yaml::Value certificateList(const QList<certs::Certificate> &all, const QList<certs::Issuer> &issuers, const QStringList &unseen)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"CertificateList"_s);
    QList<yaml::Value> items;
    for (const certs::Certificate &one : all) {
        yaml::Value item;
        fill(item, one);
        items.append(item);
    }
    document.set(u"items"_s, yaml::Value::list(items));
    QList<yaml::Value> told;
    for (const certs::Issuer &issuer : issuers) {
        yaml::Value item;
        item.set(u"kind"_s, issuer.kind);
        item.set(u"namespace"_s, issuer.ns);
        item.set(u"name"_s, issuer.name);
        item.set(u"type"_s, issuer.type);
        item.set(u"ready"_s, issuer.ready);
        item.set(u"sentence"_s, issuer.sentence);
        told.append(item);
    }
    document.set(u"issuers"_s, yaml::Value::list(told));
    document.set(u"notShown"_s, yaml::Value::list(unseen));
    return document;
}

yaml::Value certificateDocument(const certs::Certificate &one)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"Certificate"_s);
    fill(document, one);
    return document;
}

QString certificateText(const certs::Certificate &one)
{
    QString text = u"%1  %2\n%3\n"_s.arg(one.title(), certs::stateWord(one.state), one.sentence);
    const auto add = [&text](const QString &label, const QString &value) {
        text += value.isEmpty() ? QString() : u"  %1 %2\n"_s.arg(label, value);
    };
    add(Text::tr("For:"), one.names.join(u", "_s));
    add(Text::tr("Issuer:"), one.issuerKind + u'/' + one.issuerName);
    add(Text::tr("Secret:"), one.secretName);
    add(Text::tr("Revision:"), one.revision > 0 ? QString::number(one.revision) : QString());
    add(Text::tr("Renewal at:"), one.renewalTime.isValid() ? one.renewalTime.toString(Qt::ISODate) : QString());
    if (one.served) {
        add(Text::tr("Serves:"),
            Text::tr("%1, %2 %3, until %4")
                .arg(one.served->subject, one.served->keyAlgorithm)
                .arg(one.served->keySize)
                .arg(one.served->notAfter.toString(Qt::ISODate)));
    } else {
        add(Text::tr("Serves:"), one.notRead);
    }
    add(Text::tr("What holds it up:"), one.cause);
    text += Text::tr("Chain:") + u'\n';
    int depth = 1;
    for (const certs::Link &link : one.chain) {
        text += QString(2 * depth++, u' ') + link.title() + u' ' + link.sentence + u'\n';
    }
    return one.findings.isEmpty() ? text : text + findingText(one.findings);
}

} // namespace sentinel::cli
