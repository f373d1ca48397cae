// SPDX-License-Identifier: GPL-3.0-or-later

// Command cert-manager runs one role of cert-manager: `cert-manager controller|webhook|cainjector KUBECONFIG [PORT HEALTH-PORT]`.
// The programs of the release are modules of their own that no registry serves, so this one starts the same packages.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"sync"
	"syscall"

	"github.com/go-logr/logr"
	"k8s.io/klog/v2"
	ctrl "sigs.k8s.io/controller-runtime"
)

const namespace = "cert-manager"

func main() {
	log := klog.Background()
	ctrl.SetLogger(log)
	ctx, stop := signal.NotifyContext(logr.NewContext(context.Background(), log), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "cert-manager:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, arguments []string) error {
	if len(arguments) < 2 {
		return errors.New("usage: cert-manager controller|webhook|cainjector KUBECONFIG [PORT HEALTH-PORT]")
	}
	role, kubeconfig := arguments[0], arguments[1]
	switch role {
	case "controller":
		return runControllers(ctx, kubeconfig)
	case "cainjector":
		return runInjector(ctx, kubeconfig)
	case "webhook":
		if len(arguments) != 4 {
			return errors.New("the webhook wants a port and a port for its health")
		}
		port, err := strconv.ParseInt(arguments[2], 10, 32)
		if err != nil {
			return err
		}
		health, err := strconv.ParseInt(arguments[3], 10, 32)
		if err != nil {
			return err
		}
		return runWebhook(ctx, kubeconfig, int32(port), int32(health))
	}
	return fmt.Errorf("no role %q", role)
}

// together runs them all until the first one fails or the context ends.
func together(ctx context.Context, all map[string]func(context.Context) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var group sync.WaitGroup
	for name, one := range all {
		group.Go(func() {
			if err := one(ctx); err != nil {
				cancel(fmt.Errorf("%s: %w", name, err))
			}
		})
	}
	group.Wait()
	if err := context.Cause(ctx); !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}
