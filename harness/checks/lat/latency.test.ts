import { describe, expect, it } from 'vitest';
import { Latency } from './latency.ts';

function measure(samples: readonly number[], lagMs = 0, fromOwnAct = false) {
  const latency = new Latency({ id: 'LAT', title: 'test', what: 'It', limit: 100, fromOwnAct });
  samples.forEach((ms, index) => {
    if (latency.add(ms)) latency.blame([index], `sample ${index}`);
  });
  if (lagMs > 0) latency.lagged(lagMs);
  return latency.outcome();
}

const quick = Array.from({ length: 95 }, () => 50);

describe('the 95th percentile against the budget', () => {
  it('passes while one in twenty is late', () => {
    expect(measure([...quick, 500, 500, 500, 500, 500]).verdict).toBe('pass');
  });

  it('fails as soon as it is more, and shows the slowest', () => {
    const outcome = measure([...quick, 200, 300, 400, 500, 600, 700]);
    expect(outcome.verdict).toBe('fail');
    expect(outcome.evidence[0]?.records).toEqual([100]);
  });

  it('takes the slowest of few samples', () => {
    expect(measure([50, 50, 101]).verdict).toBe('fail');
  });

  it('proves nothing while the probe itself is late', () => {
    expect(measure([50, 500], 400).verdict).toBe('unknown');
  });

  it('believes a quick answer to what the late probe itself asked, and no slow one', () => {
    expect(measure([50, 60], 400, true).verdict).toBe('pass');
    expect(measure([50, 500], 400, true).verdict).toBe('unknown');
  });

  it('says nothing without samples', () => {
    expect(measure([])).toMatchObject({ verdict: 'pass', exercised: 0 });
  });

  it('tells the number within one percent, with its interval', () => {
    const { measured } = measure(Array.from({ length: 1_000 }, (_, index) => index + 1));
    expect(measured?.value).toBeGreaterThan(940);
    expect(measured?.value).toBeLessThan(960);
    expect(measured?.interval?.[0]).toBeLessThan(measured?.value ?? 0);
    expect(measured?.interval?.[1]).toBeGreaterThan(measured?.value ?? 0);
  });
});
