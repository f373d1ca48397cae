// SPDX-License-Identifier: GPL-3.0-or-later

// Package argocd pins the program of Argo CD the tests run against.
package argocd

import (
	_ "github.com/argoproj/argo-cd/v2/cmd/util"
	_ "github.com/argoproj/argo-cd/v2/cmd/argocd-application-controller/commands"
	_ "github.com/argoproj/argo-cd/v2/cmd/argocd-applicationset-controller/commands"
	_ "github.com/argoproj/argo-cd/v2/cmd/argocd-cmp-server/commands"
	_ "github.com/argoproj/argo-cd/v2/cmd/argocd-commit-server/commands"
	_ "github.com/argoproj/argo-cd/v2/cmd/argocd-dex/commands"
	_ "github.com/argoproj/argo-cd/v2/cmd/argocd-git-ask-pass/commands"
	_ "github.com/argoproj/argo-cd/v2/cmd/argocd-k8s-auth/commands"
	_ "github.com/argoproj/argo-cd/v2/cmd/argocd-notification/commands"
	_ "github.com/argoproj/argo-cd/v2/cmd/argocd-repo-server/commands"
	_ "github.com/argoproj/argo-cd/v2/cmd/argocd-server/commands"
	_ "github.com/argoproj/argo-cd/v2/cmd/argocd/commands"
)
