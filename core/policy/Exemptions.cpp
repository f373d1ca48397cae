// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Exemptions.h"

#include "core/policy/Rules.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyExemptions)
};

class Reader
{
public:
    explicit Reader(QString fileName)
        : m_fileName(std::move(fileName))
    {
    }
    [[nodiscard]] Exemption item(const yaml::Value &value)
    {
        Exemption result{.rule = textAt(value, {u"rule"}),
                         .rules = rulesNamed(textAt(value, {u"rule"})),
                         .reason = textAt(value, {u"reason"}).trimmed(),
                         .expires = QDate::fromString(textAt(value, {u"expires"}), Qt::ISODate),
                         .where = place(value)};
        if (result.rules.isEmpty() && !result.rule.contains(u'/')) {
            say(value.find(u"rule") ? *value.find(u"rule") : value, Text::tr("There is no rule \"%1\".").arg(result.rule));
        }
        for (const yaml::Value &object : valueAt(value, {u"objects"}).items()) {
            result.objects.append(object.text());
        }
        if (const QString object = textAt(value, {u"object"}); !object.isEmpty()) {
            result.objects.append(object);
        }
        if (result.objects.isEmpty()) {
            say(value, Text::tr("An exemption needs an object, such as Deployment/beat."));
        }
        if (result.reason.isEmpty()) {
            say(value, Text::tr("An exemption needs a reason."));
        }
        if (!result.expires.isValid()) {
            say(value.find(u"expires") ? *value.find(u"expires") : value,
                Text::tr("An exemption needs the day it expires, as YYYY-MM-DD."));
        }
        for (const yaml::Entry &entry : value.entries()) {
            static const QStringList kFields{u"rule"_s, u"object"_s, u"objects"_s, u"reason"_s, u"expires"_s};
            if (!kFields.contains(entry.key)) {
                say(entry.value, Text::tr("An exemption has no field %1.").arg(entry.key));
            }
        }
        return result;
    }
    void say(const yaml::Value &value, const QString &sentence)
    {
        m_findings.append(
            {.severity = Severity::Error, .rule = u"exemption.invalid"_s, .sentence = sentence, .where = place(value)});
    }
    [[nodiscard]] const Findings &findings() const { return m_findings; }

private:
    [[nodiscard]] Location place(const yaml::Value &value) const
    {
        return {.file = m_fileName, .line = value.line(), .column = value.column()};
    }

    QString m_fileName;
    Findings m_findings;
};

} // namespace

Result<QList<Exemption>> readExemptions(const QByteArray &text, const QString &fileName)
{
    const Result<yaml::Value> tree = yaml::read(text, fileName);
    if (!tree) {
        return failure(tree);
    }
    Reader reader(fileName);
    const QString kind = textAt(*tree, {u"kind"});
    if ((kind != "PolicyExemptions"_L1 && kind != "ExemptionList"_L1)
        || textAt(*tree, {u"apiVersion"}) != "console.sentinel/v1"_L1) {
        reader.say(
            *tree,
            Text::tr(
                "This is no file of exemptions: it begins \"apiVersion: console.sentinel/v1\", \"kind: PolicyExemptions\"."));
    }
    QList<Exemption> result;
    for (const yaml::Value &item : valueAt(*tree, {u"exemptions"}).items()) {
        result.append(reader.item(item));
    }
    if (!reader.findings().isEmpty()) {
        return failure(invalid(Text::tr("reading exemptions"), reader.findings()));
    }
    return result;
}

bool covers(const Exemption &exemption, const Finding &finding)
{
    return exemption.rules.contains(finding.rule) && std::ranges::any_of(exemption.objects, [&finding](const QString &object) {
               return object.endsWith(u'*') ? finding.object.startsWith(QStringView(object).chopped(1))
                                            : object == finding.object;
           });
}

Exempted exempt(const Findings &findings, const QList<Exemption> &exemptions, const QDate &today)
{
    Exempted result;
    QList<bool> used(exemptions.size(), false);
    for (const Finding &finding : findings) {
        bool taken = false;
        for (qsizetype at = 0; at < exemptions.size(); ++at) {
            if (covers(exemptions[at], finding)) {
                used[at] = true;
                taken = taken || exemptions[at].expires >= today;
            }
        }
        (taken ? result.exempted : result.findings).append(finding);
    }
    for (qsizetype at = 0; at < exemptions.size(); ++at) {
        const Exemption &exemption = exemptions[at];
        const bool expired = exemption.expires < today;
        if ((used[at] && !expired) || exemption.rules.isEmpty()) {
            continue;
        }
        result.findings.append(
            {.severity = used[at] ? Severity::Warning : Severity::Info,
             .rule = used[at] ? u"exemption.expired"_s : u"exemption.unused"_s,
             .object = exemption.objects.join(u", "_s),
             .path = exemption.rule,
             .sentence = used[at]
                 ? Text::tr("The exemption from %1 ended on %2.").arg(exemption.rule, exemption.expires.toString(Qt::ISODate))
                 : Text::tr("Nothing needs the exemption from %1 any more.").arg(exemption.rule),
             .remedy = used[at] ? Text::tr("Mend what it was for, or decide anew until when.") : Text::tr("Take it out."),
             .where = exemption.where});
    }
    return result;
}

} // namespace sentinel::policy
