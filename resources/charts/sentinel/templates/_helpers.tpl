{{- /* SPDX-License-Identifier: Apache-2.0 */ -}}
{{- /* Names and labels. The fixed Service names of the product allow one Sentinel in a namespace, so no name carries the release. */ -}}

{{- define "sentinel.version" -}}
{{- .Values.version | default .Chart.AppVersion -}}
{{- end }}

{{- /* {root, component} */ -}}
{{- define "sentinel.selector" -}}
app.kubernetes.io/name: sentinel
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "sentinel.labels" -}}
{{ include "sentinel.selector" . }}
app.kubernetes.io/part-of: sentinel
app.kubernetes.io/version: {{ include "sentinel.version" .root | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- with .root.Values.extraLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- /* {root, component, name, wave}: metadata of an object; waves mean something to Argo CD only. */ -}}
{{- define "sentinel.metadata" -}}
name: {{ .name }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "sentinel.labels" . | nindent 2 }}
{{- if or (and (eq .root.Values.delivery "argocd") .wave) .annotations }}
annotations:
  {{- if and (eq .root.Values.delivery "argocd") .wave }}
  argocd.argoproj.io/sync-wave: {{ .wave | quote }}
  {{- end }}
  {{- with .annotations }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "sentinel.account" -}}
sentinel-{{ . }}
{{- end }}

{{- /* {root, image}: Sentinel's own images lie in imageRegistry with the version as tag; the others may be mirrored. */ -}}
{{- define "sentinel.image" -}}
{{- $image := index .root.Values.images .image -}}
{{- $registry := .root.Values.imageRegistry -}}
{{- if hasKey $image "registry" -}}
{{- $registry = .root.Values.mirrorRegistry | default $image.registry -}}
{{- end -}}
{{- $name := printf "%s/%s" $registry $image.repository -}}
{{- if $image.digest -}}
{{- printf "%s@%s" $name $image.digest | quote -}}
{{- else -}}
{{- printf "%s:%s" $name ($image.tag | default (include "sentinel.version" .root)) | quote -}}
{{- end -}}
{{- end }}

{{- /* A quantity as a number: bytes, or cores. */ -}}
{{- define "sentinel.number" -}}
{{- $text := toString . -}}
{{- $number := regexFind "^[0-9]+(\\.[0-9]+)?" $text | float64 -}}
{{- $unit := regexFind "[A-Za-z]+$" $text -}}
{{- $factors := dict "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "Ki" 1024.0 "Mi" 1048576.0 "Gi" 1073741824.0 "Ti" 1099511627776.0 -}}
{{- if $unit -}}{{- $number = mulf $number (index $factors $unit) -}}{{- end -}}
{{- printf "%.3f" $number -}}
{{- end }}

{{- /* {bytes, share}: a share of a quantity in whole MiB. */ -}}
{{- define "sentinel.shareMiB" -}}
{{- divf (mulf (include "sentinel.number" .of | float64) .share) 1048576.0 | floor | int64 -}}
{{- end }}

{{- define "sentinel.migrationName" -}}
{{- $version := include "sentinel.version" . | lower | replace "." "-" | replace "_" "-" | trunc 40 | trimSuffix "-" -}}
{{- printf "migration-%s-%s" $version (include "sentinel.migrationPod" . | sha256sum | trunc 8) -}}
{{- end }}

{{- /* {root, name}: the full name of a Service or of a pod behind one; who resolves it by itself knows no search list. */ -}}
{{- define "sentinel.fullName" -}}
{{- printf "%s.%s.svc.%s" .name .root.Release.Namespace .root.Values.clusterDomain -}}
{{- end }}

{{- /* {values, name}: fails where a request is above its limit. */ -}}
{{- define "sentinel.checkResources" -}}
{{- range $kind := list "cpu" "memory" "ephemeral-storage" -}}
  {{- $request := index $.values.resources.requests $kind -}}
  {{- $limit := index $.values.resources.limits $kind -}}
  {{- if gt (include "sentinel.number" $request | float64) (include "sentinel.number" $limit | float64) -}}
    {{- fail (printf "%s.resources: the request of %s (%v) is above its limit (%v). Raise the limit or lower the request." $.name $kind $request $limit) -}}
  {{- end -}}
{{- end -}}
{{- end }}

{{- /* {root, component}: labels of a pod that outlives versions, so that a new one does not start a database again. */ -}}
{{- define "sentinel.dataLabels" -}}
{{ include "sentinel.selector" . }}
app.kubernetes.io/part-of: sentinel
{{- include "sentinel.extraPodLabels" . }}
{{- end }}

{{- /* {storage, name}: the claim of a StatefulSet. */ -}}
{{- define "sentinel.claim" -}}
- apiVersion: v1
  kind: PersistentVolumeClaim
  metadata:
    name: {{ .name }}
  spec:
    accessModes: [ReadWriteOnce]
    {{- with .storage.className }}
    storageClassName: {{ . }}
    {{- end }}
    resources:
      requests:
        storage: {{ .storage.size }}
{{- end }}
