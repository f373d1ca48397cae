// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Design/Tokens.h"

#include <QList>
#include <QObject>
#include <QVariantMap>
#include <QtQmlIntegration>

namespace sentinel::design {

/// What a thing's state is, said by shape, word and colour together.
class Status : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Status is only its values")

public:
    enum Value { Neutral, Ok, Info, Warning, Error, Unknown };
    Q_ENUM(Value)
};

/// The tokens in force: colours of the chosen appearance, spaces, sizes. Sizes are in device-independent pixels.
/// It also dresses what is not ours (file dialogs): the application's palette and font follow it.
class Theme : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

    Q_PROPERTY(Choice choice READ choice WRITE setChoice NOTIFY choiceChanged FINAL)
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(bool dark READ dark NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(bool reduceMotion READ reduceMotion WRITE setReduceMotion NOTIFY reduceMotionChanged FINAL)
    Q_PROPERTY(int quick READ quick NOTIFY reduceMotionChanged FINAL)
    Q_PROPERTY(QString textFamily READ textFamily CONSTANT FINAL)
    Q_PROPERTY(QString monoFamily READ monoFamily CONSTANT FINAL)
    Q_PROPERTY(QList<QColor> tones READ tones NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QList<QColor> softTones READ softTones NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor scrim READ scrim NOTIFY appearanceChanged FINAL)

    Q_PROPERTY(QColor background READ background NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor surface READ surface NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor sunken READ sunken NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor line READ line NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor lineStrong READ lineStrong NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor lineControl READ lineControl NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor hover READ hover NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor pressed READ pressed NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor text READ text NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor textSecond READ textSecond NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor textDisabled READ textDisabled NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor accent READ accent NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor accentSoft READ accentSoft NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor accentHover READ accentHover NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor textOnAccent READ textOnAccent NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor focus READ focus NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor ok READ ok NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor okSoft READ okSoft NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor warning READ warning NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor warningSoft READ warningSoft NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor error READ error NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor errorSoft READ errorSoft NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor info READ info NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor infoSoft READ infoSoft NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor unknown READ unknown NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor unknownSoft READ unknownSoft NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor band READ band NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor bandRehearsal READ bandRehearsal NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor bandBlue READ bandBlue NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor bandTeal READ bandTeal NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor bandBrown READ bandBrown NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor bandGuarded READ bandGuarded NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QVariantMap bands READ bands NOTIFY appearanceChanged FINAL) ///< by the name of the colour
    Q_PROPERTY(QColor bandText READ bandText NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor codeKey READ codeKey NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor codeString READ codeString NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor codeNumber READ codeNumber NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor codeComment READ codeComment NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor added READ added NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor addedSoft READ addedSoft NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor removed READ removed NOTIFY appearanceChanged FINAL)
    Q_PROPERTY(QColor removedSoft READ removedSoft NOTIFY appearanceChanged FINAL)

    Q_PROPERTY(int controlHeight READ controlHeight NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(int rowHeight READ rowHeight NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(int rowHeightTall READ rowHeightTall NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(int iconSize READ iconSize NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(int sizeSmall READ sizeSmall NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(int sizeBase READ sizeBase NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(int sizeSection READ sizeSection NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(int sizeTitle READ sizeTitle NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(int sizeFigure READ sizeFigure NOTIFY textScaleChanged FINAL)
    Q_PROPERTY(int sizeCode READ sizeCode NOTIFY textScaleChanged FINAL)

    Q_PROPERTY(int spaceXs READ spaceXs CONSTANT FINAL)
    Q_PROPERTY(int spaceS READ spaceS CONSTANT FINAL)
    Q_PROPERTY(int spaceM READ spaceM CONSTANT FINAL)
    Q_PROPERTY(int spaceL READ spaceL CONSTANT FINAL)
    Q_PROPERTY(int spaceXl READ spaceXl CONSTANT FINAL)
    Q_PROPERTY(int radius READ radius CONSTANT FINAL)
    Q_PROPERTY(int radiusCard READ radiusCard CONSTANT FINAL)

public:
    enum Choice { System, Light, Dark };
    Q_ENUM(Choice)

    static constexpr qreal kSmallestText = 0.8;
    static constexpr qreal kLargestText = 2.0;

    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    [[nodiscard]] bool highContrast() const { return m_highContrast; }
    void setHighContrast(bool highContrast);
    [[nodiscard]] bool dark() const { return m_dark; }
    [[nodiscard]] qreal textScale() const { return m_textScale; }
    /// Kept between kSmallestText and kLargestText.
    void setTextScale(qreal scale);
    [[nodiscard]] bool reduceMotion() const { return m_reduceMotion; }
    void setReduceMotion(bool reduce);

    [[nodiscard]] int quick() const { return m_reduceMotion ? 0 : 120; } ///< milliseconds
    [[nodiscard]] QString textFamily() const; ///< of the application, see the constructor
    [[nodiscard]] QString monoFamily() const;
    [[nodiscard]] QList<QColor> tones() const; ///< by Status::Value
    [[nodiscard]] QList<QColor> softTones() const; ///< by Status::Value
    [[nodiscard]] QColor scrim() const { return {0, 0, 0, 140}; }

    [[nodiscard]] QColor background() const { return m_tokens->background; }
    [[nodiscard]] QColor surface() const { return m_tokens->surface; }
    [[nodiscard]] QColor sunken() const { return m_tokens->sunken; }
    [[nodiscard]] QColor line() const { return m_tokens->line; }
    [[nodiscard]] QColor lineStrong() const { return m_tokens->lineStrong; }
    [[nodiscard]] QColor lineControl() const { return m_tokens->lineControl; }
    [[nodiscard]] QColor hover() const { return m_tokens->hover; }
    [[nodiscard]] QColor pressed() const { return m_tokens->pressed; }
    [[nodiscard]] QColor text() const { return m_tokens->text; }
    [[nodiscard]] QColor textSecond() const { return m_tokens->textSecond; }
    [[nodiscard]] QColor textDisabled() const { return m_tokens->textDisabled; }
    [[nodiscard]] QColor accent() const { return m_tokens->accent; }
    [[nodiscard]] QColor accentSoft() const { return m_tokens->accentSoft; }
    [[nodiscard]] QColor accentHover() const { return m_tokens->accentHover; }
    [[nodiscard]] QColor textOnAccent() const { return m_tokens->textOnAccent; }
    [[nodiscard]] QColor focus() const { return m_tokens->focus; }
    [[nodiscard]] QColor ok() const { return m_tokens->ok; }
    [[nodiscard]] QColor okSoft() const { return m_tokens->okSoft; }
    [[nodiscard]] QColor warning() const { return m_tokens->warning; }
    [[nodiscard]] QColor warningSoft() const { return m_tokens->warningSoft; }
    [[nodiscard]] QColor error() const { return m_tokens->error; }
    [[nodiscard]] QColor errorSoft() const { return m_tokens->errorSoft; }
    [[nodiscard]] QColor info() const { return m_tokens->info; }
    [[nodiscard]] QColor infoSoft() const { return m_tokens->infoSoft; }
    [[nodiscard]] QColor unknown() const { return m_tokens->unknown; }
    [[nodiscard]] QColor unknownSoft() const { return m_tokens->unknownSoft; }
    [[nodiscard]] QColor band() const { return m_tokens->band; }
    [[nodiscard]] QColor bandRehearsal() const { return m_tokens->bandRehearsal; }
    [[nodiscard]] QColor bandBlue() const { return m_tokens->bandBlue; }
    [[nodiscard]] QColor bandTeal() const { return m_tokens->bandTeal; }
    [[nodiscard]] QColor bandBrown() const { return m_tokens->bandBrown; }
    [[nodiscard]] QColor bandGuarded() const { return m_tokens->bandGuarded; }
    [[nodiscard]] QVariantMap bands() const;
    [[nodiscard]] QColor bandText() const { return m_tokens->bandText; }
    [[nodiscard]] QColor codeKey() const { return m_tokens->codeKey; }
    [[nodiscard]] QColor codeString() const { return m_tokens->codeString; }
    [[nodiscard]] QColor codeNumber() const { return m_tokens->codeNumber; }
    [[nodiscard]] QColor codeComment() const { return m_tokens->codeComment; }
    [[nodiscard]] QColor added() const { return m_tokens->added; }
    [[nodiscard]] QColor addedSoft() const { return m_tokens->addedSoft; }
    [[nodiscard]] QColor removed() const { return m_tokens->removed; }
    [[nodiscard]] QColor removedSoft() const { return m_tokens->removedSoft; }

    [[nodiscard]] int controlHeight() const { return scaled(34); }
    [[nodiscard]] int rowHeight() const { return scaled(32); }
    [[nodiscard]] int rowHeightTall() const { return scaled(54); }
    [[nodiscard]] int iconSize() const { return scaled(16); }
    [[nodiscard]] int sizeSmall() const { return scaled(12); }
    [[nodiscard]] int sizeBase() const { return scaled(14); }
    [[nodiscard]] int sizeSection() const { return scaled(15); }
    [[nodiscard]] int sizeTitle() const { return scaled(23); }
    [[nodiscard]] int sizeFigure() const { return scaled(24); }
    [[nodiscard]] int sizeCode() const { return scaled(13); }

    [[nodiscard]] int spaceXs() const { return 4; }
    [[nodiscard]] int spaceS() const { return 8; }
    [[nodiscard]] int spaceM() const { return 12; }
    [[nodiscard]] int spaceL() const { return 16; }
    [[nodiscard]] int spaceXl() const { return 24; }
    [[nodiscard]] int radius() const { return 6; }
    [[nodiscard]] int radiusCard() const { return 8; }

Q_SIGNALS:
    void choiceChanged();
    void appearanceChanged();
    void textScaleChanged();
    void reduceMotionChanged();

private:
    [[nodiscard]] int scaled(int size) const { return qRound(size * m_textScale); }
    void followSystem();
    void dress() const;

    Choice m_choice = System;
    bool m_dark = false;
    bool m_highContrast = false;
    bool m_reduceMotion = false;
    qreal m_textScale = 1;
    const Tokens *m_tokens = &tokensOf(Appearance::Light);
};

} // namespace sentinel::design
