import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { auditTree } from '../audit-tree.ts';
import { consumerMapEntries, consumerMapFormat } from './consumer-map.ts';
import { formatRecord, parseRecord } from './record-file.ts';
import { surfaceEntries, surfaceFormat } from './surface-entries.ts';

const tree = {
  'store.ts': 'export class RowStore { saveRow(row: string) {} loadRow(key: string) {} }\n',
  'quick.ts': 'export class QuickRowStore { saveRow(row: string) {} loadRow(key: string) {} }\n',
  'all.ts': "export * from './store.ts';\n",
  'use.ts': "import { RowStore } from './all.ts';\nnew RowStore().saveRow('a');\n",
  'use.test.ts': "import { QuickRowStore } from './quick.ts';\nnew QuickRowStore();\n",
};
const manifest = AuditManifestSchema.parse({
  roles: [{ id: 'store', lang: 'ts', canonical: 'store.ts:RowStore' }],
  records: { consumers: 'docs/consumers.jsonl', surface: 'docs/surface.jsonl' },
});

describe('the records of a tree', () => {
  let root = '';
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const audit = () => auditTree({ root, manifest });
  const record = () => {
    const { consumers = [], surfaces = [] } = audit();
    const map = formatRecord(consumerMapFormat, consumerMapEntries(consumers));
    const surface = formatRecord(surfaceFormat, surfaceEntries(surfaces));
    write('docs/consumers.jsonl', map);
    write('docs/surface.jsonl', surface);
    return { map, surface };
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'records-'));
    for (const [path, text] of Object.entries(tree)) write(path, text);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('cover nothing while there are none', () => {
    const { consumer_map: map, surface } = audit().records ?? {};
    expect(map).toMatchObject({
      recorded: false,
      importers: { production: 2, elsewhere: 1 },
      covered: { production: 0, elsewhere: 0 },
    });
    expect(surface).toMatchObject({ recorded: false, implementations: 2, covered: 0 });
  });

  it('cover everything once they are written, modules that only pass a name on included', () => {
    const { map, surface } = record();
    expect(map).toContain('"path":"all.ts"');
    expect(surface).toContain('"member":"saveRow","signature":"method(row)"');
    const now = audit().records;
    expect(now?.consumer_map).toMatchObject({
      recorded: true,
      covered: { production: 2, elsewhere: 1 },
      missing: [],
      stale: [],
    });
    expect(now?.surface).toMatchObject({ covered: 2, missing: [], stale: [], changed: [] });
    expect(record()).toEqual({ map, surface });
  });

  it('do not change when code moves within its file', () => {
    const before = record();
    write('use.ts', `// moved\n\n${tree['use.ts']}`);
    expect(record()).toEqual(before);
  });

  it('say which importer is missing and which entry is stale', () => {
    record();
    write('late.ts', "import { RowStore } from './store.ts';\nnew RowStore();\n");
    rmSync(join(root, 'use.test.ts'));
    const map = audit().records?.consumer_map;
    expect(map?.missing.every((line) => line.includes('"path":"late.ts"'))).toBe(true);
    expect(map?.stale.every((line) => line.includes('"path":"use.test.ts"'))).toBe(true);
    expect(map?.importers.production).toBe((map?.covered.production ?? 0) + 1);
    expect(map?.stale).not.toEqual([]);
  });

  it('say which implementation is new, gone or has another signature', () => {
    record();
    write('store.ts', tree['store.ts'].replace('row: string', 'row: string, user: string'));
    write('third.ts', tree['quick.ts'].replace('QuickRowStore', 'ThirdRowStore'));
    rmSync(join(root, 'quick.ts'));
    const surface = audit().records?.surface;
    expect(surface?.changed).toEqual([
      {
        implementation: 'store.ts:RowStore',
        member: 'saveRow',
        recorded: 'method(row)',
        now: 'method(row, user)',
      },
    ]);
    expect(surface?.missing.every((line) => line.includes('third.ts'))).toBe(true);
    expect(surface?.stale.every((line) => line.includes('quick.ts'))).toBe(true);
    expect(surface).toMatchObject({ implementations: 2, covered: 0 });
  });

  it.each([
    ['another format', '{"format":"golden-path.surface","version":1}\n', 'the first line must be'],
    ['a later version', '{"format":"golden-path.consumer-map","version":2}\n', 'the first line'],
    ['nothing', '', 'the first line must be'],
  ])('refuse %s', (_, text, message) => {
    expect(() => parseRecord(consumerMapFormat, text, 'c.jsonl')).toThrow(message);
  });

  it.each([
    ['merge markers', '<<<<<<< ours\n', 'an unresolved merge conflict'],
    ['half a line', '{"role":"st\n', 'not an entry'],
  ])('refuse %s', (_, extra, message) => {
    expect(() => parseRecord(consumerMapFormat, record().map + extra, 'c.jsonl')).toThrow(message);
    write('docs/consumers.jsonl', record().map + extra);
    expect(audit).toThrow(message);
  });
});
