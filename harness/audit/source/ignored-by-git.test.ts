import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { auditTree } from '../audit-tree.ts';
import { createIgnoreCheck } from './ignored-by-git.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'golden-path-ignored-'));
  mkdirSync(join(root, 'web'));
  writeFileSync(join(root, '.gitignore'), '# made\n/client\n*.gen.ts\n**/prisma/made\n');
  writeFileSync(join(root, 'web/.gitignore'), 'styles/\nout/*\n!out/kept.ts\n');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

it.each([
  ['client/index.ts', true],
  ['web/client/index.ts', false],
  ['web/deep/rows.gen.ts', true],
  ['api/prisma/made', true],
  ['web/styles/css', true],
  ['styles/css', false],
  ['web/out/rows.ts', true],
  ['web/out/kept.ts', false],
  ['web/page.ts', false],
])('%s: %s', (path, ignored) => {
  expect(createIgnoreCheck(root)(path)).toBe(ignored);
});

it('leaves an import of what git does not keep to a person, and of what nobody wrote to nobody', () => {
  writeFileSync(
    join(root, 'web/use.ts'),
    "import './styles/css';\nimport './style';\nimport './rows.gen';\n",
  );
  const { findings } = auditTree({ root, manifest: AuditManifestSchema.parse({}) });
  expect(findings.map(({ line, confidence }) => [line, confidence])).toEqual([
    [1, 'review'],
    [2, 'certain'],
    [3, 'review'],
  ]);
});
