// SPDX-License-Identifier: GPL-3.0-or-later

// Command informer holds every pod the way programs of client-go do, a typed shared informer over protobuf, and says what that costs:
//
//	informer --kubeconfig FILE [--seconds 30]    a JSON object when it is in sync, another after so many seconds of watching
//	informer --stream FILE                       a recorded body of a watch (JSON lines or protobuf frames), taken in as fast as it goes
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"sync/atomic"
	"syscall"
	"time"

	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
)

const protobuf = "application/vnd.kubernetes.protobuf"

func main() {
	kubeconfig := flag.String("kubeconfig", os.Getenv("KUBECONFIG"), "who to be")
	stream := flag.String("stream", "", "a recorded watch to take in, instead of a server")
	seconds := flag.Float64("seconds", 0, "how long to watch after the first list")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	if *stream != "" {
		err = ingest(ctx, *stream)
	} else {
		err = hold(ctx, *kubeconfig, time.Duration(*seconds*float64(time.Second)))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "informer:", err)
		os.Exit(1)
	}
}

// counted is an informer on all pods, and how many notices it gave.
type counted struct {
	informer cache.SharedIndexInformer
	events   atomic.Int64
	last     atomic.Int64 // nanoseconds since 1970 of the last notice
}

func watch(ctx context.Context, config *rest.Config) (*counted, error) {
	config.QPS = -1
	config.UserAgent = "peers-informer"
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return nil, err
	}
	factory := informers.NewSharedInformerFactory(client, 0)
	counting := &counted{informer: factory.Core().V1().Pods().Informer()}
	note := func() {
		counting.events.Add(1)
		counting.last.Store(time.Now().UnixNano())
	}
	_, err = counting.informer.AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc: func(any) { note() }, UpdateFunc: func(any, any) { note() }, DeleteFunc: func(any) { note() },
	})
	if err != nil {
		return nil, err
	}
	factory.Start(ctx.Done())
	return counting, nil
}

func hold(ctx context.Context, kubeconfig string, watching time.Duration) error {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	config.ContentType = protobuf
	config.AcceptContentTypes = protobuf + ",application/json"
	started := time.Now()
	pods, err := watch(ctx, config)
	if err != nil {
		return err
	}
	if !cache.WaitForCacheSync(ctx.Done(), pods.informer.HasSynced) {
		return fmt.Errorf("it was ended before it was in sync")
	}
	say(pods, map[string]any{"synced": time.Since(started).Seconds()})
	if watching == 0 {
		return nil
	}
	before, since, used := pods.events.Load(), time.Now(), cpu()
	select {
	case <-ctx.Done():
	case <-time.After(watching):
	}
	took := time.Since(since).Seconds()
	debug.FreeOSMemory()
	say(pods, map[string]any{"watched": took, "eventsPerSecond": float64(pods.events.Load()-before) / took, "cpuWatching": cpu() - used})
	return nil
}

func say(pods *counted, more map[string]any) {
	now, peak := memory()
	more["pods"], more["events"], more["rss"], more["peakRss"], more["cpu"] = len(pods.informer.GetStore().ListKeys()), pods.events.Load(), now, peak, cpu()
	_ = json.NewEncoder(os.Stdout).Encode(more)
}
