// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Certificates/CertificatesController.h"

#include "app/composition/ClusterConnection.h"
#include "app/composition/DeployServices.h"
#include "core/certs/CertificateWatch.h"
#include "core/kube/actions/AccessReview.h"
#include "qml/Sentinel/Certificates/CertificateRows.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Result<certs::RenewServices> connectByComposition(const ClusterPlace &place)
{
    const auto connection = composition::connectTo({.kubeconfig = place.kubeconfig, .context = place.context});
    const auto journal = composition::openJournal();
    if (!connection || !journal) {
        return connection ? failure(journal) : failure(connection);
    }
    return certs::RenewServices{.api = connection->api,
                                .clock = std::make_shared<SystemClock>(),
                                .journal = *journal,
                                .context = connection->access.context,
                                .cluster = connection->access.server.toString()};
}

CertificatesConnector &connector()
{
    static CertificatesConnector g_connector = connectByComposition;
    return g_connector;
}

} // namespace

CertificatesController::CertificatesController(QObject *parent)
    : QObject(parent)
    , m_certificates(new RowsModel({"id", "title", "detail", "tone", "word"}, this))
    , m_chain(new RowsModel({"id", "title", "sentence", "tone", "depth"}, this))
    , m_facts(new RowsModel({"id", "label", "value"}, this))
    , m_findings(new RowsModel({"id", "sentence", "remedy", "tone"}, this))
    , m_issuers(new RowsModel({"id", "title", "detail", "tone"}, this))
{
}

CertificatesController::~CertificatesController()
{
    m_watch.cancel();
    // A renewal that was asked for goes on in the cluster; the journal knows of it.
    m_renewal.cancel();
}

void CertificatesController::setConnector(CertificatesConnector made)
{
    connector() = std::move(made);
}

void CertificatesController::setPlaceProperties(const QVariantMap &properties)
{
    m_properties = properties;
    const ClusterPlace place = placeOf(properties);
    ClusterPlace same = m_place; // how it is shown and protected makes it no other cluster
    same.name = place.name;
    same.protection = place.protection;
    const bool other = place != same;
    m_place = place;
    if (other) {
        refresh();
    } else {
        Q_EMIT changed();
    }
}

void CertificatesController::setActive(bool active)
{
    if (active != m_active) {
        m_active = active;
        watch();
        Q_EMIT changed();
    }
}

void CertificatesController::refresh()
{
    m_services.reset();
    m_trouble = {};
    m_sight = {};
    m_all.clear();
    m_seen = false;
    if (m_place.usable) {
        const auto services = connector()(m_place);
        if (services) {
            m_services = *services;
        } else {
            m_trouble = Trouble::of(services.error());
        }
    }
    show();
    watch();
}

void CertificatesController::watch()
{
    m_watch.cancel();
    m_watch = {};
    if (!m_active || !m_services) {
        return;
    }
    const CancelToken token = m_watch.token();
    deliver(certs::watchCertificates(
                m_services->api, m_services->clock, {},
                [self = QPointer(this), token](const Result<certs::Sight> &sight) {
                    if (self && !token.isCancelled()) {
                        self->take(sight);
                    }
                },
                token),
            this, [](const Result<void> &) {});
}

void CertificatesController::take(const Result<certs::Sight> &sight)
{
    m_trouble = sight ? Trouble() : Trouble::of(sight.error());
    if (sight) {
        m_sight = *sight;
        m_all = certs::judge(m_sight, m_services->clock->now());
        m_seen = true;
        if (!chosen()) {
            m_selected = m_all.isEmpty() ? QString() : m_all.first().title();
            askRight();
        }
    }
    show();
}

void CertificatesController::show()
{
    const certs::Certificate *one = chosen();
    m_certificates->setRows(certificateRows(m_all));
    m_issuers->setRows(issuerRows(certs::issuersOf(m_sight)));
    m_chain->setRows(one ? chainRows(*one) : QList<RowsModel::Row>());
    m_facts->setRows(one ? factRows(*one) : QList<RowsModel::Row>());
    m_findings->setRows(one ? findingRows(*one) : QList<RowsModel::Row>());
    Q_EMIT changed();
}

