import { expect, it } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { loadModel } from '../model/load-model.ts';
import { viewRoles } from '../roles/view-roles.ts';
import { openTexts } from '../source/source-set.ts';
import { compareWithCanonical } from './compare-surfaces.ts';
import { readSurfaces } from './read-surface.ts';

it.each([
  [
    'py',
    'store.py',
    `
class Store:
    def __init__(self, path): pass
    def save_row(self, row, *, force=False): pass
    async def load_row(self, key, strict=True): pass
    def count_rows(self): pass
class OldStore:
    def save_row(self, row, user): pass
    def load_row(self, strict, key): pass
    def count_rows(self): pass
    def drop_rows(self): pass
`,
  ],
  [
    'ts',
    'store.ts',
    `
export class Store {
  saveRow(row: string, options?: object) {}
  async loadRow(key: string, strict = true) {}
  countRows() {}
}
export class OldStore {
  saveRow(row: string, options: object, user: string) {}
  loadRow(strict: boolean, key: string) {}
  countRows = () => {};
  dropRows() {}
}
`,
  ],
] as const)('says what callers of an old implementation would miss: %s', (lang, path, source) => {
  const manifest = AuditManifestSchema.parse({
    roles: [{ id: 'store', lang, canonical: `${path}:Store` }],
  });
  const { model } = loadModel(openTexts({ [path]: source }), manifest);
  const surfaces = readSurfaces(model, viewRoles(model, manifest));
  expect(surfaces.map((surface) => surface.implementation)).toEqual([
    `${path}:OldStore`,
    `${path}:Store`,
  ]);
  const names = (word: string) => (lang === 'py' ? word : word.replace('_r', 'R'));
  expect(
    compareWithCanonical(surfaces).map(({ member, kind, detail }) => [member, kind, detail]),
  ).toEqual([
    [names('drop_rows'), 'missing', 'there is no such member'],
    [names('load_row'), 'parameters', 'strict stands at another place'],
    [names('load_row'), 'async', 'must be awaited now'],
    [names('save_row'), 'parameters', 'takes no user'],
  ]);
});
