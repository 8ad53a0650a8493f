/** How many items share each key; keys sorted, so that the same items give the same bytes. */
export function countBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of items.map(keyOf).toSorted()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
