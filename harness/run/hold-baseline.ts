import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  formatBaseline,
  mergeBaselines,
  parseBaseline,
  parseConflict,
} from '../audit/ratchet/baseline-file.ts';
import { permittedEntries } from '../audit/ratchet/permitted-entries.ts';
import { judgeRatchet } from '../audit/ratchet/judge-ratchet.ts';
import {
  acceptFindings,
  recordBaseline,
  shrinkBaseline,
} from '../audit/ratchet/update-baseline.ts';
import type { FormerPaths } from '../audit/rules/identity.ts';
import type { AuditManifest } from '../contract/audit-manifest.ts';
import type { AuditBaselineEntry, AuditRatchet } from '../contract/audit-ratchet.ts';
import type { AuditFinding } from '../contract/audit.ts';
import { HarnessError } from '../contract/harness-error.ts';

/** Where the allowed violations of a tree stand; they may only shrink. */
export const baselinePath = 'reports/baselines/ssot.jsonl';

/** The manifest as it was when the baseline was written: what the present one is held against. */
export const snapshotPath = 'reports/baselines/ssot-manifest.json';

/** What the revision allows that a change starts from. */
export interface Permitted {
  readonly entries: readonly AuditBaselineEntry[];
  /** Files that moved since its baseline was written: where they are now → where they were. */
  readonly moved: FormerPaths;
}

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
 * Throws `USAGE` for a second recording and for an order that needs a baseline, `AUDIT_BASELINE_INVALID` for a
 * baseline that cannot be read, or was there and is gone.
 * @param permitted the baseline of the revision the change starts from: an entry that was only added since then,
 *   and has no last phase, buys nothing
 */
export function holdBaseline(
  root: string,
  findings: readonly AuditFinding[],
  manifest: AuditManifest,
  order: BaselineOrder,
  permitted?: Permitted,
): HeldBaseline | undefined {
  const path = join(root, baselinePath);
  const there = existsSync(path);
  if (order.act === 'record' && there)
    throw new HarnessError(
      'USAGE',
      `${baselinePath} is there already: --shrink makes it smaller, --accept adds what has a reason`,
    );
  if (!there && order.act !== 'record') {
    if (permitted !== undefined || existsSync(join(root, snapshotPath)))
      throw new HarnessError('AUDIT_BASELINE_INVALID', `${baselinePath} was there and is gone`, {
        where: baselinePath,
      });
    if (order.act !== 'judge')
      throw new HarnessError(
        'USAGE',
        `--${order.act}: there is no baseline yet; --record writes the first one`,
      );
    return undefined;
  }
  const before = there ? readFileSync(path, 'utf8') : '';
  const baseline = updated(before, findings, manifest, order);
  const text = formatBaseline(baseline);
  if (order.act !== 'judge' && text !== before) write(path, text);
  const counted =
    permitted === undefined
      ? baseline
      : permittedEntries(baseline, permitted.entries, permitted.moved);
  return {
    baseline: counted,
    ratchet: judgeRatchet(findings, counted, manifest, { today: today() }),
  };
}

/** `YYYY-MM-DD`, UTC. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
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
