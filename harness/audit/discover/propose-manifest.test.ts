import { expect, it } from 'vitest';
import { openTexts } from '../source/source-set.ts';
import { discover } from './propose-manifest.ts';

const store = (name: string) => `
class ${name}:
    def save_row(self, row): return [row]
    def load_row(self, key): return [key]
    def drop_row(self, key): return [key]
`;

it('proposes a role, its factory and a budget for a tree nobody described', () => {
  const { proposals, proposeManifest } = discover(
    openTexts({
      'a/store.py': store('RowStore'),
      'b/store.py': store('RowStore'),
      'c/clock.py':
        'class Clock:\n    def now(self): return 1\n    def sleep_until(self, t): return t\n',
      'use.py': 'from b.store import RowStore\ndef open_store(): return RowStore()\n',
      'tests/double.py': store('RowStore'),
    }),
  );
  expect(proposals).toMatchObject([
    { canonical: 'b/store.py:RowStore', runner_up: 'a/store.py:RowStore', confidence: 0.86 },
  ]);
  expect(proposeManifest().roles.map(({ id, canonical }) => [id, canonical])).toEqual([
    ['row-store', 'b/store.py:RowStore'],
    ['row-store-factory', 'use.py:open_store'],
  ]);
  expect(proposeManifest().phases[0]?.budget?.['row-store']?.['SSOT001']).toEqual({
    production: 1,
    tests: 1,
  });
});

it('leaves a base and its variants, and a family of plug-ins, alone', () => {
  const variants = `
class Base:
    def run_all(self): return [1]
    def stop_all(self): return [2]
class Child(Base):
    def run_all(self): return [3]
    def stop_all(self): return [4]
`;
  const plugins = Object.fromEntries(
    Array.from({ length: 10 }, (_, nth) => [
      `plugins/p${nth}.py`,
      `class Plugin${nth}:\n    def open_part(self): return ${nth}\n    def close_part(self): return ${nth}\n`,
    ]),
  );
  expect(discover(openTexts({ 'variants.py': variants, ...plugins })).proposals).toEqual([]);
});

it('knows a class hidden in a function by its name but for modifiers, and says where it is', () => {
  const printer = `
class PagePrinter:
    def print_cover(self, page): return [page]
    def print_index(self, page): return [page]
    def print_sheet(self, page): return [page]
    def print_footer(self, page): return [page]
    def print_margin(self, page): return [page]
    def print_header(self, page): return [page]
`;
  const hidden = `
def open_printer(target):
    class ScopedPagePrinter:
        def print_sheet(self, text, width): return target
        def print_cover(self, text, width): return target
        def print_index(self, text, width): return target
        def cut_paper(self, text, width): return target
    return ScopedPagePrinter()
`;
  const desk = hidden.replaceAll('ScopedPagePrinter', 'DeskFolder');
  const { proposals } = discover(openTexts({ 'a.py': printer, 'b.py': hidden }));
  expect(proposals).toMatchObject([
    { canonical: 'a.py:PagePrinter', runner_up: 'b.py:open_printer.ScopedPagePrinter' },
  ]);
  expect(proposals[0]?.why).toContain('1 of them inside another class or function');
  expect(discover(openTexts({ 'a.py': printer, 'b.py': desk })).proposals).toEqual([]);
});

it('takes for canonical what most files import, whole modules included, and no variant for a rival', () => {
  const { proposals } = discover(
    openTexts({
      'a/__init__.py': '',
      'a/store.py': store('RowStore'),
      'b/store.py': store('RowStore'),
      'b/wide.py': `from b.store import RowStore\nclass WideRowStore(RowStore):\n    def load_row(self, key): return [key, key]\n`,
      'one.py': 'from b.store import RowStore\n',
      'two.py': 'import a.store\nrows = a.store.RowStore()\n',
      'three.py': 'from a import store as rows\ndef run(): return rows.RowStore()\n',
      'four.py': 'import a.store as rows\nclass Mine(rows.RowStore): pass\n',
    }),
  );
  expect(proposals).toMatchObject([
    { canonical: 'a/store.py:RowStore', members: [{ importers: 3 }, { importers: 2 }] },
  ]);
});

