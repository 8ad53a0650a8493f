import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compareArms } from './compare-arms.ts';
import { measureComparison } from './measure-comparison.ts';

const spin = (query: string): URL => new URL(`./fixtures/spin.ts${query}`, import.meta.url);

describe('compareArms', () => {
  it('measures a candidate that does six times the work, and decides nothing from one launch', async () => {
    const comparison = await compareArms({
      baseline: spin('?rounds=1000'),
      candidate: spin('?rounds=6000'),
      seed: 'more',
      looks: [1],
    });
    const [cpu] = measureComparison('spin', comparison);
    expect(cpu).toMatchObject({ id: 'speed.spin.cpu', verdict: 'unknown', n: 36 });
    expect(cpu?.value).toBeGreaterThan(1.2);
  });

  it('keeps what it has, undecided, when a process dies on the way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'golden-path-test-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const marker = encodeURIComponent(join(folder, 'was-here'));
    const comparison = await compareArms({
      baseline: spin(''),
      candidate: spin(`?marker=${marker}`),
      seed: 'death',
    });
    expect(comparison.launches).toHaveLength(1);
    expect(comparison.stopped).toContain('the process ended (9');
    const verdicts = measureComparison('spin', comparison).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['unknown', 'not-applicable']);
  });

  it('refuses a workload that cannot be started', async () => {
    const missing = new URL('./fixtures/no-such-file.ts', import.meta.url);
    await expect(
      compareArms({ baseline: spin(''), candidate: missing, seed: 'missing' }),
    ).rejects.toMatchObject({ code: 'MEASURED_PROCESS_FAILED' });
  });
});
