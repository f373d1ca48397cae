{{- /* SPDX-License-Identifier: Apache-2.0 */ -}}
{{- /* What every pod carries: {root, component, values}. */ -}}
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
{{- with .values.spread }}
{{- if ne .hosts "none" }}
affinity:
  podAntiAffinity:
    {{- if eq .hosts "required" }}
    requiredDuringSchedulingIgnoredDuringExecution:
      - topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels:
            {{- include "sentinel.selector" $selector | nindent 12 }}
        # Of this rollout only: the pods it replaces must not keep it from starting.
        matchLabelKeys: [pod-template-hash]
    {{- else }}
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              {{- include "sentinel.selector" $selector | nindent 14 }}
          matchLabelKeys: [pod-template-hash]
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
    matchLabelKeys: [pod-template-hash]
  {{- end }}
  {{- if ne .hosts "none" }}
  - topologyKey: kubernetes.io/hostname
    maxSkew: 1
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "sentinel.selector" $selector | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
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

{{- define "sentinel.appEnv" -}}
{{ include "sentinel.databaseEnv" . }}
{{ include "sentinel.secretVariable" (dict "name" "REDIS_PASSWORD" "secret" .Values.redis.secretName "key" .Values.redis.passwordKey) }}
- name: REDIS_URL
  value: redis://:$(REDIS_PASSWORD)@redis:6379/0
- name: CELERY_BROKER_URL
  value: redis://:$(REDIS_PASSWORD)@redis:6379/0
- name: CELERY_RESULT_BACKEND
  value: redis://:$(REDIS_PASSWORD)@redis:6379/1
{{ include "sentinel.secretVariable" (dict "name" "SECRET_KEY" "secret" .Values.app.secretName "key" .Values.app.secretKeyKey) }}
- name: POD_NAME
  valueFrom:
    fieldRef: {fieldPath: metadata.name}
{{- end }}

{{- define "sentinel.appEnvFrom" -}}
- configMapRef: {name: sentinel-config}
{{- end }}

{{- /* Rolls pods when what they read changes. */ -}}
{{- define "sentinel.appChecksums" -}}
checksum/config: {{ include (print $.Template.BasePath "/config.yaml") . | sha256sum }}
checksum/scripts: {{ include (print $.Template.BasePath "/scripts.yaml") . | sha256sum }}
{{- with .Values.podAnnotations }}
{{ toYaml . }}
{{- end }}
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
