import type { Result } from '../../contract/result.ts';
import type { Metric, Sample } from './metric.ts';
import { metricTable } from './metric-table.ts';

/** OpenMetrics 1.0 text of one result: for a textfile collector or a push gateway. */
export function renderMetrics(result: Result): string {
  return renderMetricsOf([result]);
}

/** The same of several results, one per target, as `/metrics` gives it. Every sample names its target. */
export function renderMetricsOf(results: readonly Result[]): string {
  return `${metricTable.map((metric) => family(metric, results)).join('')}# EOF\n`;
}

function family(metric: Metric, results: readonly Result[]): string {
  const { name, unit, help } = metric;
  const samples = results.flatMap((result) =>
    metric.samples(result).map(({ labels, value }) => {
      return `${name}{${written({ target: result.target, ...labels })}} ${String(value)}`;
    }),
  );
  if (samples.length === 0) return '';
  const lines = [
    `# TYPE ${name} gauge`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${help}`,
    ...samples,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function written(labels: Sample['labels']): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escapeLabel(value)}"`)
    .join(',');
}

function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
