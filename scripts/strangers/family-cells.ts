import type { CheckResult } from '../../harness/contract/check-result.ts';
import type { CleanWalks } from './walk-clean.ts';
import { verdictOfCell, type CellVerdict } from './verdict-of-cell.ts';

/** Two verdicts: what was said, and how the connections ended on which it was said. */
export interface FamilyCell {
  readonly events: CellVerdict;
  readonly ending: CellVerdict;
}

/** Checks that judge how a connection, or a stream, comes to its end. */
const ofEndings: ReadonlySet<string> = new Set([
  'WIRE-CLOSE',
  'WIRE-CLOSE-ILLEGAL',
  'WIRE-CLOSE-MEANING',
  'WIRE-HALFOPEN',
  'WIRE-PROTO',
  'LIFE-TERM-TRUNC',
]);

export function familyOf(id: string): string {
  return id.slice(0, id.indexOf('-'));
}

/** The cells of one stranger. The ending of a cell is judged on the journeys that exercised its family. */
export function familyCells({ journeysOf }: CleanWalks): Record<string, FamilyCell> {
  const cells: Record<string, FamilyCell> = {};
  for (const [family, { events, endings }] of journeysOf) {
    cells[family] = {
      events: verdictOfCell(events.filter(({ id }) => !ofEndings.has(id))),
      ending: verdictOfCell(endings.filter(({ id }) => ofEndings.has(id))),
    };
  }
  return cells;
}

/** Splits the results of one history by family. */
export function byFamily(results: readonly CheckResult[]): Map<string, CheckResult[]> {
  return Map.groupBy(results, ({ id }) => familyOf(id));
}

export function isOfEnding(id: string): boolean {
  return ofEndings.has(id);
}
