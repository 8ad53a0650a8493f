import { HarnessError } from '../contract/harness-error.ts';

/** What whoever stopped it gave as the reason; undefined where it goes on, or was stopped without a word. */
export function whyStopped(signal: AbortSignal | undefined): string | undefined {
  const reason: unknown = signal?.reason;
  return reason instanceof HarnessError ? reason.message : undefined;
}
