import { moduleBeside } from '../../perf/child/module-beside.ts';
import { startChild } from '../../perf/child/start-child.ts';
import type { Result } from '../../contract/result.ts';
import type { ProofChildCalls } from './proof-child.ts';

/** Far longer than a busy machine needs. */
const deadlineMs = 600_000;

/**
 * Shows in a process of its own that every check can fail: reading large histories holds up this one, and a probe that
 * lags cannot tell a late run from a slow one. An abort ends it. Rejects with `MEASURED_PROCESS_FAILED`.
 */
export async function proveChecks(
  seed: string,
  signal: AbortSignal,
): Promise<Pick<Result, 'kill_matrix' | 'check_ids'>> {
  const child = startChild<ProofChildCalls>(moduleBeside(import.meta.url, 'proof-child'), {
    deadlineMs,
  });
  const stop = (): void => void child.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await child.call('plantFaults', seed);
  } finally {
    signal.removeEventListener('abort', stop);
    await child.close();
  }
}
