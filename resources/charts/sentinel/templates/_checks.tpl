{{- /* SPDX-License-Identifier: Apache-2.0 */ -}}
{{- /* What a schema cannot say. Each sentence names the value, what is wrong and what to do. */ -}}
{{- define "sentinel.checks" -}}
{{- $root := . -}}
{{- range $component := list "migration" "backend" "worker" "beat" "frontend" "postgresql" "redis" -}}
  {{- $values := index $root.Values $component -}}
  {{- range $kind := list "cpu" "memory" "ephemeral-storage" -}}
    {{- $request := index $values.resources.requests $kind -}}
    {{- $limit := index $values.resources.limits $kind -}}
    {{- if gt (include "sentinel.number" $request | float64) (include "sentinel.number" $limit | float64) -}}
      {{- fail (printf "%s.resources: the request of %s (%v) is above its limit (%v). Raise the limit or lower the request." $component $kind $request $limit) -}}
    {{- end -}}
  {{- end -}}
  {{- with $values.autoscaling -}}
    {{- if and .enabled (gt (int .minReplicas) (int .maxReplicas)) -}}
      {{- fail (printf "%s.autoscaling: minReplicas (%d) is above maxReplicas (%d). Exchange them." $component (int .minReplicas) (int .maxReplicas)) -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- range $name, $value := .Values.app.extraEnv -}}
  {{- if has $name (list "DATABASE_URL" "DATABASE_HOST" "DATABASE_PORT" "DATABASE_USER" "DATABASE_PASSWORD" "DATABASE_NAME" "REDIS_URL" "REDIS_PASSWORD" "REDIS_USE_SENTINEL" "CELERY_BROKER_URL" "CELERY_RESULT_BACKEND" "SECRET_KEY" "ALGORITHM" "ACCESS_TOKEN_EXPIRE_MINUTES" "REFRESH_TOKEN_EXPIRE_DAYS" "ALLOWED_ORIGINS" "FASTAPI_ENV" "LOG_LEVEL" "APP_NAME" "APP_VERSION" "AI_ENABLED" "OLLAMA_URL" "OLLAMA_MODEL" "N8N_BASE_URL" "N8N_WEBHOOK_TOKEN" "SCHEMA_DATABASE_HOST" "SCHEMA_DATABASE_PORT" "HOME" "POD_NAME" "PYTHONUNBUFFERED" "PYTHONDONTWRITEBYTECODE") -}}
    {{- fail (printf "app.extraEnv.%s: the chart sets this variable itself. Remove it, and change the value it comes from." $name) -}}
  {{- end -}}
{{- end -}}
{{- end }}
