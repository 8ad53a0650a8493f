import { cancelAsFailure } from './cancel-as-failure.ts';
import { cancelIgnored } from './cancel-ignored.ts';
import { deafTools } from './deaf-tools.ts';
import { effectTwice } from './effect-twice.ts';
import { hideFailure } from './hide-failure.ts';
import { lateEmitter } from './late-emitter.ts';
import { leakContext } from './leak-context.ts';
import { leakToNeighbour } from './leak-to-neighbour.ts';
import { loseAgentCompleted } from './lose-agent-completed.ts';
import { loseToolCompletedOnThrow } from './lose-tool-completed-on-throw.ts';
import { openDoor } from './open-door.ts';
import { phantomTool } from './phantom-tool.ts';
import { resumeAltered } from './resume-altered.ts';
import { resumeLosesGap } from './resume-loses-gap.ts';
import { resumeUndeclared } from './resume-undeclared.ts';
import { runAsRecipient } from './run-as-recipient.ts';
import type { Mutant, PlatformSeams } from './seams.ts';
import { sharedResults } from './shared-results.ts';
import { staleSession } from './stale-session.ts';
import { swapOrder } from './swap-order.ts';
import { trespass } from './trespass.ts';

/** Every mutant by its id. */
export const mutants = {
  'cancel-as-failure': cancelAsFailure,
  'cancel-ignored': cancelIgnored,
  'deaf-tools': deafTools,
  'effect-twice': effectTwice,
  'hide-failure': hideFailure,
  'late-emitter': lateEmitter,
  'leak-context': leakContext,
  'leak-to-neighbour': leakToNeighbour,
  'lose-agent-completed': loseAgentCompleted,
  'lose-tool-completed-on-throw': loseToolCompletedOnThrow,
  'open-door': openDoor,
  'phantom-tool': phantomTool,
  'resume-altered': resumeAltered,
  'resume-loses-gap': resumeLosesGap,
  'resume-undeclared': resumeUndeclared,
  'run-as-recipient': runAsRecipient,
  'shared-results': sharedResults,
  'stale-session': staleSession,
  'swap-order': swapOrder,
  trespass,
} as const satisfies Record<string, Mutant>;

export type MutantId = keyof typeof mutants;

/** Damages the seams with every named mutant, in the given order. */
export function damageSeams(sound: PlatformSeams, ids: readonly MutantId[]): PlatformSeams {
  return ids.reduce((seams, id) => mutants[id].damage(seams), sound);
}
