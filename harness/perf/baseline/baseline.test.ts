import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Baseline } from '../../contract/baseline.ts';
import type { Environment } from '../../contract/environment.ts';
import type { Measurement } from '../../contract/measurement.ts';
import { createRandom } from '../stats/random.ts';
import { appendBaseline, readBaselines } from './baseline-file.ts';
import { measureLevels } from './measure-levels.ts';
import { measureTrends } from './measure-trend.ts';

const here: Environment = {
  node: 'v24.21.0',
  platform: 'linux-x64',
  cpu: 'some CPU',
  cores: 2,
  memory_mb: 24_000,
  ci: false,
};
const elsewhere: Environment = { ...here, cpu: 'another CPU' };

const cpu: Measurement = {
  id: 'speed.dispatch.cpu-per-request',
  title: 'dispatch: CPU time per request',
  unit: 'us',
  value: 4,
  n: 288,
  verdict: 'not-applicable',
  distribution: [[4, 288]],
};

/** Runs around the given values with 2 % of noise. */
function runsOf(
  values: readonly number[],
  of: Pick<Measurement, 'unit'> & Partial<Measurement>,
  where: (nth: number) => Environment = () => here,
): Baseline[] {
  const random = createRandom('runs');
  const { distribution: _picture, ...plain } = { ...cpu, ...of };
  return values.map((value, nth) => ({
    format: 1,
    at: '2026-11-22T00:00:00.000Z',
    environment: where(nth),
    measurements: [{ ...plain, value: value * (1 + (random() - 0.5) * 0.04) }],
  }));
}

const step = [...Array.from({ length: 14 }, () => 4), ...Array.from({ length: 6 }, () => 4.6)];

async function file(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'deeper', 'performance.ndjson');
}

describe('baseline file', () => {
  it('gives back what was appended, oldest first, without pictures', async () => {
    const path = await file();
    expect(await readBaselines(path)).toEqual([]);
    for (const value of [4, 5]) {
      const measurements = [{ ...cpu, value }];
      await appendBaseline(path, { at: new Date(0), environment: here, measurements });
    }
    const runs = await readBaselines(path);
    expect(runs.map(({ measurements }) => measurements[0]?.value)).toEqual([4, 5]);
    expect(runs[0]?.measurements[0]).not.toHaveProperty('distribution');
    expect(runs[0]?.environment).toEqual(here);
  });

  it.each([
    ['no JSON', 'not JSON'],
    ['{"format":99}', 'format'],
  ])('names the line that cannot be read: %s', async (line, message) => {
    const path = await file();
    await appendBaseline(path, { at: new Date(0), environment: here, measurements: [] });
    await writeFile(path, `${line}\n`, { flag: 'a' });
    await expect(readBaselines(path)).rejects.toMatchObject({
      code: 'BASELINE_UNREADABLE',
      where: `${path}:2`,
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('measureTrends', () => {
  it('fails on a recent rise of the level and says how old it is', () => {
    const [trend] = measureTrends(runsOf(step, { unit: 'us' }), here);
    expect(trend).toMatchObject({ id: `trend.${cpu.id}`, unit: 'ratio', verdict: 'fail', n: 20 });
    expect(trend?.value).toBeCloseTo(1.15, 1);
    expect(trend?.reason).toMatch(/^the level changed [567] runs ago/);
  });

  it('passes when the level fell, when it is even, and when the change is old', () => {
    const fell = measureTrends(runsOf(step.toReversed(), { unit: 'us' }).slice(0, 12), here);
    const even = measureTrends(
      runsOf(
        Array.from({ length: 30 }, () => 4),
        { unit: 'us' },
      ),
      here,
    );
    const old = measureTrends(
      runsOf([...step, ...Array.from({ length: 12 }, () => 4.6)], { unit: 'us' }),
      here,
    );
    expect([fell, even, old].map(([trend]) => trend?.verdict)).toEqual(['pass', 'pass', 'pass']);
  });

  it('compares absolute numbers on one kind of machine only, ratios everywhere', () => {
    const moved = (nth: number): Environment => (nth < 14 ? elsewhere : here);
    const [absolute] = measureTrends(runsOf(step, { unit: 'us' }, moved), here);
    const [ratio] = measureTrends(runsOf(step, { unit: 'ratio' }, moved), here);
    expect(absolute).toMatchObject({ verdict: 'not-applicable', n: 6 });
    expect(absolute?.reason).toBe('needs 10 comparable runs, has 6');
    expect(ratio?.verdict).toBe('fail');
  });

  it('leaves wall times alone', () => {
    expect(measureTrends(runsOf(step, { unit: 'ms' }), here)).toEqual([]);
    expect(measureTrends(runsOf(step, { unit: 'us', id: 'speed.dispatch.wall' }), here)).toEqual(
      [],
    );
  });
});

describe('measureLevels', () => {
  /** The stored runs, and the measurements of the last one. */
  const standing = (values: readonly number[], unit: Measurement['unit'] = 'us') => {
    const runs = runsOf(values, { unit });
    return measureLevels(runs.slice(0, -1), runs.at(-1)?.measurements ?? [], here);
  };
  const even = Array.from({ length: 30 }, () => 4);

  it('names what rose, and counts it', () => {
    expect(standing(step)).toMatchObject([
      { id: `trend.${cpu.id}`, verdict: 'fail' },
      { id: 'trend.levels', value: 1, n: 1, limit: 0, verdict: 'fail' },
    ]);
  });

  it('is one line where every level was kept', () => {
    expect(standing(even)).toMatchObject([{ id: 'trend.levels', value: 0, n: 1, verdict: 'pass' }]);
  });

  it('finds a drift of a tenth over twenty runs', () => {
    const drift = Array.from({ length: 20 }, (_, nth) => 4 * (1 + nth / 100));
    expect(standing(drift).at(-1)).toMatchObject({ value: 1, verdict: 'fail' });
  });

  it('judges nothing before there are ten runs of this kind of machine', () => {
    expect(standing(even.slice(0, 9))).toMatchObject([
      { verdict: 'not-applicable', reason: 'needs 10 comparable runs, has 9' },
    ]);
  });

  it('takes more sessions carried for no rise', () => {
    const runs = runsOf(step, { unit: 'count', id: 'load.knee' });
    expect(measureTrends(runs, here)).toEqual([]);
  });
});
