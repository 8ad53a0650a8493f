import { HarnessError } from '../../contract/harness-error.ts';
import { suggest } from '../../contract/suggestion.ts';
import type { DecoyRow } from '../decoy-row.ts';
import type { FaultRow } from '../fault-row.ts';
import { decoyTable } from '../table/decoy-table.ts';
import { faultTable } from '../table/fault-table.ts';

export type Row =
  | { readonly type: 'fault'; readonly row: FaultRow }
  | { readonly type: 'decoy'; readonly row: DecoyRow };

export interface Selection {
  /** Ids of rows to walk; `F12` also takes `F12-lost`. Default: all. */
  readonly only?: readonly string[];
  /** This part of the rows only: index from 1 to `count`. */
  readonly shard?: { readonly index: number; readonly count: number };
}

const matches = (row: string, wanted: string): boolean =>
  row === wanted || row.startsWith(`${wanted}-`);

/** The rows to walk, in the order of the tables. Throws `USAGE` for an id that no row has. */
export function selectRows({ only, shard }: Selection): Row[] {
  const all: Row[] = [
    ...faultTable.map((row) => ({ type: 'fault' as const, row })),
    ...decoyTable.map((row) => ({ type: 'decoy' as const, row })),
  ];
  const ids = all.map(({ row }) => row.id);
  for (const wanted of only ?? []) {
    if (ids.some((id) => matches(id, wanted))) continue;
    const guess = suggest(wanted, ids);
    const hint = guess === undefined ? '' : ` (did you mean "${guess}"?)`;
    throw new HarnessError('USAGE', `there is no fault or decoy "${wanted}"${hint}`);
  }
  const { index, count } = shard ?? { index: 1, count: 1 };
  return all
    .filter(({ row }) => only?.some((wanted) => matches(row.id, wanted)) ?? true)
    .filter((_, place) => place % count === index - 1);
}
