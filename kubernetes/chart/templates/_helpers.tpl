{{/* Prefix of every name: the release's name, which holds the chart's once. */}}
{{- define "audit.name" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* What selects the pods of this release; never changes, since a workload's selector cannot. */}}
{{- define "audit.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "audit.labels" -}}
{{ include "audit.selector" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: {{ .Chart.Name }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* Labels of one part of the release. Called with a list: the root, and the part's name. */}}
{{- define "audit.partSelector" -}}
{{ include "audit.selector" (index . 0) }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end -}}

{{- define "audit.partLabels" -}}
{{ include "audit.labels" (index . 0) }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end -}}

{{- define "audit.image" -}}
{{- $image := .Values.image -}}
{{- if $image.digest -}}
{{ $image.repository }}@{{ $image.digest }}
{{- else -}}
{{- $tag := $image.tag | default .Chart.AppVersion -}}
{{- if eq $tag "latest" -}}
{{- fail "image.tag is latest, so that nobody could tell what runs; name a version, or set image.digest" -}}
{{- end -}}
{{ $image.repository }}:{{ $tag }}
{{- end -}}
{{- end -}}

{{- define "audit.secretName" -}}
{{- .Values.secrets.existing | default (include "audit.name" .) -}}
{{- end -}}

{{/* The Secret's content, refusing what is missing, too short or known to everybody. */}}
{{- define "audit.secretData" -}}
{{- $secrets := .Values.secrets -}}
{{- $wanted := dict "postgresPassword" "POSTGRES_PASSWORD" "clickhousePassword" "CLICKHOUSE_PASSWORD" "keystorePassword" "KEYSTORE_PASSWORD" "evidenceKey" "AUDIT_EVIDENCE_KEY" -}}
{{- range $value, $variable := $wanted -}}
{{- $text := get $secrets $value -}}
{{- if not $text -}}
{{- fail (printf "secrets.%s is not set; set it, or name a Secret with the key %s in secrets.existing" $value $variable) -}}
{{- end -}}
{{- if lt (len $text) 8 -}}
{{- fail (printf "secrets.%s is shorter than 8 characters; choose a longer one" $value) -}}
{{- end -}}
{{- if regexMatch "(?i)^(change[-_ ]?(me|it).*|password\\d*|secret\\d*|default\\d*|admin\\d*|example\\d*|12345678\\d*)$" $text -}}
{{- fail (printf "secrets.%s is a default that everybody knows; choose one of your own" $value) -}}
{{- end -}}
{{- end -}}
{{- if not (contains "PRIVATE KEY-----" $secrets.evidenceKey) -}}
{{- fail "secrets.evidenceKey is not a private key in PEM; make one with openssl genpkey -algorithm ed25519" -}}
{{- end -}}
{{- range $value, $variable := $wanted }}
{{ $variable }}: {{ get $secrets $value | quote }}
{{- end }}
{{- end -}}

{{/* The settings as environment variables, refusing an installation that could not start. */}}
{{- define "audit.settings" -}}
{{- $settings := .Values.settings -}}
{{- range list "kafka.bootstrap.servers" "postgres.url" "postgres.user" "clickhouse.url" "clickhouse.user" -}}
{{- if not (get $settings .) -}}
{{- fail (printf "settings: %s is not set; docs/configuration.md says what it is" .) -}}
{{- end -}}
{{- end -}}
{{- if not (or .Values.intake.enabled .Values.api.enabled) -}}
{{- fail "intake.enabled and api.enabled are both false, so that there is nothing to install" -}}
{{- end -}}
{{- if lt (int .Values.shutdown.grace) (add .Values.shutdown.drain 20) -}}
{{- fail (printf "shutdown.grace is %d, so that a pod would be killed while it ends; set it to shutdown.drain and 20 more, or to more" (int .Values.shutdown.grace)) -}}
{{- end -}}
{{- if and .Values.secrets.authority (not .Values.secrets.certificates) -}}
{{- fail "secrets.authority is set, but secrets.certificates is not, so that there is no such file; name the Secret that has it" -}}
{{- end -}}
{{- if .Values.api.enabled -}}
{{- if not (get $settings "mp.jwt.verify.issuer") -}}
{{- fail "settings: mp.jwt.verify.issuer is not set, so that the API would refuse every token; set it, or api.enabled to false" -}}
{{- end -}}
{{- if not (or (get $settings "mp.jwt.verify.publickey") (get $settings "mp.jwt.verify.publickey.location")) -}}
{{- fail "settings: neither mp.jwt.verify.publickey nor mp.jwt.verify.publickey.location is set, so that the API would refuse every token; set one of them, or api.enabled to false" -}}
{{- end -}}
{{- end -}}
{{- $hot := .Files.Lines "files/hot-settings.txt" -}}
{{- range $key, $value := .Values.rules.settings -}}
{{- if has $key $hot -}}
{{- fail (printf "rules.settings: %s is of no rule of yours; set it in settings" $key) -}}
{{- end -}}
{{- end -}}
{{- range $kind := list "declared" "jars" -}}
{{- $key := printf "audit.rules.%s" $kind -}}
{{- if and (get $.Values.rules $kind) (get $settings $key) -}}
{{- fail (printf "settings: %s is set, and so is rules.%s, which mounts a folder for it; keep one" $key $kind) -}}
{{- end -}}
{{- if get $.Values.rules $kind }}
AUDIT_RULES_{{ upper $kind }}: {{ printf "/rules/%s" $kind | quote }}
{{- end }}
{{- end }}
{{- if .Values.schemas.existing -}}
{{- if get $settings "audit.analysis.schemas" -}}
{{- fail "settings: audit.analysis.schemas is set, and so is schemas.existing, which mounts a folder for it; keep one" -}}
{{- end }}
AUDIT_ANALYSIS_SCHEMAS: /schemas
{{- end }}
{{- range $key, $value := merge (dict) $settings .Values.rules.settings }}
{{- if not (has $key $hot) }}
{{ regexReplaceAll "[^A-Za-z0-9]" $key "_" | upper }}: {{ include "audit.text" $value | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/* The settings that may change while a pod runs, by their keys: it finds them as files. */}}
{{- define "audit.hotSettings" -}}
{{- $hot := dict -}}
{{- range $key := .Files.Lines "files/hot-settings.txt" -}}
{{- if hasKey $.Values.settings $key -}}
{{- with include "audit.text" (get $.Values.settings $key) -}}
{{- $_ := set $hot $key . -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toYaml $hot -}}
{{- end -}}

{{/* A value as text; Helm would write large numbers with an exponent. */}}
{{- define "audit.text" -}}
{{- if kindIs "float64" . -}}{{ printf "%.0f" . }}{{- else -}}{{ . | toString }}{{- end -}}
{{- end -}}

{{/* What every pod of the service has. Called with a list: the root, the part's name, the part's values. */}}
{{- define "audit.pod" -}}
{{- $root := index . 0 -}}
{{- $part := index . 1 -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 1001
  runAsGroup: 0
  fsGroup: 1001
  seccompProfile:
    type: RuntimeDefault
{{- with $root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with $root.Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $root.Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Keeps the pods of a part apart. Called with a list: the root, and the part's name. */}}
{{- define "audit.spread" -}}
{{- $root := index . 0 -}}
{{- $term := dict "topologyKey" "kubernetes.io/hostname" "labelSelector" (dict "matchLabels" (include "audit.partSelector" . | fromYaml)) -}}
affinity:
  podAntiAffinity:
    {{- if $root.Values.spread.strict }}
    requiredDuringSchedulingIgnoredDuringExecution:
      {{- toYaml (list $term) | nindent 6 }}
    {{- else }}
    preferredDuringSchedulingIgnoredDuringExecution:
      {{- toYaml (list (dict "weight" 100 "podAffinityTerm" $term)) | nindent 6 }}
    {{- end }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: topology.kubernetes.io/zone
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "audit.partSelector" . | nindent 8 }}
{{- end -}}

{{- define "audit.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* What the server writes: work files and the key store, and native libraries that are unpacked before they are loaded;
     and the certificates, rules and schemas, which it reads. */}}
{{- define "audit.workMounts" -}}
- name: output
  mountPath: /output
- name: tmp
  mountPath: /tmp
{{- if .Values.secrets.certificates }}
- name: certificates
  mountPath: /certificates
  readOnly: true
{{- end }}
{{- range $kind := list "declared" "jars" }}
{{- if get $.Values.rules $kind }}
- name: {{ $kind }}-rules
  mountPath: /rules/{{ $kind }}
  readOnly: true
{{- end }}
{{- end }}
{{- if .Values.schemas.existing }}
- name: schemas
  mountPath: /schemas
  readOnly: true
{{- end }}
{{- end -}}

{{/* Where settings change while a pod runs; not for the migration, which runs before there are any. */}}
{{- define "audit.settingsMount" -}}
- name: settings
  mountPath: /settings
  readOnly: true
{{- end -}}

{{- define "audit.settingsVolume" -}}
- name: settings
  configMap:
    name: {{ include "audit.name" . }}-hot
{{- end -}}

{{- define "audit.workVolumes" -}}
- name: output
  emptyDir:
    sizeLimit: 512Mi
- name: tmp
  emptyDir:
    sizeLimit: 64Mi
{{- with .Values.secrets.certificates }}
- name: certificates
  secret:
    secretName: {{ . }}
    defaultMode: 0440
{{- end }}
{{- range $kind := list "declared" "jars" }}
{{- with get $.Values.rules $kind }}
- name: {{ $kind }}-rules
  configMap:
    name: {{ . }}
{{- end }}
{{- end }}
{{- with .Values.schemas.existing }}
- name: schemas
  configMap:
    name: {{ . }}
{{- end }}
{{- end -}}

{{/* The container of a part that runs. Called with a list: the root, the part's name, the part's values. */}}
{{- define "audit.container" -}}
{{- $root := index . 0 -}}
{{- $part := index . 1 -}}
{{- $values := index . 2 -}}
name: {{ $part }}
image: {{ include "audit.image" $root }}
imagePullPolicy: {{ $root.Values.image.pullPolicy }}
envFrom:
  - configMapRef:
      name: {{ include "audit.name" $root }}
  - secretRef:
      name: {{ include "audit.secretName" $root }}
env:
  - name: AUDIT_INTAKE_ENABLED
    value: {{ eq $part "intake" | quote }}
  - name: AUDIT_API_ENABLED
    value: {{ eq $part "api" | quote }}
  - name: AUDIT_SCHEMA_MIGRATION
    value: {{ ternary "ELSEWHERE" "AT_START" $root.Values.migration.enabled }}
  - name: PUBLIC_PORT
    value: {{ $root.Values.service.port | quote }}
  - name: AUDIT_SETTINGS_FOLDER
    value: /settings
  {{- with $root.Values.secrets.authority }}
  - name: cert_defaultKeyStore
    value: {{ printf "/certificates/%s" . | quote }}
  {{- end }}
  {{- with $values.javaOptions }}
  - name: JDK_JAVA_OPTIONS
    value: {{ . | quote }}
  {{- end }}
ports:
  {{- if eq $part "api" }}
  - name: http
    containerPort: 8090
  {{- end }}
  - name: management
    containerPort: 8091
{{- range $probe, $path := dict "startup" "started" "liveness" "live" "readiness" "ready" }}
{{ $probe }}Probe:
  httpGet:
    path: /health/{{ $path }}
    port: management
  {{- toYaml (get $root.Values.probes $probe) | nindent 2 }}
{{- end }}
lifecycle:
  preStop:
    {{- if semverCompare ">=1.30.0-0" $root.Capabilities.KubeVersion.Version }}
    sleep:
      seconds: {{ $root.Values.shutdown.drain }}
    {{- else }}
    exec:
      command: [sleep, {{ $root.Values.shutdown.drain | quote }}]
    {{- end }}
resources:
  {{- toYaml $values.resources | nindent 2 }}
securityContext:
  {{- include "audit.containerSecurity" $root | nindent 2 }}
{{- end -}}

{{/* So that pods are replaced when their configuration is. */}}
{{- define "audit.checksums" -}}
checksum/settings: {{ include "audit.settings" . | sha256sum }}
{{- if not .Values.secrets.existing }}
checksum/secrets: {{ include "audit.secretData" . | sha256sum }}
{{- end }}
{{- end -}}

{{/* A quantity as a number that can be compared: Kubernetes gives it back written in another way. */}}
{{- define "audit.quantity" -}}
{{- $units := dict "" 1 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 "Ti" 1099511627776 "m" 0.001 -}}
{{- $text := include "audit.text" . -}}
{{- mulf (regexFind "^[0-9.]+" $text | float64) (get $units (regexFind "[a-zA-Z]*$" $text)) -}}
{{- end -}}

{{/* Refuses what Kubernetes would refuse without naming our values: an upgrade to other volumes of the StatefulSet. */}}
{{- define "audit.sameVolumes" -}}
{{- $name := printf "%s-intake" (include "audit.name" .) -}}
{{- if .Release.IsUpgrade -}}
{{- with (lookup "apps/v1" "StatefulSet" .Release.Namespace $name).spec -}}
{{- $wanted := $.Values.intake.dumps -}}
{{- $there := dict -}}
{{- range .volumeClaimTemplates -}}
{{- $there = .spec -}}
{{- end -}}
{{- $changed := "" -}}
{{- if ne $wanted.enabled (not (empty $there)) -}}
{{- $changed = "enabled" -}}
{{- else if $wanted.enabled -}}
{{- if ne $wanted.storageClass ($there.storageClassName | default "") -}}
{{- $changed = "storageClass" -}}
{{- else if ne (include "audit.quantity" $wanted.size) (include "audit.quantity" $there.resources.requests.storage) -}}
{{- $changed = "size" -}}
{{- end -}}
{{- end -}}
{{- if $changed -}}
{{- fail (printf "intake.dumps.%s is not what the StatefulSet %s was made with, and Kubernetes changes no volumes of one; set it back, or run kubectl -n %s delete statefulset %s --cascade=orphan, which leaves its pods running, and upgrade then" $changed $name $.Release.Namespace $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
