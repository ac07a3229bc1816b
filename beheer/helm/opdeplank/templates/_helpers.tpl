{{- define "opdeplank.naam" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}
{{- else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "opdeplank.labels" -}}
{{ include "opdeplank.kies" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "opdeplank.kies" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "opdeplank.image" -}}
{{ .Values.image.repository }}
{{- if .Values.image.digest }}@{{ .Values.image.digest }}{{ else }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{/* What cannot work is refused here, before anything is made. */}}
{{- define "opdeplank.kan" -}}
{{- if gt (int .Values.replicas) 1 }}
{{- if not .Values.neo4j.uri }}
{{- fail "Meer dan één dienst vraagt een Neo4j: zet neo4j.uri. De ingebouwde graaf is van één proces." }}
{{- end }}
{{- if and (not .Values.opslag.existingClaim) (ne .Values.opslag.accessMode "ReadWriteMany") }}
{{- fail "Meer dan één dienst deelt de gegevensmap: zet opslag.accessMode op ReadWriteMany, of noem opslag.existingClaim." }}
{{- end }}
{{- end }}
{{- if and .Values.neo4j.uri (not .Values.neo4j.existingSecret) }}
{{- fail "Het wachtwoord van Neo4j staat in een Secret: maak er een en noem het in neo4j.existingSecret." }}
{{- end }}
{{- end }}

{{- define "opdeplank.veilig" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "opdeplank.gebruiker" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* The settings that both processes share: which graph it is. */}}
{{- define "opdeplank.graaf" -}}
{{- if .Values.neo4j.uri }}
- name: OPDEPLANK_NEO4J_URI
  value: {{ .Values.neo4j.uri | quote }}
- name: OPDEPLANK_NEO4J_GEBRUIKER
  value: {{ .Values.neo4j.gebruiker | quote }}
- name: OPDEPLANK_NEO4J_WACHTWOORD_BESTAND
  value: /run/secrets/neo4j/wachtwoord
{{- if .Values.neo4j.database }}
- name: OPDEPLANK_NEO4J_DATABASE
  value: {{ .Values.neo4j.database | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "opdeplank.geheim" -}}
{{- if .Values.neo4j.uri }}
- name: neo4j
  secret:
    secretName: {{ .Values.neo4j.existingSecret | quote }}
    defaultMode: 0440
    items:
      - key: {{ .Values.neo4j.wachtwoordKey | quote }}
        path: wachtwoord
{{- end }}
{{- end }}

{{- define "opdeplank.plaats" -}}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
