import type { RecordOf } from '../contract/history.ts';
import type { Intent, Intents } from '../targets/profile.ts';
import { countCalls } from './count-calls.ts';

/** How a target is asked for these things, and what the history says of it. */
export interface Wording {
  readonly content: string;
  readonly act: Pick<RecordOf<'act'>, 'intent' | 'expects' | 'calls'>;
}

/** `undefined` where the target cannot do it. A load says the same thing many times, and works it out once. */
export function wordingOf(words: Intents, intents: readonly Intent[]): Wording | undefined {
  const content = words.phrase(intents);
  if (content === undefined) return undefined;
  const act = {
    intent: intents.map((intent) => intent.kind).join('+'),
    expects: [...words.expects(intents)],
    calls: countCalls(intents),
  };
  return { content, act };
}
