// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Design/Tokens.h"

namespace sentinel::design {

namespace {

constexpr QColor rgb(int value)
{
    return QColor((value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff);
}

constexpr Tokens kLight{
    .background = rgb(0xF4F6F8),
    .surface = rgb(0xFFFFFF),
    .sunken = rgb(0xECEFF3),
    .line = rgb(0xDDE2E9),
    .lineStrong = rgb(0xB8C1CD),
    .lineControl = rgb(0x838D9B),
    .hover = rgb(0xEEF2F7),
    .pressed = rgb(0xE2E8F0),
    .text = rgb(0x18202B),
    .textSecond = rgb(0x55606F),
    .textDisabled = rgb(0x78828F),
    .accent = rgb(0x1B4FA8),
    .accentSoft = rgb(0xE6EDF9),
    .accentHover = rgb(0x163F87),
    .textOnAccent = rgb(0xFFFFFF),
    .focus = rgb(0x1B4FA8),
    .ok = rgb(0x00804C),
    .okSoft = rgb(0xE8F6F0),
    .warning = rgb(0x9C6510),
    .warningSoft = rgb(0xFDF5E7),
    .error = rgb(0x8E0F2E),
    .errorSoft = rgb(0xF9E4E9),
    .info = rgb(0x1B4FA8),
    .infoSoft = rgb(0xE6EDF9),
    .unknown = rgb(0x6A7080),
    .unknownSoft = rgb(0xF4F6F8),
    .band = rgb(0x3A4453),
    .bandRehearsal = rgb(0x6A3D9E),
    .bandBlue = rgb(0x1B4FA8),
    .bandTeal = rgb(0x0B6670),
    .bandBrown = rgb(0x7A4A12),
    .bandGuarded = rgb(0x8E0F2E),
    .bandText = rgb(0xFFFFFF),
    .codeKey = rgb(0x1B4FA8),
    .codeString = rgb(0x006B40),
    .codeNumber = rgb(0x8A4B00),
    .codeComment = rgb(0x5C6675),
    .added = rgb(0x00693E),
    .addedSoft = rgb(0xE3F4EC),
    .removed = rgb(0x8E0F2E),
    .removedSoft = rgb(0xF9E4E9),
};

constexpr Tokens kDark{
    .background = rgb(0x14171C),
    .surface = rgb(0x1B1F26),
    .sunken = rgb(0x101318),
    .line = rgb(0x323A46),
    .lineStrong = rgb(0x4A5564),
    .lineControl = rgb(0x6F7B8C),
    .hover = rgb(0x252B35),
    .pressed = rgb(0x2F3743),
    .text = rgb(0xE9EDF2),
    .textSecond = rgb(0xA9B4C2),
    .textDisabled = rgb(0x78838F),
    .accent = rgb(0x7FB0FF),
    .accentSoft = rgb(0x22324D),
    .accentHover = rgb(0x9BC1FF),
    .textOnAccent = rgb(0x0D1420),
    .focus = rgb(0x7FB0FF),
    .ok = rgb(0x2FE0A0),
    .okSoft = rgb(0x173229),
    .warning = rgb(0xF6BB2E),
    .warningSoft = rgb(0x3A301A),
    .error = rgb(0xE5667F),
    .errorSoft = rgb(0x3B1F27),
    .info = rgb(0x3D9DF5),
    .infoSoft = rgb(0x1A2F47),
    .unknown = rgb(0xD5DCE3),
    .unknownSoft = rgb(0x2A313B),
    .band = rgb(0x2B323D),
    .bandRehearsal = rgb(0x5A3A8A),
    .bandBlue = rgb(0x23457F),
    .bandTeal = rgb(0x17525A),
    .bandBrown = rgb(0x654018),
    .bandGuarded = rgb(0x7A1631),
    .bandText = rgb(0xE9EDF2),
    .codeKey = rgb(0x7FB0FF),
    .codeString = rgb(0x7ADBB4),
    .codeNumber = rgb(0xF3B562),
    .codeComment = rgb(0x98A4B3),
    .added = rgb(0x5FE3B2),
    .addedSoft = rgb(0x173229),
    .removed = rgb(0xF08A9E),
    .removedSoft = rgb(0x3B1F27),
};

constexpr Tokens kLightHighContrast{
    .background = rgb(0xFFFFFF),
    .surface = rgb(0xFFFFFF),
    .sunken = rgb(0xF0F2F5),
    .line = rgb(0x5A6472),
    .lineStrong = rgb(0x18202B),
    .lineControl = rgb(0x18202B),
    .hover = rgb(0xDCE6F5),
    .pressed = rgb(0xC6D6F0),
    .text = rgb(0x000000),
    .textSecond = rgb(0x1F2933),
    .textDisabled = rgb(0x4A5462),
    .accent = rgb(0x003A94),
    .accentSoft = rgb(0xDCE7FA),
    .accentHover = rgb(0x002A6E),
    .textOnAccent = rgb(0xFFFFFF),
    .focus = rgb(0x000000),
    .ok = rgb(0x005A35),
    .okSoft = rgb(0xE1F3EB),
    .warning = rgb(0x6E4400),
    .warningSoft = rgb(0xFBF0DC),
    .error = rgb(0x7A0021),
    .errorSoft = rgb(0xF9E4E9),
    .info = rgb(0x003A94),
    .infoSoft = rgb(0xDCE7FA),
    .unknown = rgb(0x3A4250),
    .unknownSoft = rgb(0xE6EAEF),
    .band = rgb(0x000000),
    .bandRehearsal = rgb(0x4A1F80),
    .bandBlue = rgb(0x003A94),
    .bandTeal = rgb(0x004B53),
    .bandBrown = rgb(0x5C3800),
    .bandGuarded = rgb(0x7A0021),
    .bandText = rgb(0xFFFFFF),
    .codeKey = rgb(0x003A94),
    .codeString = rgb(0x005A35),
    .codeNumber = rgb(0x6E4400),
    .codeComment = rgb(0x3A4250),
    .added = rgb(0x005A35),
    .addedSoft = rgb(0xE1F3EB),
    .removed = rgb(0x7A0021),
    .removedSoft = rgb(0xF9E4E9),
};

constexpr Tokens kDarkHighContrast{
    .background = rgb(0x000000),
    .surface = rgb(0x000000),
    .sunken = rgb(0x14181E),
    .line = rgb(0x98A3B0),
    .lineStrong = rgb(0xD5DCE3),
    .lineControl = rgb(0xD5DCE3),
    .hover = rgb(0x1E2A3C),
    .pressed = rgb(0x2B3D59),
    .text = rgb(0xFFFFFF),
    .textSecond = rgb(0xE3E8EE),
    .textDisabled = rgb(0xB4BDC8),
    .accent = rgb(0xA9CBFF),
    .accentSoft = rgb(0x0F2748),
    .accentHover = rgb(0xC6DDFF),
    .textOnAccent = rgb(0x000000),
    .focus = rgb(0xFFFFFF),
    .ok = rgb(0x5CF0BC),
    .okSoft = rgb(0x06261B),
    .warning = rgb(0xFFD060),
    .warningSoft = rgb(0x2E2208),
    .error = rgb(0xFF9DB0),
    .errorSoft = rgb(0x350F1A),
    .info = rgb(0x8CC6FF),
    .infoSoft = rgb(0x0F2748),
    .unknown = rgb(0xE6EBF0),
    .unknownSoft = rgb(0x1C222A),
    .band = rgb(0xFFFFFF),
    .bandRehearsal = rgb(0xD9BFFF),
    .bandBlue = rgb(0xA9CBFF),
    .bandTeal = rgb(0x8BE6EE),
    .bandBrown = rgb(0xFFD9A0),
    .bandGuarded = rgb(0xFF9DB0),
    .bandText = rgb(0x000000),
    .codeKey = rgb(0xA9CBFF),
    .codeString = rgb(0x8CF5CF),
    .codeNumber = rgb(0xFFD060),
    .codeComment = rgb(0xC9D1DA),
    .added = rgb(0x8CF5CF),
    .addedSoft = rgb(0x06261B),
    .removed = rgb(0xFFB3C1),
    .removedSoft = rgb(0x350F1A),
};

} // namespace

const Tokens &tokensOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return kLight;
    case Appearance::Dark:
        return kDark;
    case Appearance::LightHighContrast:
        return kLightHighContrast;
    case Appearance::DarkHighContrast:
        return kDarkHighContrast;
    }
    Q_UNREACHABLE_RETURN(kLight);
}

} // namespace sentinel::design
