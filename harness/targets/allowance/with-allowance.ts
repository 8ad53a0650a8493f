import type { Allowance } from '../../contract/allowance.ts';
import type { Target } from '../target.ts';
import { spendRuns } from './ledger.ts';

/**
 * The same target for somebody who may not start any number of runs: whoever phrases a message pays for the run that it
 * starts. A message that is sent again under the same key is paid for again, because nobody knows what it starts.
 */
export function withAllowance(target: Target, allowance: Allowance | undefined): Target {
  if (allowance === undefined) return target;
  const { profile } = target;
  const { intents } = profile;
  return {
    ...target,
    allowance,
    profile: {
      ...profile,
      intents: {
        ...intents,
        chat(message) {
          spendRuns(allowance);
          return intents.chat(message);
        },
      },
    },
  };
}
