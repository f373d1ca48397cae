// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Package.h"
#include "qml/Sentinel/Deploy/RowTypes.h"

#include <QStringList>
#include <QVariantList>
#include <optional>

namespace sentinel::console {

/// Which bundle is deployed, for which environment and which way; read and checked against its sums.
class BundleController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString stateFolder READ stateFolder WRITE setStateFolder NOTIFY changed FINAL)
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList known READ known NOTIFY changed FINAL) ///< bundles written last, newest first: {value, label, help}
    Q_PROPERTY(QVariantList environments READ environments NOTIFY changed FINAL) ///< {value, label}
    Q_PROPERTY(QString environment READ environment WRITE setEnvironment NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList ways READ ways NOTIFY changed FINAL) ///< {value, label}
    Q_PROPERTY(QString way READ way WRITE setWay NOTIFY changed FINAL) ///< "argocd", "helm"
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL) ///< "sentinel 2.8.0"
    Q_PROPERTY(QString nameSpace READ nameSpace NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL)
    Q_PROPERTY(bool example READ isExample NOTIFY changed FINAL)
    Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit BundleController(QObject *parent = nullptr);

    [[nodiscard]] QString stateFolder() const { return m_stateFolder; }
    void setStateFolder(const QString &folder);
    [[nodiscard]] QString folder() const { return m_folder; }
    void setFolder(const QString &folder);
    [[nodiscard]] QVariantList known() const;
    [[nodiscard]] QVariantList environments() const;
    [[nodiscard]] QString environment() const { return m_environment; }
    void setEnvironment(const QString &environment);
    [[nodiscard]] QVariantList ways() const;
    [[nodiscard]] QString way() const;
    void setWay(const QString &way);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString nameSpace() const { return m_package ? m_package->ns() : QString(); }
    [[nodiscard]] bool isReady() const { return m_package.has_value(); }
    [[nodiscard]] bool isExample() const { return !m_stateFolder.isEmpty() && m_folder == exampleFolder(); }
    [[nodiscard]] QString blockedReason() const; ///< empty when ready
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

    [[nodiscard]] const std::optional<deploy::Package> &package() const { return m_package; }
    /// Looks at the disk again: other pages write bundles.
    Q_INVOKABLE void refresh();
    /// A production bundle of usual answers, made on this machine and chosen; `next`: another version of it, to upgrade to.
    Q_INVOKABLE void makeExample(bool next = false);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString exampleFolder() const;
    [[nodiscard]] QStringList writtenFolders() const;
    void readManifest();
    void readPackage();

    QString m_stateFolder;
    QStringList m_written;
    QString m_folder;
    QString m_name;
    QStringList m_environments;
    QString m_environment;
    std::optional<deploy::Via> m_via; ///< as the plan says when empty
    std::optional<deploy::Package> m_package;
    Trouble m_trouble;
};

} // namespace sentinel::console
