/** What a benchmark promises about one number. */
export interface Claim {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  /** Unit of value, limit: `ratio`, `percent of a core`, … */
  readonly unit: string;
  readonly limit: number;
  readonly better: 'lower' | 'higher';
  /** Where the number is an estimate: what it may be. */
  readonly interval?: readonly [low: number, high: number];
  readonly verdict: 'kept' | 'broken' | 'unknown';
}

/** Judges a number by its limit; an estimate on both sides of it is `unknown`. */
export function judgeClaim(claim: Omit<Claim, 'verdict'>): Claim {
  const { value, limit, better, interval = [value, value] } = claim;
  const kept = interval.map((end) => (better === 'lower' ? end <= limit : end >= limit));
  if (new Set(kept).size > 1) return { ...claim, verdict: 'unknown' };
  return { ...claim, verdict: kept[0] === true ? 'kept' : 'broken' };
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
