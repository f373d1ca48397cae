{{- /* SPDX-License-Identifier: Apache-2.0 */ -}}
{{- /* {root, flows}: each flow (from: list of components, to: component, ports: list of TCP ports) as two policies, one at each end. */ -}}
{{- define "sentinel.flowPolicies" -}}
{{- $root := .root -}}
{{- range $flow := .flows }}
{{- range $from := $flow.from }}
{{- $ports := $flow.ports }}
{{- /* Between two pods of a mesh everything travels through its port; the plain one stays for probes and for who is outside. */ -}}
{{- if and (include "sentinel.meshed" (dict "root" $root "component" $from)) (include "sentinel.meshed" (dict "root" $root "component" $flow.to)) }}
{{- $ports = append $ports (include "sentinel.meshPort" $root | int) }}
{{- end }}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "sentinel.metadata" (dict "root" $root "component" $from "name" (printf "%s-to-%s" $from $flow.to) "wave" "-1") | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "sentinel.selector" (dict "root" $root "component" $from) | nindent 6 }}
  policyTypes: [Egress]
  egress:
    - to:
        - podSelector:
            matchLabels:
              {{- include "sentinel.selector" (dict "root" $root "component" $flow.to) | nindent 14 }}
      ports:
        {{- range $ports }}
        - {protocol: TCP, port: {{ . }}}
        {{- end }}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "sentinel.metadata" (dict "root" $root "component" $flow.to "name" (printf "%s-from-%s" $flow.to $from) "wave" "-1") | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "sentinel.selector" (dict "root" $root "component" $flow.to) | nindent 6 }}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              {{- include "sentinel.selector" (dict "root" $root "component" $from) | nindent 14 }}
      ports:
        {{- range $ports }}
        - {protocol: TCP, port: {{ . }}}
        {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* {root, components}: a ServiceAccount for each, with no right and no token; the annotations give it a name in the cloud. */ -}}
{{- define "sentinel.serviceAccounts" -}}
{{- range .components }}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "sentinel.metadata" (dict "root" $.root "component" . "name" (include "sentinel.account" .) "annotations" (index $.root.Values.identity.annotations . | default dict)) | nindent 2 }}
automountServiceAccountToken: false
{{- end }}
{{- end }}

{{- /* {root, component}: a budget over a component's pods, to be used where more than one is there. */ -}}
{{- define "sentinel.budget" -}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "sentinel.metadata" (dict "root" .root "component" .component "name" (.name | default .component) "wave" (.wave | default "2")) | nindent 2 }}
spec:
  maxUnavailable: 1
  # Pods that are broken anyway must not keep a node from being emptied.
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "sentinel.selector" (dict "root" .root "component" .component) | nindent 6 }}
{{- end }}
