import type {
  CriterionSetting,
  GateSettings,
  RecordedCriterion,
} from '../../contract/gate-settings.ts';
import { suggest } from '../../contract/suggestion.ts';
import type { Criterion, LimitRule, Limits } from './criterion.ts';
import { criteriaTable } from './criteria-table.ts';
import { ownCriterion } from './own-criterion.ts';

/** A criterion as this project holds it. */
export interface PlannedCriterion {
  readonly criterion: Criterion;
  readonly phase: Criterion['phase'];
  readonly limits: Limits;
  /** Left out of every phase. */
  readonly off: boolean;
}

export interface Plan {
  readonly criteria: readonly PlannedCriterion[];
  /** One sentence for each setting that makes no sense, or loosens without saying why: wrong configuration. */
  readonly problems: readonly string[];
  /** One sentence for each setting that is looser than built in, with its reason. */
  readonly loosened: readonly string[];
  /** One sentence for each criterion that is looser than recorded, without a reason. */
  readonly slipped: readonly string[];
}

/** The built-in criteria with the project's settings, and its own ones. */
export function planCriteria(
  settings: GateSettings,
  recorded: readonly RecordedCriterion[] = [],
): Plan {
  const entries = Object.entries(settings.criteria);
  const builtIn = new Map(criteriaTable.map((criterion) => [criterion.id, criterion]));
  const own = entries.filter(([id]) => !builtIn.has(id));
  const criteria = [
    ...criteriaTable.map((criterion) => applySetting(criterion, settings.criteria[criterion.id])),
    ...own.map(([id, setting]) => applySetting(ownCriterion(id, setting), setting)),
  ];
  const loose = entries.flatMap(([id, setting]) => {
    const criterion = builtIn.get(id);
    return criterion === undefined ? [] : loosenings(criterion, setting);
  });
  return {
    criteria,
    problems: [
      ...own.flatMap(([id, setting]) => ownProblems(id, setting, [...builtIn.keys()])),
      ...entries.flatMap(([id, setting]) => unknownLimits(id, setting, builtIn.get(id))),
      ...loose
        .filter(({ reason }) => reason === undefined)
        .map(({ id, how }) => `gate.criteria.${id} ${how}: say why in its "reason"`),
    ],
    loosened: [
      ...loose
        .filter(({ reason }) => reason !== undefined)
        .map(({ id, how, reason }) => `${id} ${how} (${reason ?? ''})`),
      ...settings.leaveOut.map(({ scope, reason }) => `scope ${scope} does not count (${reason})`),
    ],
    slipped: recorded.flatMap((before) => slips(before, criteria, settings)),
  };
}

function applySetting(
  criterion: Criterion,
  setting: CriterionSetting | undefined,
): PlannedCriterion {
  const defaults = Object.entries(criterion.limits ?? {}).map(([name, { value }]) => [name, value]);
  return {
    criterion,
    phase: (setting?.phase ?? criterion.phase) as Criterion['phase'],
    limits: { ...(Object.fromEntries(defaults) as Limits), ...setting?.limits },
    off: setting?.off === true,
  };
}

interface Loosening {
  readonly id: string;
  readonly how: string;
  readonly reason: string | undefined;
}

function loosenings(criterion: Criterion, setting: CriterionSetting): Loosening[] {
  const { id, phase, limits = {} } = criterion;
  const { reason } = setting;
  const found = Object.entries(setting.limits).flatMap(([name, value]) => {
    const rule = limits[name];
    return rule !== undefined && isLooser(rule, value, rule.value)
      ? [{ id, how: `has ${name} ${value} instead of ${rule.value}`, reason }]
      : [];
  });
  if (setting.off) found.push({ id, how: 'is left out', reason });
  if (setting.phase !== undefined && setting.phase > phase) {
    found.push({ id, how: `waits until phase ${setting.phase} instead of ${phase}`, reason });
  }
  return found;
}

function isLooser({ stricter }: Pick<LimitRule, 'stricter'>, now: number, before: number): boolean {
  return stricter === 'higher' ? now < before : now > before;
}

function unknownLimits(
  id: string,
  setting: CriterionSetting,
  criterion: Criterion | undefined,
): string[] {
  const known = Object.keys(criterion?.limits ?? {});
  return Object.keys(setting.limits)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const has = known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`;
      return `gate.criteria.${id} has no limit "${name}" (${has})`;
    });
}

/** A name that is not built in is a criterion of the project's own, or a slip of the pen. */
function ownProblems(id: string, setting: CriterionSetting, known: readonly string[]): string[] {
  if (setting.rests_on.length > 0) {
    return setting.phase === undefined
      ? [`gate.criteria.${id}: say in which phase it begins ("phase": 1 to 4)`]
      : [];
  }
  const guess = suggest(id, known);
  const hint = guess === undefined ? '' : ` (did you mean "${guess}"?)`;
  return [`there is no criterion "${id}"${hint}; one of your own needs "rests_on"`];
}

function slips(
  before: RecordedCriterion,
  criteria: readonly PlannedCriterion[],
  settings: GateSettings,
): string[] {
  const now = criteria.find(({ criterion }) => criterion.id === before.id);
  if (settings.criteria[before.id]?.reason !== undefined) return [];
  if (now === undefined || now.off) return [`${before.id} is gone`];
  const limits = now.criterion.limits ?? {};
  return [
    ...(now.phase > before.phase
      ? [`${before.id} waits until phase ${now.phase}, it was ${before.phase}`]
      : []),
    ...Object.entries(before.limits).flatMap(([name, value]) => {
      const rule = limits[name];
      const current = now.limits[name];
      return rule !== undefined && current !== undefined && isLooser(rule, current, value)
        ? [`${before.id} has ${name} ${current}, it was ${value}`]
        : [];
    }),
  ];
}

/** How strict the criteria are now, for the record. */
export function recordCriteria({ criteria }: Plan): RecordedCriterion[] {
  return criteria
    .filter(({ off }) => !off)
    .map(({ criterion, phase, limits }) => ({ id: criterion.id, phase, limits: { ...limits } }))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
