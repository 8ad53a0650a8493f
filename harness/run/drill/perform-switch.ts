import type { Drill } from '../../contract/drill.ts';
import type { Switchgear } from './switchgear.ts';
import type { Traffic } from './traffic.ts';

type Switch = Drill['switches'][number];

/** A switch as it happened; what it did to the runs is read from the history when the drill is over. */
export interface Performed {
  readonly facts: Omit<Switch, 'lost_runs' | 'duplicated_events'>;
  /** Runs that were in flight when it was ordered, or began before it was done. */
  readonly runs: readonly string[];
  /** Why it did not happen. */
  readonly problem: string | undefined;
}

/** How long to wait for runs in flight, and for everybody to have chatted with the other side, in ms. */
const busyMs = 15_000;
const renewalMs = 60_000;

/** Orders one switch while runs are in flight, and waits until everybody has got a run done on the other side. */
export async function performSwitch(
  traffic: Traffic,
  gear: Switchgear,
  kind: Switch['kind'],
  tell: (what: string) => void,
): Promise<Performed> {
  const [from, to] =
    kind === 'revert' ? [gear.current, gear.previous] : [gear.previous, gear.current];
  await traffic.busy(busyMs);
  const at = traffic.now;
  const before = traffic.greetings.at(-1)?.build;
  const inFlight = [...traffic.open];
  const known = traffic.runs.length;
  tell(`${kind} to ${to} ordered while ${inFlight.length} runs were in flight`);
  const refused = await gear[kind]();
  const settled = traffic.now;
  const runs = [...inFlight, ...traffic.runs.slice(known)];
  const facts = { kind, from, to, at, in_flight: inFlight.length };
  const named = before === undefined ? {} : { build_before: before };
  if (refused !== undefined) {
    tell(`${kind} did not happen: ${refused}`);
    return { facts: { ...facts, ...named }, runs, problem: refused };
  }
  tell(`${kind} done`);
  const everybody = await traffic.renew(renewalMs);
  const after = traffic.greetings.at(-1)?.build;
  const greeting = traffic.greetings.find((one) =>
    before === undefined ? one.at >= settled : one.at >= at && one.build !== before,
  );
  tell(
    everybody ? `everybody has chatted with ${after ?? to}` : `not everybody got through to ${to}`,
  );
  return {
    facts: {
      ...facts,
      ...named,
      settled_ms: settled - at,
      ...(greeting === undefined ? {} : { answered_ms: greeting.at - at }),
      ...(after === undefined ? {} : { build_after: after }),
    },
    runs,
    problem: findProblem({ kind, before, after, everybody, to }),
  };
}

function findProblem(seen: {
  readonly kind: Switch['kind'];
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly everybody: boolean;
  readonly to: string;
}): string | undefined {
  if (seen.before !== undefined && seen.before === seen.after) {
    return `the ${seen.kind} is said to be done, and ${seen.before} still answers`;
  }
  if (seen.everybody) return undefined;
  return `after the ${seen.kind} not everybody got a run done with ${seen.to} within ${renewalMs / 1000} s`;
}
