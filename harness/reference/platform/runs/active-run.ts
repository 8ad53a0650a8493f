import type { UserExecutionContext } from '../../dispatcher/user-execution-context.ts';
import { CancelledError } from './cancelled-error.ts';

/** One run that this process executes. */
export class ActiveRun {
  readonly context: UserExecutionContext;
  readonly content: string;
  readonly #controller = new AbortController();
  #state: 'working' | 'cancelled' | 'answered' = 'working';

  constructor(context: UserExecutionContext, content: string) {
    this.context = context;
    this.content = content;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isCancelled(): boolean {
    return this.#state === 'cancelled';
  }

  /** From now on the run says nothing but what closes it; false when the answer is already on its way. */
  cancel(): boolean {
    if (this.#state === 'answered') return false;
    this.#state = 'cancelled';
    return true;
  }

  /** Stops tools and agent. */
  abort(reason: Error): void {
    this.#controller.abort(reason);
  }

  /** The answer is complete: too late to cancel. Throws when a cancel or an abort was first. */
  settle(): void {
    if (this.#state === 'cancelled') throw new CancelledError();
    this.signal.throwIfAborted();
    this.#state = 'answered';
  }
}
