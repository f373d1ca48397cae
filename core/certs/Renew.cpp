// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certs/Renew.h"
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

constexpr int kMostTries = 8; ///< cert-manager writes the status too

/// One renewal under way.
struct Renewal
{
    kube::ObjectName name;
    RenewServices services;
    std::function<void(QString)> tell;
    std::optional<journal::OperationLog> log{};
    std::shared_ptr<journal::Claim> claim{};
    qint64 before = 0; ///< revision when it was asked for
    bool resumed = false;

    [[nodiscard]] QString spoken() const { return name.ns + u'/' + name.name; }
    [[nodiscard]] QString doing() const { return Text::tr("renewing %1").arg(spoken()); }
    [[nodiscard]] journal::Deed deed() const
    {
        journal::Deed deed{.sentence = Text::tr("%1 is to be issued anew.").arg(spoken()), .requestId = u"renew"_s};
        deed.target = {.apiVersion = u"cert-manager.io/v1"_s, .kind = u"Certificate"_s, .ns = name.ns, .name = name.name};
        deed.facts.add(u"revision"_s, QString::number(before));
        return deed;
    }
};
using RenewalPtr = std::shared_ptr<Renewal>;

qint64 revisionOf(const kube::Object &certificate)
{
    return certificate[u"status"][u"revision"].toInteger();
}

/// The operation of an earlier try that was never seen to end, or a new one.
Result<void> open(const RenewalPtr &renewal, const kube::Object &certificate)
{
    const RenewServices &services = renewal->services;
    const journal::Scope scope{
        .kind = u"renew"_s, .context = services.context, .cluster = services.cluster, .environment = renewal->spoken()};
    auto claim = services.journal->claim(scope);
    if (!claim) {
        return failure(claim);
    }
    renewal->claim = std::make_shared<journal::Claim>(std::move(*claim));
    renewal->before = revisionOf(certificate);
    const auto earlier = services.journal->openOperation(scope.kind, scope.cluster, scope.environment);
    if (!earlier) {
        return failure(earlier);
    }
    if (*earlier) {
        const auto records = services.journal->records((*earlier)->id);
        auto log = records ? services.journal->resume((*earlier)->id) : failure(records);
        if (!log) {
            return failure(log);
        }
        renewal->log = std::move(*log);
        for (const journal::Record &record : *records) {
            if (record.type == journal::RecordType::Intent) {
                renewal->before = record.facts.value(u"revision"_s).toLongLong();
                renewal->resumed = true;
            }
        }
        return {};
    }
    auto log = services.journal->begin(scope, renewal->deed().sentence);
    if (!log) {
        return failure(log);
    }
    renewal->log = std::move(*log);
    return {};
}

/// The status with the request in it; all else as it was.
kube::Object asked(kube::Object certificate, const QDateTime &now)
{
    const QJsonObject request{{u"type"_s, u"Issuing"_s},
                              {u"status"_s, u"True"_s},
                              {u"reason"_s, u"ManuallyTriggered"_s},
                              {u"message"_s, u"Certificate re-issuance manually triggered"_s},
                              {u"lastTransitionTime"_s, now.toUTC().toString(Qt::ISODate)},
                              {u"observedGeneration"_s, certificate[u"metadata"][u"generation"]}};
    QJsonObject status = certificate[u"status"].toObject();
    QJsonArray conditions;
    const QJsonArray all = status[u"conditions"].toArray();
    for (const QJsonValue &each : all) {
        if (each[u"type"].toString() != "Issuing"_L1) {
            conditions.append(each);
        }
    }
    conditions.append(request);
    status.insert(u"conditions"_s, conditions);
    certificate.insert(u"status"_s, status);
    return certificate;
}

