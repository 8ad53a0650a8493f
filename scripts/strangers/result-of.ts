import { resultVersion, ResultSchema, type Result } from '../../harness/contract/result.ts';
import { toolVersion } from '../../harness/contract/tool-version.ts';
import type { Verdict } from '../../harness/contract/verdict.ts';
import { concludeGate } from '../../harness/gate/decide.ts';
import { readEnvironment } from '../../harness/probe/read-environment.ts';
import { isGreen, type StrangerReport } from './judge-stranger.ts';

/** The strangers as a result, so that page, store and dashboard show them: a criterion per server. */
export function resultOf(
  reports: readonly StrangerReport[],
  broken: readonly { readonly name: string; readonly error: string }[],
  startedAt: Date,
): Result {
  const judged = reports.map((report) => ({
    id: `stranger-${report.name}`,
    title: `${report.name} keeps what ${report.profile} promises, and every damage is seen`,
    required: true,
    verdict: verdictOf(report),
    reason: `${report.runs} runs in ${report.journeys} journeys; ${report.alarms.length} alarms without a damage`,
    rests_on: [],
  }));
  const untested = broken.map(({ name, error }) => ({
    id: `stranger-${name}`,
    title: `${name} can be held against its protocol`,
    required: true,
    verdict: 'unknown' as const,
    reason: error,
    rests_on: [],
  }));
  // Parsed, so that what is said of a server is what the contract knows, and a stored line is read again.
  return ResultSchema.parse({
    schema_version: resultVersion,
    run_id: `strangers-${startedAt.toISOString()}`,
    started_at: startedAt.toISOString(),
    duration_ms: Date.now() - startedAt.getTime(),
    tool: { name: 'golden-path', version: toolVersion },
    command: 'npm run strangers',
    target: 'strangers',
    profile: 'several',
    environment: readEnvironment(),
    seed: 'none',
    checks: [],
    measurements: [],
    tests: [],
    suites: [],
    timelines: [],
    strangers: reports,
    gate: concludeGate([...judged, ...untested]),
  });
}

function verdictOf(report: StrangerReport): Verdict {
  if (report.runs === 0) return 'unknown';
  return isGreen(report) ? 'pass' : 'fail';
}
