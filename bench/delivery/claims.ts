import type { Sized } from './compare.ts';

export interface JudgedClaim {
  readonly id: string;
  readonly connections: number;
  readonly ratio: number;
  readonly limit: number;
  readonly better: 'lower' | 'higher';
  readonly verdict: 'kept' | 'broken';
}

type Claim = Omit<JudgedClaim, 'verdict'>;

function claimsOf({ connections, comparisons, idle }: Sized): Claim[] {
  const ratiosOf = (name: 'burst' | 'spaced') =>
    comparisons.find(({ shape }) => shape === name)?.ratios;
  const burst = ratiosOf('burst');
  const spaced = ratiosOf('spaced');
  const rate = (id: string, ratio: number | undefined, limit: number): Claim => ({
    id,
    connections,
    ratio: ratio ?? Number.NaN,
    limit,
    better: 'higher',
  });
  return [
    rate('burst ÷ plain-ws', burst?.['plain-ws'].eventsPerSecond, 1.3),
    rate('burst ÷ socket-io', burst?.['socket-io'].eventsPerSecond, 1.4),
    // Both keep to a schedule as long as they can: what is left between them is the noise of the machine.
    rate('spaced ÷ plain-ws', spaced?.['plain-ws'].eventsPerSecond, 0.98),
    ...(idle === undefined
      ? []
      : [
          {
            id: 'idle memory ÷ plain-ws',
            connections,
            ratio: idle.ratios['plain-ws'].liveBytes,
            limit: 1.3,
            better: 'lower' as const,
          },
        ]),
  ];
}

/** Judges what `docs/benchmarks.md` claims, at every size. A ratio that is not there is broken. */
export function judgeClaims(sized: readonly Sized[]): JudgedClaim[] {
  return sized.flatMap(claimsOf).map((claim) => {
    const { better, ratio, limit } = claim;
    const isKept = better === 'higher' ? ratio >= limit : ratio <= limit;
    return { ...claim, verdict: isKept ? 'kept' : 'broken' };
  });
}
