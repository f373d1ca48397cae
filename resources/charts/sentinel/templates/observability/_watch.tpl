{{- /* SPDX-License-Identifier: Apache-2.0 */ -}}
{{- /* What the parts share that measure, log and warn. */ -}}

{{- define "watch.metrics" -}}{{- if eq .Values.observability.metrics "bundled" -}}yes{{- end -}}{{- end }}
{{- define "watch.logs" -}}{{- if eq .Values.observability.logs "bundled" -}}yes{{- end -}}{{- end }}
{{- define "watch.collects" -}}{{- if ne .Values.observability.logs "none" -}}yes{{- end -}}{{- end }}
{{- define "watch.measures" -}}{{- if ne .Values.observability.metrics "none" -}}yes{{- end -}}{{- end }}
{{- define "watch.grafana" -}}
{{- if and .Values.observability.grafana.enabled (or (include "watch.metrics" .) (include "watch.logs" .)) -}}yes{{- end -}}
{{- end }}
{{- define "watch.nodeExporter" -}}
{{- if and (include "watch.metrics" .) .Values.observability.exporters.node.enabled -}}yes{{- end -}}
{{- end }}
{{- define "watch.state" -}}
{{- if and (include "watch.metrics" .) .Values.observability.exporters.state.enabled -}}yes{{- end -}}
{{- end }}

{{- /* Namespace of what must see the nodes. Its own, so that the one of Sentinel stays restricted. */ -}}
{{- define "watch.hostNamespace" -}}
{{- .Values.observability.host.namespace | default (printf "%s-host" .Release.Namespace) -}}
{{- end }}
{{- define "watch.usesHost" -}}
{{- if or (include "watch.collects" .) (include "watch.nodeExporter" .) .Values.watchdog.enabled -}}yes{{- end -}}
{{- end }}

{{- /* {root, component, name, wave}: metadata of an object in the namespace of the nodes. */ -}}
{{- define "watch.hostMetadata" -}}
name: {{ .name }}
namespace: {{ include "watch.hostNamespace" .root }}
labels:
  {{- include "sentinel.labels" . | nindent 2 }}
{{- if and (eq .root.Values.delivery "argocd") .wave }}
annotations:
  argocd.argoproj.io/sync-wave: {{ .wave | quote }}
{{- end }}
{{- end }}

{{- /* Everything whose figures are read: component, port and path, and whether it stands in the namespace of the nodes. One list for the
     scrape configuration, the monitors of an operator and the network policies. */ -}}
{{- define "watch.targets" -}}
- {component: backend, port: 8000, name: http}
{{- if include "sentinel.hasPatroni" . }}
- {component: patroni, port: 8008, name: rest}
- {component: etcd, port: 2381, name: metrics}
- {component: haproxy, port: 8404, name: metrics}
{{- end }}
{{- if .Values.redisSentinel.enabled }}
- {component: redis-proxy, port: 8404, name: metrics}
{{- end }}
{{- if include "watch.metrics" . }}
- {component: prometheus, port: 9090}
- {component: alertmanager, port: 9093}
{{- end }}
{{- if include "watch.grafana" . }}
- {component: grafana, port: 3000}
{{- end }}
{{- if include "watch.logs" . }}
- {component: loki, port: 3100}
{{- end }}
{{- if include "watch.collects" . }}
- {component: collector-security, port: 8888, name: metrics, host: true}
- {component: collector-ops, port: 8888, name: metrics, host: true}
{{- end }}
{{- if include "watch.nodeExporter" . }}
- {component: node-exporter, port: {{ .Values.observability.exporters.node.port }}, host: true, onNode: true}
{{- end }}
{{- if include "watch.state" . }}
- {component: kube-state-metrics, port: 8080}
{{- end }}
{{- range $name := list "postgresql" "redis" "celery" }}
{{- with index $.Values.observability.exporters $name }}
{{- if .enabled }}
- {component: {{ $name }}-exporter, port: {{ index (dict "postgresql" 9187 "redis" 9121 "celery" 9808) $name }}, name: metrics}
{{- end }}
{{- end }}
{{- end }}
{{- range .Values.observability.extraTargets }}
- {component: {{ .component }}, port: {{ .port }}{{ with .path }}, path: {{ . }}{{ end }}}
{{- end }}
{{- if .Values.watchdog.enabled }}
- {component: watchdog, port: 9101, name: metrics, host: true}
{{- end }}
{{- end }}