it('is less sure of few shared methods than of many, and takes no two for one by what half of all classes can', () => {
  const many = Array.from({ length: 9 }, (_, at) => `    def print_part_${at}(self): pass\n`).join(
    '',
  );
  const few = '    def print_cover(self): pass\n    def print_sheet(self): pass\n';
  const stop =
    '    def __init__(self, **kwargs): pass\n    def run(self): pass\n    def stop(self): pass\n';
  const { proposals } = discover(
    openTexts({
      'a.py': `class Printer:\n${many}`,
      'b.py': `class Printer:\n${many}`,
      'c.py': `class Copier:\n${few}`,
      'd.py': `class Copier:\n${few}`,
      'e.py': `class Worker:\n${stop}`,
      'f.py': `class Clock:\n${stop}`,
    }),
  );
  expect(proposals.map(({ id, confidence }) => [id, confidence])).toEqual([
    ['printer', 0.95],
    ['copier', 0.8],
  ]);
});

it('proposes no role in which the audit would count nobody but the canonical one', () => {
  const wide = Array.from({ length: 60 }, (_, at) => `    def keep_row_${at}(self): pass\n`).join(
    '',
  );
  const { proposals, proposeManifest } = discover(
    openTexts({
      'a.py': `class Keeper:\n${wide}`,
      'b.py': 'class Keeper:\n    def keep_row_1(self): pass\n    def keep_row_2(self): pass\n',
      'c.py': 'from a import Keeper\n',
      'd.py': store('RowStore'),
      'e.py': store('RowStore'),
    }),
  );
  expect(proposals.map(({ id }) => id)).toEqual(['row-store']);
  expect(proposeManifest().roles.map(({ id }) => id)).toEqual(['row-store']);
});

it('puts what is several on purpose last, says why, and declares none of it', () => {
  const { proposals, proposeManifest } = discover(
    openTexts({
      'one/migrations/bank.py': store('RowBank'),
      'two/migrations/bank.py': store('RowBank'),
      'src/till.py': store('CardTill').replaceAll('row', 'card'),
      'src/quick.py': store('CardTill').replaceAll('row', 'card'),
    }),
  );
  expect(proposals.map(({ id, by_design: reason }) => [id, reason !== undefined])).toEqual([
    ['card-till', false],
    ['row-bank', true],
  ]);
  expect(proposeManifest().roles.map(({ id }) => id)).toEqual(['card-till']);
});

it('declares no role that a surer one counts already', () => {
  const wide = (name: string) => store(name) + '    def count_rows(self): return 1\n';
  const { proposeManifest } = discover(
    openTexts({
      'a.py': wide('RowStore'),
      'b.py': wide('RowStore'),
      'c.py': store('RowBank'),
      'd.py': store('RowBank'),
    }),
  );
  expect(proposeManifest().roles.map(({ id }) => id)).toEqual(['row-store']);
});

it('accepts the way through the package itself, and no other way round', () => {
  const { proposeManifest } = discover(
    openTexts({
      'bank/__init__.py': 'from .rows.store import RowStore\n',
      'bank/rows/__init__.py': '',
      'bank/rows/store.py': store('RowStore'),
      'old.py': 'from bank import RowStore\n',
      'quick.py': store('RowStore'),
      'use.py': 'from bank import RowStore\n',
      'late.py': 'from old import RowStore\n',
    }),
  );
  expect(proposeManifest().roles).toMatchObject([
    { id: 'row-store', aliases: ['bank/__init__.py'] },
  ]);
  expect(proposeManifest().phases[0]?.budget?.['row-store']?.['SSOT004']).toEqual({
    production: 1,
  });
});

it('reads the statements of a file that only rules ask for when a manifest is asked for, not before', () => {
  const sources = openTexts({
    'a.py': store('RowStore'),
    'b.py': store('RowStore'),
    'tests/test_rows.py': 'def test_rows():\n    with patch("b.RowStore"):\n        assert run()\n',
  });
  let reads = 0;
  const { proposals, proposeManifest } = discover({
    ...sources,
    readBytes(path) {
      if (path === 'tests/test_rows.py') reads += 1;
      return sources.readBytes(path);
    },
  });
  expect([proposals.length, reads]).toEqual([1, 1]);
  expect(proposeManifest().phases[0]?.budget?.['row-store']?.['SSOT006']).toEqual({ tests: 1 });
  expect(reads).toBe(2);
});
