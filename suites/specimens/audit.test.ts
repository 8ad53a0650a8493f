import { auditTree } from 'golden-path';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigSchema } from '../../harness/contract/config.ts';
import { layOutPhase } from './rollout/lay-out-phase.ts';

/** Inside the repository, so that a tree sees the same packages. */
let folder: string;
beforeAll(() => {
  const reports = join(import.meta.dirname, '..', '..', 'reports');
  mkdirSync(reports, { recursive: true });
  folder = mkdtempSync(join(reports, '.audited-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function audit(phase: string) {
  const root = join(folder, phase);
  await layOutPhase(phase, root);
  const written: unknown = JSON.parse(readFileSync(join(root, 'golden-path.config.json'), 'utf8'));
  return auditTree({ root, manifest: ConfigSchema.parse(written).audit, tests: true });
}
type Facts = Awaited<ReturnType<typeof audit>>;

function places({ findings }: Facts, rule: string): string[] {
  return findings
    .filter((finding) => finding.rule === rule && finding.scope === 'production')
    .map(({ path, line }) => `${path}:${line}`);
}

function carriers({ roles }: Facts, id: string): string[] {
  const found = roles.find((role) => role.id === id)?.members ?? [];
  return found
    .filter(({ scope, review }) => scope === 'production' && !review)
    .filter((member) => ['canonical', 'implementation', 'factory'].includes(member.class))
    .map(({ path, line }) => `${path}:${line}`)
    .toSorted();
}

describe('the audit of the first specimen', () => {
  let facts: Facts;
  beforeAll(async () => {
    facts = await audit('phase-0');
  });

  test('shows three dispatchers, four factories and two bridges, one of them nested', () => {
    expect(carriers(facts, 'tool-dispatcher')).toHaveLength(3);
    expect(carriers(facts, 'tool-dispatcher-factory')).toHaveLength(4);
    expect(carriers(facts, 'event-bridge')).toHaveLength(2);
    const nested = facts.roles.flatMap(({ members }) => members.map(({ symbol }) => symbol));
    expect(nested).toContain('openScopedBridge.ScopedRunBridge');
  });

  test('shows every bypass at its file and line, those made while running too', () => {
    const bypasses = places(facts, 'SSOT003');
    expect(bypasses.length).toBeGreaterThanOrEqual(32);
    expect(bypasses).toEqual(
      expect.arrayContaining([
        'billing/refunds.ts:7',
        'support/escalation.ts:6',
        'analytics/heatmap.ts:6',
        'search/suggestions.ts:19',
        'support/transcripts.ts:2',
      ]),
    );
  });

  test('shows a test of every kind that cannot fail', () => {
    const kinds = new Set(
      facts.findings
        .filter(({ rule, confidence }) => rule.startsWith('TEST') && confidence === 'certain')
        .map(({ rule }) => rule),
    );
    expect([...kinds].toSorted()).toEqual([
      'TEST002',
      'TEST003',
      'TEST004',
      'TEST005',
      'TEST007',
      'TEST008',
    ]);
  });

  test('has recorded neither who uses what nor what is public', () => {
    expect(facts.records?.consumer_map.recorded).toBe(false);
    expect(facts.records?.surface.recorded).toBe(false);
  });
});

test.each(['phase-1', 'phase-2', 'phase-3', 'phase-4'])(
  '%s recorded itself truly',
  async (phase) => {
    const { records } = await audit(phase);
    const { consumer_map: map, surface } = records ?? {};
    expect(map?.importers.production).toBeGreaterThan(10);
    expect(map).toMatchObject({ covered: map?.importers, missing: [], stale: [] });
    expect(surface).toMatchObject({
      covered: surface?.implementations,
      missing: [],
      stale: [],
      changed: [],
    });
  },
);
