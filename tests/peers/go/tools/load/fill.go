// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/util/retry"
)

// there says whether a create left things as wanted.
func there(err error) error {
	if errors.IsAlreadyExists(err) {
		return nil
	}
	return err
}

// A server that is filled on a machine at work falls behind now and then.
var patience = wait.Backoff{Steps: 6, Duration: 500 * time.Millisecond, Factor: 2}

func isBusy(err error) bool {
	return errors.IsServerTimeout(err) || errors.IsTimeout(err) || errors.IsTooManyRequests(err) || strings.Contains(err.Error(), "etcdserver: request timed out")
}

func fill(ctx context.Context, client *kubernetes.Clientset, with settings) (map[string]any, error) {
	started := time.Now()
	if err := prepare(ctx, client, with); err != nil {
		return nil, err
	}
	owners := &owners{client: client, known: map[string]types.UID{}}
	var made atomic.Int64
	err := each(ctx, with.workers, with.pods, func(ctx context.Context, number int) error {
		owner, err := owners.of(ctx, with, number)
		if err != nil {
			return err
		}
		err = retry.OnError(patience, isBusy, func() error { return start(ctx, client, pod(with, number, owner), number) })
		if err != nil {
			return there(err)
		}
		made.Add(1)
		return nil
	})
	if err != nil {
		return nil, err
	}
	took := time.Since(started).Seconds()
	done := map[string]any{"pods": with.pods, "made": made.Load(), "seconds": took, "podsPerSecond": float64(made.Load()) / took}
	if with.wait > 0 {
		if err := allRun(ctx, client, with); err != nil {
			return nil, err
		}
		done["runningAfterSeconds"] = time.Since(started).Seconds()
	}
	return done, nil
}

// start makes a pod that runs.
func start(ctx context.Context, client *kubernetes.Clientset, wanted *corev1.Pod, number int) error {
	pods := client.CoreV1().Pods(wanted.Namespace)
	made, err := pods.Create(ctx, wanted, metav1.CreateOptions{})
	if err != nil {
		return err
	}
	made.Status = status(made, number)
	_, err = pods.UpdateStatus(ctx, made, metav1.UpdateOptions{})
	return err
}

func prepare(ctx context.Context, client *kubernetes.Clientset, with settings) error {
	err := each(ctx, with.workers, with.nodes, func(ctx context.Context, number int) error {
		_, err := client.CoreV1().Nodes().Create(ctx, node(number), metav1.CreateOptions{})
		return there(err)
	})
	if err != nil {
		return err
	}
	return each(ctx, with.workers, with.namespaces, func(ctx context.Context, number int) error {
		name := namespaceName(number)
		wanted := &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: map[string]string{"app.kubernetes.io/part-of": partOfLoad}}}
		if _, err := client.CoreV1().Namespaces().Create(ctx, wanted, metav1.CreateOptions{}); there(err) != nil {
			return err
		}
		// Its controller makes this one too, a moment later; pods are refused until it is there.
		account := &corev1.ServiceAccount{ObjectMeta: metav1.ObjectMeta{Name: "default"}}
		_, err := client.CoreV1().ServiceAccounts(name).Create(ctx, account, metav1.CreateOptions{})
		return there(err)
	})
}

// owners are real objects, or the garbage collector would take the pods; of a kind that no controller acts on.
type owners struct {
	client *kubernetes.Clientset
	mutex  sync.Mutex
	known  map[string]types.UID
}

func (o *owners) of(ctx context.Context, with settings, number int) (types.UID, error) {
	name, hash := app(with, number)
	name += "-" + hash
	space := namespaceName(number % with.namespaces)
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if found, ok := o.known[space+"/"+name]; ok {
		return found, nil
	}
	wanted := &appsv1.ControllerRevision{
		ObjectMeta: metav1.ObjectMeta{Name: name, Labels: map[string]string{"app.kubernetes.io/part-of": partOfLoad}},
		Data:       runtime.RawExtension{Raw: []byte(`{}`)}, Revision: 1,
	}
	revisions := o.client.AppsV1().ControllerRevisions(space)
	got, err := revisions.Create(ctx, wanted, metav1.CreateOptions{})
	if errors.IsAlreadyExists(err) {
		got, err = revisions.Get(ctx, name, metav1.GetOptions{})
	}
	if err != nil {
		return "", err
	}
	o.known[space+"/"+name] = got.UID
	return got.UID, nil
}

// allRun waits until every pod runs, those of an earlier run that was ended too.
func allRun(ctx context.Context, client *kubernetes.Clientset, with settings) error {
	ctx, cancel := context.WithTimeout(ctx, with.wait)
	defer cancel()
	every := time.NewTicker(500 * time.Millisecond)
	defer every.Stop()
	for {
		left, err := client.CoreV1().Pods("").List(ctx, metav1.ListOptions{
			Limit: 1, FieldSelector: "status.phase!=Running", LabelSelector: "app.kubernetes.io/part-of=" + partOfLoad,
		})
		if err != nil {
			return err
		}
		if len(left.Items) == 0 {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("pods still wait, %s/%s among them", left.Items[0].Namespace, left.Items[0].Name)
		case <-every.C:
		}
	}
}

// remove takes the namespaces and nodes; the API server's own controllers take the pods, so it says how many it asked for and waits for none.
func remove(ctx context.Context, client *kubernetes.Clientset, with settings) (map[string]any, error) {
	now := int64(0)
	var removed atomic.Int64
	spaces, err := client.CoreV1().Namespaces().List(ctx, metav1.ListOptions{LabelSelector: "app.kubernetes.io/part-of=" + partOfLoad})
	if err != nil {
		return nil, err
	}
	err = each(ctx, with.workers, len(spaces.Items), func(ctx context.Context, number int) error {
		name := spaces.Items[number].Name
		if err := client.CoreV1().Pods(name).DeleteCollection(ctx, metav1.DeleteOptions{GracePeriodSeconds: &now}, metav1.ListOptions{}); err != nil {
			return err
		}
		removed.Add(1)
		return client.CoreV1().Namespaces().Delete(ctx, name, metav1.DeleteOptions{})
	})
	if err != nil {
		return nil, err
	}
	nodes, err := client.CoreV1().Nodes().List(ctx, metav1.ListOptions{LabelSelector: "app.kubernetes.io/part-of=" + partOfLoad})
	if err != nil {
		return nil, err
	}
	for index := range nodes.Items {
		if !strings.HasPrefix(nodes.Items[index].Name, "load-node-") {
			continue
		}
		if err := client.CoreV1().Nodes().Delete(ctx, nodes.Items[index].Name, metav1.DeleteOptions{}); err != nil && !errors.IsNotFound(err) {
			return nil, err
		}
	}
	return map[string]any{"namespaces": removed.Load(), "nodes": len(nodes.Items)}, nil
}
