{{- define "clausewatch.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* The services: the key of their values, their name in the code, and the port that they listen on. Health and metrics are 1000 above. */}}
{{- define "clausewatch.services" -}}
crawler: {component: crawler-service, port: 8081}
diff: {component: diff-service, port: 8082}
classifier: {component: classifier-service, port: 8083}
alert: {component: alert-service, port: 8084}
gateway: {component: api-gateway, port: 8080}
{{- end -}}

{{/* Labels that select pods: (dict "root" $ "component" name). They never change. */}}
{{- define "clausewatch.selector" -}}
app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .component }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- end -}}

{{- define "clausewatch.labels" -}}
{{ include "clausewatch.selector" . }}
app.kubernetes.io/version: {{ include "clausewatch.tag" .root | trunc 63 | trimSuffix "-" | trimSuffix "." | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/part-of: clausewatch
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 }}
{{- end -}}

{{- define "clausewatch.tag" -}}
{{ default .Chart.AppVersion .Values.image.tag }}
{{- end -}}

{{/* (dict "root" $ "image" name) */}}
{{- define "clausewatch.image" -}}
{{- with .root.Values.image.registry }}{{ . }}/{{ end -}}
clausewatch-{{ .image }}:{{ include "clausewatch.tag" .root }}
{{- end -}}

{{- define "clausewatch.secret" -}}
{{ default (printf "%s-secrets" (include "clausewatch.fullname" .)) .Values.secrets.name }}
{{- end -}}

{{- define "clausewatch.kafkaCluster" -}}
{{ default (include "clausewatch.fullname" .) .Values.strimzi.cluster.name }}
{{- end -}}

{{- define "clausewatch.bootstrap" -}}
{{- if .Values.strimzi.enabled -}}
{{/* With its namespace: KEDA asks from another one */ -}}
{{ include "clausewatch.kafkaCluster" . }}-kafka-bootstrap.{{ .Release.Namespace }}.svc:9093
{{- else -}}
{{ .Values.kafka.bootstrapServers }}
{{- end -}}
{{- end -}}

{{- define "clausewatch.databaseCluster" -}}
{{ default (printf "%s-db" (include "clausewatch.fullname" .)) .Values.cnpg.name }}
{{- end -}}

{{/* The secret with a service's login at its database: (dict "root" $ "key" "crawler") */}}
{{- define "clausewatch.databaseSecret" -}}
{{- $own := (index .root.Values .key).database.secretName -}}
{{- $prefix := default (printf "%s-db" (include "clausewatch.fullname" .root)) .root.Values.postgres.secretPrefix -}}
{{- default (printf "%s-%s" $prefix .key) $own -}}
{{- end -}}

{{- define "clausewatch.databaseUrl" -}}
{{- $own := (index .root.Values .key).database.url -}}
{{- if $own -}}
{{ $own }}
{{- else -}}
{{- $host := ternary (printf "%s-rw" (include "clausewatch.databaseCluster" .root)) .root.Values.postgres.host .root.Values.cnpg.enabled -}}
jdbc:postgresql://{{ $host }}:{{ ternary 5432 (int .root.Values.postgres.port) .root.Values.cnpg.enabled }}/{{ .key }}
{{- with .root.Values.postgres.parameters }}?{{ . }}{{ end -}}
{{- end -}}
{{- end -}}
