/** What a benchmark promises about one number. */
export interface Claim {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  /** Unit of value, limit: `ratio`, `percent of a core`, … */
  readonly unit: string;
  readonly limit: number;
  readonly better: 'lower' | 'higher';
  readonly verdict: 'kept' | 'broken';
}

export function judgeClaim(claim: Omit<Claim, 'verdict'>): Claim {
  const { value, limit, better } = claim;
  const kept = better === 'lower' ? value <= limit : value >= limit;
  return { ...claim, verdict: kept ? 'kept' : 'broken' };
}

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

export function printClaims(claims: readonly Claim[]): string {
  return claims
    .map(
      ({ title, value, unit, limit, better, verdict }) =>
        `  ${title.padEnd(58)} ${short(value).padStart(8)} ${unit}  ${better === 'lower' ? '≤' : '≥'} ${limit}  ${verdict}\n`,
    )
    .join('');
}
