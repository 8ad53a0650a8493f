import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { auditSources, auditTree } from '../audit-tree.ts';
import { openTexts } from './source-set.ts';

const deep = (open: string, close = '', count = 20_000): string =>
  `${open.repeat(count)}1${close.repeat(count)}`;

/** Content → whether it is told as a problem. */
const files: Readonly<Record<string, readonly [string | Buffer, boolean]>> = {
  'syntax.py': ['def f(:\n  class )(\n"""never closed\n', true],
  'string.py': ["x = 'never closed\n", true],
  'syntax.ts': ['export class {{{ ; function', true],
  'line.py': [`x = [${'1,'.repeat(250_000)}]\n`, false],
  'line.ts': [`export const x = [${'1,'.repeat(250_000)}];`, false],
  'comment.py': [`#${'c'.repeat(500_000)}`, false],
  'fields.py': [`x = ${'f"{'.repeat(20_000)}`, true],
  'brackets.py': ['('.repeat(100_000), true],
  'blocks.py': [Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}if x:`).join('\n'), true],
  'brackets.ts': [`x = ${deep('(', ')')}`, true],
  'templates.ts': [`x = ${deep('`${', '}`')}`, true],
  'arrows.ts': [`x = ${deep('a=>')}`, true],
  'choices.js': [`x = ${deep('a?b:')}`, true],
  'ifs.js': [`if(x){}${'else if(x){}'.repeat(20_000)}`, true],
  'types.ts': [`type X = ${'A<'.repeat(20_000)}B${'>'.repeat(20_000)}`, true],
  'crlf.py': ['class A:\r\n    def f(self):\r\n        pass\r\n', false],
  'bom.py': ['\uFEFFclass B:\n    pass\n', false],
  'bom.ts': ['\uFEFFexport class B {}\n', false],
  'latin.py': [Buffer.from('x = "\xe9"\nclass C: pass\n', 'latin1'), false],
  'nul.py': ['x = 1\0\n', false],
  'binary.ts': [Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), true],
  'wide.py': [Buffer.from('class D: pass\n', 'utf16le'), false],
  'empty.py': ['', false],
  'empty.ts': ['', false],
};

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'never-crash-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function audit() {
  const manifest = AuditManifestSchema.parse({});
  return auditTree({ root, manifest, breakages: true, tests: true }).read;
}

it('reads what can be read of every odd file, and tells which could not be', () => {
  for (const [path, [content]] of Object.entries(files)) writeFileSync(join(root, path), content);
  symlinkSync('..', join(root, 'round'));
  symlinkSync('itself.py', join(root, 'itself.py'));
  const read = audit();
  const told = new Set(read.problems.map(({ path }) => path));
  const odd = Object.keys(files).filter((path) => told.has(path) !== files[path]?.[1]);
  expect(odd).toEqual([]);
  expect(told).toContain('itself.py');
  expect(read.files).toBe(Object.keys(files).length);
});

it('tells of a file that may not be read, and reads the others', () => {
  const sources = openTexts({ 'a.py': 'x = 1\n', 'b.py': 'x = 1\n' });
  const refused = Object.assign(new Error('permission denied'), { code: 'EACCES' });
  const shut = {
    ...sources,
    readBytes(path: string) {
      if (path === 'b.py') throw refused;
      return sources.readBytes(path);
    },
  };
  const { read } = auditSources(shut, AuditManifestSchema.parse({}));
  expect(read.files).toBe(1);
  expect(read.problems).toEqual([{ path: 'b.py', kind: 'unreadable', detail: 'EACCES' }]);
});

it('is an error when there is nothing to read, and when a declared role is not there', () => {
  expect(audit).toThrow(expect.objectContaining({ code: 'AUDIT_NOTHING_READ' }));
  writeFileSync(join(root, 'a.py'), 'x = 1\n');
  const roles = [{ id: 'store', lang: 'py' as const, canonical: 'a.py:Store' }];
  const manifest = AuditManifestSchema.parse({ roles });
  expect(() => auditTree({ root, manifest })).toThrow(
    expect.objectContaining({ code: 'AUDIT_CANONICAL_UNRESOLVED' }),
  );
});
