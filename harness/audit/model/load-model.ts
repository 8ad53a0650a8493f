import type { AuditRead } from '../../contract/audit.ts';
import type { AuditManifest } from '../../contract/audit-manifest.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import { createSourceReader, type SourceReader } from '../source/read-source.ts';
import { createScopeOf, scopeOfFacts } from '../source/scope-of.ts';
import type { SourceSet } from '../source/source-set.ts';
import { reasonOf, type TreeProblem } from '../source/walk-tree.ts';
import { createAuditModel, type AuditModel } from './audit-model.ts';
import { collectGarbage } from './collect-garbage.ts';
import { countBy } from './count-by.ts';
import { createPythonModules } from './python-modules.ts';
import { createSourceTree, type SourceFile } from './source-tree.ts';
import { createTypeScriptModules } from './typescript-modules.ts';

/** From so many files on their remains are worth a pause. */
const manyFiles = 2000;

export interface LoadedModel {
  readonly model: AuditModel;
  readonly read: AuditRead;
}

/**
 * Reads every file of a source set and joins them to a model. What cannot be read or parsed is a problem in
 * `read`, never an exception. Throws HarnessError AUDIT_NOTHING_READ when not a single file could be read.
 */
export function loadModel(
  sources: SourceSet,
  manifest: Pick<AuditManifest, 'roots' | 'scopes'>,
): LoadedModel {
  const reader = createSourceReader();
  const scopeOf = createScopeOf(manifest.scopes);
  const problems: TreeProblem[] = [...sources.problems];
  const files: SourceFile[] = [];
  for (const path of sources.paths) {
    try {
      const facts = reader.readFacts(path, sources.readBytes(path));
      if (facts.problem !== undefined)
        problems.push({ path, kind: 'syntax', detail: facts.problem });
      files.push({ facts, scope: scopeOfFacts(scopeOf(path), facts) });
    } catch (error) {
      problems.push({ path, kind: 'unreadable', detail: reasonOf(error) });
    }
  }
  if (files.length === 0)
    throw new HarnessError(
      'AUDIT_NOTHING_READ',
      `no source file could be read below ${sources.root ?? 'the given tree'}`,
      sources.root === undefined ? {} : { where: sources.root },
    );
  if (files.length >= manyFiles) collectGarbage();
  const read = readFacts(files, sources, problems);
  return { model: modelOf(files, sources, manifest.roots, reader, read.problems), read };
}

function modelOf(
  files: readonly SourceFile[],
  sources: SourceSet,
  roots: readonly string[],
  reader: SourceReader,
  problems: AuditRead['problems'],
) {
  const paths = files.map((file) => file.facts.path);
  const tree = createSourceTree(files, {
    py: createPythonModules(paths, roots, sources.compiled),
    ts: createTypeScriptModules(paths, sources.root),
  });
  return createAuditModel(tree, (path) => {
    try {
      return reader.readBodies(path, sources.readBytes(path));
    } catch (error) {
      // Nested too deep, or gone since it was first read: its outline stands, its statements are unknown.
      const detail = `its statements could not be read: ${reasonOf(error)}`;
      if (!problems.some((each) => each.path === path && each.detail === detail))
        problems.push({ path, kind: 'unreadable', detail });
      return { module: [], functions: new Map() };
    }
  });
}

function readFacts(
  files: readonly SourceFile[],
  sources: SourceSet,
  problems: readonly TreeProblem[],
): AuditRead {
  return {
    files: files.length,
    bytes: files.reduce((total, file) => total + file.facts.bytes, 0),
    languages: countBy(files, (file) => file.facts.lang),
    scopes: countBy(files, (file) => file.scope),
    skipped_folders: [...sources.skippedFolders],
    not_parsed: countBy(
      files.filter((file) => file.facts.machineMade !== undefined),
      (file) => file.facts.machineMade ?? '',
    ),
    problems: problems.map((problem) => ({ ...problem })),
  };
}
