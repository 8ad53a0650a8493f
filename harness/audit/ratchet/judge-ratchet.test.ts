import { describe, expect, it } from 'vitest';
import type { AuditFinding } from '../../contract/audit.ts';
import { AuditManifestSchema } from '../../contract/audit-manifest.ts';
import { identify } from '../rules/identity.ts';
import { formatBaseline, mergeBaselines, parseBaseline } from './baseline-file.ts';
import { judgeRatchet } from './judge-ratchet.ts';
import { acceptFindings, recordBaseline, shrinkBaseline } from './update-baseline.ts';

function findings(...symbols: string[]): AuditFinding[] {
  return identify(
    symbols.map((symbol) => ({
      rule: 'SSOT001',
      role: 'store',
      scope: 'production',
      path: 'a.py',
      line: 1,
      symbol,
      message: '',
    })),
  );
}
const manifest = AuditManifestSchema.parse({
  roles: [{ id: 'store', lang: 'py', canonical: 'a:Store' }],
  phases: [
    { id: 'one', budget: { store: { SSOT001: { production: 2 } } } },
    { id: 'two', budget: { store: { SSOT001: { production: 1 } } } },
  ],
  current: 'one',
});

describe('the ratchet', () => {
  const before = findings('A', 'B');
  const baseline = recordBaseline(before, 'c0ffee');

  it('passes on what was recorded', () => {
    expect(judgeRatchet(before, baseline, manifest)).toMatchObject({
      verdict: 'pass',
      budgets: [{ role: 'store', rule: 'SSOT001', scope: 'production', count: 2, budget: 2 }],
    });
  });

  it('fails on a second one even when another went away', () => {
    const after = findings('A', 'C');
    const ratchet = judgeRatchet(after, baseline, manifest);
    expect(ratchet.verdict).toBe('fail');
    expect(ratchet.fresh).toHaveLength(1);
    expect(ratchet.stale).toHaveLength(1);
  });

  it('fails on a stale entry until the smaller baseline is committed', () => {
    const after = findings('A');
    expect(judgeRatchet(after, baseline, manifest).verdict).toBe('fail');
    const smaller = shrinkBaseline(baseline, after);
    expect(smaller).toHaveLength(1);
    expect(judgeRatchet(after, smaller, manifest).verdict).toBe('pass');
  });

  it('fails when a count is over the budget of the phase, and lets a phase begin only within its own', () => {
    expect(judgeRatchet(before, baseline, manifest, { phase: 'two' }).verdict).toBe('fail');
    const next = (found: AuditFinding[]) => judgeRatchet(found, baseline, manifest).next;
    expect(next(before)).toMatchObject({
      phase: 'two',
      may_begin: false,
      over: [{ rule: 'SSOT001', count: 2, budget: 1 }],
    });
    expect(next(findings('A'))).toEqual({ phase: 'two', may_begin: true, over: [] });
    expect(judgeRatchet(before, baseline, manifest, { phase: 'two' }).next).toBeUndefined();
  });

  it.each([
    ['block', 'fail'],
    ['warn', 'pass'],
  ] as const)('tells a phase that is past its last day: %s', (gate, verdict) => {
    const [one, two] = manifest.phases;
    const dated = { ...manifest, phases: [{ ...one, due: '2030-01-31', gate }, two] };
    const on = (today: string) =>
      judgeRatchet(before, baseline, AuditManifestSchema.parse(dated), { today });
    expect(on('2030-01-31')).toMatchObject({ verdict: 'pass' });
    expect(on('2030-01-31').overdue).toBeUndefined();
    expect(on('2030-02-01')).toMatchObject({ verdict, overdue: { due: '2030-01-31', gate } });
  });

  it('fails on an accepted entry whose last phase is over', () => {
    const after = findings('A', 'B', 'C');
    const accepted = acceptFindings(shrinkBaseline(baseline, findings('A')), findings('A', 'B'), {
      since: 'c0ffee',
      reason: 'needed for the launch',
      until: 'one',
    });
    expect(judgeRatchet(after.slice(0, 2), accepted, manifest).expired).toEqual([]);
    expect(
      judgeRatchet(after.slice(0, 2), accepted, manifest, { phase: 'two' }).expired,
    ).toHaveLength(1);
  });

  it('refuses a budget that grows', () => {
    expect(() =>
      AuditManifestSchema.parse({ ...manifest, phases: manifest.phases.toReversed() }),
    ).toThrow('a budget may only shrink');
  });
});

describe('the baseline file', () => {
  const baseline = recordBaseline(findings('A', 'B'), 'c0ffee');
  const text = formatBaseline(baseline);

  it('is read back as written, sorted', () => {
    expect(formatBaseline(parseBaseline(text, 'b'))).toBe(text);
    expect(formatBaseline(baseline.toReversed())).toBe(text);
  });

  it.each([
    ['merge markers', `<<<<<<< ours\n${text}`, 'unresolved merge conflict'],
    ['a double entry', text + text, 'stands twice'],
    ['half a line', text.slice(0, 30), 'not a line of JSON'],
  ])('refuses %s', (_, broken, message) => {
    expect(() => parseBaseline(broken, 'ssot.jsonl')).toThrow(message);
  });

  it('keeps on a merge only what both sides permit', () => {
    const [first, second] = baseline;
    if (first === undefined || second === undefined) throw new Error('two entries');
    expect(mergeBaselines([first, second], [second])).toEqual([second]);
  });
});
