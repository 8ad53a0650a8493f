import { judgeHistory } from '../../harness/checks/judge/judge-history.ts';
import type { History } from '../../harness/contract/history.ts';
import { alarmsOf } from '../../harness/faults/matrix/judge-cell.ts';
import { tighten } from '../../harness/faults/matrix/tighten.ts';
import { openFaultyTarget } from '../../harness/faults/open-faulty-target.ts';
import { goldenPath } from '../../harness/probe/journeys/golden-path.ts';
import { walk } from '../../harness/probe/walk.ts';
import type { Target } from '../../harness/targets/target.ts';
import type { CleanWalks } from './walk-clean.ts';
import { strangerFaults, type StrangerFault } from './stranger-faults.ts';

export interface FaultOutcome {
  readonly fault: string;
  readonly title: string;
  readonly owner: string;
  readonly verdict: 'caught' | 'missed' | 'wrong-check' | 'no-bite' | 'not-applicable';
  readonly alarms: readonly string[];
  /** How the connections ended while it was done. */
  readonly endings: Readonly<Record<string, number>>;
  readonly note?: string;
}

/** What follows from a lost or doubled event where events are numbered. */
const ofNumbers = ['ORD-SEQ-GAP', 'ORD-SEQ-DUP', 'ORD-SEQ-MONO', 'RES-CURSOR-UNIQUE', 'RES-DUP'];

/** Does each damage once between probe and target. `known`: checks that the sound target fails already. */
export async function walkFaults(
  target: Target,
  { said }: CleanWalks,
  known: readonly string[],
): Promise<FaultOutcome[]> {
  const outcomes: FaultOutcome[] = [];
  for (const fault of strangerFaults) outcomes.push(await walkFault(target, fault, said, known));
  return outcomes;
}

async function walkFault(
  target: Target,
  fault: StrangerFault,
  said: CleanWalks['said'],
  known: readonly string[],
): Promise<FaultOutcome> {
  const { promises } = target.profile;
  const owner = fault.ownerWhere?.(promises) ?? fault.owner;
  const told = { fault: fault.id, title: fault.title, owner };
  const why = whyNot(fault, target, said);
  if (why !== undefined) {
    return { ...told, verdict: 'not-applicable', alarms: [], endings: {}, note: why };
  }
  const short = fault.id === 'end-lost' ? { deadlines: { terminal_ms: 1_500 } } : {};
  const options = { seed: fault.id, users: 3, promises: tighten(promises, short) };
  const faulty = await openFaultyTarget(target, fault.damage, options);
  try {
    const history = await walk(faulty, goldenPath, { users: 3, seed: fault.id, lingerMs: 30 });
    if (faulty.errors.length > 0)
      throw new AggregateError(faulty.errors, 'the damage itself broke');
    const allowed = new Set([
      ...known,
      ...(fault.entails ?? []),
      ...(promises.sequence === undefined ? [] : ofNumbers),
    ]);
    const alarms = alarmsOf(judgeHistory(history).filter(({ level }) => level === 'MUST'));
    const foreign = alarms.filter((id) => id !== owner && !allowed.has(id));
    const verdict = faulty.bites.some(({ inFlight }) => inFlight)
      ? verdictOf(alarms.includes(owner), foreign)
      : 'no-bite';
    return { ...told, verdict, alarms, endings: endingsOf(history) };
  } finally {
    await faulty[Symbol.asyncDispose]();
  }
}

function verdictOf(caught: boolean, foreign: readonly string[]): FaultOutcome['verdict'] {
  if (!caught) return 'missed';
  return foreign.length === 0 ? 'caught' : 'wrong-check';
}

/** Why this damage means nothing on this target. */
function whyNot(
  { id, needs }: StrangerFault,
  { profile }: Target,
  said: CleanWalks['said'],
): string | undefined {
  if (!needs.some((kind) => said.has(kind))) {
    return `the protocol has no message of its own for ${needs.join(' or ')}`;
  }
  const { promises } = profile;
  if (id === 'piece-lost' && promises.answer === 'joined') {
    return 'the target states no answer that the pieces could be held against';
  }
  if (id === 'number-lost' && promises.sequence === undefined) return 'events carry no numbers';
  return undefined;
}

function endingsOf({ records }: History): Record<string, number> {
  const endings: Record<string, number> = {};
  for (const record of records) {
    if (record.type === 'close') endings[record.cause] = (endings[record.cause] ?? 0) + 1;
  }
  return endings;
}
