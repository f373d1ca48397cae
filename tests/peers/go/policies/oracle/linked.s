// SPDX-License-Identifier: GPL-3.0-or-later
// Empty: with an assembly file beside them, Go functions may be declared without a body.
