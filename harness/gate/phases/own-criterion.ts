import { auditRules } from '../../contract/audit-rules.ts';
import type { CriterionSetting } from '../../contract/gate-settings.ts';
import type { Need } from '../../contract/need.ts';
import type { Result } from '../../contract/result.ts';
import { mergeVerdicts, type Verdict } from '../../contract/verdict.ts';
import type { Criterion } from './criterion.ts';
import { plural } from './plural.ts';

/** A criterion that a project adds: everything it names must be there and pass. */
export function ownCriterion(id: string, setting: CriterionSetting): Criterion {
  const { rests_on: ids, title = id, phase = 1 } = setting;
  return {
    id,
    phase: phase as Criterion['phase'],
    title,
    needs: setting.needs.length > 0 ? setting.needs : [...new Set(ids.map(needOf))],
    judge(result) {
      const parts = ids.map((name) => ({ name, ...find(result, name) }));
      const verdict = mergeVerdicts(parts.map((part) => part.verdict));
      const told = parts.filter((part) => part.verdict === verdict);
      const reason =
        verdict === 'pass'
          ? `${plural(told.length, 'part')} held: ${ids.join(', ')}`
          : told.map(({ name, why }) => `${name} ${why}`).join('; ');
      return { verdict, reason, rests_on: told.map(({ name }) => name) };
    },
  };
}

function needOf(id: string): Need {
  if (Object.hasOwn(auditRules, id)) return 'audit';
  return /^[A-Z]+(-[A-Z]+)+$/.test(id) ? 'mission-critical' : 'performance-regression';
}

function find(result: Result, id: string): { verdict: Verdict; why: string } {
  if (Object.hasOwn(auditRules, id)) {
    const found = result.audit?.findings.filter(
      ({ rule, confidence }) => rule === id && confidence === 'certain',
    );
    if (found === undefined) return { verdict: 'unknown', why: 'was not looked for' };
    return { verdict: found.length === 0 ? 'pass' : 'fail', why: plural(found.length, 'finding') };
  }
  const check = result.checks.find((one) => one.id === id);
  if (check !== undefined) return { verdict: check.verdict, why: check.reason ?? check.verdict };
  const measured = result.measurements.find((one) => one.id === id);
  if (measured !== undefined) {
    const against = measured.limit === undefined ? 'without a limit' : `limit ${measured.limit}`;
    const why = `is ${Number(measured.value.toPrecision(3))} ${measured.unit}, ${against}`;
    return { verdict: measured.limit === undefined ? 'unknown' : measured.verdict, why };
  }
  return { verdict: 'unknown', why: 'is in no result' };
}
