import type { Entry } from './entry.ts';

/** Fewer than this are told one by one. */
const leastGroup = 3;

/** Failures stand alone, but for numbers that share the failure of the answers they were measured over. */
const isAlone = ({ standing, kind, reason }: Entry): boolean =>
  standing === 'fail' && (kind !== 'measurement' || reason === undefined);

/**
 * Entries that have one and the same reason, such as twenty checks that were never exercised, are told together.
 * The order is kept.
 */
export function groupAlike(entries: readonly Entry[]): (readonly [Entry, ...Entry[]])[] {
  const groups = Map.groupBy(entries, (entry) =>
    isAlone(entry) ? entry : `${entry.kind} ${entry.standing} ${entry.reason ?? ''}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    if (group.length < leastGroup) return group.map((entry) => [entry] as const);
    return [[first, ...others] as const];
  });
}
