// SPDX-License-Identifier: GPL-3.0-or-later

// Says who reaches whom under given NetworkPolicies, twice: with the matcher of cyclonus and with the engine of kube-network-policies.
// Reads {"cases": […]} from its input, writes the answers to its output; see tst_SecondOpinion.cpp.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"reflect"
	"strings"
	"unsafe"

	"github.com/mattfenwick/cyclonus/pkg/matcher"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/tools/cache"
	npafake "sigs.k8s.io/network-policy-api/pkg/client/clientset/versioned/fake"
	npainformers "sigs.k8s.io/network-policy-api/pkg/client/informers/externalversions"
	"sigs.k8s.io/kube-network-policies/pkg/networkpolicy"
	"sigs.k8s.io/yaml"
)

type namedPort struct {
	Name     string          `json:"name"`
	Port     int32           `json:"port"`
	Protocol corev1.Protocol `json:"protocol"`
}

type pod struct {
	Namespace string            `json:"namespace"`
	Name      string            `json:"name"`
	Labels    map[string]string `json:"labels"`
	Address   string            `json:"address"`
	Ports     []namedPort       `json:"ports"`
}

type probe struct {
	Protocol corev1.Protocol `json:"protocol"`
	Port     int             `json:"port"`
}

type question struct {
	Namespaces map[string]map[string]string `json:"namespaces"`
	Pods       []pod                        `json:"pods"`
	Outside    []string                     `json:"outside"`
	Policies   string                       `json:"policies"` // a YAML stream
	Probes     []probe                      `json:"probes"`
}

// One string a probe, one letter a pair of ends (from, then to): "1" is open.
type answer struct {
	Cyclonus []string `json:"cyclonus"`
	Engine   []string `json:"engine"`
}

// What an API server fills in before anybody sees a policy.
func withDefaults(policy *networkingv1.NetworkPolicy) {
	tcp := corev1.ProtocolTCP
	ports := func(list []networkingv1.NetworkPolicyPort) {
		for i := range list {
			if list[i].Protocol == nil {
				list[i].Protocol = &tcp
			}
		}
	}
	for _, rule := range policy.Spec.Ingress {
		ports(rule.Ports)
	}
	for _, rule := range policy.Spec.Egress {
		ports(rule.Ports)
	}
	if len(policy.Spec.PolicyTypes) == 0 {
		policy.Spec.PolicyTypes = []networkingv1.PolicyType{networkingv1.PolicyTypeIngress}
		if len(policy.Spec.Egress) > 0 {
			policy.Spec.PolicyTypes = append(policy.Spec.PolicyTypes, networkingv1.PolicyTypeEgress)
		}
	}
	// Storing drops empty lists, and the engine tells them from absent ones.
	if len(policy.Spec.Ingress) == 0 {
		policy.Spec.Ingress = nil
	}
	if len(policy.Spec.Egress) == 0 {
		policy.Spec.Egress = nil
	}
}

func policiesOf(text string) ([]*networkingv1.NetworkPolicy, error) {
	var result []*networkingv1.NetworkPolicy
	for _, document := range strings.Split("\n"+text, "\n---\n") {
		if strings.TrimSpace(document) == "" {
			continue
		}
		policy := &networkingv1.NetworkPolicy{}
		if err := yaml.UnmarshalStrict([]byte(document), policy); err != nil {
			return nil, fmt.Errorf("%w in\n%s", err, document)
		}
		withDefaults(policy)
		result = append(result, policy)
	}
	return result, nil
}

func cyclonusPeer(q question, end int) *matcher.TrafficPeer {
	if end >= len(q.Pods) {
		return &matcher.TrafficPeer{IP: q.Outside[end-len(q.Pods)]}
	}
	p := q.Pods[end]
	return &matcher.TrafficPeer{IP: p.Address, Internal: &matcher.InternalPeer{
		PodLabels: p.Labels, NamespaceLabels: q.Namespaces[p.Namespace], Namespace: p.Namespace}}
}

func portName(q question, end int, asked probe) string {
	if end < len(q.Pods) {
		for _, port := range q.Pods[end].Ports {
			if int(port.Port) == asked.Port && port.Protocol == asked.Protocol {
				return port.Name
			}
		}
	}
	return ""
}

func address(q question, end int) net.IP {
	if end < len(q.Pods) {
		return net.ParseIP(q.Pods[end].Address)
	}
	return net.ParseIP(q.Outside[end-len(q.Pods)])
}

// The engine keeps its question to itself; this is the layout of its own type.
type packet struct {
	id      uint32
	family  corev1.IPFamily
	srcIP   net.IP
	dstIP   net.IP
	proto   corev1.Protocol
	srcPort int
	dstPort int
	payload []byte
}

//go:linkname evaluatePacket sigs.k8s.io/kube-network-policies/pkg/networkpolicy.(*Controller).evaluatePacket
func evaluatePacket(c *networkpolicy.Controller, ctx context.Context, p packet) bool

