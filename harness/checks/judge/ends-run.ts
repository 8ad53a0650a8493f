import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { RunTrack } from '../../contract/check.ts';
import { isTerminalKind } from '../../contract/event-kind.ts';
import type { Promises } from '../../contract/promises.ts';

/** Whether this event ends its run, and not only the work of one of its agents. */
export function endsRun(
  { completions }: Promises,
  run: Pick<RunTrack, 'agent'>,
  { kind, agent }: CanonicalEvent,
): boolean {
  if (!isTerminalKind(kind)) return false;
  return completions === 'one-per-run' || agent === undefined || agent === run.agent;
}
