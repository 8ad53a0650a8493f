import { dirname } from 'node:path';
import type { AuditManifest } from '../../contract/audit-manifest.ts';
import { AuditManifestSchema, type AuditManifestInput } from '../../contract/audit-manifest.ts';
import { findConfig, loadConfig } from '../load-config.ts';
import { codeRoot, runsFromSource } from '../package-root.ts';
import { suiteEnvironment } from './suite-environment.ts';

/** A source tree and the roles it must have once. */
export interface SuiteSource {
  readonly root: string;
  readonly manifest: AuditManifest;
}

/**
 * The source a suite is to audit: the tree of the config that declares roles; else, for the reference, the code of
 * golden-path itself; else nothing, because source that nobody named cannot be judged.
 */
export async function openSuiteSource(
  ownRoles: (extension: 'ts' | 'js') => AuditManifestInput,
): Promise<SuiteSource | undefined> {
  const file = findConfig(process.env[suiteEnvironment.config]);
  const config = await loadConfig(file);
  if (file !== undefined && config.audit.roles.length > 0) {
    return { root: dirname(file), manifest: config.audit };
  }
  const target = process.env[suiteEnvironment.target] ?? config.target;
  if (target !== 'reference') return undefined;
  const manifest = AuditManifestSchema.parse(ownRoles(runsFromSource ? 'ts' : 'js'));
  return { root: codeRoot, manifest };
}
