import { mkdirSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { auditTree } from '../audit/audit-tree.ts';
import { discover, type Discovery } from '../audit/discover/propose-manifest.ts';
import { formatBaseline, parseBaseline } from '../audit/ratchet/baseline-file.ts';
import { judgeRatchet } from '../audit/ratchet/judge-ratchet.ts';
import { recordBaseline, shrinkBaseline } from '../audit/ratchet/update-baseline.ts';
import { replayHistory } from '../audit/replay/replay-history.ts';
import { openFolder } from '../audit/source/source-set.ts';
import type { AuditFacts } from '../contract/audit.ts';
import type { AuditManifest } from '../contract/audit-manifest.ts';
import type { Result } from '../contract/result.ts';
import { judgeAudit } from '../gate/criteria/audit.ts';
import { concludeGate } from '../gate/decide.ts';
import { buildResult } from './evidence/build-result.ts';
import { writeRecords, type RecordOrder } from './write-records.ts';

/** Where the allowed violations of a tree stand; they may only shrink. */
export const baselinePath: string = join('reports', 'baselines', 'ssot.jsonl');

export interface AuditOrder {
  readonly root: string;
  readonly manifest: AuditManifest;
  /** Also look for tests that cannot fail. */
  readonly tests: boolean;
  /** Write the first baseline, or the smaller one. */
  readonly baseline: 'judge' | 'record' | 'shrink';
  /** Which records to write. */
  readonly records?: RecordOrder;
  /** Also replay history over this range, as git understands it. */
  readonly history?: string;
}

/** Audits a tree by its manifest and holds it against its baseline, where there is one. */
export async function runAudit(order: AuditOrder): Promise<Result> {
  const startedAt = new Date();
  const root = resolve(order.root);
  const { manifest, tests } = order;
  const facts = writeRecords(
    root,
    auditTree({ root, manifest, breakages: true, tests }),
    manifest.records,
    order.records ?? {},
  );
  const ratchet = holdAgainstBaseline(join(root, baselinePath), facts, order);
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
    audit: { ...facts, ...trend },
    gate: concludeGate(judgeAudit(facts, ratchet)),
  };
}

function holdAgainstBaseline(path: string, facts: AuditFacts, order: AuditOrder) {
  if (order.baseline === 'record') {
    const since = new Date().toISOString().slice(0, 10);
    writeBaseline(path, formatBaseline(recordBaseline(facts.findings, since)));
  }
  if (!existsSync(path)) return undefined;
  const baseline = parseBaseline(readFileSync(path, 'utf8'), path);
  const kept = order.baseline === 'shrink' ? shrinkBaseline(baseline, facts.findings) : baseline;
  if (kept.length < baseline.length) writeBaseline(path, formatBaseline(kept));
  return judgeRatchet(facts.findings, kept, order.manifest);
}

function writeBaseline(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Looks at a tree that has no manifest. */
export function discoverRoles(root: string): Discovery {
  return discover(openFolder(resolve(root)));
}
