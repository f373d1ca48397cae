// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Certificates/CertificateRows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// As the sentences say it: one form on the page, and no doubt which is the day and which the month.
QString moment(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'") : QString();
}

Tone toneOf(certs::Link::Standing standing)
{
    switch (standing) {
    case certs::Link::Standing::Good:
        return Tone::Ok;
    case certs::Link::Standing::Working:
        return Tone::Info;
    case certs::Link::Standing::Bad:
        return Tone::Error;
    case certs::Link::Standing::Unknown:
        return Tone::Unknown;
    }
    Q_UNREACHABLE_RETURN(Tone::Unknown);
}

} // namespace

Tone toneOf(const certs::Certificate &one)
{
    switch (one.state) {
    case certs::State::Ready:
        return hasErrors(one.findings) ? Tone::Error : one.findings.isEmpty() ? Tone::Ok : Tone::Warning;
    case certs::State::Expiring:
        return Tone::Warning;
    case certs::State::Issuing:
        return one.needsCare() ? Tone::Warning : Tone::Info;
    case certs::State::Waiting:
    case certs::State::NotReady:
    case certs::State::Expired:
        return Tone::Error;
    case certs::State::Unknown:
        return Tone::Unknown;
    }
    Q_UNREACHABLE_RETURN(Tone::Unknown);
}

QList<RowsModel::Row> certificateRows(const QList<certs::Certificate> &all)
{
    QList<RowsModel::Row> rows;
    for (const certs::Certificate &one : all) {
        rows.append({{u"id"_s, one.title()},
                     {u"title"_s, one.name},
                     {u"detail"_s, Text::tr("%1 · %2").arg(one.ns, one.cause.isEmpty() ? one.sentence : one.cause)},
                     {u"tone"_s, number(toneOf(one))},
                     {u"word"_s, certs::stateWord(one.state)}});
    }
    return rows;
}

QList<RowsModel::Row> chainRows(const certs::Certificate &one)
{
    QList<RowsModel::Row> rows;
    for (const certs::Link &link : one.chain) {
        rows.append({{u"id"_s, link.title()},
                     {u"title"_s, link.title()},
                     {u"sentence"_s, link.sentence},
                     {u"tone"_s, number(toneOf(link.standing))},
                     {u"depth"_s, int(rows.size())}});
    }
    return rows;
}

QList<RowsModel::Row> factRows(const certs::Certificate &one)
{
    QList<RowsModel::Row> rows;
    const auto add = [&rows](const QString &label, const QString &value) {
        if (!value.isEmpty()) {
            rows.append({{u"id"_s, label}, {u"label"_s, label}, {u"value"_s, value}});
        }
    };
    add(Text::tr("For"), one.names.join(u", "_s));
    add(Text::tr("Good until"), moment(one.notAfter));
    add(Text::tr("Renewed at"), moment(one.renewalTime));
    add(Text::tr("Next try"), moment(one.nextTry));
    add(Text::tr("Issuer"), one.issuerKind + u'/' + one.issuerName);
    add(Text::tr("Secret"), one.secretName);
    add(Text::tr("Revision"), one.revision > 0 ? QString::number(one.revision) : Text::tr("never issued"));
    if (one.served) {
        add(Text::tr("Key"), u"%1 %2"_s.arg(one.served->keyAlgorithm).arg(one.served->keySize));
        add(Text::tr("Signed by"), one.served->issuer);
        add(Text::tr("SHA-256"), QString::fromLatin1(one.served->fingerprint));
    } else {
        add(Text::tr("Served"), one.notRead);
    }
    return rows;
}

QList<RowsModel::Row> findingRows(const certs::Certificate &one)
{
    QList<RowsModel::Row> rows;
    for (const Finding &finding : one.findings) {
        rows.append({{u"id"_s, finding.rule + finding.sentence},
                     {u"sentence"_s, finding.sentence},
                     {u"remedy"_s, finding.remedy},
                     {u"tone"_s, number(console::toneOf(finding.severity))}});
    }
    return rows;
}

QList<RowsModel::Row> issuerRows(const QList<certs::Issuer> &issuers)
{
    QList<RowsModel::Row> rows;
    for (const certs::Issuer &issuer : issuers) {
        if (!issuer.ready) {
            const QString title = issuer.kind + u'/' + issuer.name;
            rows.append(
                {{u"id"_s, issuer.ns + u'/' + title},
                 {u"title"_s, title},
                 {u"detail"_s, issuer.ns.isEmpty() ? issuer.sentence : Text::tr("%1 · %2").arg(issuer.ns, issuer.sentence)},
                 {u"tone"_s, number(Tone::Error)}});
        }
    }
    return rows;
}

} // namespace sentinel::console
