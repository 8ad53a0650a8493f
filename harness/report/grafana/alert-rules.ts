/** One alert: fires while its query gives anything, for as long as `for` says. */
export interface AlertRule {
  readonly alert: string;
  /** PromQL over the names of the metric table. */
  readonly expr: string;
  readonly for: string;
  readonly severity: 'critical' | 'warning';
  readonly summary: string;
}

/** The alerts that every installation wants; the night before a change of phase as much as the night after. */
export const alertRules: readonly AlertRule[] = [
  {
    alert: 'GoldenPathBroken',
    expr: 'golden_path_verdict == 2',
    for: '0m',
    severity: 'critical',
    summary: 'The golden path of {{ $labels.target }} is broken.',
  },
  {
    alert: 'GoldenPathUnknown',
    expr: 'golden_path_verdict == 1',
    for: '0m',
    severity: 'warning',
    summary: 'Nothing can be said about the golden path of {{ $labels.target }}.',
  },
  {
    alert: 'GoldenPathSilent',
    expr: 'time() - golden_path_run_started_timestamp_seconds > 129600',
    for: '0m',
    severity: 'warning',
    summary:
      'No run of {{ $labels.target }} for 36 hours: a nightly run that does not start is not green.',
  },
  {
    alert: 'GoldenPathCheckFailed',
    expr: 'golden_path_check_verdict{level="MUST"} == 2',
    for: '0m',
    severity: 'critical',
    summary: '{{ $labels.check }} fails on {{ $labels.target }}.',
  },
  {
    alert: 'GoldenPathNearLimit',
    expr: 'golden_path_measurement{unit!="per-second"} > 0.9 * golden_path_measurement_limit',
    for: '0m',
    severity: 'warning',
    summary: '{{ $labels.measurement }} of {{ $labels.target }} is within a tenth of its limit.',
  },
  {
    alert: 'GoldenPathImplementationAdded',
    expr: 'golden_path_audit_implementations > golden_path_audit_implementations offset 1d',
    for: '0m',
    severity: 'warning',
    summary: 'Role {{ $labels.role }} has more implementations than a day ago.',
  },
];

/** The rules as a Prometheus rule file; JSON is YAML, so no other writer is needed. */
export function alertRulesFile(): string {
  const rules = alertRules.map(({ severity, summary, ...rule }) => ({
    ...rule,
    labels: { severity },
    annotations: { summary },
  }));
  return `${JSON.stringify({ groups: [{ name: 'golden-path', rules }] }, undefined, 2)}\n`;
}
