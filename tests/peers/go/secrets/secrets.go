// SPDX-License-Identifier: GPL-3.0-or-later

// Package peers pins what looks for leaked secrets.
package peers

import _ "github.com/zricethezav/gitleaks/v8/detect"
