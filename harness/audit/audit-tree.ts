import type { AuditFacts } from '../contract/audit.ts';
import type { AuditManifest } from '../contract/audit-manifest.ts';
import { findBreakages } from './breakages/find-breakages.ts';
import { findFruitlessTests } from './fruitless/find-fruitless-tests.ts';
import { loadModel, type LoadedModel } from './model/load-model.ts';
import { findConsumers } from './consumers/find-consumers.ts';
import { consumerFacts } from './consumers/consumer-facts.ts';
import { judgeRecords } from './records/read-records.ts';
import { createRoleWords } from './roles/role-words.ts';
import { roleFacts } from './roles/role-facts.ts';
import { viewRoles } from './roles/view-roles.ts';
import { countFindings } from './rules/count-findings.ts';
import { findViolations } from './rules/find-violations.ts';
import { identify, type FormerPaths } from './rules/identity.ts';
import { compareWithCanonical } from './surface/compare-surfaces.ts';
import { readSurfaces } from './surface/read-surface.ts';
import { openFolder, type SourceSet } from './source/source-set.ts';

/** What else to look for, beside the rules on roles. */
export interface AuditParts {
  /** Also breakages that counting names misses (BREAK001 to BREAK005). */
  readonly breakages?: boolean;
  /** Also tests that cannot fail (TEST001 to TEST008). */
  readonly tests?: boolean;
  /** Files that moved since the baseline was written: findings in them keep their former identity too. */
  readonly former?: FormerPaths;
}

/**
 * Audits the sources of one state of a tree: reads every Python, TypeScript and JavaScript file and reports,
 * per role of the manifest, who does the job besides the canonical one.
 * Throws HarnessError AUDIT_NOTHING_READ when no file was read, AUDIT_CANONICAL_UNRESOLVED when a role's
 * canonical symbol does not exist. Files that cannot be read or parsed are listed in `read.problems`.
 */
export function auditSources(
  sources: SourceSet,
  manifest: AuditManifest,
  parts: AuditParts = {},
): AuditFacts {
  return auditModel(loadModel(sources, manifest), sources.root, manifest, parts);
}

/**
 * Audits a tree that is loaded already, by a manifest with the same roots and scopes.
 * @param root absolute folder of the tree, whose records are judged; undefined when it is not on disk
 * Throws HarnessError AUDIT_CANONICAL_UNRESOLVED when a role's canonical symbol does not exist.
 */
export function auditModel(
  { model, read }: LoadedModel,
  root: string | undefined,
  manifest: AuditManifest,
  parts: AuditParts = {},
): AuditFacts {
  const views = viewRoles(model, manifest);
  const words = createRoleWords(manifest.words);
  const consumers = findConsumers(model, views);
  const map = consumerFacts(consumers);
  const surfaces = readSurfaces(model, views);
  // Factories differ by design in how they are called: the criterion is that there is one.
  const factories = new Set(
    views.filter(({ role }) => role.factoryOf !== undefined).map(({ role }) => role.id),
  );
  const review = parts.tests === true ? findFruitlessTests(model) : undefined;
  const drafts = [
    ...findViolations({ model, manifest, views, words, consumers }),
    ...(parts.breakages === true ? findBreakages(model, views) : []),
    ...(review?.drafts ?? []),
  ];
  const findings = identify(drafts, parts.former);
  return {
    version: 1,
    read: review === undefined ? read : { ...read, tests: review.tests },
    roles: views.map((view) => roleFacts(model, view)),
    consumers: map,
    surfaces,
    incompatibilities: compareWithCanonical(surfaces.filter(({ role }) => !factories.has(role))),
    ...(root === undefined
      ? {}
      : { records: judgeRecords(root, manifest.records, { consumers: map, surfaces }) }),
    findings,
    counts: countFindings(findings),
  };
}

/** Audits a folder on disk. @param options.root absolute path of the tree */
export function auditTree(
  options: { readonly root: string; readonly manifest: AuditManifest } & AuditParts,
): AuditFacts {
  return auditSources(openFolder(options.root), options.manifest, options);
}
