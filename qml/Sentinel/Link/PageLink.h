// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/actions/RightsCache.h"
#include "qml/Sentinel/Rows/ClusterPlace.h"
#include "qml/Sentinel/Rows/Trouble.h"

#include <QVariantMap>

namespace sentinel::console {

/// What a connector made: what every link needs of it, and what only its page does.
struct Way
{
    kube::ApiPtr api;
    std::shared_ptr<Clock> clock;
    QString name{}; ///< of the cluster, where the person has none for it
    std::shared_ptr<const void> services{}; ///< the page's own; see wayTo

    /// Empty ones while there is no way: somebody who hears later than others that it is gone still asks.
    template <typename Services>
    [[nodiscard]] const Services &as() const
    {
        static const Services none{};
        return services ? *static_cast<const Services *>(services.get()) : none;
    }
};

/// A way with the page's own services, of which there is one type a link.
template <typename Services>
[[nodiscard]] Way wayTo(Services services, kube::ApiPtr api, std::shared_ptr<Clock> clock, QString name)
{
    return {.api = std::move(api),
            .clock = std::move(clock),
            .name = std::move(name),
            .services = std::make_shared<const Services>(std::move(services))};
}

/// The way to the cluster a page was given, what it serves and what one may do there; made anew whenever that is another one.
class PageLink : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QVariantMap place READ placeProperties WRITE setPlaceProperties NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL)
    Q_PROPERTY(bool connecting READ isConnecting NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit PageLink(QObject *parent = nullptr);
    ~PageLink() override;

    Q_INVOKABLE void reconnect();
    Q_INVOKABLE void retranslate() { Q_EMIT changed(); }

    [[nodiscard]] QVariantMap placeProperties() const { return m_properties; }
    void setPlaceProperties(const QVariantMap &properties);
    [[nodiscard]] const ClusterPlace &place() const { return m_place; }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] bool isConnecting() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString blockedReason() const; ///< empty when ready
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

    /// What the cluster serves, once it answered.
    [[nodiscard]] const QList<kube::ResourceType> &types() const { return m_types; }
    /// How the cluster serves a kind; nothing when it does not.
    [[nodiscard]] std::optional<kube::ResourceType> typeOf(const QString &group, const QString &kind) const;
    /// Only while ready.
    [[nodiscard]] kube::RightsCache &rights() { return *m_rights; }

Q_SIGNALS:
    void changed();
    /// Another cluster, or the same anew: what was known of the last one is not true any more. Again when it is ready.
    void reconnected();
    void rightsChanged();

protected:
    /// Begins to make the way; the cluster itself need not be asked yet.
    [[nodiscard]] virtual Async<Way> open(const ClusterPlace &place, const CancelToken &cancel) = 0;
    /// Why the page cannot work with a cluster that serves only this; nothing: it can.
    [[nodiscard]] virtual Trouble lacking(const QList<kube::ResourceType> &types) const;
    /// What the connector made; null before and after.
    [[nodiscard]] const Way &way() const { return m_way; }

private:
    struct Greeting
    {
        Way way;
        QList<kube::ResourceType> types;
    };
    [[nodiscard]] static Async<Greeting> greet(Async<Way> way, CancelToken cancel);
    void connectTo(const ClusterPlace &place);
    void take(const Result<Greeting> &greeting);

    QVariantMap m_properties;
    ClusterPlace m_place;
    Way m_way;
    std::unique_ptr<kube::RightsCache> m_rights;
    QList<kube::ResourceType> m_types;
    CancelSource m_cancel;
    bool m_ready = false;
    Trouble m_trouble;
};

} // namespace sentinel::console
