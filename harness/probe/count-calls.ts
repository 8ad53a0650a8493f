import type { Intent } from '../targets/profile.ts';

const callsOf: Readonly<Record<Intent['kind'], number>> = {
  echo: 1,
  count: 1,
  slow: 1,
  fail: 1,
  parallel: 2,
  long: 0,
  plain: 0,
  large: 1,
  ghost: 0,
  overrun: 1,
};

/** How many tools these intents have called, by an agent that does what it is told. */
export function countCalls(intents: readonly Intent[]): number {
  return intents.reduce((total, { kind }) => total + callsOf[kind], 0);
}
