{{- define "clausewatch.podSecurity" -}}
automountServiceAccountToken: false
# Variables that Kubernetes would set for each service could be taken for settings
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile:
    type: RuntimeDefault
{{- end -}}

{{- define "clausewatch.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end -}}

{{- define "clausewatch.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* How a service, or a job in its name, reaches the brokers: (dict "root" $ "key" "crawler" "component" "crawler-service" "secret" name) */}}
{{- define "clausewatch.kafkaEnv" -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ include "clausewatch.bootstrap" .root | quote }}
{{- range $name, $value := .root.Values.kafka.env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- if .root.Values.strimzi.enabled }}
- name: KAFKA_SECURITY_PROTOCOL
  value: SASL_SSL
- name: KAFKA_SASL_MECHANISM
  value: SCRAM-SHA-512
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef:
      name: {{ include "clausewatch.fullname" .root }}-{{ .component }}
      key: sasl.jaas.config
# KEDA takes the name from here
- name: BROKER_USER
  value: {{ include "clausewatch.fullname" .root }}-{{ .component }}
{{- end }}
{{- if include "clausewatch.caSecret" .root }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /etc/clausewatch/kafka-ca/ca.crt
{{- end }}
{{- end -}}

{{- define "clausewatch.caSecret" -}}
{{- if .Values.strimzi.enabled -}}
{{ include "clausewatch.kafkaCluster" . }}-cluster-ca-cert
{{- else -}}
{{ .Values.kafka.ca.secretName }}
{{- end -}}
{{- end -}}

{{- define "clausewatch.databaseEnv" -}}
- name: DATABASE_URL
  value: {{ include "clausewatch.databaseUrl" . | quote }}
- name: DATABASE_USER
  valueFrom:
    secretKeyRef:
      name: {{ include "clausewatch.databaseSecret" . }}
      key: username
- name: DATABASE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "clausewatch.databaseSecret" . }}
      key: password
- name: SERVICE_TOKEN
  valueFrom:
    secretKeyRef:
      name: {{ include "clausewatch.secret" .root }}
      key: SERVICE_TOKEN
{{- end -}}

{{- define "clausewatch.caMount" -}}
{{- if include "clausewatch.caSecret" . }}
- name: kafka-ca
  mountPath: /etc/clausewatch/kafka-ca
  readOnly: true
{{- end }}
{{- end -}}

{{- define "clausewatch.caVolume" -}}
{{- with include "clausewatch.caSecret" . }}
- name: kafka-ca
  secret:
    secretName: {{ . }}
    items:
      - key: {{ ternary "ca.crt" $.Values.kafka.ca.key $.Values.strimzi.enabled }}
        path: ca.crt
{{- end }}
{{- end -}}

{{/*
Service account, service, deployment and disruption budget of a service:
(dict "root" $ "key" "crawler" "env" more "volumes" more "mounts" more "image" name "scaled" whether KEDA says how many "pod" more of the pod)
*/}}
{{- define "clausewatch.workload" -}}
{{- $root := .root -}}
{{- $values := index $root.Values .key -}}
{{- $service := index (include "clausewatch.services" $root | fromYaml) .key -}}
{{- $component := $service.component -}}
{{- $port := int $service.port -}}
{{- $name := printf "%s-%s" (include "clausewatch.fullname" $root) $component -}}
{{- $scope := dict "root" $root "component" $component "key" .key -}}
{{- $scaled := and .scaled $root.Values.keda.enabled -}}
{{- $least := ternary (int $root.Values.keda.minReplicas) (int $values.replicas) (eq $scaled true) -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ $name }}
  labels: {{- include "clausewatch.labels" $scope | nindent 4 }}
automountServiceAccountToken: false
---
apiVersion: v1
kind: Service
metadata:
  name: {{ $name }}
  labels: {{- include "clausewatch.labels" $scope | nindent 4 }}
spec:
  type: ClusterIP
  selector: {{- include "clausewatch.selector" $scope | nindent 4 }}
  ports:
    - name: http
      port: {{ $port }}
      targetPort: http
      protocol: TCP
    - name: management
      port: {{ add $port 1000 }}
      targetPort: management
      protocol: TCP
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $name }}
  labels: {{- include "clausewatch.labels" $scope | nindent 4 }}
spec:
  {{- if not $scaled }}
  replicas: {{ $values.replicas }}
  {{- end }}
  revisionHistoryLimit: 3
  minReadySeconds: 10
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  selector:
    matchLabels: {{- include "clausewatch.selector" $scope | nindent 6 }}
  template:
    metadata:
      labels: {{- include "clausewatch.labels" $scope | nindent 8 }}
      {{- with $values.podAnnotations }}
      annotations: {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      serviceAccountName: {{ $name }}
      {{- include "clausewatch.podSecurity" $root | nindent 6 }}
      {{- with include "clausewatch.pullSecrets" $root | trim }}
      {{- . | nindent 6 }}
      {{- end }}
      # 5 s until nobody sends any more, 15 s for requests, 14 s for polls, 40 s for attempts and their ledger, 40 s for publications, one
      # after the other; the most is rare
      terminationGracePeriodSeconds: 120
      {{- with .pod }}
      {{- . | nindent 6 }}
      {{- end }}
      containers:
        - name: {{ $component }}
          image: {{ include "clausewatch.image" (dict "root" $root "image" (default $component .image)) }}
          imagePullPolicy: {{ $root.Values.image.pullPolicy }}
          {{- include "clausewatch.containerSecurity" $root | nindent 10 }}
          ports:
            - name: http
              containerPort: {{ $port }}
              protocol: TCP
            - name: management
              containerPort: {{ add $port 1000 }}
              protocol: TCP
          env:
            - name: JDK_JAVA_OPTIONS
              value: "-Xmx{{ int $values.heapMegabytes }}m"
            - name: PORT
              value: {{ $port | quote }}
            - name: MANAGEMENT_PORT
              value: {{ add $port 1000 | quote }}
            {{- include "clausewatch.kafkaEnv" $scope | nindent 12 }}
            {{- include "clausewatch.databaseEnv" $scope | nindent 12 }}
            {{- with .env }}
            {{- . | nindent 12 }}
            {{- end }}
            {{- range $variable, $value := $values.env }}
            - name: {{ $variable }}
              value: {{ $value | quote }}
            {{- end }}
          {{- $kafkaSecret := default $root.Values.kafka.secretName $values.kafkaSecret }}
          {{- if or $kafkaSecret $values.secretEnv }}
          envFrom:
            {{- with $kafkaSecret }}
            - secretRef:
                name: {{ . }}
            {{- end }}
            {{- with $values.secretEnv }}
            - secretRef:
                name: {{ . }}
            {{- end }}
          {{- end }}
          resources: {{- toYaml $values.resources | nindent 12 }}
          # A migration may take long: ten minutes until it counts as failed
          startupProbe:
            httpGet: {path: /q/health/started, port: management}
            periodSeconds: 5
            timeoutSeconds: 5
            failureThreshold: 120
          livenessProbe:
            httpGet: {path: /q/health/live, port: management}
            periodSeconds: 20
            timeoutSeconds: 10
            failureThreshold: 3
          readinessProbe:
            httpGet: {path: /q/health/ready, port: management}
            periodSeconds: 10
            timeoutSeconds: 10
            failureThreshold: 3
          lifecycle:
            preStop:
              sleep:
                seconds: 5
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            {{- with include "clausewatch.caMount" $root | trim }}
            {{- . | nindent 12 }}
            {{- end }}
            {{- with .mounts }}
            {{- . | nindent 12 }}
            {{- end }}
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: {{ $values.tmpSize }}
        {{- with include "clausewatch.caVolume" $root | trim }}
        {{- . | nindent 8 }}
        {{- end }}
        {{- with .volumes }}
        {{- . | nindent 8 }}
        {{- end }}
      topologySpreadConstraints:
        {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
        - maxSkew: 1
          topologyKey: {{ . }}
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: {{- include "clausewatch.selector" $scope | nindent 14 }}
          matchLabelKeys: [pod-template-hash]
        {{- end }}
      {{- with $values.nodeSelector }}
      nodeSelector: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $values.tolerations }}
      tolerations: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $values.affinity }}
      affinity: {{- toYaml . | nindent 8 }}
      {{- end }}
{{- if gt $least 1 }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ $name }}
  labels: {{- include "clausewatch.labels" $scope | nindent 4 }}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels: {{- include "clausewatch.selector" $scope | nindent 6 }}
{{- end }}
{{- end -}}
