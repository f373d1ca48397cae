// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/kubernetes"
)

// churn changes pods at a rate: of ten changes eight are of the status, as restarts and probes make them, one takes a pod and one makes a new one.
func churn(ctx context.Context, client *kubernetes.Clientset, with settings) (map[string]any, error) {
	listed, err := client.CoreV1().Pods("").List(ctx, metav1.ListOptions{ResourceVersion: "0", LabelSelector: "app.kubernetes.io/part-of=" + partOfLoad})
	if err != nil {
		return nil, err
	}
	if len(listed.Items) == 0 {
		return nil, fmt.Errorf("there are no pods; load make comes first")
	}
	pods := listed.Items
	count := int(float64(with.rate) * with.seconds)
	started := time.Now()
	var changed, removed, made, late atomic.Int64
	err = each(ctx, with.workers, count, func(ctx context.Context, number int) error {
		due := started.Add(time.Duration(float64(number) / float64(with.rate) * float64(time.Second)))
		if left := time.Until(due); left > 0 {
			select {
			case <-ctx.Done():
				return nil
			case <-time.After(left):
			}
		} else if left < -time.Second {
			late.Add(1)
		}
		random := rand.New(rand.NewPCG(with.seed, uint64(number)))
		chosen := &pods[random.IntN(len(pods))]
		switch kind := number % 10; kind {
		case 8:
			removed.Add(1)
			now := int64(0)
			err := client.CoreV1().Pods(chosen.Namespace).Delete(ctx, chosen.Name, metav1.DeleteOptions{GracePeriodSeconds: &now})
			return unlessGone(err)
		case 9:
			made.Add(1)
			return there(start(ctx, client, again(chosen, number, random), number))
		default:
			changed.Add(1)
			return unlessGone(touch(ctx, client, chosen, number))
		}
	})
	if err != nil {
		return nil, err
	}
	took := time.Since(started).Seconds()
	return map[string]any{"changes": count, "seconds": took, "changesPerSecond": float64(count) / took, "late": late.Load(),
		"updated": changed.Load(), "deleted": removed.Load(), "created": made.Load()}, nil
}

func unlessGone(err error) error {
	if errors.IsNotFound(err) {
		return nil
	}
	return err
}

// touch is one restart of the first container.
func touch(ctx context.Context, client *kubernetes.Clientset, chosen *corev1.Pod, number int) error {
	change := fmt.Sprintf(`{"status":{"containerStatuses":[{"name":%q,"restartCount":%d,"ready":%t,"image":%q,"imageID":""}]}}`,
		chosen.Spec.Containers[0].Name, number, number%2 == 0, chosen.Spec.Containers[0].Image)
	_, err := client.CoreV1().Pods(chosen.Namespace).Patch(ctx, chosen.Name, types.StrategicMergePatchType, []byte(change), metav1.PatchOptions{}, "status")
	return err
}

func again(chosen *corev1.Pod, number int, random *rand.Rand) *corev1.Pod {
	made := &corev1.Pod{ObjectMeta: *chosen.ObjectMeta.DeepCopy(), Spec: *chosen.Spec.DeepCopy()}
	made.ResourceVersion, made.UID, made.ManagedFields = "", "", nil
	made.CreationTimestamp = metav1.Time{}
	made.Name = fmt.Sprintf("%s-%d-%s", chosen.Labels["app.kubernetes.io/name"], number, some(random, 5))
	return made
}
