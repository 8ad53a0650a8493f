import type { Attributes, Meter, SpanStatusCode, Tracer } from '@opentelemetry/api';
import type { Result } from '../../contract/result.ts';
import { metricTable } from '../../report/metrics/metric-table.ts';
import { entriesOf } from '../../report/summary/entries-of.ts';
import { standingWords } from '../../report/summary/standing.ts';
import { summarise } from '../../report/summary/summarise.ts';

/**
 * Hands a result to the OpenTelemetry SDK that was set up in this process, such as by
 * `NODE_OPTIONS="--import …/register"`: every metric as a gauge, the run as a span with an event per verdict. Without
 * the optional package `@opentelemetry/api`, or without an SDK, nothing happens. Rejects when the SDK cannot send.
 */
export async function handOverResult(result: Result): Promise<void> {
  const api = await import('@opentelemetry/api').catch(() => undefined);
  if (api === undefined) return;
  const scope = ['golden-path', result.tool.version] as const;
  recordMetrics(result, api.metrics.getMeter(...scope));
  recordSpan(result, api.trace.getTracer(...scope), api.SpanStatusCode.ERROR);
  await flush(api.metrics.getMeterProvider());
  await flush(api.trace.getTracerProvider());
}

/** An SDK's provider can be told to send what it holds; the API knows nothing of it, and wraps that of traces. */
async function flush(provider: object): Promise<void> {
  const delegate: unknown = Reflect.get(provider, 'getDelegate');
  const sdk: unknown = typeof delegate === 'function' ? delegate.call(provider) : provider;
  const send: unknown = Reflect.get(Object(sdk), 'forceFlush');
  if (typeof send === 'function') await send.call(sdk);
}

function recordMetrics(result: Result, meter: Meter): void {
  for (const metric of metricTable) {
    const gauge = meter.createGauge(metric.name, {
      description: metric.help,
      unit: metric.unit === undefined ? '1' : 's',
    });
    for (const { labels, value } of metric.samples(result)) {
      gauge.record(value, { target: result.target, ...labels });
    }
  }
}

/** Names of attributes are OpenTelemetry's own where it has one: https://opentelemetry.io/docs/specs/semconv/registry/attributes/test/ */
function recordSpan(result: Result, tracer: Tracer, error: SpanStatusCode): void {
  const { verdict, sentence } = summarise(result);
  const startTime = Date.parse(result.started_at);
  const endTime = startTime + Math.round(result.duration_ms);
  const span = tracer.startSpan(result.command, {
    startTime,
    attributes: {
      'test.suite.name': result.command,
      'test.suite.run.status': verdict === 'pass' ? 'success' : 'failure',
      'golden_path.verdict': verdict,
      'golden_path.run_id': result.run_id,
      'golden_path.target': result.target,
      'golden_path.profile': result.profile,
      'golden_path.seed': result.seed,
    },
  });
  for (const { kind, id, standing, reason } of entriesOf(result)) {
    const attributes: Attributes = {
      'test.case.name': id,
      'golden_path.kind': kind,
      'golden_path.standing': standingWords[standing],
      ...(standing === 'pass' || standing === 'fail'
        ? { 'test.case.result.status': standing }
        : {}),
      ...(reason === undefined ? {} : { 'golden_path.reason': reason }),
    };
    span.addEvent(kind, attributes, endTime);
  }
  if (verdict !== 'pass') span.setStatus({ code: error, message: sentence });
  span.end(endTime);
}
