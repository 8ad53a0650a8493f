import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { metrics, trace } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { metricTable } from '../../report/metrics/metric-table.ts';
import { failingResult, passingResult } from '../../report/test-support/sample-results.ts';
import { handOverResult } from './hand-over-result.ts';

const AttributesSchema = z.array(
  z.looseObject({ key: z.string(), value: z.looseObject({ stringValue: z.string().optional() }) }),
);

const MetricsSchema = z.object({
  resourceMetrics: z.tuple([
    z.looseObject({
      scopeMetrics: z.tuple([
        z.looseObject({
          metrics: z.array(
            z.looseObject({
              name: z.string(),
              gauge: z.object({
                dataPoints: z.array(
                  z.looseObject({
                    attributes: AttributesSchema,
                    asDouble: z.number().optional(),
                    asInt: z.union([z.number(), z.string()]).optional(),
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

const TracesSchema = z.object({
  resourceSpans: z.tuple([
    z.looseObject({
      scopeSpans: z.tuple([
        z.looseObject({
          spans: z.tuple([
            z.looseObject({
              name: z.string(),
              startTimeUnixNano: z.string(),
              attributes: AttributesSchema,
              events: z.array(z.looseObject({ name: z.string(), attributes: AttributesSchema })),
              status: z.looseObject({ code: z.number(), message: z.string().optional() }),
            }),
          ]),
        }),
      ]),
    }),
  ]),
});

/** What a collector gets, by path. */
const received = new Map<string, unknown>();
const collector = createServer((request: IncomingMessage, response) => {
  void json(request).then((body) => {
    received.set(request.url ?? '', body);
    response.setHeader('content-type', 'application/json').end('{}');
  });
});

beforeEach(async () => {
  received.clear();
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const { port } = collector.address() as AddressInfo;
  const url = (path: string): string => `http://127.0.0.1:${String(port)}${path}`;
  metrics.setGlobalMeterProvider(
    new MeterProvider({
      readers: [
        new PeriodicExportingMetricReader({
          exporter: new OTLPMetricExporter({ url: url('/v1/metrics') }),
        }),
      ],
    }),
  );
  const exporter = new OTLPTraceExporter({ url: url('/v1/traces') });
  trace.setGlobalTracerProvider(
    new TracerProvider({ spanProcessors: [new BatchSpanProcessor({ exporter })] }),
  );
});

afterEach(async () => {
  metrics.disable();
  trace.disable();
  collector.closeAllConnections();
  collector.close();
  await once(collector, 'close');
});

test('every metric of a result reaches a collector, with its labels', async () => {
  await handOverResult(failingResult);
  const [resource] = MetricsSchema.parse(received.get('/v1/metrics')).resourceMetrics;
  const [scope] = resource.scopeMetrics;
  const spoken = metricTable.filter((metric) => metric.samples(failingResult).length > 0);
  expect(scope.metrics.map(({ name }) => name)).toEqual(spoken.map(({ name }) => name));
  for (const { name, gauge } of scope.metrics) {
    const samples = spoken.find((metric) => metric.name === name)?.samples(failingResult) ?? [];
    const sent = gauge.dataPoints.map((point) => [
      Object.fromEntries(point.attributes.map(({ key, value }) => [key, value.stringValue])),
      Number(point.asDouble ?? point.asInt),
    ]);
    const target = failingResult.target;
    expect(sent).toEqual(samples.map(({ labels, value }) => [{ target, ...labels }, value]));
  }
});

test('a run is a span from its start to its end, with an event per verdict', async () => {
  await handOverResult(failingResult);
  const [resource] = TracesSchema.parse(received.get('/v1/traces')).resourceSpans;
  const [span] = resource.scopeSpans[0].spans;
  expect(span.name).toBe(failingResult.command);
  expect(Number(span.startTimeUnixNano) / 1e6).toBe(Date.parse(failingResult.started_at));
  expect(span.status).toMatchObject({ code: 2, message: expect.stringContaining('not reached') });
  expect(span.attributes).toContainEqual({
    key: 'test.suite.run.status',
    value: { stringValue: 'failure' },
  });
  const broken = span.events.find(({ attributes }) =>
    attributes.some(({ value }) => value.stringValue === 'PAIR-OPEN'),
  );
  expect(broken?.attributes).toContainEqual({
    key: 'test.case.result.status',
    value: { stringValue: 'fail' },
  });
});

test('without an SDK nothing is sent, and nothing fails', async () => {
  metrics.disable();
  trace.disable();
  await handOverResult(passingResult);
  expect(received.size).toBe(0);
});
