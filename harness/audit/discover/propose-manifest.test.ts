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
  const { proposals, manifest } = discover(
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
    { canonical: 'b/store.py:RowStore', runner_up: 'a/store.py:RowStore', confidence: 1 },
  ]);
  expect(manifest.roles.map(({ id, canonical }) => [id, canonical])).toEqual([
    ['row-store', 'b/store.py:RowStore'],
    ['row-store-factory', 'use.py:open_store'],
  ]);
  expect(manifest.phases[0]?.budget?.['row-store']?.['SSOT001']).toEqual({
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
