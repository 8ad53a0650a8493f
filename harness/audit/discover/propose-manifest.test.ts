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
