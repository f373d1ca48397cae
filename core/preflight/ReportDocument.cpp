// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/ReportDocument.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

yaml::Value itemOf(const Check &check)
{
    const Rule rule = ruleOf(check.rule);
    yaml::Value item;
    item.set(u"rule"_s, check.rule);
    item.set(u"state"_s, stateName(check.state));
    item.set(u"title"_s, rule.title);
    item.set(u"object"_s, check.object);
    item.set(u"found"_s, check.found);
    item.set(u"why"_s, rule.why);
    item.set(u"remedy"_s, check.remedy);
    if (!check.whoCan.isEmpty()) {
        item.set(u"whoCan"_s, check.whoCan);
    }
    if (!check.answer.isEmpty()) {
        item.set(u"answer"_s, check.answer);
    }
    if (!check.overriddenBy.isEmpty()) {
        item.set(u"overriddenBy"_s, check.overriddenBy);
    }
    item.set(u"details"_s, yaml::Value::list(check.details));
    return item;
}

QString sentence(const Check &check)
{
    return check.object.isEmpty() ? check.found : check.object + u": "_s + check.found;
}

const QList<State> &worstFirst()
{
    static const QList<State> states{State::Fail, State::Warn, State::NotChecked, State::Pass};
    return states;
}

QString summary(const Report &report)
{
    return Text::tr("%1 failed, %2 to look at, %3 not checked, %4 good")
        .arg(report.count(State::Fail))
        .arg(report.count(State::Warn))
        .arg(report.count(State::NotChecked))
        .arg(report.count(State::Pass));
}

QString verdict(const Report &report)
{
    return report.isClear() ? Text::tr("Nothing stands in the way of a deploy.")
                            : Text::tr("A deploy would be refused: a check failed and nobody took it upon himself.");
}

QString heading(const Report &report)
{
    return Text::tr("Preflight of %1, environment %2, on %3").arg(report.bundle, report.environment, report.cluster);
}

QString place(const Report &report)
{
    return Text::tr("context %1 (%2), Kubernetes %3, namespace %4, by %5, %6")
        .arg(report.context, report.server, report.version, report.ns, report.way, report.at.toString(Qt::ISODate));
}

