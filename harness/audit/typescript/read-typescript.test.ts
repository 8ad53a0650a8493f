import { describe, expect, it } from 'vitest';
import { createNameLookup } from '../model/name-lookup.ts';
import { createPythonModules } from '../model/python-modules.ts';
import { createSourceTree } from '../model/source-tree.ts';
import { createTypeScriptModules } from '../model/typescript-modules.ts';
import { readTypeScript } from './read-typescript.ts';

function factsOf(text: string, path = 'a.ts') {
  return readTypeScript(path, text, { bodies: false }).facts;
}

describe('the TypeScript reader', () => {
  it('knows nested classes, arrow fields, interfaces and objects of functions', () => {
    const facts = factsOf(`
export class Outer<T> extends Base<T> implements Like {
  #secret = 1;
  run = async (a: string, { b }: { b?: number }) => { class Inner {} return Inner; };
  private hide(): void {}
  get size(): number { return 1; }
}
export interface Like { run(a: string): void; size: number }
export function createStore(path: string) { return { load: () => path, save(row: string) {} }; }
const api = { a: () => 1, b: function () {} };
`);
    expect(
      facts.classes
        .map(({ qualname, form, bases }) => `${qualname} ${form} ${bases.join()}`)
        .toSorted(),
    ).toEqual([
      'Like interface ',
      'Outer class Base,Like',
      'Outer.run.Inner class ',
      'api object ',
      'createStore object ',
    ]);
    expect(
      facts.functions
        .filter((fact) => fact.owner === 'Outer')
        .map(({ name, async, hidden, params }) => [
          name,
          async,
          hidden,
          params.map((param) => param.name),
        ]),
    ).toEqual([
      ['run', true, false, ['a', 'b']],
      ['hide', false, true, []],
      ['size', false, false, []],
    ]);
  });

  it('follows export *, renamed and default exports to the definition', () => {
    const texts: Record<string, string> = {
      'store.ts': 'export default class Store {}\nexport class Row {}\nexport const Alias = Row;',
      'barrel.ts':
        "export * from './store.js';\nexport { default as TheStore, Row as Line } from './store.ts';",
      'deep/index.ts': "export * from '../barrel';",
      'use.ts':
        "import { TheStore, Line, Alias, Nothing } from './deep';\nimport * as all from './barrel';",
    };
    const paths = Object.keys(texts);
    const tree = createSourceTree(
      paths.map((path) => ({ facts: factsOf(texts[path] ?? '', path), scope: 'production' })),
      {
        py: createPythonModules([], ['.'], new Set()),
        ts: createTypeScriptModules(paths, undefined),
      },
    );
    const lookup = createNameLookup(tree);
    const meaning = (name: string) =>
      lookup
        .inside('use.ts', name)
        .definitions.map((each) =>
          each.kind === 'class' ? `${each.path}:${each.fact.qualname}` : each.kind,
        );
    expect(meaning('TheStore')).toEqual(['store.ts:Store']);
    expect(meaning('Line')).toEqual(['store.ts:Row']);
    expect(meaning('Alias')).toEqual(['store.ts:Row']);
    expect(meaning('all.Row')).toEqual(['store.ts:Row']);
    expect(meaning('Nothing')).toEqual([]);
  });

  it.each([
    ['broken', 'export class {{{ function'],
    ['empty', ''],
    ['one long line', `const x = [${'1,'.repeat(100_000)}];`],
    ['JSX in a .tsx', 'export const A = () => <b>{call()}</b>;'],
  ])('survives %s source', (_, text) => {
    expect(() => readTypeScript('a.tsx', text, { bodies: true })).not.toThrow();
  });
});
