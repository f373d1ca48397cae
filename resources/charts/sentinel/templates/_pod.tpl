{{- /* SPDX-License-Identifier: Apache-2.0 */ -}}
{{- /* What every pod carries: {root, component, values}; `stateful` where its pods have no hash of a rollout. */ -}}
{{- define "sentinel.podSpec" -}}
{{- $selector := dict "root" .root "component" .component -}}
serviceAccountName: {{ include "sentinel.account" .component }}
automountServiceAccountToken: false
# A Service called redis would put REDIS_PORT=tcp://… into every container.
enableServiceLinks: false
{{- if .root.Values.podSecurity.userNamespaces }}
hostUsers: false
{{- end }}
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  {{- with .root.Values.podSecurity.runAsUser }}
  runAsUser: {{ . }}
  runAsGroup: {{ . }}
  fsGroup: {{ . }}
  fsGroupChangePolicy: OnRootMismatch
  {{- end }}
  seccompProfile: {type: RuntimeDefault}
  {{- if .root.Values.podSecurity.appArmor }}
  appArmorProfile: {type: RuntimeDefault}
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
{{- with .values.terminationGracePeriodSeconds }}
terminationGracePeriodSeconds: {{ . }}
{{- end }}
{{- with .values.preferredNodes }}
affinity:
  nodeAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        preference:
          matchExpressions:
            {{- range $name, $value := . }}
            - {key: {{ $name }}, operator: In, values: [{{ $value | quote }}]}
            {{- end }}
{{- end }}
{{- with .values.spread }}
{{- if ne .hosts "none" }}
{{- if not $.values.preferredNodes }}
affinity:
{{- end }}
  podAntiAffinity:
    {{- if eq .hosts "required" }}
    requiredDuringSchedulingIgnoredDuringExecution:
      - topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels:
            {{- include "sentinel.selector" $selector | nindent 12 }}
        {{- if not $.stateful }}
        # Of this rollout only: the pods it replaces must not keep it from starting.
        matchLabelKeys: [pod-template-hash]
        {{- end }}
    {{- else }}
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              {{- include "sentinel.selector" $selector | nindent 14 }}
          {{- if not $.stateful }}
          matchLabelKeys: [pod-template-hash]
          {{- end }}
    {{- end }}
{{- end }}
{{- if or (ne .hosts "none") (ne .zones "none") }}
topologySpreadConstraints:
  {{- if ne .zones "none" }}
  - topologyKey: topology.kubernetes.io/zone
    maxSkew: 1
    whenUnsatisfiable: {{ ternary "DoNotSchedule" "ScheduleAnyway" (eq .zones "required") }}
    labelSelector:
      matchLabels:
        {{- include "sentinel.selector" $selector | nindent 8 }}
    {{- if not $.stateful }}
    matchLabelKeys: [pod-template-hash]
    {{- end }}
  {{- end }}
  {{- if ne .hosts "none" }}
  - topologyKey: kubernetes.io/hostname
    maxSkew: 1
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "sentinel.selector" $selector | nindent 8 }}
    {{- if not $.stateful }}
    matchLabelKeys: [pod-template-hash]
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* {root, image}: image, policy and rights of a container. */ -}}
{{- define "sentinel.container" -}}
image: {{ include "sentinel.image" . }}
imagePullPolicy: {{ (index .root.Values.images .image).pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  capabilities: {drop: [ALL]}
  privileged: false
  readOnlyRootFilesystem: {{ .root.Values.podSecurity.readOnlyRootFilesystem }}
{{- end }}

{{- define "sentinel.secretVariable" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef: {name: {{ .secret | quote }}, key: {{ .key | quote }}}
{{- end }}

{{- /* The database, in both forms the product reads. $(NAME) is put in by the kubelet, so no password is written here. */ -}}
{{- define "sentinel.databaseEnv" -}}
{{- $database := .Values.database -}}
{{- $server := printf "%s:%v" (ternary "postgres" $database.host (eq $database.kind "bundled")) (ternary 5432 $database.port (eq $database.kind "bundled")) -}}
{{- if and (eq $database.kind "external") (contains ":" $database.host) }}{{ $server = printf "[%s]:%v" $database.host $database.port }}{{ end -}}
{{ include "sentinel.secretVariable" (dict "name" "DATABASE_PASSWORD" "secret" $database.secretName "key" $database.passwordKey) }}
{{- if $database.urlKey }}
{{ include "sentinel.secretVariable" (dict "name" "DATABASE_URL" "secret" $database.secretName "key" $database.urlKey) }}
{{- else }}
- name: DATABASE_URL
  value: postgresql+asyncpg://{{ $database.user }}:$(DATABASE_PASSWORD)@{{ $server }}/{{ $database.name }}
{{- end }}
{{- end }}

{{- /* {root, number}: on `main` the product has no settings for Sentinels, so it asks the proxy that follows the master; `ds` asks them all. */ -}}
{{- define "sentinel.celeryUrl" -}}
{{- $sentinel := .root.Values.redisSentinel -}}
{{- if and $sentinel.enabled (eq ($sentinel.celery | default (ternary "sentinel" "proxy" (eq .root.Values.flavour "ds"))) "sentinel") -}}
{{- range $i := until (int $sentinel.sentinels) }}{{ if $i }};{{ end }}sentinel://:$(REDIS_PASSWORD)@redis-sentinel-{{ add1 $i }}:26379/{{ $.number }}{{ end -}}
{{- else -}}
redis://:$(REDIS_PASSWORD)@redis:6379/{{ .number }}
{{- end -}}
{{- end }}

{{- define "sentinel.appEnv" -}}
{{ include "sentinel.databaseEnv" . }}
{{ include "sentinel.secretVariable" (dict "name" "REDIS_PASSWORD" "secret" .Values.redis.secretName "key" .Values.redis.passwordKey) }}
- name: REDIS_URL
  value: redis://:$(REDIS_PASSWORD)@redis:6379/0
- name: CELERY_BROKER_URL
  value: {{ include "sentinel.celeryUrl" (dict "root" . "number" 0) }}
- name: CELERY_RESULT_BACKEND
  value: {{ include "sentinel.celeryUrl" (dict "root" . "number" 1) }}
{{- if .Values.n8n.enabled }}
{{ include "sentinel.secretVariable" (dict "name" "N8N_WEBHOOK_TOKEN" "secret" .Values.n8n.secretName "key" .Values.n8n.webhookTokenKey) }}
{{- end }}
{{ include "sentinel.secretVariable" (dict "name" "SECRET_KEY" "secret" .Values.app.secretName "key" .Values.app.secretKeyKey) }}
- name: POD_NAME
  valueFrom:
    fieldRef: {fieldPath: metadata.name}
{{- end }}

{{- define "sentinel.appEnvFrom" -}}
- configMapRef: {name: sentinel-config}
{{- end }}

{{- /* {root, component}: rolls pods when what they read changes. */ -}}
{{- define "sentinel.appChecksums" -}}
checksum/config: {{ include (print .root.Template.BasePath "/config.yaml") .root | sha256sum }}
checksum/scripts: {{ include (print .root.Template.BasePath "/scripts.yaml") .root | sha256sum }}
{{- include "sentinel.podAnnotations" . }}
{{- end }}

{{- /* Holds a pod back until the migration of its version is through. It asks the database itself, so it needs no right in the cluster. */ -}}
{{- define "sentinel.waitForSchema" -}}
- name: wait-for-schema
  {{- include "sentinel.container" (dict "root" . "image" "backend") | nindent 2 }}
  command: [python, /opt/sentinel/schema.py, wait]
  workingDir: {{ .Values.migration.workingDir }}
  env:
    {{- include "sentinel.databaseEnv" . | nindent 4 }}
  envFrom:
    {{- include "sentinel.appEnvFrom" . | nindent 4 }}
  resources:
    {{- toYaml .Values.migration.resources | nindent 4 }}
  volumeMounts:
    - {name: scripts, mountPath: /opt/sentinel, readOnly: true}
    - {name: tmp, mountPath: /tmp}
{{- end }}

{{- define "sentinel.appVolumes" -}}
- name: scripts
  configMap: {name: sentinel-scripts}
- name: tmp
  emptyDir: {sizeLimit: 64Mi}
{{- end }}
