// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/PastSync.h"

#include "core/base/SafeText.h"
#include "core/gitops/Json.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PastSync)
};

const QString kWish = u"wish"_s;
const QString kRevision = u"revision"_s;
const QString kAsked = u"asked"_s;

/// What tells one request from another.
QString digestOf(const SyncRequest &request)
{
    const QJsonObject patch = merged(syncPatch({}, request.wish, {}, {}), request.alongside);
    const QByteArray json = QJsonDocument(patch).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().first(16));
}

/// Words of the command line and of Argo CD, the same in every language: they are kept.
QString askedBy(const SyncWish &wish)
{
    QStringList words;
    const auto add = [&words](bool is, const QString &word) {
        if (is) {
            words.append(word);
        }
    };
    add(!wish.revisions.isEmpty(), u"revision "_s + wish.revisions.join(u' '));
    add(wish.prune, u"prune"_s);
    add(wish.force, u"force"_s);
    add(wish.dryRun, u"dry-run"_s);
    add(wish.strategy == SyncWish::Strategy::Apply, u"no-hooks"_s);
    for (const SelectedResource &resource : wish.resources) {
        add(true, resource.kind + u'/' + resource.name);
    }
    words += wish.options;
    return words.join(u", "_s).left(400);
}

struct End
{
    journal::Outcome outcome = journal::Outcome::Unknown;
    QString sentence;
};

End endOf(const kube::Object &application, const QString &run)
{
    if (!isOurs(application, run)) {
        return {.sentence = Text::tr("Its operation is not in the cluster any more; the history says what was synced.")};
    }
    const QJsonValue state = application[u"status"][u"operationState"];
    const QString phase = plainLine(state[u"phase"].toString());
    return {.outcome = phase == u"Succeeded" ? journal::Outcome::Done : journal::Outcome::Failed,
            .sentence = Text::tr("Its operation ended as %1: %2").arg(phase, plainLine(state[u"message"].toString()))};
}

} // namespace

journal::Facts wishFacts(const SyncRequest &request)
{
    return journal::Facts()
        .add(kWish, digestOf(request))
        .add(kRevision, request.wish.revisions.join(u' '))
        .add(kAsked, askedBy(request.wish));
}

bool isSameWish(const SyncRequest &request, const journal::Record &begun)
{
    return begun.facts.value(kWish) == digestOf(request);
}

QString wishText(const journal::Record &begun)
{
    const QString asked = plainLine(begun.facts.value(kAsked));
    const QString revision = plainLine(begun.facts.value(kRevision));
    const QString known = asked.isEmpty() && !revision.isEmpty() ? u"revision "_s + revision : asked;
    return known.isEmpty() ? Text::tr("a sync as the Application says") : known;
}

Async<QString> closePastSync(SyncRequest request, ChangeServices services, CancelToken cancel)
{
    const journal::Scope scope{.kind = request.kind,
                               .context = services.context,
                               .cluster = services.cluster,
                               .environment = request.name.ns + u'/' + request.name.name};
    const auto open = services.journal->openOperation(scope.kind, scope.cluster, scope.environment);
    if (!open || !*open) {
        co_return open ? Result<QString>(QString()) : failure(open);
    }
    const QString id = (*open)->id;
    const auto records = services.journal->records(id);
    if (!records || records->isEmpty() || isSameWish(request, records->first())) {
        co_return records ? Result<QString>(QString()) : failure(records);
    }
    const auto application = co_await services.api->get(applicationType(), request.name, cancel);
    if (!application) {
        co_return failure(application);
    }
    if (isOurs(*application, id) && isBusy(*application)) {
        co_return QString();
    }
    // Held until it is closed: a program that is at it has it.
    const auto claim = services.journal->claim(scope);
    if (!claim) {
        co_return failure(claim);
    }
    auto log = services.journal->resume(id);
    if (!log) {
        co_return failure(log);
    }
    const End end = endOf(*application, id);
    if (const auto closed = log->outcome(end.outcome, end.sentence); !closed) {
        co_return failure(closed);
    }
    co_return Text::tr("%1 (%2) is closed. %3").arg(id, wishText(records->first()), end.sentence);
}

} // namespace sentinel::gitops
