import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formerPathsSince } from '../audit/ratchet/former-paths.ts';
import { parseBaseline } from '../audit/ratchet/baseline-file.ts';
import { auditChange } from '../audit/replay/audit-change.ts';
import { readAt } from '../audit/replay/read-at.ts';
import { identify, type FormerPaths } from '../audit/rules/identity.ts';
import { findWeakenedManifest } from '../audit/rules/weakened-manifest.ts';
import { AuditManifestSchema, type AuditManifest } from '../contract/audit-manifest.ts';
import type { AuditFinding } from '../contract/audit.ts';
import { HarnessError } from '../contract/harness-error.ts';
import { baselinePath, snapshotPath, type Permitted } from './hold-baseline.ts';

function parse(text: string): AuditManifest {
  const parsed = AuditManifestSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new HarnessError('AUDIT_BASELINE_INVALID', `${snapshotPath}: not a manifest`, {
    where: snapshotPath,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes down the manifest a baseline was recorded or extended under. */
export function keepManifest(root: string, manifest: AuditManifest): void {
  const path = join(root, snapshotPath);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(manifest, undefined, 2)}\n`);
}

export interface ChangeFacts {
  readonly findings: AuditFinding[];
  /** Baseline of the revision the change starts from, when one was given. */
  readonly permitted?: Permitted;
}

/**
 * What a change does that one state alone does not show: a manifest weaker than the one kept beside the baseline,
 * and, with a base revision, weaker than its, a canonical file that suddenly shrank, a baseline that grew.
 */
export function auditAgainstBase(
  root: string,
  manifest: AuditManifest,
  base: string | undefined,
  former: FormerPaths,
): ChangeFacts {
  const kept = existsSync(join(root, snapshotPath))
    ? parse(readFileSync(join(root, snapshotPath), 'utf8'))
    : undefined;
  if (base === undefined) {
    return {
      findings:
        kept === undefined
          ? []
          : identify(findWeakenedManifest(kept, manifest, snapshotPath, former)),
    };
  }
  const snapshot = readAt(root, base, snapshotPath);
  const before = snapshot === undefined ? kept : parse(snapshot);
  const baseline = readAt(root, base, baselinePath);
  return {
    findings: auditChange({
      root,
      base,
      manifest,
      manifestPath: snapshotPath,
      former,
      ...(before === undefined ? {} : { before }),
    }),
    ...(baseline === undefined
      ? {}
      : {
          permitted: {
            entries: parseBaseline(baseline, `${base}:${baselinePath}`),
            moved: formerPathsSince(root, baselinePath, base),
          },
        }),
  };
}
