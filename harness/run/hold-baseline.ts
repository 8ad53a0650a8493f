import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  formatBaseline,
  mergeBaselines,
  parseBaseline,
  parseConflict,
} from '../audit/ratchet/baseline-file.ts';
import { judgeRatchet } from '../audit/ratchet/judge-ratchet.ts';
import {
  acceptFindings,
  recordBaseline,
  shrinkBaseline,
} from '../audit/ratchet/update-baseline.ts';
import type { AuditManifest } from '../contract/audit-manifest.ts';
import type { AuditBaselineEntry, AuditRatchet } from '../contract/audit-ratchet.ts';
import type { AuditFinding } from '../contract/audit.ts';
import { HarnessError } from '../contract/harness-error.ts';

/** Where the allowed violations of a tree stand; they may only shrink. */
export const baselinePath = 'reports/baselines/ssot.jsonl';

/** What to do with the baseline before it is judged by. */
export type BaselineOrder =
  | { readonly act: 'judge' | 'record' | 'shrink' }
  | {
      readonly act: 'accept';
      readonly identities: readonly string[];
      readonly reason: string;
      readonly until: string;
    };

export interface HeldBaseline {
  readonly baseline: AuditBaselineEntry[];
  readonly ratchet: AuditRatchet;
}

/**
 * Holds findings against the baseline of a tree; undefined when there is none and none is ordered.
 * Throws `USAGE` for a second recording, `AUDIT_BASELINE_INVALID` for a baseline that cannot be read.
 * @param permitted entries of the revision the change starts from: an entry that was only added since then, and
 *   has no last phase, buys nothing
 */
export function holdBaseline(
  root: string,
  findings: readonly AuditFinding[],
  manifest: AuditManifest,
  order: BaselineOrder,
  permitted?: readonly AuditBaselineEntry[],
): HeldBaseline | undefined {
  const path = join(root, baselinePath);
  const there = existsSync(path);
  if (order.act === 'record' && there)
    throw new HarnessError(
      'USAGE',
      `${baselinePath} is there already: --shrink makes it smaller, --accept adds what has a reason`,
    );
  if (!there && order.act !== 'record') return undefined;
  const before = there ? readFileSync(path, 'utf8') : '';
  const baseline = updated(before, findings, manifest, order);
  const text = formatBaseline(baseline);
  if (order.act !== 'judge' && text !== before) write(path, text);
  const known = permitted === undefined ? undefined : new Set(permitted.map(keyOf));
  const counted = baseline.filter(
    (entry) => known === undefined || entry.until !== undefined || known.has(keyOf(entry)),
  );
  return {
    baseline: counted,
    ratchet: judgeRatchet(findings, counted, manifest, { today: today() }),
  };
}

/** `YYYY-MM-DD`, UTC. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Free of paths: an entry that was rewritten because its file moved is not a new one. */
function keyOf({ rule, role, scope, symbol, since, reason }: AuditBaselineEntry): string {
  return JSON.stringify([rule, role, scope, symbol, since, reason]);
}

function updated(
  text: string,
  findings: readonly AuditFinding[],
  manifest: AuditManifest,
  order: BaselineOrder,
): AuditBaselineEntry[] {
  switch (order.act) {
    case 'judge':
      return parseBaseline(text, baselinePath);
    case 'record':
      return recordBaseline(findings, today());
    case 'shrink': {
      const sides = parseConflict(text, baselinePath);
      return shrinkBaseline(mergeBaselines(sides.ours, sides.theirs), findings);
    }
    case 'accept': {
      const { identities, reason, until } = order;
      const chosen = identities.map((identity) => {
        const finding = findings.find((each) => each.identity.startsWith(identity));
        if (finding !== undefined) return finding;
        throw new HarnessError('USAGE', `--accept ${identity}: there is no such finding`);
      });
      if (!manifest.phases.some((phase) => phase.id === until))
        throw new HarnessError('USAGE', `--until ${until}: there is no such phase`);
      const entries = parseBaseline(text, baselinePath);
      return acceptFindings(entries, chosen, { since: today(), reason, until });
    }
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
