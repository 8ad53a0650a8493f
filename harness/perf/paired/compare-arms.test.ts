import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { compareArms } from './compare-arms.ts';
import { measureComparison } from './measure-comparison.ts';

// Real processes: a busy machine takes its time, and nothing here is judged by it.
vi.setConfig({ testTimeout: 120_000 });

const spin = (query: string): URL => new URL(`./fixtures/spin.ts${query}`, import.meta.url);

describe('compareArms', () => {
  it('finds a candidate that does twice the work, from real processes', async () => {
    const comparison = await compareArms({
      baseline: spin('?rounds=1000'),
      candidate: spin('?rounds=2000'),
      seed: 'twice',
      looks: [5],
    });
    const [cpu] = measureComparison('spin', comparison);
    expect(cpu).toMatchObject({ id: 'speed.spin.cpu', verdict: 'fail' });
    expect(cpu?.reason).toMatch(/^regressed \(Mann–Whitney over launches: p = 0\.00/);
    expect(cpu?.value).toBeGreaterThan(1.5);
    expect(cpu?.n).toBe(5 * 36);
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