[[nodiscard]] Async<void> ask(RenewalPtr renewal, kube::Object certificate, CancelToken cancel)
{
    for (int tries = 0; tries < kMostTries; ++tries) {
        if (conditionOf(certificate, u"Issuing").isTrue()) {
            co_return failure(Error::Kind::Conflict, renewal->doing(),
                              Text::tr("It is being issued already; wait for that to end, or look at what holds it up."));
        }
        const auto written
            = co_await renewal->services.api->replace(certificateType(), asked(certificate, renewal->services.clock->now()),
                                                      kube::WriteOptions{.subresource = u"status"_s}, cancel);
        if (written) {
            co_return {};
        }
        if (written.error().kind == Error::Kind::Forbidden) {
            co_return failure(
                Error::Kind::Forbidden, renewal->doing(),
                Text::tr("You may not update certificates/status in %1, which a renewal needs. Ask an administrator for that "
                         "right; the certificate is as it was.")
                    .arg(renewal->name.ns));
        }
        if (written.error().kind != Error::Kind::Conflict) {
            co_return failure(written);
        }
        const auto again = co_await renewal->services.api->get(certificateType(), renewal->name, cancel);
        if (!again) {
            co_return failure(again);
        }
        certificate = *again;
    }
    co_return failure(Error::Kind::Conflict, renewal->doing(),
                      Text::tr("Others kept writing its status; try again when they are done."));
}

/// Watches until `enough` says so, or the patience ends: then the last that was seen, and Timeout.
[[nodiscard]] Async<kube::Object> watchUntil(RenewalPtr renewal, std::function<bool(const kube::Object &)> enough,
                                             CancelToken cancel)
{
    struct Watch
    {
        CancelSource stop;
        std::optional<kube::Object> found;
        bool gone = false;
        bool late = false;
        QObject context;
    };
    const auto watch = std::make_shared<Watch>();
    const auto registration = cancel.onCancel([watch] { watch->stop.cancel(); });
    renewal->services.clock->after(renewal->services.patience, &watch->context, [watch] {
        watch->late = true;
        watch->stop.cancel();
    });
    const auto look = [watch, enough, name = renewal->name](const kube::Object &object) {
        if (nameOf(object) == name.name && enough(object)) {
            watch->found = object;
            watch->stop.cancel();
        }
    };
    const auto ended = co_await renewal->services.api->watch(
        certificateType(), {.ns = renewal->name.ns, .fieldSelector = u"metadata.name="_s + renewal->name.name},
        [watch, look, name = renewal->name](const kube::WatchEvent &event) {
            const auto isIt = [&name](const kube::Object &object) { return nameOf(object) == name.name; };
            const bool removed = event.type == kube::WatchEvent::Type::Deleted && isIt(event.object);
            const bool missing = event.type == kube::WatchEvent::Type::Replaced && std::ranges::none_of(event.objects, isIt);
            if (removed || missing) {
                watch->gone = true;
                watch->stop.cancel();
            }
            std::ranges::for_each(event.objects, look);
            if (event.type == kube::WatchEvent::Type::Added || event.type == kube::WatchEvent::Type::Modified) {
                look(event.object);
            }
        },
        watch->stop.token());
    if (watch->found) {
        co_return *watch->found;
    }
    if (watch->gone) {
        co_return failure(Error::Kind::NotFound, renewal->doing(), Text::tr("Somebody removed the Certificate meanwhile."));
    }
    if (watch->late) {
        co_return failure(Error::Kind::Timeout, renewal->doing(), Text::tr("It was asked for and is still being issued."));
    }
    co_return failure(
        ended ? Error{.kind = Error::Kind::Unreachable, .doing = renewal->doing(), .detail = Text::tr("The watch ended.")}
              : ended.error());
}

/// What holds it up, as the chain says; empty when nobody may look.
[[nodiscard]] Async<QString> rootOf(RenewalPtr renewal, CancelToken cancel)
{
    const auto sight = co_await lookAt(renewal->services.api, renewal->name.ns, cancel);
    if (!sight) {
        co_return QString();
    }
    for (const kube::Object &certificate : sight->certificates) {
        if (nameOf(certificate) == renewal->name.name) {
            co_return causeIn(chainOf(certificate, *sight));
        }
    }
    co_return QString();
}

