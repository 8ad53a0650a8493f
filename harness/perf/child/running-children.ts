import type { ChildProcess } from 'node:child_process';

/** Every process of `startChild` that has not ended: whoever interrupts a measurement need not know which of them it has open. */
const running = new Set<ChildProcess>();

/** Remembers a process for as long as it runs. */
export function rememberChild(child: ChildProcess): void {
  running.add(child);
  child.once('close', () => running.delete(child));
}

/** Ends them all, whatever they do: calls that wait for them are rejected. */
export function endChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}
