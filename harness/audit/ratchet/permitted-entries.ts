import type { AuditBaselineEntry } from '../../contract/audit-ratchet.ts';
import type { FormerPaths } from '../rules/identity.ts';

/** What an entry keeps when the file it stands in, or the one it is about, moves. */
function termsOf(entry: AuditBaselineEntry, path: string): string {
  const { rule, role, scope, symbol, since, reason } = entry;
  return JSON.stringify([rule, role, scope, path, symbol, since, reason]);
}

/**
 * The entries of a baseline that count in a change: those accepted until some phase, those the base has, and those
 * that are one of the base's written anew because files moved. Each entry of the base stands for one entry only,
 * or removing a violation would pay for another one.
 * @param base entries of the revision the change starts from
 * @param moved files that moved since the base's baseline was written: where they are now → where they were
 */
export function permittedEntries(
  entries: readonly AuditBaselineEntry[],
  base: readonly AuditBaselineEntry[],
  moved: FormerPaths,
): AuditBaselineEntry[] {
  const own = new Set(entries.map((entry) => entry.identity));
  const known = new Set(base.map((entry) => entry.identity));
  const left = new Map<string, number>();
  for (const entry of moved.size === 0 ? [] : base) {
    const terms = termsOf(entry, entry.path);
    if (!own.has(entry.identity)) left.set(terms, (left.get(terms) ?? 0) + 1);
  }
  const permitted: AuditBaselineEntry[] = [];
  for (const entry of entries) {
    const terms = termsOf(entry, moved.get(entry.path) ?? entry.path);
    if (entry.until !== undefined || known.has(entry.identity)) permitted.push(entry);
    else if ((left.get(terms) ?? 0) > 0) {
      left.set(terms, (left.get(terms) ?? 0) - 1);
      permitted.push(entry);
    }
  }
  return permitted;
}
