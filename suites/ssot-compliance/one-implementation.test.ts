import { auditTree, handOver, openSuiteSource, type Measurement } from 'golden-path';
import { expect, test } from 'vitest';
import { ownRoles } from './own-roles.ts';

const value = {
  segment: 'the platform team',
  goal: 'change a dispatcher in one place',
  impact: 'a second implementation drifts, and a fix in one of them misses half of the users',
};

test('every role has exactly one implementation in production source', async ({ task }) => {
  const source = await openSuiteSource(ownRoles);
  const facts = source === undefined ? undefined : auditTree(source);
  const measurements: Measurement[] =
    facts?.roles.map((role) => ({
      id: `ssot.${role.id}`,
      title: `implementations of the role ${role.id}`,
      unit: 'count',
      value: role.production_count,
      n: facts.read.files,
      limit: 1,
      verdict: role.production_count === 1 ? 'pass' : 'fail',
    })) ?? [];
  const nothing: Measurement = {
    id: 'ssot.roles',
    title: 'declared roles',
    unit: 'count',
    value: 0,
    n: 0,
    limit: 1,
    verdict: 'unknown',
    reason: 'no role is declared: nothing says what should exist once',
  };
  await handOver(task, {
    covers: ['A4', 'C1', 'C2', 'C3', 'C5', 'C6', 'V1', 'V2', 'V3', 'U1', 'U2', 'U6', 'U7'],
    value,
    measurements: measurements.length === 0 ? [nothing] : measurements,
    ...(facts === undefined ? {} : { audit: facts }),
  });
  expect(measurements.length).toBeGreaterThan(0);
  expect(measurements.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
});
