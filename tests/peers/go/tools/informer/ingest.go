// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bytes"
	"context"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/client-go/rest"
)

// quiet is how long nothing may come for the stream to count as taken in.
const quiet = 500 * time.Millisecond

// ingest is a server of its own on loopback that has no pods and one watch: the recorded one. What is measured is client-go's whole way.
func ingest(ctx context.Context, file string) error {
	// The recorded stream is a plain watch after a plain list.
	if err := os.Setenv("KUBE_FEATURE_WatchListClient", "false"); err != nil {
		return err
	}
	recorded, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	kind := protobuf
	if bytes.HasPrefix(recorded, []byte("{")) {
		kind = "application/json"
	}
	front, err := serve(recorded, kind)
	if err != nil {
		return err
	}
	defer front.Close()
	pods, err := watch(ctx, &rest.Config{Host: "http://" + front.address, ContentConfig: rest.ContentConfig{ContentType: kind, AcceptContentTypes: kind}})
	if err != nil {
		return err
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-front.taken:
	}
	every := time.NewTicker(quiet / 10)
	defer every.Stop()
	for time.Since(time.Unix(0, pods.last.Load())) < quiet {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-every.C:
		}
	}
	took := time.Unix(0, pods.last.Load()).Sub(front.began).Seconds()
	used := cpu() - front.used
	count := float64(pods.events.Load())
	say(pods, map[string]any{"bytes": len(recorded), "seconds": took, "eventsPerSecond": count / took, "cpuIngest": used, "eventsPerCpuSecond": count / used})
	return nil
}

type front struct {
	*http.Server
	address string
	once    sync.Once
	began   time.Time
	used    float64       // seconds of CPU before it began
	taken   chan struct{} // closed when the client asks for a second watch, so has read the first one whole
}

func serve(recorded []byte, kind string) (*front, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	served := &front{address: listener.Addr().String(), taken: make(chan struct{})}
	encoder, err := empty(kind)
	if err != nil {
		return nil, err
	}
	watches := 0
	var mutex sync.Mutex
	served.Server = &http.Server{Handler: http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		if request.URL.Query().Get("watch") == "" {
			writer.Header().Set("Content-Type", kind)
			_, _ = writer.Write(encoder)
			return
		}
		mutex.Lock()
		watches++
		first := watches == 1
		mutex.Unlock()
		if !first {
			served.once.Do(func() { close(served.taken) })
			<-request.Context().Done()
			return
		}
		served.began, served.used = time.Now(), cpu()
		writer.Header().Set("Content-Type", kind+";stream=watch")
		_, _ = writer.Write(recorded)
	})}
	go func() { _ = served.Serve(listener) }()
	return served, nil
}

// empty is a list of no pods.
func empty(kind string) ([]byte, error) {
	info, _ := runtime.SerializerInfoForMediaType(scheme.Codecs.SupportedMediaTypes(), kind)
	encoder := scheme.Codecs.EncoderForVersion(info.Serializer, corev1.SchemeGroupVersion)
	return runtime.Encode(encoder, &corev1.PodList{ListMeta: metav1.ListMeta{ResourceVersion: "1"}})
}
