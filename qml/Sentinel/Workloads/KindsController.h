// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectFeed.h"
#include "qml/Sentinel/Workloads/KindRows.h"
#include "qml/Sentinel/Workloads/WorkloadsLink.h"

#include <QPointer>

namespace sentinel::console {

/// Which kind of which namespace the page shows: everything the cluster serves, and the namespaces as they come and go.
class KindsController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::WorkloadsLink *link READ link WRITE setLink NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY wired FINAL) ///< the page is in sight
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed FINAL) ///< id
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(bool namespaced READ isNamespaced NOTIFY changed FINAL)
    Q_PROPERTY(QString ns READ ns WRITE setNs NOTIFY changed FINAL) ///< empty: all
    Q_PROPERTY(QVariantList namespaces READ namespaces NOTIFY changed FINAL) ///< {value, label, help}, "all" first
    Q_PROPERTY(QString namespacesProblem READ namespacesProblem NOTIFY changed FINAL) ///< they cannot be listed: one is typed
    Q_PROPERTY(sentinel::console::RowsModel *kinds MEMBER m_rows CONSTANT FINAL)
public:
    explicit KindsController(QObject *parent = nullptr);
    ~KindsController() override;

    Q_INVOKABLE void toggle(const QString &group);
    Q_INVOKABLE void retranslate();

    [[nodiscard]] WorkloadsLink *link() const { return m_link; }
    void setLink(WorkloadsLink *link);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] QString kind() const { return m_kind; }
    void setKind(const QString &id);
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isNamespaced() const;
    [[nodiscard]] QString ns() const { return m_ns; }
    void setNs(const QString &ns);
    [[nodiscard]] QVariantList namespaces() const { return m_namespaces; }
    [[nodiscard]] QString namespacesProblem() const { return m_problem; }
    /// Nothing: not served, or no cluster is there.
    [[nodiscard]] std::optional<kube::ResourceType> type() const;

Q_SIGNALS:
    void wired();
    void changed();
    void reconnected(); ///< another cluster, or the same anew

private:
    void follow();
    void watchNamespaces();
    void showNamespaces();
    void show();

    QPointer<WorkloadsLink> m_link;
    bool m_active = true;
    QString m_kind = QStringLiteral("/Pod");
    QString m_ns;
    QSet<QString> m_open;
    std::unique_ptr<kube::ObjectFeed> m_feed;
    QVariantList m_namespaces;
    QString m_problem;
    RowsModel *m_rows;
};

} // namespace sentinel::console
