// SPDX-License-Identifier: GPL-3.0-or-later

// Command load fills a real API server with pods, and keeps them moving:
//
//	load make   --kubeconfig FILE --pods 50000 [--namespaces 50] [--nodes 100] [--workers 64] [--seed 1] [--wait 10m]
//	load churn  --kubeconfig FILE --rate 200 --seconds 60 [--namespaces 50] [--seed 1]
//	load remove --kubeconfig FILE [--namespaces 50]
//
// It writes one JSON object about what it did. Same numbers, same seed: same pods.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
)

type settings struct {
	kubeconfig                             string
	pods, namespaces, nodes, workers, rate int
	seed                                   uint64
	seconds                                float64
	wait                                   time.Duration
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	done, err := run(ctx, os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
	_ = json.NewEncoder(os.Stdout).Encode(done)
}

func run(ctx context.Context, arguments []string) (map[string]any, error) {
	if len(arguments) == 0 {
		return nil, fmt.Errorf("usage: load make|churn|remove --kubeconfig FILE …")
	}
	var with settings
	flags := flag.NewFlagSet("load", flag.ExitOnError)
	flags.StringVar(&with.kubeconfig, "kubeconfig", os.Getenv("KUBECONFIG"), "who to be")
	flags.IntVar(&with.pods, "pods", 5000, "how many pods there shall be")
	flags.IntVar(&with.namespaces, "namespaces", 50, "over how many namespaces (load-0 …)")
	flags.IntVar(&with.nodes, "nodes", 100, "over how many KWOK nodes of their own (load-node-0 …)")
	flags.IntVar(&with.workers, "workers", 64, "requests at once")
	flags.IntVar(&with.rate, "rate", 200, "changes a second")
	flags.Float64Var(&with.seconds, "seconds", 60, "how long changes go on")
	flags.Uint64Var(&with.seed, "seed", 1, "what the choices are made from")
	flags.DurationVar(&with.wait, "wait", 0, "how long to wait until every pod runs; 0 does not")
	if err := flags.Parse(arguments[1:]); err != nil {
		return nil, err
	}
	client, err := connect(with)
	if err != nil {
		return nil, err
	}
	switch arguments[0] {
	case "make":
		return fill(ctx, client, with)
	case "churn":
		return churn(ctx, client, with)
	case "remove":
		return remove(ctx, client, with)
	}
	return nil, fmt.Errorf("no command %q", arguments[0])
}

func connect(with settings) (*kubernetes.Clientset, error) {
	config, err := clientcmd.BuildConfigFromFlags("", with.kubeconfig)
	if err != nil {
		return nil, err
	}
	config.QPS = -1
	config.UserAgent = "peers-load"
	config.WarningHandler = rest.NoWarnings{}
	config.ContentConfig = rest.ContentConfig{ContentType: "application/vnd.kubernetes.protobuf", AcceptContentTypes: "application/vnd.kubernetes.protobuf"}
	return kubernetes.NewForConfig(config)
}

// each calls do(0) … do(count-1), several at once; the first error ends it.
func each(ctx context.Context, workers, count int, do func(context.Context, int) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for ctx.Err() == nil {
				number := int(next.Add(1)) - 1
				if number >= count {
					return
				}
				if err := do(ctx, number); err != nil {
					cancel(err)
				}
			}
		})
	}
	group.Wait()
	return context.Cause(ctx)
}
