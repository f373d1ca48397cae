# shellcheck shell=bash disable=SC2034
# Which schemas manifests are held against and the rehearsal cluster speaks. Sourced by fetch and pack.
kubernetes=(k8s.io/kubernetes@v1.34.4 k8s.io/kubernetes@v1.35.4 k8s.io/kubernetes@v1.36.3 k8s.io/kubernetes@v1.37.2)
kubernetes_types=k8s.io/api@v0.35.4          # field numbers: what clients that speak protobuf send to the rehearsal cluster, a 1.35
kubernetes_basics=k8s.io/apimachinery@v0.35.4
cert_manager=github.com/cert-manager/cert-manager@v1.21.2
argocd=github.com/argoproj/argo-cd/v3@v3.6.1
gateway_api=sigs.k8s.io/gateway-api@v1.7.0
keda=github.com/kedacore/keda/v2@v2.21.0
prometheus_operator=github.com/prometheus-operator/prometheus-operator@v0.85.0
schemas_key=$(printf '%s\n' "${kubernetes[@]}" "$kubernetes_types" "$kubernetes_basics" "$cert_manager" "$argocd" "$gateway_api" "$keda" \
    "$prometheus_operator" | sha256sum | cut -c1-12)
