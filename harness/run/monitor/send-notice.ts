import { setTimeout as pause } from 'node:timers/promises';

/** What a webhook gets, as JSON. */
export interface Notice {
  readonly event: 'state-change' | 'reverted' | 'revert-failed';
  readonly target: string;
  readonly from: string;
  readonly to: string;
  /** ISO 8601. */
  readonly at: string;
  readonly sentence: string;
  /** The stored result behind it. */
  readonly run_id: string;
  /** Required criteria that did not pass. */
  readonly failing: readonly { readonly id: string; readonly reason: string }[];
}

const tries = 3;
const patienceMs = 5_000;
const retryMs = 250;

/** Posts a notice, three times at most. Gives why it could not be delivered; the URL may hold a secret and is not told. */
export async function sendNotice(
  url: string,
  notice: Notice,
  signal?: AbortSignal,
): Promise<string | undefined> {
  let problem = '';
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(notice),
        signal: AbortSignal.timeout(patienceMs),
      });
      await response.body?.cancel();
      if (response.ok) return undefined;
      problem = `${new URL(url).host} answered ${response.status}`;
    } catch (error) {
      const { message, cause } = error as Error;
      const why = cause instanceof Error ? cause.message : message;
      problem = `${new URL(url).host}: ${why}`;
    }
    if (signal?.aborted === true) break;
    if (attempt < tries) await pause(retryMs * attempt);
  }
  return problem;
}
