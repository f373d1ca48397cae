// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Design/Theme.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

#include <algorithm>

namespace sentinel::design {

using namespace Qt::StringLiterals;

namespace {

Appearance appearanceFor(bool dark, bool highContrast)
{
    if (highContrast) {
        return dark ? Appearance::DarkHighContrast : Appearance::LightHighContrast;
    }
    return dark ? Appearance::Dark : Appearance::Light;
}

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tokens.background);
    palette.setColor(QPalette::WindowText, tokens.text);
    palette.setColor(QPalette::Base, tokens.surface);
    palette.setColor(QPalette::AlternateBase, tokens.sunken);
    palette.setColor(QPalette::Text, tokens.text);
    palette.setColor(QPalette::PlaceholderText, tokens.textSecond);
    palette.setColor(QPalette::Button, tokens.surface);
    palette.setColor(QPalette::ButtonText, tokens.text);
    palette.setColor(QPalette::Highlight, tokens.accent);
    palette.setColor(QPalette::HighlightedText, tokens.textOnAccent);
    palette.setColor(QPalette::Accent, tokens.accent);
    palette.setColor(QPalette::ToolTipBase, tokens.text);
    palette.setColor(QPalette::ToolTipText, tokens.surface);
    palette.setColor(QPalette::Mid, tokens.line);
    palette.setColor(QPalette::Midlight, tokens.line);
    palette.setColor(QPalette::Dark, tokens.lineStrong);
    palette.setColor(QPalette::Light, tokens.surface);
    palette.setColor(QPalette::Link, tokens.accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, tokens.textDisabled);
    }
    return palette;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::followSystem);
    followSystem();
    QFont font;
    font.setFamilies({u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s, u"sans-serif"_s});
    font.setPixelSize(sizeBase());
    QGuiApplication::setFont(font);
    dress();
}

void Theme::setChoice(Choice choice)
{
    if (m_choice == choice) {
        return;
    }
    m_choice = choice;
    // The platform hears of it too, so that window frames and native dialogs follow; not every platform can.
    QStyleHints *hints = QGuiApplication::styleHints();
    switch (choice) {
    case System:
        hints->unsetColorScheme();
        break;
    case Light:
        hints->setColorScheme(Qt::ColorScheme::Light);
        break;
    case Dark:
        hints->setColorScheme(Qt::ColorScheme::Dark);
        break;
    }
    followSystem();
    Q_EMIT choiceChanged();
}

void Theme::setHighContrast(bool highContrast)
{
    if (m_highContrast != highContrast) {
        m_highContrast = highContrast;
        followSystem();
    }
}

void Theme::setTextScale(qreal scale)
{
    const qreal kept = std::clamp(scale, kSmallestText, kLargestText);
    if (!qFuzzyCompare(kept, m_textScale)) {
        m_textScale = kept;
        dress();
        Q_EMIT textScaleChanged();
    }
}

void Theme::setReduceMotion(bool reduce)
{
    if (m_reduceMotion != reduce) {
        m_reduceMotion = reduce;
        Q_EMIT reduceMotionChanged();
    }
}

QString Theme::textFamily() const
{
    return QGuiApplication::font().family();
}

QString Theme::monoFamily() const
{
    static const QString kFamily = [] {
        for (const QString &family : {u"JetBrains Mono"_s, u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s}) {
            if (QFontDatabase::hasFamily(family)) {
                return family;
            }
        }
        return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    }();
    return kFamily;
}

QVariantMap Theme::bands() const
{
    return {{u"blue"_s, bandBlue()},   {u"teal"_s, bandTeal()},        {u"brown"_s, bandBrown()},
            {u"red"_s, bandGuarded()}, {u"purple"_s, bandRehearsal()}, {u"rehearsal"_s, bandRehearsal()}};
}

QList<QColor> Theme::tones() const
{
    return {m_tokens->textSecond, m_tokens->ok, m_tokens->info, m_tokens->warning, m_tokens->error, m_tokens->unknown};
}

QList<QColor> Theme::softTones() const
{
    return {m_tokens->sunken,      m_tokens->okSoft,    m_tokens->infoSoft,
            m_tokens->warningSoft, m_tokens->errorSoft, m_tokens->unknownSoft};
}

void Theme::followSystem()
{
    const bool systemDark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    const bool dark = m_choice == System ? systemDark : m_choice == Dark;
    const Tokens &tokens = tokensOf(appearanceFor(dark, m_highContrast));
    if (&tokens == m_tokens) {
        return;
    }
    m_dark = dark;
    m_tokens = &tokens;
    dress();
    Q_EMIT appearanceChanged();
}

void Theme::dress() const
{
    QGuiApplication::setPalette(paletteOf(*m_tokens));
    QFont font = QGuiApplication::font();
    font.setPixelSize(sizeBase());
    QGuiApplication::setFont(font);
}

} // namespace sentinel::design