[[nodiscard]] Async<Renewed> follow(RenewalPtr renewal, CancelToken cancel)
{
    const qint64 before = renewal->before;
    const auto ended = co_await watchUntil(
        renewal,
        [before](const kube::Object &object) {
            // Done, or given up: while cert-manager works the condition stays.
            return !conditionOf(object, u"Issuing").isTrue()
                && (revisionOf(object) > before || conditionOf(object, u"Issuing").isFalse());
        },
        cancel);
    if (!ended) {
        if (ended.error().kind != Error::Kind::Timeout) {
            co_return failure(ended);
        }
        const auto root = co_await rootOf(renewal, cancel);
        Error late = ended.error();
        if (root && !root->isEmpty()) {
            late.detail = Text::tr("%1 What holds it up: %2").arg(late.detail, *root);
        }
        co_return failure(late);
    }
    if (revisionOf(*ended) > before) {
        co_return Renewed{.before = before,
                          .revision = revisionOf(*ended),
                          .notAfter = timestampOf((*ended)[u"status"][u"notAfter"]),
                          .resumed = renewal->resumed};
    }
    const auto root = co_await rootOf(renewal, cancel);
    const QString said = conditionOf(*ended, u"Issuing").message;
    co_return failure(Error::Kind::Invalid, renewal->doing(),
                      Text::tr("cert-manager could not issue it; the certificate of before stays. %1")
                          .arg(root && !root->isEmpty() ? *root : said));
}

[[nodiscard]] Async<Renewed> askAndFollow(RenewalPtr renewal, kube::Object certificate, CancelToken cancel)
{
    if (!renewal->resumed) {
        // Said before it is written down: nothing was begun that would have to be gone on with.
        if (conditionOf(certificate, u"Issuing").isTrue()) {
            co_return failure(Error::Kind::Conflict, renewal->doing(),
                              Text::tr("It is being issued already; wait for that to end, or look at what holds it up."));
        }
        if (const auto noted = renewal->log->intent(renewal->deed()); !noted) {
            co_return failure(noted);
        }
    }
    // A killed try may have asked or not: what stands there now tells.
    const bool isAsked
        = renewal->resumed && (revisionOf(certificate) > renewal->before || conditionOf(certificate, u"Issuing").isTrue());
    if (!isAsked) {
        const auto done = co_await ask(renewal, certificate, cancel);
        if (!done) {
            co_return failure(done);
        }
        std::ignore = renewal->log->effect(renewal->deed());
    }
    renewal->tell(Text::tr("%1 is being issued; the certificate of before serves meanwhile.").arg(renewal->spoken()));
    co_return co_await follow(renewal, cancel);
}

void conclude(const RenewalPtr &renewal, const Result<Renewed> &ended)
{
    // What happened happened, whether or not it can be written down: a full disk must not hide it.
    if (ended) {
        const QString sentence = Text::tr("%1 was issued anew, revision %2.").arg(renewal->spoken()).arg(ended->revision);
        journal::Deed deed = renewal->deed();
        deed.sentence = sentence;
        std::ignore = renewal->log->observed(deed);
        std::ignore = renewal->log->outcome(journal::Outcome::Done, sentence);
        return;
    }
    const Error::Kind kind = ended.error().kind;
    const bool open = kind == Error::Kind::Timeout || kind == Error::Kind::Cancelled || kind == Error::Kind::Unreachable;
    std::ignore = renewal->log->outcome(open ? journal::Outcome::Stopped : journal::Outcome::Failed, ended.error().detail, open);
}

} // namespace

Async<Renewed> renew(kube::ObjectName name, RenewServices services, std::function<void(QString)> tell, CancelToken cancel)
{
    const auto renewal = std::make_shared<Renewal>(Renewal{.name = name, .services = services, .tell = std::move(tell)});
    const auto certificate = co_await services.api->get(certificateType(), name, cancel);
    if (!certificate) {
        co_return failure(certificate);
    }
    if (const auto opened = open(renewal, *certificate); !opened) {
        co_return failure(opened);
    }
    const auto ended = co_await askAndFollow(renewal, *certificate, cancel);
    conclude(renewal, ended);
    co_return ended;
}

} // namespace sentinel::certs
