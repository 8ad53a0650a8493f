import { auditTree, handOver, openSuiteSource, type Measurement } from 'golden-path';
import { beforeAll, expect, test } from 'vitest';
import { ownRoles } from './own-roles.ts';

type Facts = ReturnType<typeof auditTree>;

/** What makes a call fail, or lead somewhere else than it says, without anybody having changed the caller. */
const breaking = {
  SSOT005: 'imports of modules that do not exist',
  SSOT009: 'names with several definitions',
  SSOT010: 'calls that must fail',
  SSOT011: 'modules that redirect in a circle',
  SSOT014: 'members that consumers use and the canonical implementation lacks',
} as const;

let facts: Facts | undefined;

beforeAll(async () => {
  const source = await openSuiteSource(ownRoles);
  facts = source === undefined ? undefined : auditTree(source);
});

/** Members that still stand beside the canonical ones and lead to them. */
function facadesOf({ roles }: Facts): Facts['roles'][number]['members'] {
  return roles.flatMap(({ members }) =>
    members.filter((member) => member.class === 'facade' && member.scope === 'production'),
  );
}

test('nothing that production calls is missing, doubled or broken', async ({ task }) => {
  const measurements = Object.entries(breaking).map(([rule, title]): Measurement => {
    const found = facts?.findings.filter(
      (finding) =>
        finding.rule === rule && finding.scope === 'production' && finding.confidence === 'certain',
    );
    const value = found?.length ?? 0;
    const verdict = facts === undefined ? 'unknown' : value === 0 ? 'pass' : 'fail';
    const n = facts?.read.files ?? 0;
    return { id: `source.${rule}`, title, unit: 'count', value, n, limit: 0, verdict };
  });
  await handOver(task, {
    covers: ['A1', 'E1', 'E35', 'E36', 'E39', 'U5', 'V4'],
    value: {
      segment: 'the platform team',
      goal: 'move an implementation without hunting for its callers',
      impact: 'a bulk edit breaks an import that nobody runs until a customer does',
    },
    measurements,
  });
  expect(measurements.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
});

test('every old entrance delegates, and warns whoever uses it', async ({ task }) => {
  const facades = facts === undefined ? [] : facadesOf(facts);
  const silent = facades.filter(({ warns }) => warns !== true);
  const counted: Measurement = {
    id: 'ssot.silent-facades',
    title: 'old entrances that say nothing to who uses them',
    unit: 'count',
    value: silent.length,
    n: facades.length,
    ...(facades.length === 0
      ? { verdict: 'not-applicable', reason: 'there is no old entrance any more' }
      : { limit: 0, verdict: silent.length === 0 ? 'pass' : 'fail' }),
  };
  await handOver(task, {
    covers: ['C4', 'U8', 'V5'],
    value: {
      segment: 'teams that still use the old name',
      goal: 'learn in time that it goes away',
      impact: 'the cleanup breaks them overnight, and is taken back',
    },
    measurements: [counted],
  });
  expect(facts).toBeDefined();
  expect(silent.map(({ path, symbol }) => `${path}:${symbol}`)).toEqual([]);
});
