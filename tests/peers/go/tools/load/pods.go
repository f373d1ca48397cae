// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/intstr"
)

const (
	letters    = "bcdfghjklmnpqrstvwxz2456789" // those Kubernetes makes names of
	partOfLoad = "peers-load"
	perApp     = 25
	ownLife    = "peers-load/own-life" // KWOK leaves the status of such pods to this program, which is faster
)

var apps = []string{"checkout", "ingest-gateway", "rule-engine", "session-store", "billing", "notifications", "search-indexer", "audit-trail",
	"feature-flags", "thumbnailer", "geo-lookup", "mail-relay", "recommendations", "inventory", "pricing", "webhooks"}

func some(random *rand.Rand, length int) string {
	text := make([]byte, length)
	for index := range text {
		text[index] = letters[random.IntN(len(letters))]
	}
	return string(text)
}

func namespaceName(number int) string { return "load-" + strconv.Itoa(number) }
func nodeName(number int) string      { return "load-node-" + strconv.Itoa(number) }

// app is the thing that perApp pods of a namespace are of: its name and the hash of its template.
func app(with settings, number int) (string, string) {
	group := number / with.namespaces / perApp
	random := rand.New(rand.NewPCG(with.seed, uint64(number%with.namespaces)<<32|uint64(group)))
	return apps[group%len(apps)] + "-" + strconv.Itoa(group), some(random, 10)
}

// pod makes the pod of a number: what a Deployment with a sidecar, probes and mounted settings makes.
func pod(with settings, number int, owner types.UID) *corev1.Pod {
	random := rand.New(rand.NewPCG(with.seed, uint64(number)|1<<63))
	name, hash := app(with, number)
	owned := true
	made := &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{
			Name:      name + "-" + hash + "-" + some(random, 5),
			Namespace: namespaceName(number % with.namespaces),
			Labels: map[string]string{
				"app.kubernetes.io/name": name, "app.kubernetes.io/instance": name, "app.kubernetes.io/part-of": partOfLoad, ownLife: "true",
				"app.kubernetes.io/version": fmt.Sprintf("%d.%d.%d", 1+random.IntN(3), random.IntN(20), random.IntN(10)),
				"pod-template-hash":         hash, "team": []string{"core", "edge", "data", "web"}[random.IntN(4)],
			},
			Annotations: map[string]string{
				"checksum/config":      fmt.Sprintf("%016x%016x%016x%016x", random.Uint64(), random.Uint64(), random.Uint64(), random.Uint64()),
				"prometheus.io/scrape": "true", "prometheus.io/port": "9090", "prometheus.io/path": "/metrics",
			},
			OwnerReferences: []metav1.OwnerReference{
				{APIVersion: "apps/v1", Kind: "ControllerRevision", Name: name + "-" + hash, UID: owner, Controller: &owned, BlockOwnerDeletion: &owned},
			},
		},
		Spec: corev1.PodSpec{
			NodeName:   nodeName(random.IntN(with.nodes)),
			Containers: []corev1.Container{container(random, name, 8080)},
			Volumes: []corev1.Volume{
				{Name: "settings", VolumeSource: corev1.VolumeSource{ConfigMap: &corev1.ConfigMapVolumeSource{LocalObjectReference: corev1.LocalObjectReference{Name: name}}}},
				{Name: "scratch", VolumeSource: corev1.VolumeSource{EmptyDir: &corev1.EmptyDirVolumeSource{}}},
			},
			Tolerations: []corev1.Toleration{{Key: "kwok.x-k8s.io/node", Operator: corev1.TolerationOpExists}},
		},
	}
	if random.IntN(3) == 0 {
		made.Spec.Containers = append(made.Spec.Containers, container(random, "proxy", 15001))
	}
	return made
}

