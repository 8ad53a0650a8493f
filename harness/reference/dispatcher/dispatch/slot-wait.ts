import { performance } from 'node:perf_hooks';
import type { Deadline, Expiring } from '../limits/deadline.ts';
import type { SlotSeeker } from '../limits/user-slots.ts';
import type { AdmittedCall } from './admission.ts';
import type { DispatchScope } from './dispatch-scope.ts';

/** `entered`: the place is taken and must be left again; `busy`: the queue is full or too slow. */
export type WaitEnding = 'entered' | 'busy' | 'cancelled';

/** A call that waits until its user has a free place. */
export class SlotWait implements SlotSeeker, Expiring {
  readonly concurrencyClass: string;
  readonly #scope: DispatchScope;
  readonly #signal: AbortSignal | undefined;
  readonly #onEnd: (ending: WaitEnding) => void;
  #deadline: Deadline | undefined;

  /** `onEnd` is called once, in the moment of the ending: between two steps a cancel would find nobody. */
  constructor(
    scope: DispatchScope,
    { tool, call }: AdmittedCall,
    onEnd: (ending: WaitEnding) => void,
  ) {
    this.concurrencyClass = tool.concurrencyClass;
    this.#scope = scope;
    this.#signal = call.signal;
    this.#onEnd = onEnd;
  }

  begin(): void {
    const { context, deadlines, limits, slots } = this.#scope;
    if (!slots.tryWait(context.userId, this)) {
      this.#onEnd('busy');
      return;
    }
    this.#deadline = deadlines.open(this, performance.now() + limits.maxWaitMs);
    this.#signal?.addEventListener('abort', this);
  }

  enter(): void {
    this.#end('entered');
  }

  expire(): void {
    this.#leaveQueue('busy');
  }

  cancel(): void {
    this.#leaveQueue('cancelled');
  }

  handleEvent(): void {
    this.cancel();
  }

  #leaveQueue(ending: WaitEnding): void {
    this.#scope.slots.giveUp(this.#scope.context.userId, this);
    this.#end(ending);
  }

  #end(ending: WaitEnding): void {
    this.#signal?.removeEventListener('abort', this);
    this.#deadline?.close();
    this.#onEnd(ending);
  }
}
