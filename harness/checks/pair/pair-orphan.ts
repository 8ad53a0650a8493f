import type { CallTrack, CheckDeclaration, RunTrack } from '../../contract/check.ts';
import { isInvented } from './is-invented.ts';
import { openOrphans } from './open-orphans.ts';
import { pairValue } from './value.ts';

/** The announcement of a call that was asked for was lost. A completion too many belongs to PAIR-GHOST. */
export const pairOrphan: CheckDeclaration = {
  id: 'PAIR-ORPHAN',
  level: 'MUST',
  title: 'every tool completion was announced',
  requirement: 'Every tool_completed has a tool_executing of the same call in its run.',
  reason: 'A result without its announcement cannot be shown where the person waits for it.',
  value: pairValue,
  scope: 'run',
  hears: ['tool_completed'],
  provenBy: ['F11', 'D15'],
  leftGreenBy: ['K02', 'K03', 'K07'],
  open: (context) => openOrphans(context, explain, (run, orphan) => !isInvented(run, orphan)),
};

function explain(run: RunTrack, call: CallTrack): readonly [string, string] {
  return [
    `tool_executing must come before tool_completed of call ${call.id} because a call is announced before it ends.`,
    `However, run ${run.id} never announced it${call.tool === undefined ? '' : ` (a call of ${call.tool})`}.`,
  ];
}
