import { setTimeout as pause } from 'node:timers/promises';
import type { Allowance } from '../../contract/allowance.ts';
import { nextRunAt, outOfTime } from './ledger.ts';

/** Another process may have spent meanwhile. */
const longestNapMs = 1_000;

/**
 * Waits until the rate is kept again. Called before people begin to speak and never in between: what they do together
 * is a burst that is waited for afterwards, or a leak that needs concurrency would have no chance and every latency
 * would hold our own waiting. Throws `ALLOWANCE_SPENT` as soon as it is certain that time will not last.
 */
export async function awaitTurn(allowance: Allowance | undefined): Promise<void> {
  if (allowance === undefined) return;
  for (;;) {
    const at = nextRunAt(allowance);
    const now = Date.now();
    if (Math.max(at, now) >= allowance.until) throw outOfTime();
    if (at <= now) return;
    await pause(Math.min(longestNapMs, Math.ceil(at - now)));
  }
}
