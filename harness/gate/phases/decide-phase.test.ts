import { expect, test } from 'vitest';
import { GateSettingsSchema, type GateQuestion } from '../../contract/gate-settings.ts';
import type { Result } from '../../contract/result.ts';
import { decidePhase, needsOf } from './decide-phase.ts';

const nothing: Result = {
  schema_version: 1,
  run_id: 'run',
  started_at: '2026-01-01T00:00:00.000Z',
  duration_ms: 1,
  tool: { name: 'golden-path', version: '0.0.0' },
  command: 'golden-path gate',
  target: 'x',
  profile: 'reference',
  environment: { node: 'v24', platform: 'linux-x64', cpu: 'x', cores: 2, memory_mb: 1, ci: true },
  seed: 'seed',
  checks: [],
  measurements: [],
  tests: [],
  suites: [],
  timelines: [],
};

function ask(more: Partial<GateQuestion> = {}): GateQuestion {
  return { phase: 4, suites: [], strict: false, settings: GateSettingsSchema.parse({}), ...more };
}

const fresh = { documents: { present: ['README.md'], missing: [], commands: [] } };
const stale = {
  documents: {
    present: [],
    missing: [],
    commands: [{ command: 'npm run generate -- --check', ending: 'exit 1' }],
  },
};

test('no evidence at all is no pass in any phase', () => {
  for (const phase of [1, 2, 3, 4] as const) {
    const { exit_code: code, criteria } = decidePhase(nothing, ask({ phase }));
    expect(code).toBe(2);
    expect(criteria.map(({ verdict }) => verdict)).not.toContain('pass');
  }
});

test('only what was asked for is carried out and judged', () => {
  const question = ask({ only: ['documents'] });
  expect(needsOf(question)).toEqual(['documents']);
  expect(decidePhase({ ...nothing, ...fresh }, question)).toMatchObject({ exit_code: 0 });
  expect(decidePhase({ ...nothing, ...stale }, question)).toMatchObject({ exit_code: 1 });
});

test('a later phase is judged by the same evidence, and not required', () => {
  const { criteria } = decidePhase({ ...nothing, ...stale }, ask({ phase: 1 }));
  expect(criteria.find(({ id }) => id === 'documents')).toMatchObject({
    required: false,
    verdict: 'fail',
    phase: 4,
  });
});

test('why something could not be carried out stands in the reason', () => {
  const unmet_needs = [{ need: 'drill', why: 'the previous phase did not start' }];
  const { criteria } = decidePhase({ ...nothing, unmet_needs }, ask({ only: ['rollback-drill'] }));
  expect(criteria[0]?.reason).toContain('the previous phase did not start');
});

test('a part of a run may be red and is never green', () => {
  const shard = { index: 1, count: 2 };
  const question = ask({ only: ['documents'], shard });
  expect(decidePhase({ ...nothing, ...fresh }, question).exit_code).toBe(2);
  expect(decidePhase({ ...nothing, ...stale }, question).exit_code).toBe(1);
});

test('what is looser than recorded, and without a word, is red', () => {
  const recorded = [{ id: 'isolation', phase: 1, limits: { users: 32 } }];
  const { criteria } = decidePhase({ ...nothing, ...fresh }, ask({ recorded }));
  const settings = criteria.find(({ id }) => id === 'settings');
  expect(settings?.verdict).toBe('fail');
  expect(settings?.reason).toContain('isolation waits until phase 2, it was 1');
});
