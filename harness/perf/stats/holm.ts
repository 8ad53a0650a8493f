/**
 * p values adjusted for being looked at together, in the order given: the step-down procedure of Holm
 * ("A simple sequentially rejective multiple test procedure", 1979). Reject where the result is below 0.05,
 * and the chance of even one false alarm among all of them stays below 5 %.
 */
export function adjustByHolm(ps: readonly number[]): number[] {
  const ascending = ps.map((p, index) => ({ p, index })).toSorted((a, b) => a.p - b.p);
  const adjusted = Array.from(ps);
  let floor = 0;
  for (const [rank, { p, index }] of ascending.entries()) {
    floor = Math.max(floor, Math.min(1, p * (ps.length - rank)));
    adjusted[index] = floor;
  }
  return adjusted;
}
