import type { CriterionResult } from '../../contract/gate.ts';
import type { Result } from '../../contract/result.ts';
import { entriesOf } from './entries-of.ts';
import type { Entry } from './entry.ts';
import { standings } from './standing.ts';

/**
 * Every verdict once. A criterion that is a check or a measurement under its own name would say the same again;
 * it stays only where the gate judged worse than the evidence did.
 */
export function shownEntries(result: Result): Entry[] {
  const entries = entriesOf(result);
  const evidence = new Map(entries.filter(isEvidence).map((entry) => [entry.id, entry]));
  const criteria = new Map(
    entries.filter((entry) => !isEvidence(entry)).map((entry) => [entry.id, entry]),
  );
  return entries.flatMap((entry) => {
    if (!isEvidence(entry)) return saysTheSame(entry, evidence.get(entry.id)) ? [] : [entry];
    const next = criteria.get(entry.id)?.next;
    return [next === undefined ? entry : { ...entry, next }];
  });
}

/** The criteria that `shownEntries` keeps. */
export function criteriaShown(result: Result): CriterionResult[] {
  const kept = new Set(
    shownEntries(result).flatMap(({ kind, id }) => (kind === 'criterion' ? [id] : [])),
  );
  return (result.gate?.criteria ?? []).filter(({ id }) => kept.has(id));
}

function isEvidence(entry: Entry): boolean {
  return entry.kind !== 'criterion';
}

function saysTheSame(criterion: Entry, evidence: Entry | undefined): boolean {
  return (
    evidence !== undefined &&
    standings.indexOf(evidence.standing) <= standings.indexOf(criterion.standing)
  );
}
