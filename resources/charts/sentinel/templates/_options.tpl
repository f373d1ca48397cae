{{- /* SPDX-License-Identifier: Apache-2.0 */ -}}
{{- /* What several templates ask: which parts run, and what a mesh and the identity of a cloud put on a pod. */ -}}

{{- define "sentinel.hasPatroni" -}}
{{- if and (eq .Values.database.kind "bundled") .Values.patroni.enabled -}}yes{{- end -}}
{{- end }}

{{- define "sentinel.hasSinglePostgresql" -}}
{{- if and (eq .Values.database.kind "bundled") (not .Values.patroni.enabled) -}}yes{{- end -}}
{{- end }}

{{- /* Components whose pods speak HTTP only. Those that keep data have their own ways to find and to fence each other, and stay outside. */ -}}
{{- define "sentinel.meshed" -}}
{{- if and (ne .root.Values.mesh.kind "none") (has .component (list "backend" "frontend" "worker" "worker-spot" "beat" "n8n" "ollama" "truthsync" "test" "prometheus")) -}}yes{{- end -}}
{{- end }}

{{- /* {root, component}: labels of a pod beside the usual ones, each on its own line. */ -}}
{{- define "sentinel.extraPodLabels" -}}
{{- $labels := dict -}}
{{- if eq .root.Values.mesh.kind "istio-ambient" -}}
  {{- $_ := set $labels "istio.io/dataplane-mode" (ternary "ambient" "none" (not (empty (include "sentinel.meshed" .)))) -}}
{{- end -}}
{{- range $name, $value := index .root.Values.identity.podLabels .component | default dict }}{{- $_ := set $labels $name $value }}{{- end -}}
{{- with $labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- /* {root, component}: annotations of a pod beside its checksums. */ -}}
{{- define "sentinel.podAnnotations" -}}
{{- $annotations := dict -}}
{{- if eq .root.Values.mesh.kind "linkerd" -}}
  {{- if include "sentinel.meshed" . -}}
    {{- $_ := set $annotations "linkerd.io/inject" "enabled" -}}
    {{- $_ := set $annotations "config.linkerd.io/skip-outbound-ports" "5000,5001,5432,6379,6432,26379" -}}
  {{- else -}}
    {{- $_ := set $annotations "linkerd.io/inject" "disabled" -}}
  {{- end -}}
{{- end -}}
{{- range $name, $value := .root.Values.podAnnotations }}{{- $_ := set $annotations $name $value }}{{- end -}}
{{- with $annotations }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- /* Where a port of the mesh has to be open beside the one asked for. */ -}}
{{- define "sentinel.meshPort" -}}
{{- if eq .Values.mesh.kind "istio-ambient" -}}15008{{- else if eq .Values.mesh.kind "linkerd" -}}4143{{- end -}}
{{- end }}

{{- /* Hosts of etcd's members, as its clients want them. */ -}}
{{- define "sentinel.etcdHosts" -}}
{{- range $i := until (int .Values.etcd.replicas) }}{{ if $i }},{{ end }}etcd-{{ $i }}.etcd-pods:2379{{- end -}}
{{- end }}

{{- /* {root, component}: who owns the number of its pods: keda, hpa, or nobody, and then the chart says it. */ -}}
{{- define "sentinel.scaler" -}}
{{- $scaling := .root.Values.scaling -}}
{{- $values := index .root.Values (ternary "worker" .component (eq .component "worker-spot")) -}}
{{- if and (hasKey $scaling .component) (index $scaling .component).enabled -}}keda
{{- else if and $values.autoscaling $values.autoscaling.enabled -}}hpa{{- end -}}
{{- end }}

{{- /* {root, component}: pods it has at least. */ -}}
{{- define "sentinel.podsOf" -}}
{{- $scaler := include "sentinel.scaler" . -}}
{{- if eq $scaler "keda" -}}{{ (index .root.Values.scaling .component).minReplicas }}
{{- else if eq $scaler "hpa" -}}{{ (index .root.Values .component).autoscaling.minReplicas }}
{{- else if eq .component "worker-spot" -}}{{ .root.Values.spot.worker.replicas }}
{{- else -}}{{ (index .root.Values .component).replicas | default 1 }}{{- end -}}
{{- end }}
