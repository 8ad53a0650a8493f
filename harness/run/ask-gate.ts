import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  RecordedCriterionSchema,
  type GateQuestion,
  type RecordedCriterion,
} from '../contract/gate-settings.ts';
import { HarnessError } from '../contract/harness-error.ts';
import type { Need } from '../contract/need.ts';
import { suggest } from '../contract/suggestion.ts';
import { needsOf } from '../gate/phases/decide-phase.ts';
import { planCriteria } from '../gate/phases/plan-criteria.ts';
import type { GateOrder } from './gate-order.ts';
import { suiteTable } from './suites/suite-table.ts';

/** Where a project records how strict its criteria are. */
export const criteriaRecord: string = join('reports', 'baselines', 'criteria.jsonl');

/**
 * Makes the question of an order. Throws `CONFIG_INVALID` with one line per setting that makes no sense or loosens
 * without a reason, `USAGE` for a criterion that does not exist, `BASELINE_UNREADABLE` for a broken record.
 */
export function askGate(order: GateOrder, root: string): GateQuestion {
  const { config, only, phase, strict, shard } = order;
  const plan = planCriteria(config.gate);
  if (plan.problems.length > 0) {
    const where = order.configFile === undefined ? {} : { where: order.configFile };
    throw new HarnessError('CONFIG_INVALID', plan.problems.join('\n'), where);
  }
  const ids = plan.criteria.map(({ criterion }) => criterion.id);
  const unknown = only?.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    const guess = suggest(unknown, ids);
    const hint = guess === undefined ? '' : ` (did you mean "${guess}"?)`;
    throw new HarnessError('USAGE', `there is no criterion "${unknown}"${hint}`);
  }
  const recorded = readRecord(join(root, criteriaRecord));
  const asked = phase ?? (only === undefined ? undefined : 4);
  return {
    suites: suiteTable
      .map(({ name }) => name)
      .filter((name) => order.suites?.includes(name) ?? true),
    strict,
    settings: config.gate,
    ...(asked === undefined ? {} : { phase: asked }),
    ...(only === undefined ? {} : { only: [...only] }),
    ...(recorded === undefined ? {} : { recorded }),
    ...(shard === undefined ? {} : { shard }),
  };
}

/** What the question needs; of a sharded run, the part that is this shard's. */
export function needsOfQuestion(question: GateQuestion, existing: boolean): Need[] {
  const all =
    question.phase === undefined
      ? [...(question.suites as Need[]), ...(existing ? (['existing'] as const) : [])]
      : needsOf(question);
  const { index, count } = question.shard ?? { index: 1, count: 1 };
  const suites = new Set<string>(suiteTable.map(({ name }) => name));
  // Runners split their own tests; everything else is dealt out whole.
  const dealt = all.filter((need) => !suites.has(need));
  return all.filter((need) => suites.has(need) || dealt.indexOf(need) % count === index - 1);
}

function readRecord(path: string): RecordedCriterion[] | undefined {
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line, index) => {
    try {
      return RecordedCriterionSchema.parse(JSON.parse(line));
    } catch {
      throw new HarnessError('BASELINE_UNREADABLE', `line ${index + 1} is no criterion`, {
        where: `${path}:${index + 1}`,
      });
    }
  });
}
