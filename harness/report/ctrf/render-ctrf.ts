import type { Result } from '../../contract/result.ts';
import { countStandings } from '../summary/count-standings.ts';
import { shownEntries } from '../summary/shown-entries.ts';
import type { Entry } from '../summary/entry.ts';
import { evidenceText } from '../summary/evidence-text.ts';
import type { Standing } from '../summary/standing.ts';

/** Version of the Common Test Report Format that is written. */
const specVersion = '0.0.0';

/** `unknown` is `other`: CTRF knows no word for "no evidence", and it is neither passed nor skipped. */
const statuses: Readonly<Record<Standing, string>> = {
  pass: 'passed',
  warn: 'passed',
  fail: 'failed',
  unknown: 'other',
  none: 'skipped',
};

/** CTRF JSON: one document that many reporters and pull-request comments read. */
export function renderCtrf(result: Result): string {
  const entries = shownEntries(result);
  const counts = countStandings(entries);
  const start = Date.parse(result.started_at);
  const report = {
    reportFormat: 'CTRF',
    specVersion,
    runId: result.run_id,
    timestamp: result.started_at,
    generatedBy: `${result.tool.name} ${result.tool.version}`,
    results: {
      tool: result.tool,
      summary: {
        tests: entries.length,
        passed: counts.pass + counts.warn,
        failed: counts.fail,
        skipped: counts.none,
        pending: 0,
        other: counts.unknown,
        flaky: result.tests.filter(isFlaky).length,
        start,
        stop: start + Math.round(result.duration_ms),
      },
      tests: entries.map((entry) => ctrfTest(entry, result)),
      environment: {
        osPlatform: result.environment.platform,
        testEnvironment: result.target,
        ...(result.environment.commit === undefined ? {} : { commit: result.environment.commit }),
      },
    },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function isFlaky(test: Result['tests'][number]): boolean {
  return test.state === 'passed' && test.attempts.k > 1;
}

function ctrfTest(entry: Entry, result: Result): object {
  const test = result.tests.find((one) => `${one.suite} > ${one.test}` === entry.id);
  const check = result.checks.find((one) => entry.kind === 'check' && one.id === entry.id);
  return {
    name: entry.kind === 'test' ? entry.title : `${entry.id} ${entry.title}`,
    status: statuses[entry.standing],
    rawStatus: entry.standing,
    duration: Math.round(test?.duration_ms ?? 0),
    suite: [test?.suite ?? entry.kind],
    type: entry.kind,
    ...(entry.reason === undefined ? {} : { message: entry.reason }),
    ...(check === undefined || entry.standing === 'pass' ? {} : { trace: evidenceText(check) }),
    ...(entry.file === undefined ? {} : { filePath: entry.file }),
    ...(test === undefined ? {} : { retries: test.attempts.k - 1, flaky: isFlaky(test) }),
  };
}
