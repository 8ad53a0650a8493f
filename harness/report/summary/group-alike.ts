import type { Entry } from './entry.ts';

/** Fewer than this are told one by one. */
const leastGroup = 3;

/**
 * Entries that did not fail and have one and the same reason, such as twenty checks that were never exercised,
 * are told together; every failure stands alone. The order is kept.
 */
export function groupAlike(entries: readonly Entry[]): (readonly [Entry, ...Entry[]])[] {
  const groups = Map.groupBy(entries, (entry) =>
    entry.standing === 'fail' ? entry : `${entry.kind} ${entry.standing} ${entry.reason ?? ''}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    if (group.length < leastGroup) return group.map((entry) => [entry] as const);
    return [[first, ...others] as const];
  });
}
