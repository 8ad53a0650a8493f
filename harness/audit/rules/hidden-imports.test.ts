import { describe, expect, it } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { auditSources } from '../audit-tree.ts';
import { openTexts } from '../source/source-set.ts';

const store = {
  py: (name: string) =>
    `class ${name}:\n    def __init__(self, path): pass\n    def save_row(self, row): return [row]\n    def load_row(self, key): return [key]\n`,
  ts: (name: string) =>
    `export class ${name} { constructor(path: string) {} saveRow(row: string) {} loadRow(key: string) {} }\n`,
};

function found(lang: 'py' | 'ts', files: Readonly<Record<string, string>>, rule: string) {
  const manifest = AuditManifestSchema.parse({
    roles: [{ id: 'store', lang, canonical: `store.${lang}:RowStore` }],
  });
  const sources = openTexts({
    [`store.${lang}`]: store[lang]('RowStore'),
    [`quick.${lang}`]: store[lang]('QuickRowStore'),
    ...files,
  });
  return auditSources(sources, manifest)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ path, line }) => `${path}:${line}`);
}

describe('an import of a competing implementation is found', () => {
  it.each([
    ['taken apart', "const { QuickRowStore } = await import('./quick.ts');"],
    ['renamed', "const { QuickRowStore: Store } = await import('./quick.ts');"],
    ['as a whole', "const quick = await import('./quick.ts');\n  new quick.QuickRowStore('p');"],
    ['by a member', "const Store = (await import('./quick.ts')).QuickRowStore;"],
    ['in a callback', "import('./quick.ts').then(({ QuickRowStore }) => new QuickRowStore('p'));"],
    ['in a callback as a whole', "import('./quick.ts').then((m) => new m.QuickRowStore('p'));"],
  ])('when it is made while running, %s', (_, line) => {
    const files = { 'use.ts': `export async function use() {\n  ${line}\n}\n` };
    expect(found('ts', files, 'SSOT003')).toEqual(['use.ts:2']);
  });

  it.each([
    ['as a whole', "quick = importlib.import_module('quick')\n    quick.QuickRowStore('p')"],
    ['by getattr', "Store = getattr(importlib.import_module('quick'), 'QuickRowStore')"],
    ['by a member', "return import_module('quick').QuickRowStore"],
    ['the oldest way', "quick = __import__('quick')\n    return quick.QuickRowStore('p')"],
  ])('when Python makes it while running, %s', (_, line) => {
    const files = { 'use.py': `import importlib\n\ndef use():\n    ${line}\n` };
    expect(found('py', files, 'SSOT003')).toEqual(['use.py:4']);
  });

  it.each([
    ['py', "import quick\nSTORE = quick.QuickRowStore('p')\n"],
    ['ts', "import * as quick from './quick.ts';\nnew quick.QuickRowStore('p');\n"],
  ] as const)('with the whole module: %s', (lang, text) => {
    expect(found(lang, { [`use.${lang}`]: text }, 'SSOT003')).toEqual([`use.${lang}:1`]);
  });

  it('when the class is hidden in the function that makes it', () => {
    const hidden = `export function openStore(path: string) {\n${store.ts('HiddenRowStore').replace('export ', '')}  return new HiddenRowStore(path);\n}\n`;
    const files = {
      'hidden.ts': hidden,
      'use.ts': "import { openStore } from './hidden.ts';\nopenStore('p').saveRow('r');\n",
    };
    expect(found('ts', files, 'SSOT003')).toEqual(['use.ts:1']);
  });

  it('and not when the module is loaded for something else, or only spoken of', () => {
    const files = {
      'quick.py': `${store.py('QuickRowStore')}LIMIT = 3\n`,
      'use.py': 'import quick\nprint(quick.LIMIT)\n',
      'text.py': 'import importlib\nTEXT = \'see import_module("quick").QuickRowStore\'\n',
    };
    expect(found('py', files, 'SSOT003')).toEqual([]);
  });
});

it('a member used inside a formatted string is used', () => {
  const use =
    'from store import RowStore\nSTORE = RowStore("p")\nTEXT = f"{{no}} {STORE.drop_row(1)!r:>{STORE.wide_row()}} {\'a\'}"\n';
  expect(found('py', { 'use.py': use }, 'SSOT014')).toHaveLength(2);
});

it('a TypeScript constructor that gets more than it takes, or always throws, breaks its contract', () => {
  const files = {
    'dead.ts':
      'export class DeadRowStore { constructor() { throw new Error("gone"); } saveRow(row: string) {} loadRow(key: string) {} }\n',
    'use.ts':
      "import { RowStore } from './store.ts';\nimport { DeadRowStore } from './dead.ts';\nnew RowStore('p', 1);\nnew DeadRowStore();\nnew RowStore('p');\n",
    'use.js': "import { RowStore } from './store.ts';\nnew RowStore('p', 1);\n",
  };
  expect(found('ts', files, 'SSOT010')).toEqual(['use.ts:4', 'use.ts:3'].toSorted());
});
