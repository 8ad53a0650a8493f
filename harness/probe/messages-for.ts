import type { Intent } from '../targets/profile.ts';
import type { Session } from './session.ts';

/**
 * The messages that put these wishes to a target: one for all of them, or one for each where it takes one at a time.
 * A wish that it cannot fulfil alone either is left out.
 */
export function messagesFor(session: Session, wishes: readonly Intent[]): readonly Intent[][] {
  const { intents } = session.target.profile;
  if (intents.phrase(wishes) !== undefined) return [[...wishes]];
  return wishes.map((wish) => [wish]).filter((each) => intents.phrase(each) !== undefined);
}
