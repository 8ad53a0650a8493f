import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { auditTree } from '../audit-tree.ts';
import { createScopeOf } from './scope-of.ts';
import { walkTree } from './walk-tree.ts';

describe('a tree on disk', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'walk-'));
    mkdirSync(join(root, 'pkg'));
    writeFileSync(join(root, 'pkg/a.py'), 'x = 1\n');
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules/b.js'), '');
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('is listed without installed code, and says which links go round or lead to nothing', () => {
    symlinkSync('..', join(root, 'pkg/round'));
    symlinkSync('gone.py', join(root, 'pkg/dangling.py'));
    symlinkSync('somebody@host.1234', join(root, 'pkg/.#a.py'));
    symlinkSync('itself.py', join(root, 'pkg/itself.py'));
    writeFileSync(join(root, 'pkg/fast.cpython-311-x86_64-linux-gnu.so'), '');
    const walk = walkTree(root);
    expect(walk.paths).toEqual(['pkg/a.py']);
    expect(walk.skippedFolders).toEqual(['node_modules']);
    expect(Object.fromEntries(walk.problems.map(({ path, kind }) => [path, kind]))).toEqual({
      'pkg/dangling.py': 'missing',
      'pkg/itself.py': 'unreadable',
      'pkg/round': 'loop',
    });
    expect([...walk.compiled]).toEqual(['pkg/fast']);
  });

  it('gives facts although one file is a folder by its name and another one is broken', () => {
    mkdirSync(join(root, 'odd.py'));
    writeFileSync(join(root, 'broken.ts'), 'export class {{{');
    writeFileSync(join(root, 'long.py'), `x = "${'a'.repeat(500_000)}"`);
    const facts = auditTree({ root, manifest: AuditManifestSchema.parse({}) });
    expect(facts.read.files).toBe(3);
    expect(facts.read.problems.map(({ path, kind }) => [path, kind])).toEqual([
      ['broken.ts', 'syntax'],
    ]);
  });
});

describe('scopes', () => {
  const scopeOf = createScopeOf({ mutants: ['lib/mutants/**'] });
  it.each([
    ['lib/a.ts', 'production'],
    ['lib/a.test.ts', 'tests'],
    ['lib/mutants/a.ts', 'mutants'],
    ['tests/helper.py', 'tests'],
    ['lib/conftest.py', 'tests'],
    ['backup/lib/a.py', 'backups'],
    ['lib/_vendor/six.py', 'vendored'],
    ['third_party/six.py', 'vendored'],
    ['lib/vendors/six.py', 'production'],
    ['lib/store_backup_2025.py', 'backups'],
    ['lib/api_pb2.py', 'generated'],
    ['scripts/run.py', 'scripts'],
    ['lib/latest.py', 'production'],
    ['lib/contest.py', 'production'],
  ])('%s is %s', (path, scope) => {
    expect(scopeOf(path)).toBe(scope);
  });

  it('leave what is not declared production out of it, once production is declared', () => {
    const declared = createScopeOf({ production: ['lib/**'] });
    expect([declared('lib/a.ts'), declared('other/a.ts')]).toEqual(['production', 'unscoped']);
  });
});
