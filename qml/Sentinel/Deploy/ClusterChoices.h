// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Deploy/RowTypes.h"

#include <QVariantList>

namespace sentinel::console {

/// The contexts of a kubeconfig, to choose one from. Reads files, asks no cluster.
class ClusterChoices : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString file READ file WRITE setFile NOTIFY changed FINAL) ///< empty: what kubectl reads
    Q_PROPERTY(QString files READ files NOTIFY changed FINAL) ///< those that were read
    Q_PROPERTY(QVariantList contexts READ contexts NOTIFY changed FINAL) ///< {value, label, help}
    Q_PROPERTY(QString context READ context WRITE setContext NOTIFY changed FINAL)
    Q_PROPERTY(bool guarded READ isGuarded WRITE setGuarded NOTIFY changed FINAL) ///< starts as the name suggests
    Q_PROPERTY(QString colour READ colour WRITE setColour NOTIFY changed FINAL)
    Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap choice READ choice NOTIFY changed FINAL) ///< {kubeconfig, context, colour, guarded}
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit ClusterChoices(QObject *parent = nullptr);

    [[nodiscard]] QString file() const { return m_file; }
    void setFile(const QString &file);
    [[nodiscard]] QString files() const { return m_files.join(u", "); }
    [[nodiscard]] QVariantList contexts() const { return m_contexts; }
    [[nodiscard]] QString context() const { return m_context; }
    void setContext(const QString &context);
    [[nodiscard]] bool isGuarded() const { return m_guarded; }
    void setGuarded(bool guarded);
    [[nodiscard]] QString colour() const { return m_colour; }
    void setColour(const QString &colour);
    [[nodiscard]] QString blockedReason() const;
    [[nodiscard]] QVariantMap choice() const;
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

    Q_INVOKABLE void read();

Q_SIGNALS:
    void changed();

private:
    QString m_file;
    QStringList m_files;
    QVariantList m_contexts;
    QString m_context;
    QString m_contextProblem;
    bool m_guarded = false;
    QString m_colour = QStringLiteral("blue");
    Trouble m_trouble;
};

} // namespace sentinel::console
