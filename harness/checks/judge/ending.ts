import type { Ending } from '../../contract/check.ts';
import type { RecordOf } from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';
import type { ConnectionTrack } from './connection-track.ts';
import type { RunView } from './run-entry.ts';
import { saysDone } from './says-done.ts';

/** How the watching of a run ended. Silence counts only when the probe waited as long as the target has time. */
export function endingOf(
  run: RunView,
  connection: ConnectionTrack | undefined,
  watchEnd: RecordOf<'end'> | undefined,
  promises: Promises,
): Ending {
  if (run.terminal !== undefined) return 'terminal';
  const { cut } = run;
  if (cut !== undefined) {
    if (cut.cause === 'probe') return 'dropped';
    return saysDone(cut, promises) ? 'closed-clean' : 'closed-dirty';
  }
  const leftBehind = connection !== undefined && run.epoch < connection.epoch && !run.resumed;
  if (leftBehind) return 'dropped';
  if (watchEnd === undefined || watchEnd.reason === 'aborted') return 'unwatched';
  if (watchEnd.reason === 'deadline') return 'waited';
  return watchEnd.at - run.firstAt >= promises.deadlines.terminal_ms ? 'waited' : 'unwatched';
}
