/** What shows that a measurement can be red, or a test can fail: a file of tests, or a test of the same suite. */
export const measurementProofs: Readonly<Record<string, string>> = {
  'ssot.dispatcher': 'harness/audit/rules/find-violations.test.ts',
  'ssot.dispatcher-factory': 'harness/audit/rules/find-violations.test.ts',
  'ssot.bridge': 'harness/audit/rules/find-violations.test.ts',
  'ssot.tool-registry': 'harness/audit/rules/find-violations.test.ts',
  'source.SSOT009': 'harness/audit/rules/find-violations.test.ts',
  'source.SSOT010': 'harness/audit/rules/find-violations.test.ts',
  'source.SSOT011': 'harness/audit/rules/find-violations.test.ts',
  'source.SSOT014': 'harness/audit/rules/find-violations.test.ts',
  'run.first-event.p95': 'harness/perf/latency/latency-histogram.test.ts',
  'run.whole.p95': 'harness/perf/latency/latency-histogram.test.ts',
  'http.login.p95': 'harness/perf/http/measure-http.test.ts',
  'load.lost-runs': 'harness/faults/table/life/terminal-faults.ts',
  'memory.live-instances.RequestScopedToolDispatcher':
    'suites/performance-regression/leaking-workload.ts',
  'memory.heap-growth': 'suites/performance-regression/leaking-workload.ts',
};

export const testProofs: Readonly<Record<string, string>> = {
  'a person logs in at the page, asks, sees the agent work and gets the answer':
    'harness/reference/platform/page/page.test.ts',
  'every role has exactly one implementation in production source':
    'harness/audit/rules/find-violations.test.ts',
  'every old entrance delegates, and warns whoever uses it': 'harness/audit/facades/warns.test.ts',
  'no user ever receives what belongs to another': 'suites/mission-critical/isolation.test.ts',
  'twenty people at once all get their answers': 'harness/faults/table/life/terminal-faults.ts',
};
