// SPDX-License-Identifier: GPL-3.0-or-later

// Package kwok pins the program of KWOK the tests run against.
package kwok

import (
	_ "github.com/spf13/pflag"
	_ "sigs.k8s.io/kwok/pkg/config"
	_ "sigs.k8s.io/kwok/pkg/kwok/cmd"
	_ "sigs.k8s.io/kwok/pkg/log"
	_ "sigs.k8s.io/kwok/pkg/utils/signals"
)
