import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';

const current = new AsyncLocalStorage<AbortSignal>();

/**
 * Carries out a measurement whose processes end with the signal: those it has open, and any it starts afterwards. Processes that
 * somebody else started live on.
 */
export function interruptChildren<Made>(
  signal: AbortSignal | undefined,
  measure: () => Promise<Made>,
): Promise<Made> {
  return signal === undefined ? measure() : current.run(signal, measure);
}

/** Ends the process together with the measurement it was started for: calls that wait for it are rejected. */
export function endWithMeasurement(child: ChildProcess): void {
  const signal = current.getStore();
  if (signal === undefined) return;
  const end = (): void => void child.kill('SIGKILL');
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  child.once('close', () => signal.removeEventListener('abort', end));
}
