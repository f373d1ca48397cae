{{- /* SPDX-License-Identifier: Apache-2.0 */ -}}
{{- /* {root, component, values, config, secret, ports}: a Deployment of HAProxy; `secret` is a volume with the password, where it needs one. */ -}}
{{- define "sentinel.proxyDeployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "sentinel.metadata" (dict "root" .root "component" .component "name" .component) | nindent 2 }}
spec:
  replicas: {{ .values.replicas }}
  revisionHistoryLimit: {{ .root.Values.revisionHistoryLimit }}
  progressDeadlineSeconds: {{ .root.Values.progressDeadlineSeconds }}
  strategy:
    type: RollingUpdate
    rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
  selector:
    matchLabels:
      {{- include "sentinel.selector" (dict "root" .root "component" .component) | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "sentinel.dataLabels" (dict "root" .root "component" .component) | nindent 8 }}
      annotations:
        checksum/config: {{ .config | sha256sum }}
        {{- include "sentinel.podAnnotations" (dict "root" .root "component" .component) | nindent 8 }}
    spec:
      {{- include "sentinel.podSpec" (dict "root" .root "component" .component "values" .values) | nindent 6 }}
      containers:
        - name: haproxy
          {{- include "sentinel.container" (dict "root" .root "image" "haproxy") | nindent 10 }}
          {{- if .secret }}
          # Into the environment here, so that neither the pod's definition nor an argument carries it.
          command:
            - sh
            - -c
            - |
              set -eu
              REDIS_PASSWORD=$(cat /run/secrets/redis/password)
              export REDIS_PASSWORD
              exec haproxy -W -db -f /etc/haproxy/haproxy.cfg
          {{- else }}
          command: [haproxy, -W, -db, -f, /etc/haproxy/haproxy.cfg]
          {{- end }}
          ports:
            {{- range .ports }}
            - {name: {{ .name }}, containerPort: {{ .port }}, protocol: TCP}
            {{- end }}
            - {name: metrics, containerPort: 8404, protocol: TCP}
          startupProbe:
            httpGet: {path: /live, port: metrics}
            periodSeconds: 2
            timeoutSeconds: 2
            failureThreshold: 30
          readinessProbe:
            httpGet: {path: /ready, port: metrics}
            periodSeconds: 5
            timeoutSeconds: 3
            failureThreshold: 2
          livenessProbe:
            httpGet: {path: /live, port: metrics}
            periodSeconds: 20
            timeoutSeconds: 5
            failureThreshold: 3
          lifecycle:
            preStop:
              sleep: {seconds: 10}
          resources:
            {{- toYaml .values.resources | nindent 12 }}
          volumeMounts:
            - {name: config, mountPath: /etc/haproxy, readOnly: true}
            - {name: tmp, mountPath: /tmp}
            {{- if .secret }}
            - {name: secret, mountPath: /run/secrets/redis, readOnly: true}
            {{- end }}
      volumes:
        - name: config
          configMap: {name: {{ .component }}-config}
        - name: tmp
          emptyDir: {sizeLimit: 16Mi}
        {{- with .secret }}
        - name: secret
          {{- toYaml . | nindent 10 }}
        {{- end }}
{{- end }}
