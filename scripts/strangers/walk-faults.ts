import { judgeHistory } from '../../harness/checks/judge/judge-history.ts';
import type { History } from '../../harness/contract/history.ts';
import { tighten } from '../../harness/faults/matrix/tighten.ts';
import { openFaultyTarget } from '../../harness/faults/open-faulty-target.ts';
import { goldenPath } from '../../harness/probe/journeys/golden-path.ts';
import { resume } from '../../harness/probe/journeys/resume.ts';
import { walk } from '../../harness/probe/walk.ts';
import type { Target } from '../../harness/targets/target.ts';
import { alarmsIn } from './alarms-in.ts';
import type { StrangerFault } from './stranger-fault.ts';
import { strangerFaults } from './stranger-faults.ts';
import type { CleanWalks } from './walk-clean.ts';

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
  clean: CleanWalks,
  known: readonly string[],
): Promise<FaultOutcome[]> {
  const outcomes: FaultOutcome[] = [];
  for (const fault of strangerFaults) outcomes.push(await walkFault(target, fault, clean, known));
  return outcomes;
}

async function walkFault(
  target: Target,
  fault: StrangerFault,
  clean: CleanWalks,
  known: readonly string[],
): Promise<FaultOutcome> {
  const { promises } = target.profile;
  const owner = fault.ownerWhere?.(promises) ?? fault.owner;
  const told = { fault: fault.id, title: fault.title, owner };
  const why = whyNot(fault, target, clean, known);
  if (why !== undefined) {
    return { ...told, verdict: 'not-applicable', alarms: [], endings: {}, note: why };
  }
  const short = fault.id === 'end-lost' ? { deadlines: { terminal_ms: 1_500 } } : {};
  const options = { seed: fault.id, users: 3, promises: tighten(promises, short) };
  const faulty = await openFaultyTarget(target, fault.damage, options);
  try {
    const history = await walk(faulty, fault.journey ?? goldenPath, {
      users: 3,
      seed: fault.id,
      lingerMs: 30,
    });
    if (faulty.errors.length > 0)
      throw new AggregateError(faulty.errors, 'the damage itself broke');
    const allowed = new Set([
      ...known,
      ...(fault.entails ?? []),
      ...(promises.sequence === undefined ? [] : ofNumbers),
    ]);
    const alarms = alarmsIn(judgeHistory(history));
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
  { needs, numbered, journey, senselessWhere }: StrangerFault,
  { profile }: Target,
  clean: CleanWalks,
  known: readonly string[],
): string | undefined {
  if (!needs.some((kind) => clean.said.has(kind))) {
    return `the protocol has no message of its own for ${needs.join(' or ')}`;
  }
  if (numbered === true && (profile.promises.sequence === undefined || !clean.numbered)) {
    return 'events carry no numbers';
  }
  if (journey === resume && known.includes('RES-EXPIRED')) {
    return 'coming back is declared, and the sound target does not answer it';
  }
  return senselessWhere?.(profile.promises);
}

function endingsOf({ records }: History): Record<string, number> {
  const endings: Record<string, number> = {};
  for (const record of records) {
    if (record.type === 'close') endings[record.cause] = (endings[record.cause] ?? 0) + 1;
  }
  return endings;
}