void CertificatesController::retranslate()
{
    m_all = m_services ? certs::judge(m_sight, m_services->clock->now()) : m_all;
    show();
}

const certs::Certificate *CertificatesController::chosen() const
{
    const auto found = std::ranges::find_if(m_all, [this](const certs::Certificate &one) { return one.title() == m_selected; });
    return found == m_all.cend() ? nullptr : &*found;
}

void CertificatesController::setSelected(const QString &id)
{
    if (id != m_selected) {
        m_selected = id;
        askRight();
        show();
    }
}

void CertificatesController::askRight()
{
    m_mayRenew = kube::Right::Unknown;
    const certs::Certificate *one = chosen();
    if (!one || !m_services) {
        return;
    }
    const kube::AccessQuestion question{.verb = u"update"_s,
                                        .group = u"cert-manager.io"_s,
                                        .resource = u"certificates"_s,
                                        .subresource = u"status"_s,
                                        .ns = one->ns,
                                        .name = one->name};
    deliver(kube::ask(m_services->api, question, m_watch.token()), this,
            [this, asked = m_selected](const Result<kube::Verdict> &verdict) {
                if (verdict && asked == m_selected) {
                    m_mayRenew = verdict->right;
                    Q_EMIT changed();
                }
            });
}

QString CertificatesController::headline() const
{
    if (!m_place.usable) {
        return m_place.rehearsal ? Text::tr("The rehearsal cluster is starting") : Text::tr("No cluster is connected");
    }
    if (!m_seen) {
        return m_trouble.isPresent() ? Text::tr("Certificates could not be read") : Text::tr("Looking for certificates");
    }
    const auto bad = std::ranges::count_if(m_all, &certs::Certificate::needsCare);
    if (bad > 0) {
        return Text::tr("%1 of %2 certificates need somebody").arg(bad).arg(m_all.size());
    }
    return m_all.isEmpty() ? Text::tr("There is no certificate yet")
                           : Text::tr("All %n certificate(s) are good", nullptr, int(m_all.size()));
}

QVariantMap CertificatesController::detail() const
{
    const certs::Certificate *one = chosen();
    if (!one) {
        return {};
    }
    return {{u"title"_s, one->name},           {u"place"_s, one->ns},          {u"word"_s, certs::stateWord(one->state)},
            {u"tone"_s, number(toneOf(*one))}, {u"sentence"_s, one->sentence}, {u"cause"_s, one->cause}};
}

QString CertificatesController::renewBlockedReason() const
{
    const certs::Certificate *one = chosen();
    if (!one) {
        return Text::tr("Choose a certificate first.");
    }
    if (isRenewing()) {
        return Text::tr("%1 is being renewed.").arg(m_renewing);
    }
    if (m_place.protection == ProtectionLevel::ReadOnly) {
        return Text::tr("This cluster is marked as read-only here.");
    }
    if (one->isIssuing()) {
        return Text::tr("It is being issued already.");
    }
    return m_mayRenew == kube::Right::Denied
        ? Text::tr("You may not update certificates/status in %1, which a renewal needs.").arg(one->ns)
        : QString();
}

QString CertificatesController::command() const
{
    return chosen() ? u"sentinelctl certificates renew %1"_s.arg(m_selected) : QString();
}

void CertificatesController::renew()
{
    if (!renewBlockedReason().isEmpty()) {
        return;
    }
    const certs::Certificate one = *chosen();
    m_renewing = one.title();
    Q_EMIT changed();
    m_renewal = {};
    deliver(certs::renew(
                {.ns = one.ns, .name = one.name}, *m_services, [](const QString &) {}, m_renewal.token()),
            this, [this, title = one.title()](const Result<certs::Renewed> &done) {
                m_renewing.clear();
                Q_EMIT changed();
                Q_EMIT ended(done.has_value(),
                             done ? Text::tr("%1 was issued anew, good until %2.")
                                        .arg(title, QLocale().toString(done->notAfter.toLocalTime(), QLocale::ShortFormat))
                                  : Trouble::of(done.error()).text());
            });
}

} // namespace sentinel::console
