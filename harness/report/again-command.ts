import type { Result } from '../contract/result.ts';

/** Commands that draw from a seed: only these take one. */
const seeded = /^golden-path (?:gate|probe|bench|faults|nightly)\b/;

/** The command line that shows the same again. */
export function againCommand({ command, seed }: Pick<Result, 'command' | 'seed'>): string {
  const named = command.startsWith('golden-path ') ? command : `golden-path ${command}`;
  const complete = named.includes('--seed') || !seeded.test(named);
  return complete ? `npx ${named}` : `npx ${named} --seed ${seed}`;
}
