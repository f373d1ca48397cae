// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace sentinel::design {

/// Every colour of one appearance. The contrast of each pair that meets on screen is held by tests/qml/tst_Tokens.cpp.
struct Tokens
{
    QColor background;
    QColor surface;
    QColor sunken;
    QColor line;
    QColor lineStrong;
    QColor lineControl;
    QColor hover;
    QColor pressed;
    QColor text;
    QColor textSecond;
    QColor textDisabled;
    QColor accent;
    QColor accentSoft;
    QColor accentHover;
    QColor textOnAccent;
    QColor focus;
    QColor ok;
    QColor okSoft;
    QColor warning;
    QColor warningSoft;
    QColor error;
    QColor errorSoft;
    QColor info;
    QColor infoSoft;
    QColor unknown;
    QColor unknownSoft;
    QColor band;
    QColor bandRehearsal;
    QColor bandBlue;
    QColor bandTeal;
    QColor bandBrown;
    QColor bandGuarded;
    QColor bandText;
    QColor codeKey;
    QColor codeString;
    QColor codeNumber;
    QColor codeComment;
    QColor added;
    QColor addedSoft;
    QColor removed;
    QColor removedSoft;
};

enum class Appearance { Light, Dark, LightHighContrast, DarkHighContrast };

[[nodiscard]] const Tokens &tokensOf(Appearance appearance);

} // namespace sentinel::design
