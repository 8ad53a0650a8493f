import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditTree } from '../../audit/audit-tree.ts';
import { parseBaseline } from '../../audit/ratchet/baseline-file.ts';
import { judgeRatchet } from '../../audit/ratchet/judge-ratchet.ts';
import type { AuditFacts } from '../../contract/audit.ts';
import type { AuditManifest } from '../../contract/audit-manifest.ts';
import type { AuditRatchet } from '../../contract/audit-ratchet.ts';
import type { Result } from '../../contract/result.ts';
import { baselinePath } from '../hold-baseline.ts';

export interface SourceOrder {
  /** Absolute path of the tree. */
  readonly root: string;
  readonly manifest: AuditManifest;
  /** Phase whose budget is held; the manifest's own `current` for the plain gate. */
  readonly phase: number | undefined;
}

/**
 * Reads the source with everything that criteria ask of it. Throws AUDIT_NOTHING_READ, AUDIT_CANONICAL_UNRESOLVED,
 * AUDIT_BASELINE_INVALID or AUDIT_RECORD_INVALID.
 */
export function readSource(order: SourceOrder): Pick<Result, 'audit' | 'ratchet'> {
  const { root, manifest } = order;
  const audit = auditTree({ root, manifest, breakages: true, tests: true });
  const ratchet = holdPhase(audit, order);
  return { audit, ...(ratchet === undefined ? {} : { ratchet }) };
}

/** The phases of the manifest are the phases of the gate, in their order. */
function holdPhase(
  { findings }: AuditFacts,
  { root, manifest, phase }: SourceOrder,
): AuditRatchet | undefined {
  const path = join(root, baselinePath);
  const when = {
    phase: phase === undefined ? manifest.current : manifest.phases[phase - 1]?.id,
    today: new Date().toISOString().slice(0, 10),
  };
  if (existsSync(path)) {
    const baseline = parseBaseline(readFileSync(path, 'utf8'), path);
    return judgeRatchet(findings, baseline, manifest, when);
  }
  if (when.phase === undefined) return undefined;
  const held = judgeRatchet(findings, [], manifest, when);
  const over = held.budgets.some(({ count, budget }) => count > budget);
  return {
    ...held,
    verdict: over || held.overdue?.gate === 'block' ? 'fail' : 'pass',
    fresh: [],
    stale: [],
    expired: [],
  };
}
