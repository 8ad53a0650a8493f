import type { Result } from '../../contract/result.ts';
import type { Metric, Sample } from '../metrics/metric.ts';
import { metricTable } from '../metrics/metric-table.ts';

/**
 * OTLP/JSON (OpenTelemetry protocol 1.x, metrics): `POST` it to `/v1/metrics` of a collector.
 * The result is one point in time, so every gauge carries the moment at which the run ended.
 */
export function renderOtlp(result: Result): string {
  const endMs = Date.parse(result.started_at) + Math.round(result.duration_ms);
  const time = `${String(endMs)}000000`;
  const request = {
    resourceMetrics: [
      {
        resource: {
          attributes: attributes({
            'service.name': 'golden-path',
            'service.version': result.tool.version,
            'golden_path.target': result.target,
            'golden_path.profile': result.profile,
          }),
        },
        scopeMetrics: [
          {
            scope: { name: 'golden-path', version: result.tool.version },
            metrics: metricTable.flatMap((metric) => gauge(metric, metric.samples(result), time)),
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(request, undefined, 2)}\n`;
}

function gauge({ name, unit, help }: Metric, samples: readonly Sample[], time: string): object[] {
  if (samples.length === 0) return [];
  const dataPoints = samples.map(({ labels, value }) => ({
    attributes: attributes(labels),
    timeUnixNano: time,
    asDouble: value,
  }));
  return [{ name, description: help, unit: unit === undefined ? '1' : 's', gauge: { dataPoints } }];
}

function attributes(labels: Sample['labels']): object[] {
  return Object.entries(labels).map(([key, value]) => ({ key, value: { stringValue: value } }));
}
