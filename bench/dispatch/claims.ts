import { median } from './median.ts';

/** What one arm may cost in relation to another. */
interface Claim {
  readonly id: string;
  readonly arm: string;
  readonly over: string;
  readonly limit: number;
  readonly goal: number;
  readonly better: 'lower' | 'higher';
}

export const claims: readonly Claim[] = [
  { id: 'overhead', arm: 'dispatcher', over: 'bare', limit: 6, goal: 3.5, better: 'lower' },
  { id: 'mcp-call', arm: 'mcp-call', over: 'dispatcher', limit: 4, goal: 8, better: 'higher' },
  {
    id: 'langchain-invoke',
    arm: 'langchain-invoke',
    over: 'dispatcher',
    limit: 6,
    goal: 11,
    better: 'higher',
  },
  {
    id: 'ai-sdk-turn',
    arm: 'ai-sdk-turn',
    over: 'dispatcher',
    limit: 50,
    goal: 100,
    better: 'higher',
  },
  {
    id: 'mcp-per-request',
    arm: 'mcp-per-request',
    over: 'dispatcher',
    limit: 100,
    goal: 100,
    better: 'higher',
  },
];

export interface JudgedClaim extends Claim {
  readonly ratio: number;
  readonly verdict: 'goal' | 'within limit' | 'broken';
}

/** `launches` holds one ratio for each claim, in the order of the claims. */
export function judgeClaims(launches: readonly (readonly number[])[]): JudgedClaim[] {
  return claims.map((claim, nth) => {
    const ratio = median(launches.map((ratios) => ratios[nth] ?? Number.NaN));
    return { ...claim, ratio, verdict: judge(claim, ratio) };
  });
}

function judge({ better, goal, limit }: Claim, ratio: number): JudgedClaim['verdict'] {
  const reaches = (bound: number) => (better === 'lower' ? ratio <= bound : ratio >= bound);
  if (reaches(goal)) return 'goal';
  return reaches(limit) ? 'within limit' : 'broken';
}