func container(random *rand.Rand, name string, port int32) corev1.Container {
	probe := func(path string) *corev1.Probe {
		return &corev1.Probe{
			ProbeHandler:  corev1.ProbeHandler{HTTPGet: &corev1.HTTPGetAction{Path: path, Port: intstr.FromInt32(port)}},
			PeriodSeconds: 10, TimeoutSeconds: 2, FailureThreshold: 3,
		}
	}
	prefix := ""
	if port != 8080 {
		prefix = "proxy-" // ports of a pod have names of their own
	}
	environment := []corev1.EnvVar{
		{Name: "POD_IP", ValueFrom: &corev1.EnvVarSource{FieldRef: &corev1.ObjectFieldSelector{FieldPath: "status.podIP"}}},
		{Name: "NODE", ValueFrom: &corev1.EnvVarSource{FieldRef: &corev1.ObjectFieldSelector{FieldPath: "spec.nodeName"}}},
	}
	for index := range 6 {
		environment = append(environment, corev1.EnvVar{Name: fmt.Sprintf("SETTING_%d", index), Value: some(random, 12+random.IntN(20))})
	}
	return corev1.Container{
		Name:  name,
		Image: fmt.Sprintf("registry.example.com/shop/%s:%d.%d.%d", name, 1+random.IntN(3), random.IntN(20), random.IntN(10)),
		Args:  []string{"--listen", fmt.Sprintf(":%d", port), "--config", "/etc/settings/app.yaml"},
		Ports: []corev1.ContainerPort{{Name: prefix + "http", ContainerPort: port}, {Name: prefix + "metrics", ContainerPort: port + 10}},
		Env:   environment,
		Resources: corev1.ResourceRequirements{
			Requests: corev1.ResourceList{corev1.ResourceCPU: resource.MustParse(strconv.Itoa(50*(1+random.IntN(10))) + "m"), corev1.ResourceMemory: resource.MustParse(strconv.Itoa(64*(1+random.IntN(8))) + "Mi")},
			Limits:   corev1.ResourceList{corev1.ResourceMemory: resource.MustParse("1Gi")},
		},
		VolumeMounts:   []corev1.VolumeMount{{Name: "settings", MountPath: "/etc/settings", ReadOnly: true}, {Name: "scratch", MountPath: "/tmp"}},
		LivenessProbe:  probe("/healthz"),
		ReadinessProbe: probe("/readyz"),
	}
}

// status is what a kubelet says of a pod that runs.
func status(made *corev1.Pod, number int) corev1.PodStatus {
	now := metav1.Now()
	address := fmt.Sprintf("10.%d.%d.%d", 128+number>>16&63, number>>8&255, number&255)
	said := corev1.PodStatus{
		Phase: corev1.PodRunning, HostIP: "192.0.2.1", HostIPs: []corev1.HostIP{{IP: "192.0.2.1"}}, PodIP: address, PodIPs: []corev1.PodIP{{IP: address}},
		StartTime: &now, QOSClass: corev1.PodQOSBurstable,
	}
	for _, kind := range []corev1.PodConditionType{corev1.PodReadyToStartContainers, corev1.PodInitialized, corev1.PodReady, corev1.ContainersReady, corev1.PodScheduled} {
		said.Conditions = append(said.Conditions, corev1.PodCondition{Type: kind, Status: corev1.ConditionTrue, LastTransitionTime: now})
	}
	yes := true
	for _, one := range made.Spec.Containers {
		said.ContainerStatuses = append(said.ContainerStatuses, corev1.ContainerStatus{
			Name: one.Name, Image: one.Image, ImageID: one.Image + "@sha256:" + fmt.Sprintf("%064x", number), ContainerID: "containerd://" + fmt.Sprintf("%064x", number),
			Ready: true, Started: &yes, State: corev1.ContainerState{Running: &corev1.ContainerStateRunning{StartedAt: now}},
		})
	}
	return said
}

func node(number int) *corev1.Node {
	size := corev1.ResourceList{
		corev1.ResourceCPU: resource.MustParse("1024"), corev1.ResourceMemory: resource.MustParse("4Ti"), corev1.ResourcePods: resource.MustParse("5000"),
	}
	return &corev1.Node{
		ObjectMeta: metav1.ObjectMeta{
			Name:        nodeName(number),
			Annotations: map[string]string{"kwok.x-k8s.io/node": "fake"},
			Labels: map[string]string{
				"kubernetes.io/arch": "amd64", "kubernetes.io/os": "linux", "kubernetes.io/hostname": nodeName(number), "type": "kwok",
				"app.kubernetes.io/part-of": partOfLoad, "topology.kubernetes.io/zone": "zone-" + string("abc"[number%3]),
			},
		},
		// Nothing but this program's pods comes here, so the other tests' nodes stay as they are.
		Spec:   corev1.NodeSpec{Taints: []corev1.Taint{{Key: "kwok.x-k8s.io/node", Value: "load", Effect: corev1.TaintEffectNoSchedule}}},
		Status: corev1.NodeStatus{Capacity: size, Allocatable: size},
	}
}
