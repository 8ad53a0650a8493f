import type { Intent, Intents } from '../../targets/profile.ts';

/** The first of these wishes that the target can be asked for, in one message each; `undefined` where it is none of them. */
export function firstAskable(
  words: Pick<Intents, 'phrase'>,
  choices: readonly (readonly Intent[])[],
): readonly Intent[] | undefined {
  return choices.find((intents) => words.phrase(intents) !== undefined);
}
