import type { ToolCall, ToolResult } from '../parts.ts';
import type { ToolDefinition } from '../tool/tool-definition.ts';
import { admit, type AdmittedCall } from './admission.ts';
import type { DispatchScope } from './dispatch-scope.ts';
import { countResult } from './dispatch-tally.ts';
import { refuse } from './refuse.ts';
import { SlotWait, type WaitEnding } from './slot-wait.ts';
import { ToolExecution } from './tool-execution.ts';

/** One call on its way through the dispatcher: refused, or waiting for a place, then executing. */
export class DispatchedCall {
  readonly call: ToolCall;
  readonly result: Promise<ToolResult>;
  readonly #scope: DispatchScope;
  #stage: SlotWait | ToolExecution | undefined;

  constructor(scope: DispatchScope, call: ToolCall, tool: ToolDefinition | undefined) {
    this.#scope = scope;
    this.call = call;
    scope.tally.pending += 1;
    this.result = this.#begin(tool);
  }

  /** Harmless when the call is over. */
  cancel(message: string): void {
    this.#stage?.cancel(message);
  }

  /** The execution, once there is one. */
  get execution(): ToolExecution | undefined {
    return this.#stage instanceof ToolExecution ? this.#stage : undefined;
  }

  #begin(tool: ToolDefinition | undefined): Promise<ToolResult> {
    const admitted = admit(this.call, tool, this.#scope);
    if ('code' in admitted) return refuse(this.#scope, this.call, admitted);
    if (this.call.signal?.aborted === true) return Promise.resolve(this.#cancelled());
    const { context, slots } = this.#scope;
    return slots.tryEnter(context.userId, admitted.tool.concurrencyClass)
      ? this.#execute(admitted)
      : this.#wait(admitted);
  }

  #execute(admitted: AdmittedCall): Promise<ToolResult> {
    const execution = new ToolExecution(this.#scope, admitted);
    this.#stage = execution;
    return execution.run();
  }

  #wait(admitted: AdmittedCall): Promise<ToolResult> {
    return new Promise((resolve) => {
      const wait = new SlotWait(this.#scope, admitted, (ending) =>
        resolve(this.#continue(admitted, ending)),
      );
      this.#stage = wait;
      wait.begin();
    });
  }

  #continue(admitted: AdmittedCall, ending: WaitEnding): ToolResult | Promise<ToolResult> {
    switch (ending) {
      case 'entered':
        return this.#execute(admitted);
      case 'busy':
        return refuse(this.#scope, this.call, {
          code: 'TOOL_BUSY',
          message: 'too many calls of this user are running and waiting; try again later',
        });
      case 'cancelled':
        return this.#cancelled();
    }
  }

  /** Cancelled before it was announced: there is nothing to complete, hence no event. */
  #cancelled(): ToolResult {
    const result: ToolResult = {
      status: 'cancelled',
      error: { code: 'TOOL_CANCELLED', message: 'cancelled before it was started' },
      executionTimeMs: 0,
    };
    countResult(this.#scope.tally, result);
    return result;
  }
}
