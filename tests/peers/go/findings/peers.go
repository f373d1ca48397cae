// SPDX-License-Identifier: GPL-3.0-or-later

// Package peers pins what our findings are measured against.
package peers

import (
	_ "github.com/yannh/kubeconform/pkg/validator"
	_ "github.com/zegl/kube-score/score"
)
