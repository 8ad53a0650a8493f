/**
 * The largest number that passes, as far as trying a few tells: doubles from `from` until one fails or `to` passes,
 * then halves the gap until it is an eighth of the answer. 0 when already the first one fails.
 */
export async function searchKnee(
  passes: (candidate: number) => Promise<boolean>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<number> {
  let good = 0;
  let bad = from;
  while (await passes(bad)) {
    good = bad;
    if (good >= to) return good;
    bad = Math.min(to, bad * 2);
  }
  while (good > 0 && bad - good > Math.max(1, good / 8)) {
    const middle = Math.round((good + bad) / 2);
    if (await passes(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
