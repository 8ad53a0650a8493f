import type { CallTrack, CheckDeclaration, RunTrack } from '../../contract/check.ts';
import { isInvented } from './is-invented.ts';
import { openOrphans } from './open-orphans.ts';
import { pairValue } from './value.ts';

/** This completion is one too many. See PAIR-ORPHAN for one whose announcement was lost. */
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
  open: (context) => openOrphans(context, explain, isInvented),
};

function explain(run: RunTrack, call: CallTrack): readonly [string, string] {
  return [
    `tool_completed must name a call of run ${run.id} because only an announced call can end.`,
    `However, call ${call.id} (${call.tool ?? 'of a nameless tool'}) is unknown to the whole run, and one too many.`,
  ];
}
