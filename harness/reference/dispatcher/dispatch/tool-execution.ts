import { performance } from 'node:perf_hooks';
import type { Deadline, Expiring } from '../limits/deadline.ts';
import type { ToolResult } from '../parts.ts';
import type { ToolInvocation } from '../tool/tool-definition.ts';
import type { UserExecutionContext } from '../user-execution-context.ts';
import type { AdmittedCall } from './admission.ts';
import { describeEnd, describeStart } from './announcement.ts';
import { CallAborted } from './call-aborted.ts';
import type { DispatchScope } from './dispatch-scope.ts';
import { countResult } from './dispatch-tally.ts';
import { judgeReturn, judgeThrow, toResult, type Ending } from './ending.ts';
import { Notifications } from './notifications.ts';

/**
 * One announced execution. The tool, its timeout and a cancel race to end it; the first one wins, and exactly one
 * completion is sent. A tool that goes on after its end keeps its place until it settles or the dispatcher gives it up.
 */
export class ToolExecution implements ToolInvocation, Expiring {
  readonly #scope: DispatchScope;
  readonly #admitted: AdmittedCall;
  readonly #notifications: Notifications;
  #startedAt = 0;
  #deadline: Deadline | undefined;
  #resolve: ((result: ToolResult) => void) | undefined;
  #ended = false;
  #controller: AbortController | undefined;
  #aborted: CallAborted | undefined;
  #released = false;
  #onReleased: (() => void) | undefined;

  constructor(scope: DispatchScope, admitted: AdmittedCall) {
    this.#scope = scope;
    this.#admitted = admitted;
    this.#notifications = new Notifications(scope);
  }

  get callId(): string {
    return this.#admitted.call.callId;
  }

  get context(): UserExecutionContext {
    return this.#scope.context;
  }

  /** Made when a tool asks for it: most never do. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#aborted !== undefined) this.#controller.abort(this.#aborted);
    return this.#controller.signal;
  }

  /** Announces, executes, announces. Never rejects. */
  run(): Promise<ToolResult> {
    const { call, tool } = this.#admitted;
    this.#startedAt = performance.now();
    this.#scope.tally.running += 1;
    this.#notifications.send('tool_executing', () =>
      this.#scope.bridge.notifyToolExecuting(describeStart(this.#admitted)),
    );
    this.#deadline = this.#scope.deadlines.open(this, this.#startedAt + tool.timeoutMs);
    call.signal?.addEventListener('abort', this);
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.#execute();
    });
  }

  /** The tool took too long, or, when it is over, the confirmation of its events. */
  expire(): void {
    if (this.#ended) {
      this.#notifications.giveUp();
      return;
    }
    const { name, timeoutMs } = this.#admitted.tool;
    this.#abort('TOOL_TIMED_OUT', `"${name}" did not settle within ${timeoutMs} ms`);
  }

  cancel(message: string): void {
    this.#abort('TOOL_CANCELLED', message);
  }

  /** The caller's own signal aborted. */
  handleEvent(): void {
    this.cancel('the caller cancelled the call');
  }

  /** Settles when the tool itself has settled, or when `abandon` gives it up. */
  async released(): Promise<void> {
    if (this.#released) return;
    await new Promise<void>((resolve) => {
      this.#onReleased = resolve;
    });
  }

  /** Stops waiting for a tool that ignores its signal; false when it had settled. */
  abandon(): boolean {
    if (this.#released) return false;
    this.#release();
    return true;
  }

  #execute(): void {
    const { tool, input } = this.#admitted;
    try {
      Promise.resolve(tool.execute(input, this)).then(
        (returned: unknown) => this.#settle(this.#judge(returned)),
        (error: unknown) => this.#settle(judgeThrow(error)),
      );
    } catch (error) {
      this.#settle(judgeThrow(error));
    }
  }

  /** A schema may throw too. */
  #judge(returned: unknown): Ending {
    try {
      return judgeReturn(returned, this.#admitted, this.#scope.limits.maxResultSize);
    } catch (error) {
      return judgeThrow(error);
    }
  }

  #settle(ending: Ending): void {
    this.#finish(ending);
    this.#release();
  }

  #abort(code: CallAborted['code'], message: string): void {
    if (this.#ended) return;
    this.#aborted = new CallAborted(code, message);
    const status = code === 'TOOL_TIMED_OUT' ? 'timed_out' : 'cancelled';
    this.#finish({ status, error: { code, message } });
    this.#controller?.abort(this.#aborted);
  }

  /** The first ending counts; whatever the tool does later is not looked at. */
  #finish(ending: Ending): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#admitted.call.signal?.removeEventListener('abort', this);
    const endedAt = performance.now();
    const executionTimeMs = endedAt - this.#startedAt;
    this.#notifications.send('tool_completed', () =>
      this.#scope.bridge.notifyToolCompleted(describeEnd(this.#admitted, ending, executionTimeMs)),
    );
    this.#deadline?.moveTo(endedAt + this.#scope.limits.confirmMs);
    this.#notifications.whenSettled(() => {
      this.#deadline?.close();
      const result = toResult(ending, executionTimeMs, this.#notifications.undelivered);
      countResult(this.#scope.tally, result);
      this.#resolve?.(result);
    });
  }

  #release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#scope.tally.running -= 1;
    this.#scope.slots.leave(this.#scope.context.userId, this.#admitted.tool.concurrencyClass);
    this.#onReleased?.();
  }
}