type engine struct {
	controller                 *networkpolicy.Controller
	policies, namespaces, pods cache.Store
	byAddress                  map[string]*corev1.Pod
}

func newEngine() (*engine, error) {
	client := fake.NewSimpleClientset()
	factory := informers.NewSharedInformerFactory(client, 0)
	npaClient := npafake.NewSimpleClientset()
	npaFactory := npainformers.NewSharedInformerFactory(npaClient, 0)
	controller, err := networkpolicy.NewController(client, factory.Networking().V1().NetworkPolicies(), factory.Core().V1().Namespaces(),
		factory.Core().V1().Pods(), factory.Core().V1().Nodes(), npaClient, npaFactory.Policy().V1alpha1().AdminNetworkPolicies(),
		npaFactory.Policy().V1alpha1().BaselineAdminNetworkPolicies(), networkpolicy.Config{NodeName: "node", NRIdisabled: true})
	if err != nil {
		return nil, err
	}
	e := &engine{controller: controller, policies: factory.Networking().V1().NetworkPolicies().Informer().GetStore(),
		namespaces: factory.Core().V1().Namespaces().Informer().GetStore(), pods: factory.Core().V1().Pods().Informer().GetStore()}
	// Its own look-up asks a plug-in of the node for addresses it does not know, and there is none here.
	lookUp := reflect.ValueOf(controller).Elem().FieldByName("getPodAssignedToIP")
	find := func(ip string) *corev1.Pod { return e.byAddress[ip] }
	reflect.NewAt(lookUp.Type(), unsafe.Pointer(lookUp.UnsafeAddr())).Elem().Set(reflect.ValueOf(find))
	return e, nil
}

func (e *engine) load(q question, policies []*networkingv1.NetworkPolicy) error {
	var stored, names, pods []any
	for _, policy := range policies {
		stored = append(stored, policy)
	}
	for name, labels := range q.Namespaces {
		names = append(names, &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: labels}})
	}
	e.byAddress = map[string]*corev1.Pod{}
	for _, p := range q.Pods {
		made := &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: p.Name, Namespace: p.Namespace, Labels: p.Labels},
			Spec:   corev1.PodSpec{NodeName: "node", Containers: []corev1.Container{{Name: "c"}}},
			Status: corev1.PodStatus{Phase: corev1.PodRunning, PodIPs: []corev1.PodIP{{IP: p.Address}}}}
		for _, port := range p.Ports {
			made.Spec.Containers[0].Ports = append(made.Spec.Containers[0].Ports,
				corev1.ContainerPort{Name: port.Name, ContainerPort: port.Port, Protocol: port.Protocol})
		}
		e.byAddress[net.ParseIP(p.Address).String()] = made
		pods = append(pods, made)
	}
	for _, each := range []struct {
		store cache.Store
		items []any
	}{{e.policies, stored}, {e.namespaces, names}, {e.pods, pods}} {
		if err := each.store.Replace(each.items, ""); err != nil {
			return err
		}
	}
	return nil
}

func (e *engine) answer(q question) (answer, error) {
	policies, err := policiesOf(q.Policies)
	if err != nil {
		return answer{}, err
	}
	if err := e.load(q, policies); err != nil {
		return answer{}, err
	}
	compiled := matcher.BuildNetworkPolicies(false, policies)
	var result answer
	count := len(q.Pods) + len(q.Outside)
	for _, asked := range q.Probes {
		var one, other strings.Builder
		for from := range count {
			for to := range count {
				open := compiled.IsTrafficAllowed(&matcher.Traffic{Source: cyclonusPeer(q, from), Destination: cyclonusPeer(q, to),
					ResolvedPort: asked.Port, ResolvedPortName: portName(q, to, asked), Protocol: asked.Protocol}).IsAllowed()
				one.WriteByte("01"[map[bool]int{true: 1}[open]])
				open = evaluatePacket(e.controller, context.Background(), packet{srcIP: address(q, from), dstIP: address(q, to),
					proto: asked.Protocol, srcPort: 40000, dstPort: asked.Port})
				other.WriteByte("01"[map[bool]int{true: 1}[open]])
			}
		}
		result.Cyclonus = append(result.Cyclonus, one.String())
		result.Engine = append(result.Engine, other.String())
	}
	return result, nil
}

func run() error {
	var input struct {
		Cases []question `json:"cases"`
	}
	if err := json.NewDecoder(os.Stdin).Decode(&input); err != nil {
		return err
	}
	e, err := newEngine()
	if err != nil {
		return err
	}
	answers := []answer{}
	for _, q := range input.Cases {
		a, err := e.answer(q)
		if err != nil {
			return err
		}
		answers = append(answers, a)
	}
	return json.NewEncoder(os.Stdout).Encode(map[string]any{"answers": answers})
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
