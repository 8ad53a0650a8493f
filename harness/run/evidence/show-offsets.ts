import type { CheckResult } from '../../contract/check-result.ts';

/** Where the lines of these records begin in the stored history, in bytes. */
export type Locate = (wanted: ReadonlySet<number>) => ReadonlyMap<number, number>;

/** Gives the raw bytes of every witness the place where the stored history has them. */
export function showOffsets(results: readonly CheckResult[], locate: Locate): CheckResult[] {
  const wanted = new Set(
    results.flatMap(({ witnesses }) => witnesses.flatMap(({ raw }) => raw.map(({ n }) => n))),
  );
  if (wanted.size === 0) return [...results];
  const offsets = locate(wanted);
  return results.map((result) => ({
    ...result,
    witnesses: result.witnesses.map((witness) => ({
      ...witness,
      raw: witness.raw.map((record) => {
        const offset = offsets.get(record.n);
        return offset === undefined ? record : { ...record, offset };
      }),
    })),
  }));
}
