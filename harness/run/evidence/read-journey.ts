import { criticalKinds, isTerminalKind } from '../../contract/event-kind.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { History } from '../../contract/history.ts';
import type { JourneyFacts } from '../../contract/journey-facts.ts';

interface SeenRun {
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
  /** Messages of a user that no terminal has answered yet. */
  const waiting = new Map<string, number>();
  let interleaved = 0;
  let cameBack = false;
  let fallbacks: number | undefined;
  for (const record of history.records) {
    if (record.type === 'open') {
      userOf.set(record.connection, record.user);
      users.add(record.user);
    }
    if (record.type === 'act') {
      cameBack ||= leavings.has(record.act);
      if (record.act === 'chat') waiting.set(record.user, (waiting.get(record.user) ?? 0) + 1);
      interleaved = Math.max(interleaved, busyUsers(waiting));
    }
    if (record.type !== 'frame' || record.direction !== 'received') continue;
    for (const event of record.events) {
      const run = followRun(event, runs);
      if (run === undefined) continue;
      if (event.kind === 'agent_completed' && event.fallbacks !== undefined) {
        fallbacks = (fallbacks ?? 0) + event.fallbacks;
      }
      if (run.ended || !isTerminalKind(event.kind)) continue;
      run.ended = true;
      const user = userOf.get(record.connection) ?? record.connection;
      waiting.set(user, Math.max(0, (waiting.get(user) ?? 0) - 1));
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
  runs: Map<string, SeenRun>,
): SeenRun | undefined {
  if (id === undefined || replay === true) return undefined;
  const run = runs.get(id) ?? { kinds: new Set<string>(), ended: false };
  runs.set(id, run);
  run.kinds.add(kind);
  return run;
}

function busyUsers(waiting: ReadonlyMap<string, number>): number {
  return [...waiting.values()].filter((count) => count > 0).length;
}
