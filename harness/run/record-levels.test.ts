import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Environment } from '../contract/environment.ts';
import type { Measurement } from '../contract/measurement.ts';
import { readBaselines } from '../perf/baseline/baseline-file.ts';
import { recordLevels } from './record-levels.ts';

const environment: Environment = {
  node: 'v24.21.0',
  platform: 'linux-x64',
  cpu: 'some CPU',
  cores: 2,
  memory_mb: 24_000,
  ci: false,
};

const sound: Measurement = {
  id: 'speed.one.cpu-per-request',
  title: 'one: CPU time per request',
  unit: 'us',
  value: 4,
  n: 9,
  verdict: 'not-applicable',
};
const wrong: Measurement = {
  ...sound,
  id: 'load.events',
  verdict: 'fail',
  reason: 'the answers were wrong: PAIR-OPEN',
};

/** What was said, and the ids in the baseline file. */
async function record(
  measured: readonly Measurement[],
  isInterrupted = false,
): Promise<{ readonly said: string; readonly runs: readonly string[][] }> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'bench.jsonl');
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line.replace(file, 'FILE'));
  await recordLevels({ file, at: new Date(0), environment, measured, isInterrupted, say });
  const runs = await readBaselines(file);
  return {
    said: lines.join('\n'),
    runs: runs.map(({ measurements }) => measurements.map(({ id }) => id)),
  };
}

it('records what is sound, and says what is not and why', async () => {
  expect(await record([sound, wrong])).toEqual({
    said: 'not recorded: load.*, for the answers were wrong: PAIR-OPEN\nrecorded in FILE',
    runs: [[sound.id]],
  });
});

it('records nothing of an interrupted measurement, and says so', async () => {
  expect(await record([sound], true)).toEqual({
    said: 'nothing was recorded: the measurement was interrupted',
    runs: [],
  });
});

it('writes no empty line where nothing can be kept', async () => {
  const { said, runs } = await record([wrong, { ...sound, verdict: 'unknown' }]);
  expect(said).toContain('nothing was recorded: nothing was measured');
  expect(runs).toEqual([]);
});
