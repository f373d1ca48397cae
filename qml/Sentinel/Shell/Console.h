// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Language.h"
#include "qml/Sentinel/Shell/ClusterContext.h"

#include <QObject>
#include <QRect>
#include <QSettings>
#include <QVariantList>
#include <QtQmlIntegration>

class QJSEngine;
class QQmlEngine;

namespace sentinel::shell {

/// What every page may ask of the program: how it looks and speaks, where its files are. Remembered between starts in
/// `console.ini` of the configuration folder; changes are written at once.
class Console : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL) ///< "en" or "es"
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged FINAL) ///< "system", "light" or "dark"
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY themeChanged FINAL)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged FINAL) ///< 0.8 to 2
    Q_PROPERTY(bool reduceMotion READ reduceMotion WRITE setReduceMotion NOTIFY reduceMotionChanged FINAL)
    Q_PROPERTY(
        QRect geometry READ geometry WRITE setGeometry NOTIFY geometryChanged FINAL) ///< of the window; invalid: never shown
    Q_PROPERTY(QString draftsFolder READ draftsFolder CONSTANT FINAL)
    Q_PROPERTY(QString configFile READ configFile CONSTANT FINAL)
    Q_PROPERTY(QString configFolder READ configFolder CONSTANT FINAL)
    Q_PROPERTY(QString version READ version CONSTANT FINAL)
    Q_PROPERTY(QString planFile READ planFile CONSTANT FINAL) ///< named on the command line; empty: none
    Q_PROPERTY(QVariantList profiles READ profiles NOTIFY languageChanged FINAL) ///< of {name, title, summary, iconName}
    Q_PROPERTY(sentinel::shell::ClusterContext *cluster READ cluster CONSTANT FINAL)
    Q_PROPERTY(QVariantList drafts READ drafts NOTIFY draftsChanged FINAL) ///< of {id, name, step, changed}, newest first

public:
    /// No default for `parent`: with one, QML would make a second Console instead of asking create().
    explicit Console(QObject *parent);

    /// The object QML gets; made by main() before the engine, and outliving it.
    static void use(Console *console);
    static Console *create(QQmlEngine *engine, QJSEngine *);
    /// From now on a change of language retranslates this engine.
    void attach(QQmlEngine *engine);
    void setPlanFile(const QString &path) { m_planFile = path; }

    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    [[nodiscard]] QString theme() const { return m_theme; }
    void setTheme(const QString &theme);
    [[nodiscard]] bool highContrast() const { return m_highContrast; }
    void setHighContrast(bool on);
    [[nodiscard]] qreal textScale() const { return m_textScale; }
    void setTextScale(qreal scale);
    [[nodiscard]] bool reduceMotion() const { return m_reduceMotion; }
    void setReduceMotion(bool on);
    [[nodiscard]] QRect geometry() const { return m_geometry; }
    void setGeometry(const QRect &geometry);
    [[nodiscard]] QString draftsFolder() const;
    [[nodiscard]] QString configFile() const;
    [[nodiscard]] QString configFolder() const;
    [[nodiscard]] QString version() const;
    [[nodiscard]] QString planFile() const { return m_planFile; }
    [[nodiscard]] ClusterContext *cluster() { return &m_cluster; }
    [[nodiscard]] QVariantList profiles() const;
    [[nodiscard]] QVariantList drafts() const { return m_drafts; }

    /// Looks at the drafts folder again.
    Q_INVOKABLE void listDrafts();

Q_SIGNALS:
    void languageChanged();
    void themeChanged();
    void textScaleChanged();
    void reduceMotionChanged();
    void geometryChanged();
    void draftsChanged();

private:
    void remember(const QString &key, const QVariant &value);

    QSettings m_settings;
    ClusterContext m_cluster{m_settings, nullptr};
    Language m_language = Language::English;
    QString m_theme = QStringLiteral("system");
    bool m_highContrast = false;
    bool m_reduceMotion = false;
    qreal m_textScale = 1;
    QRect m_geometry;
    QString m_planFile;
    QVariantList m_drafts;
    QQmlEngine *m_engine = nullptr;
};

} // namespace sentinel::shell
