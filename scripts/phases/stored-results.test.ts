import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ResultSchema, type Result } from '../../harness/contract/result.ts';
import { judgeGate } from '../../harness/gate/judge-gate.ts';
import { criteriaTable } from '../../harness/gate/phases/criteria-table.ts';
import { gatePlan } from './gate-plan.ts';

/** Made by `npm run gate:phases -- --store scripts/phases/results`. */
function stored(gate: number, specimen: number): Result {
  const path = join(import.meta.dirname, 'results', `gate-${gate}-on-phase-${specimen}.json`);
  return ResultSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function rejudge(result: Result) {
  const { question } = result;
  if (question === undefined) throw new Error('a stored result holds what it was asked');
  return judgeGate(result, question);
}

function verdictsOf(gate: Result['gate']): string[] {
  return gate?.criteria.map(({ id, verdict }) => `${id} ${verdict}`) ?? [];
}

function requiredOf(result: Result, verdict: string): string[] {
  return rejudge(result)
    .criteria.filter((one) => one.required && one.verdict === verdict)
    .map(({ id }) => id)
    .toSorted();
}

describe.each(gatePlan)('gate $gate on specimen $specimen, from its stored result', (pair) => {
  const result = stored(pair.gate, pair.specimen);

  test('is red with exactly the criteria of the plan', () => {
    expect(requiredOf(result, 'fail')).toEqual(pair.red.toSorted());
    expect(requiredOf(result, 'unknown')).toEqual([]);
    expect(rejudge(result).exit_code).toBe(pair.red.length === 0 ? 0 : 1);
  });

  test('says what it said when it ran', () => {
    expect(verdictsOf(rejudge(result))).toEqual(verdictsOf(result.gate));
  });
});

const clean = stored(4, 4);

test('the last gate asks for every criterion there is', () => {
  const asked = new Set(rejudge(clean).criteria.map(({ id }) => id));
  expect(criteriaTable.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
});

/** What is left of a clean result without the part that carries a criterion's evidence. */
const evidence = {
  audit: { audit: undefined },
  discovery: { discovery: undefined },
  proof: { kill_matrix: undefined },
  'mission-critical': { journeys: undefined, checks: [], tests: [], suites: [] },
  drill: { drill: undefined },
  comparison: { comparison: undefined },
  'event-loss': { event_loss: undefined },
  'paired-speed': { paired_speed: undefined },
  documents: { documents: undefined },
} as unknown as Readonly<Record<string, Partial<Result>>>;

test.each(Object.keys(evidence))('without %s nothing that rests on it passes', (need) => {
  const poorer = { ...clean, ...evidence[need] };
  const resting = new Set(
    criteriaTable
      .filter(({ needs }) => (needs as readonly string[]).includes(need))
      .map(({ id }) => id),
  );
  const verdicts = rejudge(poorer)
    .criteria.filter(({ id }) => resting.has(id))
    .map(({ verdict }) => verdict);
  expect(verdicts.length).toBeGreaterThan(0);
  expect(verdicts).not.toContain('pass');
  expect(rejudge(poorer).exit_code).toBe(2);
});
