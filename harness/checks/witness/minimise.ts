/**
 * The smallest part of `items` for which `holds`, in the sense that no single item can be taken away: delta debugging
 * (Zeller & Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002), large pieces first.
 * `holds(items)` must be true.
 */
export function minimise<Item>(
  items: readonly Item[],
  holds: (part: readonly Item[]) => boolean,
): readonly Item[] {
  let smallest = items;
  let size = Math.ceil(items.length / 2);
  while (size >= 1) {
    const shrunk = removePieces(smallest, size, holds);
    const progress = shrunk.length < smallest.length;
    smallest = shrunk;
    if (size > 1) size = Math.ceil(Math.min(size, smallest.length) / 2);
    else if (!progress) return smallest;
  }
  return smallest;
}

function removePieces<Item>(
  items: readonly Item[],
  size: number,
  holds: (part: readonly Item[]) => boolean,
): readonly Item[] {
  let rest = items;
  let start = 0;
  while (start < rest.length && rest.length > 1) {
    const without = rest.toSpliced(start, size);
    if (without.length > 0 && holds(without)) rest = without;
    else start += size;
  }
  return rest;
}
