import { AuditBaselineEntrySchema, type AuditBaselineEntry } from '../../contract/audit-ratchet.ts';
import { HarnessError } from '../../contract/harness-error.ts';

function invalid(where: string, message: string): HarnessError {
  return new HarnessError('AUDIT_BASELINE_INVALID', `${where}: ${message}`, { where });
}

/**
 * Reads a baseline: one JSON object a line. Throws HarnessError AUDIT_BASELINE_INVALID on merge markers, double
 * entries and anything else that is not an entry: a ratchet that guesses lets things through.
 */
export function parseBaseline(text: string, path: string): AuditBaselineEntry[] {
  const entries = new Map<string, AuditBaselineEntry>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const where = `${path}:${index + 1}`;
    if (/^(<{7}|={7}|>{7}|\|{7})/.test(line)) throw invalid(where, 'an unresolved merge conflict');
    let parsed: unknown;
    try {
      parsed = JSON.parse(line);
    } catch {
      throw invalid(where, 'not a line of JSON');
    }
    const entry = AuditBaselineEntrySchema.safeParse(parsed);
    if (!entry.success) throw invalid(where, entry.error.issues[0]?.message ?? 'not an entry');
    if (entries.has(entry.data.identity))
      throw invalid(where, `${entry.data.identity} stands twice`);
    entries.set(entry.data.identity, entry.data);
  }
  return [...entries.values()];
}

/** Both sides of a baseline with merge markers; without any, both are the whole file. */
export function parseConflict(
  text: string,
  path: string,
): { readonly ours: AuditBaselineEntry[]; readonly theirs: AuditBaselineEntry[] } {
  const sides = { ours: [] as string[], theirs: [] as string[] };
  let side: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  for (const line of text.split('\n')) {
    if (/^<{7}/.test(line)) side = 'ours';
    else if (/^\|{7}/.test(line)) side = 'base';
    else if (/^={7}/.test(line)) side = 'theirs';
    else if (/^>{7}/.test(line)) side = 'both';
    else {
      if (side === 'both' || side === 'ours') sides.ours.push(line);
      if (side === 'both' || side === 'theirs') sides.theirs.push(line);
    }
  }
  return {
    ours: parseBaseline(sides.ours.join('\n'), path),
    theirs: parseBaseline(sides.theirs.join('\n'), path),
  };
}

/** Writes a baseline: sorted by identity, so that two branches that shrink it merge without a conflict in most cases. */
export function formatBaseline(entries: readonly AuditBaselineEntry[]): string {
  return entries
    .toSorted((left, right) => (left.identity < right.identity ? -1 : 1))
    .map(
      ({ identity, rule, role, scope, path, symbol, since, reason, until }) =>
        `${JSON.stringify({ identity, rule, role, scope, path, symbol, since, reason, until })}\n`,
    )
    .join('');
}

/**
 * Merges the baselines of two branches; the stricter side wins: an entry stays only when both sides have it,
 * whether they kept it or both added it.
 */
export function mergeBaselines(
  ours: readonly AuditBaselineEntry[],
  theirs: readonly AuditBaselineEntry[],
): AuditBaselineEntry[] {
  const other = new Set(theirs.map((entry) => entry.identity));
  return ours.filter((entry) => other.has(entry.identity));
}
