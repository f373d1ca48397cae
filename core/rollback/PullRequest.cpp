// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/PullRequest.h"
#include "core/base/SafeText.h"
#include "core/gitops/Application.h"
#include "core/rollback/Revert.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kShortCommit = 8;
constexpr int kMostObjects = 40;

QString nameOf(const Candidate &candidate)
{
    return candidate.version.isEmpty() ? candidate.revision.left(kShortCommit) : candidate.version;
}

/// Words of the cluster or of a repository in Markdown: one line, nothing of it a link, an image, a mention or HTML.
QString quoted(const QString &text)
{
    QString safe;
    for (const QChar letter : plainLine(text)) {
        if (u"\\`*_{}[]<>()#+!|~@&"_s.contains(letter)) {
            safe += u'\\';
        }
        safe += letter;
    }
    return safe;
}

/// "https://host/group/repository" of an address a browser can open; empty otherwise.
QString pageOf(const QString &repository)
{
    QUrl url(repository);
    if (url.scheme() != u"https" && url.scheme() != u"http") {
        return {};
    }
    url.setUserInfo({});
    QString page = url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    if (page.endsWith(u".git")) {
        page.chop(4);
    }
    return page;
}

bool isCommit(const QString &revision)
{
    return revision.size() >= 40 && std::ranges::all_of(revision, [](QChar letter) {
               return (letter >= u'0' && letter <= u'9') || (letter >= u'a' && letter <= u'f');
           });
}

QString commitText(const QString &page, const Candidate &candidate)
{
    const QString text = quoted(candidate.revision.left(kShortCommit));
    return page.isEmpty() || !isCommit(candidate.revision) ? text : u"[%1](%2/commit/%3)"_s.arg(text, page, candidate.revision);
}

QString changesText(const Verdict &verdict)
{
    if (!verdict.difference.known) {
        return Text::tr("What changes could not be looked at.") + u'\n';
    }
    QString text;
    for (const ImageChange &image : verdict.images) {
        text += u"- %1 → %2\n"_s.arg(image.now.isEmpty() ? u"–"_s : quoted(image.now),
                                     image.then.isEmpty() ? u"–"_s : quoted(image.then));
    }
    int told = 0;
    for (const ObjectDifference &object : verdict.difference.objects) {
        if (object.isMinor || ++told > kMostObjects) {
            continue;
        }
        const QString what = object.kind == ObjectDifference::Kind::Changed
            ? Text::tr("changes (%n line(s))", nullptr, object.changed)
            : object.kind == ObjectDifference::Kind::Created ? Text::tr("comes back")
                                                             : Text::tr("is only in the newer version");
        text += u"- %1: %2\n"_s.arg(quoted(object.key.toString()), what);
    }
    if (told > kMostObjects) {
        text += u"- "_s + Text::tr("and %n more object(s)", nullptr, told - kMostObjects) + u'\n';
    }
    return text.isEmpty() ? Text::tr("Only labels and annotations.") + u'\n' : text;
}

/// What is known of why: the person's own sentence, and what Argo CD says of it just now.
QString whyText(const Verdict &verdict, const QString &reason)
{
    QStringList lines;
    if (!reason.isEmpty()) {
        lines.append(quoted(reason));
    }
    const QJsonValue status = verdict.subject.application[u"status"];
    const QString health = status[u"health"][u"status"].toString();
    if (!health.isEmpty() && health != u"Healthy") {
        lines.append(Text::tr("Argo CD says of it: %1. %2")
                         .arg(quoted(health), quoted(status[u"health"][u"message"].toString()))
                         .trimmed());
    }
    const QString phase = status[u"operationState"][u"phase"].toString();
    if (phase == u"Failed" || phase == u"Error") {
        lines.append(Text::tr("Its last sync failed: %1").arg(quoted(status[u"operationState"][u"message"].toString())));
    }
    return lines.isEmpty() ? Text::tr("No reason was given.") + u'\n' : lines.join(u"\n\n"_s) + u'\n';
}

QString checksText(const Verdict &verdict)
{
    QString text;
    for (const Check &check : verdict.checks) {
        if (check.light != Light::Red && check.light != Light::Amber) {
            continue;
        }
        for (const Finding &finding : check.findings) {
            if (finding.severity != Severity::Info) {
                text
                    += u"- **%1** %2: %3\n"_s.arg(check.light == Light::Red ? Text::tr("in the way") : Text::tr("to be accepted"),
                                                  quoted(check.rule), quoted(finding.sentence));
            }
        }
    }
    return text.isEmpty() ? Text::tr("All fifteen checks passed.") + u'\n' : text;
}

} // namespace

Result<PullRequestText> pullRequestText(const Verdict &verdict, const QString &reason)
{
    const auto order = revertOrder(verdict.subject, verdict.candidate, {});
    if (!order) {
        return failure(order);
    }
    const QString page = pageOf(order->url);
    const QString present = nameOf(verdict.present);
    PullRequestText text{
        .title = plainLine(Text::tr("Roll %1 back from %2 to %3").arg(verdict.subject.name, present, nameOf(verdict.candidate))),
        .base = order->branch,
        .branch = u"rollback-"_s + order->commit.left(kShortCommit)};
    QUrl shown(order->url);
    if (shown.isValid() && !shown.password().isEmpty()) {
        shown.setUserInfo({});
    }
    text.repository = shown.isValid() && !shown.scheme().isEmpty() ? shown.toString() : order->url;
    text.body
        = Text::tr("Takes the files %1 back to what they were in %2, in place of %3. Nothing else is touched.")
              .arg(quoted(order->paths.join(u", "_s)), commitText(page, verdict.candidate), commitText(page, verdict.present))
        + u"\n\n## "_s + Text::tr("Why") + u"\n\n"_s + whyText(verdict, reason) + u"\n## "_s + Text::tr("What changes")
        + u"\n\n"_s + changesText(verdict) + u"\n## "_s + Text::tr("Checks") + u"\n\n"_s + checksText(verdict);
    if (verdict.restorePoint) {
        text.body += u"\n## "_s + Text::tr("Data") + u"\n\n"_s
            + Text::tr("Data does not go back by itself. What fits the older version: %1 of %2.")
                  .arg(quoted(verdict.restorePoint->kind + u'/' + verdict.restorePoint->name),
                       verdict.restorePoint->at.toString(Qt::ISODate))
            + u'\n';
    }
    if (!page.isEmpty() && isCommit(verdict.present.revision) && isCommit(order->commit)) {
        text.body += u'\n'
            + Text::tr("What came in between: %1").arg(u"%1/compare/%2...%3"_s.arg(page, order->commit, verdict.present.revision))
            + u'\n';
    }
    text.commands = revertCommands(*order, text.branch);
    return text;
}

} // namespace sentinel::rollback
