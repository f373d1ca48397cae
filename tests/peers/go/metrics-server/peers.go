// SPDX-License-Identifier: GPL-3.0-or-later

// Package metricsserver pins the program of metrics-server the tests run against.
package metricsserver

import _ "sigs.k8s.io/metrics-server/cmd/metrics-server/app"
