import { resolve } from 'node:path';
import { auditTree } from '../audit/audit-tree.ts';
import { discover, type Discovery } from '../audit/discover/propose-manifest.ts';
import { replayHistory } from '../audit/replay/replay-history.ts';
import { formerPathsSince } from '../audit/ratchet/former-paths.ts';
import { joinFindings } from '../audit/rules/join-findings.ts';
import { openFolder } from '../audit/source/source-set.ts';
import type { AuditManifest } from '../contract/audit-manifest.ts';
import type { Result } from '../contract/result.ts';
import { judgeAudit } from '../gate/criteria/audit.ts';
import { concludeGate } from '../gate/decide.ts';
import { auditAgainstBase, keepManifest } from './audit-base.ts';
import { baselinePath, holdBaseline, type BaselineOrder } from './hold-baseline.ts';
import { buildResult } from './evidence/build-result.ts';
import { writeRecords, type RecordOrder } from './write-records.ts';

export interface AuditOrder {
  readonly root: string;
  readonly manifest: AuditManifest;
  /** Also look for tests that cannot fail. */
  readonly tests: boolean;
  readonly baseline: BaselineOrder;
  /** Scopes whose findings are told and count for nothing. */
  readonly leaveOut?: readonly string[];
  /** Revision the change starts from, the merge base for example. */
  readonly base?: string;
  /** Which records to write. */
  readonly records?: RecordOrder;
  /** Also replay history over this range, as git understands it. */
  readonly history?: string;
}

/** Audits a tree by its manifest and holds it against its baseline, where there is one. */
export async function runAudit(order: AuditOrder): Promise<Result> {
  const startedAt = new Date();
  const root = resolve(order.root);
  const { manifest, tests, baseline } = order;
  const former = formerPathsSince(root, baselinePath);
  const change = auditAgainstBase(root, manifest, order.base, former);
  const facts = joinFindings(
    writeRecords(
      root,
      auditTree({ root, manifest, breakages: true, tests, former }),
      manifest.records,
      order.records ?? {},
    ),
    change.findings,
  );
  const held = holdBaseline(root, facts.findings, manifest, baseline, change.permitted);
  // A manifest that became stricter is what the next one is held against; a weaker one never replaces it.
  const weaker = change.findings.some(({ rule }) => rule === 'SSOT013');
  if ((baseline.act === 'record' || baseline.act === 'shrink') && held !== undefined && !weaker)
    keepManifest(root, manifest);
  const named = { id: `audit-${startedAt.getTime()}`, folder: root, startedAt, seed: 'none' };
  const result = await buildResult(
    { ...named, command: 'audit', target: order.root, profile: 'source' },
    [],
    [],
  );
  const trend =
    order.history === undefined ? {} : { trend: replayHistory(root, order.history, manifest) };
  return {
    ...result,
    audit: { ...facts, ...held, ...trend },
    gate: concludeGate(judgeAudit(facts, held?.ratchet, order.leaveOut)),
  };
}

/** Looks at a tree that has no manifest. */
export function discoverRoles(root: string): Discovery {
  return discover(openFolder(resolve(root)));
}
