import type { CallTrack, CheckDeclaration, RunTrack } from '../../contract/check.ts';
import { openOrphans } from './open-orphans.ts';
import { pairValue } from './value.ts';

/** Other calls of the tool were announced, so this completion is one too many. See PAIR-ORPHAN for the other case. */
export const pairGhost: CheckDeclaration = {
  id: 'PAIR-GHOST',
  level: 'MUST',
  title: 'no completion of a call that never existed',
  requirement: 'No tool_completed names a call that its run does not know.',
  reason: 'A result for a call nobody made is either invented or belongs to somebody else.',
  value: pairValue,
  scope: 'run',
  hears: ['tool_completed'],
  provenBy: ['F14'],
  leftGreenBy: ['K02', 'K03', 'K07'],
  open: (context) => openOrphans(context, explain, announcesTool),
};

function explain(run: RunTrack, call: CallTrack): readonly [string, string] {
  return [
    `tool_completed must name a call of run ${run.id} because only an announced call can end.`,
    `However, call ${call.id} is unknown to the whole run, whose other calls of ${call.tool ?? 'the tool'} are complete.`,
  ];
}

function announcesTool(run: RunTrack, ghost: CallTrack): boolean {
  for (const call of run.calls.values()) {
    if (call.executing !== undefined && call.tool === ghost.tool) return true;
  }
  return false;
}
