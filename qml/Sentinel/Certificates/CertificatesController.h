// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certs/Renew.h"
#include "core/certs/Sight.h"
#include "core/kube/actions/Rights.h"
#include "qml/Sentinel/Certificates/RowTypes.h"
#include "qml/Sentinel/Rows/ClusterPlace.h"

#include <QVariantMap>

namespace sentinel::console {

using CertificatesConnector = std::function<Result<certs::RenewServices>(const ClusterPlace &place)>;

/// Every certificate of the cluster, kept fresh, one of them from near, and its renewal.
class CertificatesController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap place READ placeProperties WRITE setPlaceProperties NOTIFY changed FINAL)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY changed FINAL) ///< somebody looks: watched only then
    Q_PROPERTY(bool looking READ isLooking NOTIFY changed FINAL)
    Q_PROPERTY(bool renewing READ isRenewing NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString note READ note NOTIFY changed FINAL) ///< what could not be read, and who could
    Q_PROPERTY(QString selected READ selected WRITE setSelected NOTIFY changed FINAL) ///< "shop/web"; empty: none
    Q_PROPERTY(QVariantMap detail READ detail NOTIFY changed FINAL) ///< {title, place, word, tone, sentence, cause}
    Q_PROPERTY(bool guarded READ isGuarded NOTIFY changed FINAL) ///< a renewal asks first
    Q_PROPERTY(QString renewBlockedReason READ renewBlockedReason NOTIFY changed FINAL)
    Q_PROPERTY(QString command READ command NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *certificates MEMBER m_certificates CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *chain MEMBER m_chain CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *facts MEMBER m_facts CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *findings MEMBER m_findings CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *issuers MEMBER m_issuers CONSTANT FINAL) ///< that are not ready
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit CertificatesController(QObject *parent = nullptr);
    ~CertificatesController() override;
    /// Used from now on by every controller instead of the program's own.
    static void setConnector(CertificatesConnector connector);

    Q_INVOKABLE void refresh(); ///< connects anew and looks
    Q_INVOKABLE void renew(); ///< the one selected
    Q_INVOKABLE void retranslate();

    [[nodiscard]] QVariantMap placeProperties() const { return m_properties; }
    void setPlaceProperties(const QVariantMap &properties);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] bool isLooking() const { return m_services && !m_seen && !m_trouble.isPresent(); }
    [[nodiscard]] bool isRenewing() const { return !m_renewing.isEmpty(); }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString note() const { return m_sight.unseen.join(u' '); }
    [[nodiscard]] QString selected() const { return m_selected; }
    void setSelected(const QString &id);
    [[nodiscard]] QVariantMap detail() const;
    [[nodiscard]] bool isGuarded() const { return !m_place.rehearsal; }
    [[nodiscard]] QString renewBlockedReason() const;
    [[nodiscard]] QString command() const;
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }
    [[nodiscard]] const QList<certs::Certificate> &all() const { return m_all; }

Q_SIGNALS:
    void changed();
    void ended(bool good, const QString &sentence);

private:
    void watch();
    void take(const Result<certs::Sight> &sight);
    void askRight();
    void show();
    [[nodiscard]] const certs::Certificate *chosen() const;

    QVariantMap m_properties;
    ClusterPlace m_place;
    std::optional<certs::RenewServices> m_services;
    CancelSource m_watch;
    CancelSource m_renewal;
    certs::Sight m_sight;
    QList<certs::Certificate> m_all;
    QString m_selected;
    QString m_renewing; ///< id
    kube::Right m_mayRenew = kube::Right::Unknown;
    bool m_active = false;
    bool m_seen = false;
    Trouble m_trouble;
    RowsModel *m_certificates;
    RowsModel *m_chain;
    RowsModel *m_facts;
    RowsModel *m_findings;
    RowsModel *m_issuers;
};

} // namespace sentinel::console
