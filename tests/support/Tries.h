// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

// How long QTRY_VERIFY and QTRY_COMPARE try. Five seconds, which is Qt's, are over before a busy machine has come round to the
// thread that is waited for; what passes takes no longer for it.
#undef QTRY_VERIFY
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), 30'000)
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT((expression), (expected), 30'000)
