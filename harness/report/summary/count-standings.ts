import type { Entry } from './entry.ts';
import { standings, type Standing } from './standing.ts';

export type StandingCounts = Readonly<Record<Standing, number>>;

export function countStandings(entries: readonly Entry[]): StandingCounts {
  const counts: Record<Standing, number> = { fail: 0, unknown: 0, warn: 0, pass: 0, none: 0 };
  for (const entry of entries) counts[entry.standing] += 1;
  return counts;
}

const words: Readonly<Record<Standing, string>> = {
  fail: 'failed',
  unknown: 'unknown',
  warn: 'warned',
  pass: 'passed',
  none: 'not applicable',
};

/** `2 failed · 1 unknown · 22 passed`; what did not occur is left out. */
export function countsText(counts: StandingCounts): string {
  const parts = standings.filter((standing) => counts[standing] > 0);
  if (parts.length === 0) return 'nothing was judged';
  return parts.map((standing) => `${String(counts[standing])} ${words[standing]}`).join(' · ');
}
