// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"

	"github.com/go-logr/logr"

	webhook "github.com/cert-manager/cert-manager/internal/webhook"
	"github.com/cert-manager/cert-manager/pkg/webhook/options"
)

// runWebhook serves with a certificate of a CA it keeps in a Secret, from where the cainjector takes it.
func runWebhook(ctx context.Context, kubeconfig string, port, health int32) error {
	wanted, err := options.NewWebhookConfiguration()
	if err != nil {
		return err
	}
	wanted.KubeConfig = kubeconfig
	wanted.SecurePort = port
	wanted.HealthzPort = health
	wanted.MetricsListenAddress = "0"
	wanted.TLSConfig.Dynamic.SecretNamespace = namespace
	wanted.TLSConfig.Dynamic.SecretName = "cert-manager-webhook-ca"
	wanted.TLSConfig.Dynamic.DNSNames = []string{
		"cert-manager-webhook", "cert-manager-webhook." + namespace, "cert-manager-webhook." + namespace + ".svc",
	}
	server, err := webhook.NewCertManagerWebhookServer(logr.FromContextOrDiscard(ctx), *wanted)
	if err != nil {
		return err
	}
	return server.Run(ctx)
}