{{- /* A token of the pod's account, asked for by name instead of mounted everywhere, short-lived and in the place clients look. */ -}}
{{- define "watch.tokenVolume" -}}
- name: token
  projected:
    defaultMode: 0440
    sources:
      - serviceAccountToken: {path: token, expirationSeconds: 3607}
      - configMap: {name: kube-root-ca.crt, items: [{key: ca.crt, path: ca.crt}]}
      - downwardAPI: {items: [{path: namespace, fieldRef: {fieldPath: metadata.namespace}}]}
{{- end }}
{{- define "watch.tokenMount" -}}
- {name: token, mountPath: /var/run/secrets/kubernetes.io/serviceaccount, readOnly: true}
{{- end }}

{{- /* {root, component, values, user}: head of a pod on every node. As root, because the files of a node belong to root, but without a single
     capability beyond what the container adds. */ -}}
{{- define "watch.hostPodSpec" -}}
serviceAccountName: {{ include "sentinel.account" .component }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  {{- if .user }}
  runAsNonRoot: true
  {{- end }}
  seccompProfile: {type: RuntimeDefault}
  {{- if .root.Values.podSecurity.appArmor }}
  appArmorProfile: {type: RuntimeDefault}
  {{- end }}
  {{- with .root.Values.observability.host.seLinuxType }}
  seLinuxOptions: {type: {{ . }}}
  {{- end }}
{{- with .values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
terminationGracePeriodSeconds: {{ .values.terminationGracePeriodSeconds }}
{{- end }}

{{- /* {root, image, user, add}: a container on a node. */ -}}
{{- define "watch.hostContainer" -}}
image: {{ include "sentinel.image" . }}
imagePullPolicy: {{ (index .root.Values.images .image).pullPolicy }}
securityContext:
  {{- if .user }}
  runAsNonRoot: true
  runAsUser: {{ .user }}
  runAsGroup: {{ .user }}
  {{- else }}
  runAsUser: 0
  runAsGroup: 0
  {{- end }}
  allowPrivilegeEscalation: false
  capabilities:
    drop: [ALL]
    {{- with .add }}
    add: {{ toJson . }}
    {{- end }}
  privileged: false
  readOnlyRootFilesystem: true
{{- end }}

{{- /* {storage}: a claim template. */ -}}
{{- define "watch.claim" -}}
- apiVersion: v1
  kind: PersistentVolumeClaim
  metadata:
    name: data
  spec:
    accessModes: [ReadWriteOnce]
    {{- with .className }}
    storageClassName: {{ . }}
    {{- end }}
    resources:
      requests:
        storage: {{ .size }}
{{- end }}

{{- /* {root, component, ports}: the Service of a StatefulSet's pods. */ -}}
{{- define "watch.headless" -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "sentinel.metadata" (dict "root" .root "component" .component "name" (printf "%s-pods" .component)) | nindent 2 }}
spec:
  type: ClusterIP
  clusterIP: None
  # Members find each other before they are ready.
  publishNotReadyAddresses: true
  selector:
    {{- include "sentinel.selector" (dict "root" .root "component" .component) | nindent 4 }}
  ports:
    {{- range .ports }}
    - {name: {{ .name }}, port: {{ .port }}, targetPort: {{ .name }}, protocol: {{ .protocol | default "TCP" }}}
    {{- end }}
{{- end }}

{{- define "watch.service" -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "sentinel.metadata" (dict "root" .root "component" .component "name" .component "wave" .wave) | nindent 2 }}
spec:
  type: ClusterIP
  selector:
    {{- include "sentinel.selector" (dict "root" .root "component" .component) | nindent 4 }}
  ports:
    {{- range .ports }}
    - {name: {{ .name }}, port: {{ .port }}, targetPort: {{ .name }}, protocol: TCP, appProtocol: http}
    {{- end }}
{{- end }}

{{- /* Podmeta of templates: {root, component, checksum}. */ -}}
{{- define "watch.podMetadata" -}}
labels:
  {{- include "sentinel.selector" (dict "root" .root "component" .component) | nindent 2 }}
  app.kubernetes.io/part-of: sentinel
  {{- include "sentinel.extraPodLabels" . | nindent 2 }}
{{- $annotations := include "sentinel.podAnnotations" . | trim }}
{{- if or .checksum $annotations }}
annotations:
  {{- with .checksum }}
  checksum/config: {{ sha256sum . }}
  {{- end }}
  {{- with $annotations }}
  {{- . | nindent 2 }}
  {{- end }}
{{- end }}
{{- end }}

{{- /* {port, path, live}: three probes that differ. */ -}}
{{- define "watch.probes" -}}
startupProbe:
  httpGet: {path: {{ .ready }}, port: {{ .port }}}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: {{ .startup | default 120 }}
readinessProbe:
  httpGet: {path: {{ .ready }}, port: {{ .port }}}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
livenessProbe:
  httpGet: {path: {{ .live }}, port: {{ .port }}}
  periodSeconds: 20
  timeoutSeconds: 10
  failureThreshold: 6
{{- end }}

{{- /* What a schema cannot say. */ -}}
{{- define "watch.checks" -}}
{{- $watch := .Values.observability -}}
{{- $parts := dict "observability.prometheus" $watch.prometheus "observability.alertmanager" $watch.alertmanager "observability.grafana" $watch.grafana "observability.loki" $watch.loki "observability.collectors.security" $watch.collectors.security "observability.collectors.ops" $watch.collectors.ops "watchdog" .Values.watchdog -}}
{{- range $name, $exporter := $watch.exporters -}}
  {{- $_ := set $parts (printf "observability.exporters.%s" $name) $exporter -}}
{{- end -}}
{{- range $name, $part := $parts -}}
  {{- range $kind := list "cpu" "memory" "ephemeral-storage" -}}
    {{- $request := index $part.resources.requests $kind -}}
    {{- $limit := index $part.resources.limits $kind -}}
    {{- if gt (include "sentinel.number" $request | float64) (include "sentinel.number" $limit | float64) -}}
      {{- fail (printf "%s.resources: the request of %s (%v) is above its limit (%v). Raise the limit or lower the request." $name $kind $request $limit) -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- if and (eq $watch.loki.store "filesystem") (gt (int $watch.loki.replicas) 1) -}}
  {{- fail (printf "observability.loki.replicas: %d instances with the store filesystem would answer in turn with part of the lines each. Use store: objectStore or one instance." (int $watch.loki.replicas)) -}}
{{- end -}}
{{- if and (eq $watch.logs "bundled") (eq $watch.loki.store "objectStore") (not $watch.loki.objectStore.bucket) -}}
  {{- fail "observability.loki.objectStore.bucket: the store objectStore needs a bucket. Name one, or use store: filesystem." -}}
{{- end -}}
{{- if and (eq $watch.logs "existing") (not (and $watch.existing.loki.securityUrl $watch.existing.loki.opsUrl)) -}}
  {{- fail "observability.existing.loki: securityUrl and opsUrl say where the collectors of the two lanes send to. Set both, or logs to bundled or none." -}}
{{- end -}}
{{- if eq (include "watch.hostNamespace" .) .Release.Namespace -}}
  {{- fail "observability.host.namespace: what sees the nodes needs a namespace of its own, because the one of the release stays restricted. Name another, or leave it empty." -}}
{{- end -}}
{{- if and .Values.watchdog.ebpf.enabled (not .Values.watchdog.enabled) -}}
  {{- fail "watchdog.ebpf.enabled: the eBPF guard is part of the watchdog's pod. Set watchdog.enabled too." -}}
{{- end -}}
{{- end }}
