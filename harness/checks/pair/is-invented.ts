import type { CallTrack, RunTrack } from '../../contract/check.ts';

/**
 * Whether an unannounced completion is one too many, or the announcement of a real call was lost. The number of calls
 * that were asked for decides; where nobody knows it, the other calls of the same tool do.
 */
export function isInvented(run: RunTrack, orphan: CallTrack): boolean {
  const calls = [...run.calls.values()];
  const asked = run.asked?.calls;
  if (asked === undefined) {
    return calls.some(({ executing, tool }) => executing !== undefined && tool === orphan.tool);
  }
  return calls.length > asked;
}
