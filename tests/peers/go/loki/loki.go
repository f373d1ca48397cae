// SPDX-License-Identifier: GPL-3.0-or-later

// Package loki pins the Loki the chart's configuration is proven by.
package loki

import _ "github.com/grafana/loki/v3/pkg/loki"
