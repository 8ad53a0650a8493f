/**
 * p values adjusted for being looked at together, in the order given: the step-down procedure of Holm
 * ("A simple sequentially rejective multiple test procedure", 1979). Reject where the result is below 0.05,
 * and the chance of even one false alarm among all of them stays below 5 %.
 *
 * @param weights How much of that chance each of them gets (alike): Holm's weighted procedure, section 4 of the same.
 */
export function adjustByHolm(ps: readonly number[], weights?: readonly number[]): number[] {
  const weightOf = (index: number): number => weights?.[index] ?? 1;
  const ascending = ps
    .map((p, index) => ({ p, index, weight: weightOf(index) }))
    .toSorted((a, b) => a.p / a.weight - b.p / b.weight);
  const adjusted = Array.from(ps);
  let left = ascending.reduce((sum, { weight }) => sum + weight, 0);
  let floor = 0;
  for (const { p, index, weight } of ascending) {
    floor = Math.max(floor, p, Math.min(1, (p * left) / weight));
    adjusted[index] = floor;
    left -= weight;
  }
  return adjusted;
}
