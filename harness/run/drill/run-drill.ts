import { join } from 'node:path';
import type { Config } from '../../contract/config.ts';
import type { Drill } from '../../contract/drill.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { History } from '../../contract/history.ts';
import type { Crew, Journey } from '../../probe/journeys/journey.ts';
import { walk } from '../../probe/walk.ts';
import type { Target } from '../../targets/target.ts';
import { compareSides, type SideComparison } from './compare-sides.ts';
import { findLosses } from './find-losses.ts';
import { performSwitch, type Performed } from './perform-switch.ts';
import { openSwitchgear } from './open-switchgear.ts';
import type { Switchgear } from './switchgear.ts';
import { Traffic } from './traffic.ts';
import { walkSide, type Side, type SideOrder } from './walk-side.ts';

export interface DrillOrder {
  readonly target: Target;
  /** What is to answer after the revert, as targets are named. */
  readonly previous: string;
  /** The previous phase in a process of its own, to hold the reverted one against; without one nothing is compared. */
  readonly own?: Target | undefined;
  readonly config: Pick<Config, 'rollback'>;
  /** Where the commands of the config run. */
  readonly root: string;
  readonly folder: string;
  readonly seed: string;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What the journey of the drill found out while people chatted. */
interface Course {
  readonly performed: Performed[];
  ended: Drill['ended'];
  problem?: string;
  compared: SideComparison;
  readonly histories: string[];
}

const chatters = 6;
/** A check that fails by chance on the previous phase gets so many chances to fail in a run of its own. */
const ownRuns = 3;
const storedTraffic = join('histories', 'drill.ndjson');

/**
 * Leads the target back to the previous phase and forth again while people chat, and finds out what that did to them.
 * Whatever happens in between, the target is left on the phase it was found on. Never rejects for what the target
 * does: a target without a way back is a finding.
 */
export async function runDrill(order: DrillOrder): Promise<Drill> {
  const began = performance.now();
  const gear = openSwitchgear(order);
  const timeline: Drill['timeline'] = [];
  const tell = (what: string): void => {
    timeline.push({ at: Math.round(performance.now() - began), what });
    order.say(`drill: ${what}`);
  };
  const course: Course = {
    performed: [],
    ended: 'interrupted',
    compared: { compared_checks: [], newly_red: [], own_red: [] },
    histories: [],
  };
  const finish = (traffic: Traffic | undefined, history: History | undefined): Drill => ({
    current: gear?.current ?? order.target.name,
    previous: gear?.previous ?? order.previous,
    ended: course.ended,
    ...(course.problem === undefined ? {} : { problem: course.problem }),
    duration_ms: Math.round(performance.now() - began),
    runs: traffic?.runs.length ?? 0,
    switches: describeSwitches(course.performed, traffic, history),
    ...course.compared,
    timeline,
    histories: course.histories,
  });
  if (gear === undefined) {
    course.ended = 'no-way-back';
    course.problem = `there is no way back from ${order.target.name}: it has no switch, and the config has no rollback`;
    tell(course.problem);
    return finish(undefined, undefined);
  }
  let traffic: Traffic | undefined;
  const journey: Journey = {
    name: 'drill',
    title: 'chat while what answers is led back and forth',
    users: Math.max(1, Math.min(chatters, Math.floor(order.target.users.length / 2))),
    async walk(crew) {
      traffic = new Traffic(crew);
      await conduct(order, { crew, traffic, gear, course, tell });
    },
  };
  try {
    const file = join(order.folder, storedTraffic);
    const history = await walk(order.target, journey, { seed: `${order.seed}-drill`, file });
    course.histories.unshift(storedTraffic);
    tell(`over: ${course.ended}`);
    return finish(traffic, history);
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    course.problem ??= error.message;
    course.ended = 'interrupted';
    tell(`broken off: ${error.message}`);
    return finish(traffic, undefined);
  }
}

interface Conduct {
  readonly crew: Crew;
  readonly traffic: Traffic;
  readonly gear: Switchgear;
  readonly course: Course;
  readonly tell: (what: string) => void;
}

async function conduct(order: DrillOrder, stage: Conduct): Promise<void> {
  const { crew, traffic, gear, tell } = stage;
  const chatting = traffic.run();
  const broken = chatting.then(() => new Promise<never>(() => {}));
  tell(`${crew.sessions.length} people chat with ${gear.current}`);
  try {
    await Promise.race([lead(order, stage), broken]);
  } finally {
    traffic.stop();
    await chatting.catch(() => {});
  }
}

async function lead(order: DrillOrder, stage: Conduct): Promise<void> {
  const { crew, traffic, gear, course, tell } = stage;
  const isOver = (): boolean => order.signal?.aborted === true;
  if (isOver()) return;
  const revert = await performSwitch(traffic, gear, 'revert', tell);
  course.performed.push(revert);
  try {
    if (revert.problem === undefined && !isOver()) {
      await compare(order, { firstUser: crew.sessions.length, course, tell });
    }
  } finally {
    const apply = await performSwitch(traffic, gear, 'apply', tell);
    course.performed.push(apply);
    const problem = [revert, apply].map((one) => one.problem).filter((one) => one !== undefined);
    course.ended = problem.length > 0 ? 'failed' : isOver() ? 'interrupted' : 'complete';
    if (problem.length > 0) course.problem = problem.join('; ');
  }
}

/** Judges the reverted target, and the previous phase in runs of its own at the same time: in the same weather. */
async function compare(
  order: DrillOrder,
  { firstUser, course, tell }: { firstUser: number; course: Course; tell: (what: string) => void },
): Promise<void> {
  const { target, own, seed, folder } = order;
  if (own === undefined || target.users.length < 2) return;
  const walkBy = async (side: Pick<SideOrder, 'target' | 'name'>): Promise<Side> => {
    const walked = await walkSide({ ...side, firstUser, seed, folder });
    course.histories.push(...walked.histories);
    return walked;
  };
  const [reverted, ...owns] = await Promise.all([
    walkBy({ target, name: 'drill-reverted' }),
    walkBy({ target: own, name: 'drill-own-1' }),
  ]);
  const judge = (): SideComparison =>
    compareSides(
      reverted.checks,
      owns.map(({ checks }) => checks),
    );
  while (judge().newly_red.length > 0 && owns.length < ownRuns) {
    owns.push(await walkBy({ target: own, name: `drill-own-${owns.length + 1}` }));
  }
  course.compared = judge();
  const { compared_checks, newly_red } = course.compared;
  tell(`${compared_checks.length} checks compared with ${own.name}, ${newly_red.length} newly red`);
}

function describeSwitches(
  performed: readonly Performed[],
  traffic: Traffic | undefined,
  history: History | undefined,
): Drill['switches'] {
  return performed.map(({ facts, runs }, index) => {
    const next = performed[index + 1]?.facts.at ?? Number.POSITIVE_INFINITY;
    const stranded = (traffic?.stranded ?? [])
      .filter(({ at }) => at >= facts.at && at < next)
      .map(({ what }) => what);
    const losses =
      history === undefined ? { lost: runs, duplicated: [] } : findLosses(history, runs);
    return {
      ...facts,
      lost_runs: [...losses.lost, ...stranded],
      duplicated_events: [...losses.duplicated],
    };
  });
}
