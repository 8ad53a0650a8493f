import { criticalKinds, isTerminalKind } from '../../contract/event-kind.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { History } from '../../contract/history.ts';
import type { JourneyFacts } from '../../contract/journey-facts.ts';

interface SeenRun {
  readonly user: string;
  readonly kinds: Set<string>;
  ended: boolean;
}

/** Acts after which a client may miss what is sent meanwhile. */
const leavings: ReadonlySet<string> = new Set(['drop', 'resume', 'stop-reading']);

/** Boils one history down to what criteria ask of a journey as a whole. */
export function readJourney(history: History, file: string): JourneyFacts {
  const userOf = new Map<string, string>();
  const runs = new Map<string, SeenRun>();
  const users = new Set<string>();
  let interleaved = 0;
  let cameBack = false;
  let fallbacks: number | undefined;
  for (const record of history.records) {
    if (record.type === 'open') {
      userOf.set(record.connection, record.user);
      users.add(record.user);
    }
    if (record.type === 'act') cameBack ||= leavings.has(record.act);
    if (record.type !== 'frame' || record.direction !== 'received') continue;
    for (const event of record.events) {
      const run = followRun(event, userOf.get(record.connection) ?? record.connection, runs);
      if (run === undefined) continue;
      if (event.kind === 'agent_completed' && event.fallbacks !== undefined) {
        fallbacks = (fallbacks ?? 0) + event.fallbacks;
      }
      interleaved = Math.max(interleaved, usersInFlight(runs));
      run.ended ||= isTerminalKind(event.kind);
    }
  }
  const completed = [...runs.values()].filter(({ kinds }) => kinds.has('agent_completed'));
  const shown = criticalKinds.map((kind): [string, number] => [
    kind,
    completed.filter(({ kinds }) => kinds.has(kind)).length,
  ]);
  return {
    history: file,
    journey: history.header.journey,
    users: users.size,
    interleaved,
    came_back: cameBack,
    completed: completed.length,
    shown: Object.fromEntries(shown),
    ...(fallbacks === undefined ? {} : { fallbacks }),
  };
}

/** Repetitions tell nothing new: they would let a finished run begin again. */
function followRun(
  { run: id, kind, replay }: CanonicalEvent,
  user: string,
  runs: Map<string, SeenRun>,
): SeenRun | undefined {
  if (id === undefined || replay === true) return undefined;
  const run = runs.get(id) ?? { user, kinds: new Set<string>(), ended: false };
  runs.set(id, run);
  run.kinds.add(kind);
  return run;
}

function usersInFlight(runs: ReadonlyMap<string, SeenRun>): number {
  const busy = new Set<string>();
  for (const { user, ended } of runs.values()) if (!ended) busy.add(user);
  return busy.size;
}
