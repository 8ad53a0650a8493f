import { expect, it } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { auditSources } from '../audit-tree.ts';
import { openTexts } from '../source/source-set.ts';
import { machineMade } from './machine-made.ts';

const minified = 'function a(b){return b+1}class C{d(){return e=>e}f(){}}'.repeat(1000);
const written = 'export function add(left, right) {\n  return left + right;\n}\n'.repeat(1000);
const data = `export const rows = [${'1,'.repeat(200_000)}];`;
const compiled = `${written}//# sourceMappingURL=add.js.map\n`;

const reasonOf = (path: string, text: string) => machineMade(path, Buffer.from(text));

it('knows what a minifier, a bundler and a compiler leave behind', () => {
  expect(reasonOf('a.js', minified)).toBe('minified');
  expect(reasonOf('a.js', minified.slice(0, 3000))).toBe('minified');
  expect(reasonOf('vendor.0f3a9c21d4.js', minified.slice(0, 900))).toBe('minified');
  expect(reasonOf('a.min.js', minified.slice(0, 900))).toBe('minified');
  expect(reasonOf('a.mjs', `${written}function __webpack_require__(id) {}\n`)).toMatch(/bundler/);
  expect(reasonOf('a.cjs', compiled)).toMatch(/compiler/);
  expect(reasonOf('a.js', written.repeat(10))).toBe('JavaScript of more than 512 kB');
  expect(reasonOf('a.d.ts', written.repeat(5))).toBe('declarations of more than 256 kB');
});

it('leaves source alone: long lines of data, TypeScript of any size, marks that are only spoken of', () => {
  expect(reasonOf('a.js', written)).toBeUndefined();
  expect(reasonOf('a.js', data)).toBeUndefined();
  expect(reasonOf('a.ts', data)).toBeUndefined();
  expect(reasonOf('a.ts', minified)).toBeUndefined();
  expect(reasonOf('a.tsx', written.repeat(10))).toBeUndefined();
  expect(reasonOf('a.js', `// writes //# sourceMappingURL=\n${written}`)).toBeUndefined();
  expect(reasonOf('a.js', minified.slice(0, 2000))).toBeUndefined();
  expect(reasonOf('a.js', `${written}//#region sums\n//#endregion\n`)).toBeUndefined();
});

it('counts such a file as generated, with the reason, and takes any name it is asked for as there', () => {
  const { read, findings } = auditSources(
    openTexts({
      'app.js': minified,
      'tests/app.js': minified,
      'use.ts': "import { anything } from './app.js';\nexport const x = anything;\n",
      'store.ts': 'export class Store { load() {} }\n',
    }),
    AuditManifestSchema.parse({}),
  );
  expect(read.scopes).toEqual({ generated: 1, production: 2, tests: 1 });
  expect(read.not_parsed).toEqual({ minified: 2 });
  expect(read.files).toBe(4);
  expect(findings).toEqual([]);
});
