import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replayHistory } from '../../harness/audit/replay/replay-history.ts';
import type { AuditTrend } from '../../harness/contract/audit-trend.ts';
import { loadConfig } from '../../harness/run/load-config.ts';
import { writeHistory } from './write-history.ts';

let folder: string;
let trend: AuditTrend;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-burn-down-'));
  await writeHistory(folder);
  const { audit } = await loadConfig(join(folder, 'golden-path.config.json'));
  trend = replayHistory(folder, 'HEAD', audit);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function course(
  role: string,
  value: (role: AuditTrend['points'][number]['roles'][number]) => number,
) {
  return trend.points.flatMap(({ roles }) => roles.filter(({ id }) => id === role).map(value));
}

test('each phase of the specimens is a point', () => {
  const subjects = trend.points.map(({ subject }) => subject);
  expect(subjects).toEqual(['phase-0', 'phase-1', 'phase-2', 'phase-3', 'phase-4']);
});

test.each(['tool-dispatcher', 'tool-dispatcher-factory', 'event-bridge'])(
  '%s burns down to one implementation without duplicated lines',
  (role) => {
    const implementations = course(role, (point) => point.implementations);
    const duplicated = course(role, (point) => point.duplicated_lines);
    expect(implementations[0]).toBeGreaterThan(1);
    expect(implementations).toEqual(implementations.toSorted((left, right) => right - left));
    expect(implementations.at(-1)).toBe(1);
    expect(duplicated[0]).toBeGreaterThan(0);
    expect(duplicated.at(-1)).toBe(0);
  },
);

test('nobody imports around the dispatcher in the end', () => {
  const bypassing = course('tool-dispatcher', (point) => point.bypassing_files);
  expect(bypassing[0]).toBeGreaterThan(20);
  expect(bypassing.at(-1)).toBe(0);
});
