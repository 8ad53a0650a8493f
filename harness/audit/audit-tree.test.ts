import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AuditFactsSchema } from '../contract/audit.ts';
import { AuditManifestSchema } from '../contract/audit-manifest.ts';
import { auditSources, auditTree } from './audit-tree.ts';
import { openTexts } from './source/source-set.ts';

const repository = join(import.meta.dirname, '../..');
const dispatcher = 'harness/reference/dispatcher';
const aliases = [`${dispatcher}/index.ts`];
const manifest = AuditManifestSchema.parse({
  scopes: {
    mutants: ['harness/reference/mutants/**'],
    specimens: ['suites/specimens/**'],
    production: ['harness/**'],
  },
  roles: [
    {
      id: 'dispatcher',
      lang: 'ts',
      canonical: `${dispatcher}/dispatch/request-scoped-tool-dispatcher.ts:RequestScopedToolDispatcher`,
      aliases,
    },
    {
      id: 'factory',
      lang: 'ts',
      canonical: `${dispatcher}/request-scoped-tool-dispatcher-factory.ts:RequestScopedToolDispatcherFactory`,
      aliases,
      factoryOf: 'dispatcher',
    },
    {
      id: 'bridge',
      lang: 'ts',
      canonical: `${dispatcher}/bridge/web-socket-bridge-adapter.ts:WebSocketBridgeAdapter`,
      aliases,
    },
  ],
});

const store = {
  'src/store.ts': `
    export class OrderStore {
      constructor(private readonly table: string) {}
      saveOrder(order: string) { return this.table + order; }
      findOrder(orderId: string) { return orderId; }
      removeOrder(orderId: string) { return orderId; }
    }`,
  'src/factory.ts': `
    import { OrderStore } from './store.ts';
    export function openOrderStore() { return new OrderStore('orders'); }`,
  'src/unrelated.ts': `
    export class Clock { now() { return 1; } sleepUntil(moment: number) { return moment; } }`,
};
const twin = `
  export class LegacyOrderStore {
    saveOrder(order: string) { return order; }
    findOrder(orderId: string) { return [orderId]; }
    removeOrder(orderId: string) { throw new Error(orderId); }
  }`;
const storeManifest = AuditManifestSchema.parse({
  roles: [
    { id: 'store', lang: 'ts', canonical: 'src/store.ts:OrderStore' },
    { id: 'open', lang: 'ts', canonical: 'src/factory.ts:openOrderStore', factoryOf: 'store' },
  ],
});

describe('the audit', () => {
  it('finds one dispatcher, one factory and one bridge in this repository', () => {
    const facts = auditTree({ root: repository, manifest });
    expect(facts.roles.map(({ id, production_count }) => [id, production_count])).toEqual([
      ['dispatcher', 1],
      ['factory', 1],
      ['bridge', 1],
    ]);
    expect(
      facts.findings.filter(({ rule, scope }) => scope === 'production' && /SSOT00[12]/.test(rule)),
    ).toEqual([]);
    expect(AuditFactsSchema.parse(facts)).toEqual(facts);
  });

  it('reports a second implementation and a second factory', () => {
    const facts = auditSources(
      openTexts({
        ...store,
        'src/legacy/store.ts': twin,
        'src/legacy/session.ts': `
          import { LegacyOrderStore as Store } from './store.ts';
          export async function connect() { const made = new Store(); await made.findOrder('1'); return made; }`,
      }),
      storeManifest,
    );
    expect(facts.findings.map(({ rule, path, symbol }) => `${rule} ${path} ${symbol}`)).toEqual([
      'SSOT001 src/legacy/store.ts LegacyOrderStore',
      'SSOT002 src/legacy/session.ts connect',
      'SSOT003 src/legacy/session.ts Store',
    ]);
    expect(facts.counts).toEqual({
      SSOT001: { production: 1 },
      SSOT002: { production: 1 },
      SSOT003: { production: 1 },
    });
  });

  it('keeps the identity of a finding when code moves within its file', () => {
    const identities = ['', '\n\n// moved down\n'].map(
      (before) =>
        auditSources(openTexts({ ...store, 'src/legacy.ts': before + twin }), storeManifest)
          .findings[0],
    );
    expect(identities[0]?.identity).toBe(identities[1]?.identity);
    expect(identities[0]?.line).not.toBe(identities[1]?.line);
  });

  it('gives the same bytes whatever the order of the files', () => {
    const texts = Object.entries({ ...store, 'src/legacy.ts': twin });
    const [first, second] = [texts, texts.toReversed()].map((entries) =>
      JSON.stringify(auditSources(openTexts(Object.fromEntries(entries)), storeManifest)),
    );
    expect(first).toBe(second);
  });

  it('counts a double in tests apart from production', () => {
    const facts = auditSources(openTexts({ ...store, 'tests/store.ts': twin }), storeManifest);
    expect(facts.counts).toEqual({ SSOT001: { tests: 1 } });
    expect(facts.roles[0]?.production_count).toBe(1);
  });

  it('lets a thin facade over the canonical factory pass', () => {
    const facts = auditSources(
      openTexts({
        ...store,
        'src/old.ts': `
          import { openOrderStore } from './factory.ts';
          /** @deprecated */ export const connect = () => openOrderStore();`,
      }),
      storeManifest,
    );
    expect(facts.roles[1]?.members.map((member) => member.class)).toEqual(['canonical', 'facade']);
    expect(facts.findings).toEqual([]);
  });

  it.each([
    ['src/store.ts:Missing', 'no class or function Missing'],
    ['src/stor.ts:OrderStore', 'did you mean "src/store.ts"'],
  ])('refuses a canonical symbol that does not exist: %s', (canonical, message) => {
    const roles = [{ id: 'store', lang: 'ts' as const, canonical }];
    expect(() => auditSources(openTexts(store), AuditManifestSchema.parse({ roles }))).toThrow(
      message,
    );
  });

  it('refuses a canonical symbol in another language than the role', () => {
    const roles = [{ id: 'store', lang: 'py' as const, canonical: 'src/store.ts:OrderStore' }];
    expect(() => auditSources(openTexts(store), AuditManifestSchema.parse({ roles }))).toThrow(
      'src/store.ts is not "lang": "py"',
    );
  });

  it('refuses to pass on a tree without a single source file', () => {
    expect(() => auditSources(openTexts({ 'a.txt': '' }), manifest)).toThrow(
      expect.objectContaining({ code: 'AUDIT_NOTHING_READ', exitCode: 2 }),
    );
  });
});