const char *const kStyle = R"(
:root{color-scheme:light dark;--ground:#fff;--text:#1b1f24;--dim:#59636e;--line:#d5dae0;--fail:#b3261e;--warn:#8a5a00;--pass:#1a6b3c;--none:#4a5568}
@media(prefers-color-scheme:dark){:root{--ground:#14171b;--text:#e6e9ed;--dim:#9aa5b1;--line:#333a42;--fail:#ff8a80;--warn:#f2bd5c;--pass:#6fd29a;--none:#a9b4c0}}
@media print{:root{--ground:#fff;--text:#000;--dim:#444;--line:#bbb;--fail:#b3261e;--warn:#8a5a00;--pass:#1a6b3c;--none:#4a5568}article{break-inside:avoid}}
body{background:var(--ground);color:var(--text);font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem;margin:0}h2{font-size:1rem;margin:0}p{margin:.2rem 0}.dim{color:var(--dim)}article{border-top:1px solid var(--line);padding:.8rem 0}
.state{font-weight:600}.fail .state{color:var(--fail)}.warn .state{color:var(--warn)}.pass .state{color:var(--pass)}.not-checked .state{color:var(--none)}
code{font-family:ui-monospace,monospace;font-size:.9em}ul{margin:.3rem 0;padding-left:1.2rem}
)";

QString paragraph(const QString &label, const QString &text)
{
    return text.isEmpty()
        ? QString()
        : u"<p>%1%2</p>\n"_s.arg(label.isEmpty() ? QString() : u"<span class=\"dim\">%1</span> "_s.arg(label.toHtmlEscaped()),
                                 text.toHtmlEscaped());
}

QString articleOf(const Check &check)
{
    const Rule rule = ruleOf(check.rule);
    QString html = u"<article class=\"%1\">\n<h2><span class=\"state\">%2</span> %3 <code class=\"dim\">%4</code></h2>\n"_s.arg(
        stateName(check.state), stateWord(check.state).toHtmlEscaped(), rule.title.toHtmlEscaped(), check.rule.toHtmlEscaped());
    html += paragraph({}, sentence(check));
    html += paragraph(Text::tr("Why it matters:"), check.state == State::Pass ? QString() : rule.why);
    html += paragraph(Text::tr("What to do:"), check.remedy);
    html += paragraph(Text::tr("Who can check:"), check.whoCan);
    html += paragraph(Text::tr("Answer of the plan:"), check.answer);
    html += paragraph(Text::tr("Accepted, because:"), check.overriddenBy);
    if (!check.details.isEmpty()) {
        html += u"<ul>\n"_s;
        for (const QString &line : check.details) {
            html += u"<li>%1</li>\n"_s.arg(line.toHtmlEscaped());
        }
        html += u"</ul>\n"_s;
    }
    return html + u"</article>\n"_s;
}

} // namespace

QString stateWord(State state)
{
    switch (state) {
    case State::Pass:
        return Text::tr("good");
    case State::Warn:
        return Text::tr("look");
    case State::Fail:
        return Text::tr("failed");
    case State::NotChecked:
        return Text::tr("not checked");
    }
    Q_UNREACHABLE_RETURN({});
}

yaml::Value reportDocument(const Report &report)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"PreflightReport"_s);
    document.set(u"bundle"_s, report.bundle);
    document.set(u"environment"_s, report.environment);
    document.set(u"cluster"_s, report.cluster);
    document.set(u"context"_s, report.context);
    document.set(u"server"_s, report.server);
    document.set(u"namespace"_s, report.ns);
    document.set(u"via"_s, report.way);
    document.set(u"kubernetesVersion"_s, report.version);
    document.set(u"at"_s, report.at.toUTC().toString(Qt::ISODate));
    document.set(u"ready"_s, report.isClear());
    yaml::Value counts;
    for (const State state : worstFirst()) {
        counts.set(state == State::NotChecked ? u"notChecked"_s : stateName(state), report.count(state));
    }
    document.set(u"summary"_s, counts);
    QList<yaml::Value> items;
    for (const Check &check : report.checks) {
        items.append(itemOf(check));
    }
    document.set(u"items"_s, yaml::Value::list(items));
    return document;
}

QString reportText(const Report &report)
{
    QString text = heading(report) + u'\n' + place(report) + u"\n\n"_s;
    for (const State state : worstFirst()) {
        for (const Check &check : report.checks) {
            if (check.state != state) {
                continue;
            }
            const Rule rule = ruleOf(check.rule);
            text += u"[%1] %2 (%3)\n    %4\n"_s.arg(stateWord(state), rule.title, check.rule, sentence(check));
            const auto add = [&text](const QString &label, const QString &line) {
                text += line.isEmpty() ? QString() : u"    %1 %2\n"_s.arg(label, line);
            };
            add(Text::tr("Why it matters:"), state == State::Pass ? QString() : rule.why);
            add(Text::tr("What to do:"), check.remedy);
            add(Text::tr("Who can check:"), check.whoCan);
            add(Text::tr("Answer of the plan:"), check.answer);
            add(Text::tr("Accepted, because:"), check.overriddenBy);
            for (const QString &line : check.details) {
                text += u"      - "_s + line + u'\n';
            }
        }
    }
    return text + u'\n' + summary(report) + u". "_s + verdict(report) + u'\n';
}

QByteArray reportHtml(const Report &report)
{
    QString html
        = u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" "
          "content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>%1</title><style>%2</style></head>\n<body>\n"_s.arg(
              heading(report).toHtmlEscaped(), QString::fromLatin1(kStyle));
    html += u"<h1>%1</h1>\n<p class=\"dim\">%2</p>\n<p><strong>%3</strong> %4</p>\n"_s.arg(
        heading(report).toHtmlEscaped(), place(report).toHtmlEscaped(), verdict(report).toHtmlEscaped(),
        summary(report).toHtmlEscaped());
    for (const State state : worstFirst()) {
        for (const Check &check : report.checks) {
            html += check.state == state ? articleOf(check) : QString();
        }
    }
    return (html + u"</body></html>\n"_s).toUtf8();
}

} // namespace sentinel::preflight
