import type { Result } from '../../contract/result.ts';
import { measurementsOf } from '../summary/measurements-of.ts';
import { summarise } from '../summary/summarise.ts';
import { DigestSchema, type Digest } from './digest.ts';

/** The few numbers of a result that a trend is drawn of. */
export function digestOf(result: Result): Digest {
  const { verdict, exitCode, sentence } = summarise(result);
  const { gate, audit, environment } = result;
  return DigestSchema.parse({
    run_id: result.run_id,
    started_at: result.started_at,
    target: result.target,
    command: result.command,
    version: result.tool.version,
    ...(environment.commit === undefined ? {} : { commit: environment.commit }),
    duration_ms: result.duration_ms,
    verdict,
    exit_code: exitCode,
    sentence,
    ...(gate?.phase === undefined ? {} : { phase: gate.phase }),
    criteria: (gate?.criteria ?? []).map(({ id, phase, required, verdict: decided }) => ({
      id,
      ...(phase === undefined ? {} : { phase }),
      required,
      verdict: decided,
    })),
    checks: result.checks.map((check) => ({
      id: check.id,
      verdict: check.verdict,
      failures: check.witnesses.length + check.further_failures,
    })),
    measurements: measurementsOf(result).map(
      ({ id, unit, value, interval, limit, verdict: judged, n }) => ({
        id,
        unit,
        value,
        ...(interval === undefined ? {} : { interval }),
        ...(limit === undefined ? {} : { limit }),
        verdict: judged,
        n,
      }),
    ),
    failed_tests: namesOf(result.tests.filter(({ state }) => state === 'failed')),
    flaky_tests: namesOf(
      result.tests.filter(({ state, attempts }) => state === 'passed' && attempts.k > 1),
    ),
    implementations: Object.fromEntries(
      (audit?.roles ?? []).map(({ id, production_count }) => [id, production_count]),
    ),
    strangers: (result.strangers ?? []).map(({ name, profile, families }) => ({
      name,
      profile,
      families: Object.fromEntries(
        Object.entries(families).map(([family, { events, ending }]) => [
          family,
          { events: events.verdict, ending: ending.verdict },
        ]),
      ),
    })),
    findings: Object.fromEntries(
      Object.entries(audit?.counts ?? {}).map(([rule, scopes]) => [
        rule,
        scopes['production'] ?? 0,
      ]),
    ),
  });
}

function namesOf(tests: Result['tests']): string[] {
  return tests.map(({ suite, test }) => `${suite} > ${test}`);
}
