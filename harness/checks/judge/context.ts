import type { CheckContext, RunTrack } from '../../contract/check.ts';
import type { Promises } from '../../contract/promises.ts';
import { endingOf } from './ending.ts';
import type { RunView } from './run-entry.ts';
import type { RunTracker } from './run-tracker.ts';

/** What checks may ask of the judge. Each part of a run's or a connection's memory belongs to one check. */
export function createContext(promises: Promises, tracker: RunTracker): CheckContext {
  let runSlots = 0;
  let connectionSlots = 0;
  return {
    promises,
    perRun<State>(create: (run: RunTrack) => State) {
      const slot = runSlots;
      runSlots += 1;
      const of = (run: RunTrack): State => (run.memory[slot] ??= create(run)) as State;
      const peek = (run: RunTrack): State | undefined => run.memory[slot] as State | undefined;
      return Object.assign(of, { peek });
    },
    perConnection<State>(create: () => State) {
      const slot = connectionSlots;
      connectionSlots += 1;
      return (id: string) => (tracker.connections.of(id).memory[slot] ??= create()) as State;
    },
    openRuns: () => tracker.openRuns(),
    runOf: (id) => tracker.runOf(id),
    userOf: (connection) => tracker.connections.find(connection)?.user,
    unansweredChats: () => tracker.unansweredChats(),
    endingOf: (run) =>
      endingOf(
        run as RunView,
        tracker.connections.find(run.connection),
        tracker.watchEnd,
        promises,
      ),
    heard: () => tracker.heard,
    latestOn: (connection) => tracker.connections.find(connection)?.latest,
    watchEnd: () => tracker.watchEnd,
  };
}
