import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../contract/measurement.ts';
import { createRandom } from '../stats/random.ts';
import { judgeLaunches, type PairedArm } from './judge-launches.ts';
import type { Launch } from './launch.ts';
import { measureComparison } from './measure-comparison.ts';

interface Noise {
  /** Standard deviation of a process, and of its slices around it. */
  readonly process: number;
  readonly slice: number;
}

/** Launches in which the candidate costs `ratio` times the baseline, with noise like that of a busy machine. */
function simulate(
  seed: string,
  ratio: number,
  count = 8,
  { process, slice }: Noise = { process: 0.03, slice: 0.15 },
): Launch<PairedArm>[] {
  const random = createRandom(seed);
  const noise = (): number => 2 * (random() + random() + random() - 1.5);
  const arm = (level: number): Launch[string] => {
    const own = level * Math.exp(process * noise());
    const cost = (): number => own * Math.exp(slice * noise());
    return { slices: Array.from({ length: 36 }, () => ({ cpu: cost(), wall: cost() })), failed: 0 };
  };
  return Array.from({ length: count }, () => ({
    baseline: arm(5),
    control: arm(5),
    candidate: arm(5 * ratio),
  }));
}

const outcomes = (ratio: number): string[] =>
  Array.from({ length: 60 }, (_, nth) => {
    const [cpu] = judgeLaunches(simulate(`trial ${nth}`, ratio), { seed: 'judge' });
    return cpu?.outcome ?? '';
  });

const count = (all: readonly string[], outcome: string): number =>
  all.filter((one) => one === outcome).length;

describe('judgeLaunches', () => {
  it('raises no alarm over equal code, and finds 10 % and 25 % slower code', () => {
    expect(count(outcomes(1), 'regressed')).toBe(0);
    expect(count(outcomes(1.1), 'regressed')).toBeGreaterThanOrEqual(57);
    expect(count(outcomes(1.25), 'regressed')).toBe(60);
  });

  it('calls code improved that is a fifth faster', () => {
    expect(count(outcomes(0.8), 'improved')).toBe(60);
  });

  it('gives the same numbers again for the same launches and seed', () => {
    const launches = simulate('again', 1.05);
    expect(judgeLaunches(launches, { seed: 'a' })).toEqual(judgeLaunches(launches, { seed: 'a' }));
  });

  it('blames the machine when the control differs as much as the candidate', () => {
    const launches = simulate('drift', 1.1).map((launch) => ({
      ...launch,
      control: { ...launch.candidate },
    }));
    const [cpu] = judgeLaunches(launches, { seed: 'judge' });
    expect(cpu?.noise).toBeCloseTo(Math.log(1.1), 1);
    expect(cpu?.outcome).not.toBe('regressed');
  });
});

const measure = (launches: Launch<PairedArm>[]): Measurement[] =>
  measureComparison('dispatch', { launches, metrics: judgeLaunches(launches, { seed: 'm' }) });

/** Launches in which one arm answers one request wrongly each time. */
const broken = (arm: PairedArm): Launch<PairedArm>[] =>
  simulate('broken', 0.5).map((launch) => ({ ...launch, [arm]: { ...launch[arm], failed: 1 } }));

describe('measureComparison', () => {
  it('gives ratios with interval, limit and a picture of the launches', () => {
    const [cpu, wall] = measure(simulate('ratios', 1.25));
    expect(cpu).toMatchObject({ id: 'speed.dispatch.cpu', unit: 'ratio', verdict: 'fail', n: 288 });
    expect(cpu?.limit).toBeCloseTo(1.05);
    expect(cpu?.value).toBeCloseTo(1.25, 1);
    expect(cpu?.reason).toMatch(/^regressed: [\d.]+ µs before, [\d.]+ µs now \(Mann–Whitney/);
    expect(wall?.distribution?.reduce((sum, [, launches]) => sum + launches, 0)).toBe(8);
  });

  it('fails a candidate that answers wrongly however fast it is, and trusts no broken baseline', () => {
    expect(measure(broken('candidate'))[0]).toMatchObject({
      verdict: 'fail',
      reason: '8 requests of the candidate failed',
    });
    expect(measure(broken('control'))[0]?.verdict).toBe('unknown');
  });
});
