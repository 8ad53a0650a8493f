import autocannon, { type Options, type Result } from 'autocannon';
import type { Measurement } from '../../contract/measurement.ts';
import { LatencyHistogram } from '../latency/latency-histogram.ts';
import { measureLatency, type LatencyLimits } from '../latency/measure-latency.ts';
import { findDeparture } from '../watch/find-departure.ts';

export interface HttpLoad {
  /** Last part of the measurements' ids, such as `login`. */
  readonly name: string;
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Connections that each wait for an answer before they ask again (10). */
  readonly connections?: number;
  /** When it ends: after so many requests, or so many seconds. */
  readonly until: { readonly requests: number } | { readonly seconds: number };
  /** Requests per second over all connections; what could not be sent on time counts as late. As fast as possible if left out. */
  readonly rate?: number;
  readonly limits?: LatencyLimits;
}

/** autocannon's own histogram counts whole milliseconds; loopback answers need microseconds. */
async function fire(load: HttpLoad, latencies: LatencyHistogram): Promise<Result> {
  const { url, method = 'GET', headers = {}, body, connections = 10, until, rate } = load;
  const interval = rate === undefined ? 0 : (1000 * connections) / rate;
  const options: Options = {
    url,
    method,
    headers: { ...headers },
    connections,
    ...(body === undefined ? {} : { body }),
    // autocannon looks only once per sample whether it is finished; its second would make 50 ms of work a rate per second.
    sampleInt: 20,
    ...('requests' in until ? { amount: until.requests } : { duration: until.seconds }),
    ...(rate === undefined ? {} : { overallRate: rate }),
  };
  return await new Promise((resolve, reject) => {
    const run = autocannon(options, (error: Error | null, result) => {
      if (error === null) resolve(result);
      else reject(error);
    });
    run.on('response', (_client, status, _bytes, milliseconds) => {
      if (status >= 200 && status < 300) latencies.record(milliseconds, interval);
    });
  });
}

function countErrors(name: string, result: Result, gone: string | undefined): Measurement {
  const answered = result['1xx'] + result['2xx'] + result['3xx'] + result['4xx'] + result['5xx'];
  const failed = result.errors + result.non2xx;
  const base: Measurement = {
    id: `http.${name}.errors`,
    title: `${name}: requests without a 2xx answer`,
    unit: 'count',
    value: failed,
    n: answered + result.errors,
    limit: 0,
    verdict: failed === 0 ? 'pass' : 'fail',
  };
  if (gone !== undefined) return { ...base, verdict: 'unknown', reason: gone };
  if (answered === 0) return { ...base, verdict: 'unknown', reason: 'no request was answered' };
  if (failed === 0) return base;
  const statuses = Object.entries(result.statusCodeStats ?? {}).map(
    ([status, { count = 0 }]) => `${count} × ${status}`,
  );
  return { ...base, reason: [...statuses, `${result.errors} × no answer`].join(', ') };
}

function measureSpeed(
  { name, limits = {} }: HttpLoad,
  latencies: LatencyHistogram,
  result: Result,
): Measurement[] {
  const answered = latencies.count > 0;
  return [
    ...measureLatency({ id: `http.${name}`, title: `${name} over HTTP` }, latencies, limits),
    {
      id: `http.${name}.rate`,
      title: `${name}: 2xx answers per second`,
      unit: 'per-second',
      value: result['2xx'] / result.duration,
      n: result['2xx'],
      verdict: answered ? 'not-applicable' : 'unknown',
      reason: answered ? 'no limit is set' : 'nothing was measured',
    },
  ];
}

/**
 * Puts one HTTP endpoint under load with autocannon.
 *
 * @returns `http.<name>.p50`, `.p95` and `.p99` (ms, of 2xx answers only: a fast wrong answer is a failure, not a speed),
 *   `http.<name>.rate` and `http.<name>.errors` (limit 0; `unknown` when nothing answered at all).
 */
export async function measureHttp(load: HttpLoad): Promise<Measurement[]> {
  const latencies = new LatencyHistogram();
  try {
    const result = await fire(load, latencies);
    const gone = result.errors > 0 ? await findDeparture(load) : undefined;
    return [...measureSpeed(load, latencies, result), countErrors(load.name, result, gone)];
  } finally {
    latencies.destroy();
  }
}
