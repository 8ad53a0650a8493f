import { performance } from 'node:perf_hooks';
import type { DispatchScope } from './dispatch-scope.ts';
import type { DispatchedCall } from './dispatched-call.ts';
import type { ToolExecution } from './tool-execution.ts';

/** Cancels what runs and waits for it; a tool that ignores its signal is given up after `limits.abortGraceMs`. */
export async function closeCalls(
  calls: readonly DispatchedCall[],
  scope: DispatchScope,
): Promise<void> {
  for (const call of calls) call.cancel('the dispatcher was disposed');
  await Promise.all(calls.map((call) => call.result));
  const executions = calls.flatMap((call) => call.execution ?? []);
  const deadline = scope.deadlines.open(
    { expire: () => abandon(executions, scope) },
    performance.now() + scope.limits.abortGraceMs,
  );
  await Promise.all(executions.map((execution) => execution.released()));
  deadline.close();
}

function abandon(executions: readonly ToolExecution[], scope: DispatchScope): void {
  for (const execution of executions) {
    if (execution.abandon()) scope.tally.abandoned += 1;
  }
}
