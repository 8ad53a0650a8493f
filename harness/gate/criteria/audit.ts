import type { AuditFacts } from '../../contract/audit.ts';
import type { AuditRecords } from '../../contract/audit-records.ts';
import type { AuditRatchet } from '../../contract/audit-ratchet.ts';
import type { CriterionResult } from '../../contract/gate.ts';

/**
 * One criterion per role, and one for everything else the rules found: required once a baseline says where it began.
 * @param leftOut scopes whose findings count for nothing, as the gate leaves them out
 */
export function judgeAudit(
  facts: AuditFacts,
  ratchet: AuditRatchet | undefined,
  leftOut: readonly string[] = [],
): CriterionResult[] {
  const roles = facts.roles.map((role): CriterionResult => {
    const count = role.production_count;
    return {
      id: `role:${role.id}`,
      title: `one implementation of ${role.id}`,
      required: ratchet === undefined,
      verdict: count === 1 ? 'pass' : 'fail',
      reason: `${count} in production, 1 expected, ${facts.read.files} files read`,
      rests_on: ['SSOT001', 'SSOT002'],
    };
  });
  return [
    ...roles,
    ratchet === undefined ? judgeFindings(facts, leftOut) : judgeAgainst(ratchet),
    ...judgeTests(facts, ratchet === undefined, leftOut),
    ...judgeRecorded(facts.records),
  ];
}

/** Where it was asked for: every test can fail. No test at all proves nothing. */
function judgeTests(
  { read, findings }: AuditFacts,
  required: boolean,
  leftOut: readonly string[],
): CriterionResult[] {
  if (read.tests === undefined) return [];
  const fruitless = findings.filter(
    ({ rule, confidence, scope }) =>
      rule.startsWith('TEST') && confidence === 'certain' && !leftOut.includes(scope),
  );
  return [
    {
      id: 'tests-can-fail',
      title: 'every test can fail',
      required,
      verdict: read.tests === 0 ? 'unknown' : fruitless.length === 0 ? 'pass' : 'fail',
      reason: `${fruitless.length} of ${read.tests} tests cannot fail`,
      rests_on: [...new Set(fruitless.map(({ rule }) => rule))],
    },
  ];
}

/** What a tree once recorded must stay true; a tree that recorded nothing owes nothing here. */
function judgeRecorded(records: AuditRecords | undefined): CriterionResult[] {
  if (records === undefined) return [];
  const { consumer_map: map, surface } = records;
  const importers = map.importers.production + map.importers.elsewhere;
  const covered = map.covered.production + map.covered.elsewhere;
  return [
    {
      recorded: map.recorded,
      id: 'consumer-map',
      title: 'the consumer map is true',
      faults: map.missing.length + map.stale.length,
      reason: `${covered} of ${importers} importers covered, ${map.stale.length} entries stale in ${map.path}`,
      next: 'golden-path audit --map writes it again',
    },
    {
      recorded: surface.recorded,
      id: 'surface',
      title: 'the recorded public surface is true',
      faults: surface.missing.length + surface.stale.length + surface.changed.length,
      reason: `${surface.covered} of ${surface.implementations} implementations as recorded, ${surface.changed.length} signatures changed, ${surface.stale.length} entries stale in ${surface.path}`,
      next: 'golden-path audit --surface writes it again',
    },
  ]
    .filter(({ recorded }) => recorded)
    .map(({ id, title, faults, reason, next }): CriterionResult => ({
      id,
      title,
      required: true,
      verdict: faults === 0 ? 'pass' : 'fail',
      reason,
      rests_on: [],
      ...(faults === 0 ? {} : { next }),
    }));
}

function judgeFindings({ findings }: AuditFacts, leftOut: readonly string[]): CriterionResult {
  const certain = findings.filter(
    ({ confidence, scope }) => confidence === 'certain' && !leftOut.includes(scope),
  ).length;
  return {
    id: 'findings',
    title: 'nothing breaks a rule',
    required: false,
    verdict: certain === 0 ? 'pass' : 'fail',
    reason: `${certain} findings, and no baseline to hold them against`,
    rests_on: ['SSOT003', 'SSOT014'],
    ...(certain === 0 ? {} : { next: 'golden-path audit --record writes the first baseline' }),
  };
}

function nextOf(fresh: number, stale: number): { next?: string } {
  if (fresh > 0)
    return {
      next: 'take out what is marked new, or accept it: golden-path audit --accept ID --reason TEXT --until PHASE (--json has the IDs)',
    };
  return stale > 0 ? { next: 'golden-path audit --shrink commits the smaller baseline' } : {};
}

function judgeAgainst(ratchet: AuditRatchet): CriterionResult {
  const { verdict, fresh, stale, expired, budgets, overdue } = ratchet;
  const over = budgets.filter(({ count, budget }) => count > budget).length;
  return {
    id: 'ratchet',
    title: 'violations only shrink',
    required: true,
    verdict,
    reason: `${fresh.length} new, ${stale.length} gone but still listed, ${expired.length} expired, ${over} budgets exceeded${overdue === undefined ? '' : `, due on ${overdue.due}`}`,
    rests_on: fresh.slice(0, 20),
    ...nextOf(fresh.length, stale.length),
  };
}
