import { describe, expect, it } from 'vitest';
import { ResultSchema } from '../../contract/result.ts';
import { mergeChecks } from '../../run/evidence/merge-checks.ts';
import { failingResult, passingResult } from '../test-support/sample-results.ts';
import { mergeResults } from './merge-results.ts';

const shard = (index: number): typeof passingResult => ({
  ...passingResult,
  run_id: `run-${String(index)}`,
  started_at: `2026-11-20T18:0${String(index)}:00.000Z`,
  command: `golden-path gate --phase 2 --shard ${String(index)}/2`,
  tests: passingResult.tests.filter((_, position) => position % 2 === index % 2),
});

describe('merging the parts of a run', () => {
  it('joins what the parts saw and leaves the decision to the gate', () => {
    const merged = mergeResults([shard(2), shard(1)], mergeChecks);
    expect(ResultSchema.parse(merged)).toMatchObject({
      run_id: 'run-1+run-2',
      command: 'golden-path gate --phase 2',
      started_at: '2026-11-20T18:01:00.000Z',
      duration_ms: 60_000 + passingResult.duration_ms,
    });
    expect(merged.tests).toHaveLength(passingResult.tests.length);
    expect(merged.checks.find(({ id }) => id === 'PAIR-OPEN')?.exercised).toBe(2 * 342);
    expect(merged.gate).toBeUndefined();
  });

  it('does not depend on the order of the parts', () => {
    expect(mergeResults([shard(1), shard(2)], mergeChecks)).toEqual(
      mergeResults([shard(2), shard(1)], mergeChecks),
    );
  });

  it('refuses a part that is given twice', () => {
    expect(() => mergeResults([shard(1), shard(2), shard(1)], mergeChecks)).toThrow(
      'run-1 is given twice',
    );
  });

  it('keeps the worst of two measurements', () => {
    const slow = shard(2).measurements.map((measurement) => ({
      ...measurement,
      verdict: 'fail' as const,
      value: 9999,
    }));
    const merged = mergeResults([shard(1), { ...shard(2), measurements: slow }], mergeChecks);
    expect(merged.measurements.map(({ value }) => value)).toEqual([9999, 9999, 9999, 9999]);
  });

  it('refuses parts of different runs and no parts at all', () => {
    const foreign = { ...shard(2), tool: { name: 'golden-path', version: '0.0.9' } };
    expect(() => mergeResults([shard(1), foreign], mergeChecks)).toThrow(
      expect.objectContaining({ code: 'RESULTS_DIFFER' }),
    );
    expect(() => mergeResults([shard(1), failingResult], mergeChecks)).toThrow(/target/);
    expect(() => mergeResults([], mergeChecks)).toThrow('there is no part');
  });
});
