// SPDX-License-Identifier: GPL-3.0-or-later

// Package kubernetes pins the programs of Kubernetes the tests run against.
package kubernetes

import (
	_ "k8s.io/kubernetes/cmd/kube-apiserver/app"
	_ "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	_ "k8s.io/kubernetes/cmd/kube-scheduler/app"
)
