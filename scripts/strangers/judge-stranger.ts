import { alarmsIn } from './alarms-in.ts';
import { familyCells, type FamilyCell } from './family-cells.ts';
import { openStranger } from './open-stranger.ts';
import { staleIn } from './stale-in.ts';
import type { StrangerRow } from './stranger-table.ts';
import { walkClean } from './walk-clean.ts';
import { walkFaults, type FaultOutcome } from './walk-faults.ts';

/** One line of the matrix: a real server, held against everything its protocol promises. */
export interface StrangerReport {
  readonly name: string;
  readonly profile: string;
  readonly journeys: number;
  readonly runs: number;
  /** Milliseconds until it listened, and for the clean journeys and the faults. */
  readonly ms: { readonly start: number; readonly clean: number; readonly faults: number };
  readonly families: Readonly<Record<string, FamilyCell>>;
  /** Checks that failed on clean journeys and are not known: false alarms, or news about the target. */
  readonly alarms: readonly string[];
  /** Known failures that are gone (`staleIn`). */
  readonly stale: readonly string[];
  readonly known: Readonly<Record<string, string>>;
  readonly endings: Readonly<Record<string, number>>;
  readonly faults: readonly FaultOutcome[];
}

/** Starts a stranger, walks so many clean journeys and every damage that means something to it, and stops it. */
export async function judgeStranger(row: StrangerRow, journeys: number): Promise<StrangerReport> {
  const began = performance.now();
  const target = await openStranger(row);
  try {
    const started = performance.now();
    const clean = await walkClean(target, journeys);
    const walked = performance.now();
    const known = row.known ?? {};
    const faults = await walkFaults(target, clean, Object.keys(known));
    const failed = alarmsIn(clean.results);
    return {
      name: row.name,
      profile: row.profile,
      journeys: clean.journeys,
      runs: clean.runs,
      ms: {
        start: Math.round(started - began),
        clean: Math.round(walked - started),
        faults: Math.round(performance.now() - walked),
      },
      families: familyCells(clean),
      alarms: failed.filter((id) => known[id] === undefined),
      stale: staleIn(clean.results, Object.keys(known)),
      known,
      endings: clean.endings,
      faults,
    };
  } finally {
    await target[Symbol.asyncDispose]();
  }
}

/** Whether the line shows what it must: no alarm, nothing stale, every damage that bit caught by its own check. */
export function isGreen({ alarms, stale, faults, runs }: StrangerReport): boolean {
  const kept = faults.every(({ verdict }) => verdict === 'caught' || verdict === 'not-applicable');
  return runs > 0 && alarms.length === 0 && stale.length === 0 && kept;
}
