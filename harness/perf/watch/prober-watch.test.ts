import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../contract/measurement.ts';
import { distrust, findBottleneck } from './find-bottleneck.ts';
import { ProberWatch } from './prober-watch.ts';

const fast: Measurement = { id: 'x', title: 'x', unit: 'ms', value: 1, n: 9, verdict: 'pass' };

function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) Math.sqrt(end);
}

describe('ProberWatch', () => {
  it('sees a blocked event loop and a used-up core', async () => {
    const watch = new ProberWatch();
    for (let round = 0; round < 5; round += 1) {
      block(100);
      await setImmediate();
    }
    const strain = watch.stop();
    expect(strain.loopDelayMs).toBeGreaterThan(50);
    expect(strain.cpuShare).toBeGreaterThan(0);
    expect(findBottleneck(strain, { cpuShare: 100 })).toMatch(/event loop was \d+ ms late/);
  });
});

describe('findBottleneck', () => {
  it('finds none in a prober at ease, and says which limit was passed otherwise', () => {
    const ease = { loopDelayMs: 2, longestGcMs: 5, cpuShare: 0.4 };
    expect(findBottleneck(ease)).toBeUndefined();
    expect(findBottleneck({ ...ease, cpuShare: 0.95 })).toContain('95 % of a core');
    expect(findBottleneck({ ...ease, loopDelayMs: 80 })).toContain('80 ms late');
  });
});

describe('distrust', () => {
  it('turns numbers of a strained prober into unknown, and leaves the others', () => {
    expect(distrust([fast], 'too slow')).toEqual([
      { ...fast, verdict: 'unknown', reason: 'too slow' },
    ]);
    expect(distrust([fast], undefined)).toEqual([fast]);
  });
});
