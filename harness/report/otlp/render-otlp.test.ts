import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { metricTable } from '../metrics/metric-table.ts';
import { failingResult } from '../test-support/sample-results.ts';
import { renderOtlp } from './render-otlp.ts';

const attributes = z.array(
  z.strictObject({ key: z.string().min(1), value: z.strictObject({ stringValue: z.string() }) }),
);

/** `ExportMetricsServiceRequest` as its protocol buffer maps to JSON, for gauges of doubles. */
const RequestSchema = z.strictObject({
  resourceMetrics: z.tuple([
    z.strictObject({
      resource: z.strictObject({ attributes }),
      scopeMetrics: z.tuple([
        z.strictObject({
          scope: z.strictObject({ name: z.string(), version: z.string() }),
          metrics: z.array(
            z.strictObject({
              name: z.string(),
              description: z.string(),
              unit: z.enum(['1', 's']),
              gauge: z.strictObject({
                dataPoints: z.array(
                  z.strictObject({
                    attributes,
                    timeUnixNano: z.string().regex(/^\d{19}$/),
                    asDouble: z.number(),
                  }),
                ),
              }),
            }),
          ),
        }),
      ]),
    }),
  ]),
});

describe('OTLP', () => {
  const [resource] = RequestSchema.parse(JSON.parse(renderOtlp(failingResult))).resourceMetrics;
  const { metrics } = resource.scopeMetrics[0];

  it('carries every metric of the table', () => {
    expect(metrics.map(({ name }) => name)).toEqual(metricTable.map(({ name }) => name));
  });

  it('stamps each point with the end of the run, in nanoseconds', () => {
    const times = new Set(
      metrics.flatMap(({ gauge }) => gauge.dataPoints.map((one) => one.timeUnixNano)),
    );
    const end = BigInt(Date.parse(failingResult.started_at) + failingResult.duration_ms);
    expect([...times]).toEqual([String(end * 1_000_000n)]);
  });
});
