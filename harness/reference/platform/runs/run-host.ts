import { randomUUID } from 'node:crypto';
import type { ConnectionFrame } from '../../../contract/wire-connection.ts';
import type { WireRequest } from '../../../contract/wire-request.ts';
import { createUserExecutionContext } from '../../dispatcher/user-execution-context.ts';
import type { Bus } from '../bus/bus.ts';
import type { EventLog } from '../events/event-log.ts';
import type { RefusalCode } from '../gateway/refusal.ts';
import type { StoredRun } from '../store/run-store.ts';
import type { Store } from '../store/store.ts';
import { ActiveRun } from './active-run.ts';
import { CancelledError } from './cancelled-error.ts';
import { closeAbandonedRun } from './close-abandoned-run.ts';
import { executeRun, type RunEquipment } from './execute-run.ts';
import { RunStoppedError } from './run-stopped-error.ts';

type ChatMessage = Extract<WireRequest, { type: 'chat_message' }>;

export interface RunHostOptions {
  readonly store: Store;
  readonly log: EventLog;
  readonly bus: Pick<Bus, 'announce'>;
  readonly equipment: Omit<RunEquipment, 'log' | 'threads'>;
  /** Name of this process; a restart under the same name inherits its open runs at once. */
  readonly instance: string;
  readonly maxOpenRunsPerUser: number;
  readonly runTimeoutMs: number;
  /** How long the events of a run that has ended can be resumed. */
  readonly eventRetentionMs: number;
  readonly reportError: (error: unknown) => void;
}

export interface Accepted {
  readonly threadId: string;
  readonly runId: string;
  /** Starts the run, once the caller knows about it; does nothing for a message that was sent before. */
  begin(): void;
}

/** How long other processes leave an open run alone without a sign of life. */
const leaseMs = 15_000;
const titleLength = 80;

/** Accepts, executes, cancels and, after a crash, closes runs. */
export class RunHost {
  readonly #options: RunHostOptions;
  readonly #active = new Map<string, { run: ActiveRun; done: Promise<void> }>();
  readonly #openPerUser = new Map<string, number>();
  readonly #lease: NodeJS.Timeout;
  #stopping = false;
  #startedCount = 0;

  constructor(options: RunHostOptions) {
    this.#options = options;
    this.#lease = setInterval(() => void this.#keepHouse(), leaseMs / 3).unref();
  }

  get activeCount(): number {
    return this.#active.size;
  }

  /** Runs begun since the start of this process. */
  get startedCount(): number {
    return this.#startedCount;
  }

  /** Stores message and run, once per idempotency key; gives a code when it is refused. */
  async accept(userId: string, request: ChatMessage): Promise<Accepted | RefusalCode> {
    const { store, instance, maxOpenRunsPerUser } = this.#options;
    const { thread_id: given, content, idempotency_key: idempotencyKey } = request;
    if (this.#stopping) return 'SHUTTING_DOWN';
    if (given !== undefined && (await store.threads.ownerOf(given)) !== userId) return 'NOT_FOUND';
    if ((this.#openPerUser.get(userId) ?? 0) >= maxOpenRunsPerUser) return 'TOO_MANY_RUNS';
    const runId = `run_${randomUUID()}`;
    const stored = await store.runs.open({
      runId,
      threadId: given ?? `thr_${randomUUID()}`,
      userId,
      idempotencyKey,
      messageId: `msg_${randomUUID()}`,
      content,
      title: content.slice(0, titleLength),
      instance,
      leaseUntil: Date.now() + leaseMs,
      createdAt: Date.now(),
    });
    const { threadId } = stored;
    if (stored.runId !== runId) return { threadId, runId: stored.runId, begin: () => {} };
    const context = createUserExecutionContext({
      userId,
      threadId,
      runId,
      requestId: `req_${randomUUID()}`,
    });
    return { threadId, runId, begin: () => this.#begin(new ActiveRun(context, content)) };
  }

  /** Cancels a run wherever it is executed; gives a code when it is too late. */
  async cancel(run: StoredRun, connectionId: string): Promise<RefusalCode | undefined> {
    if (this.#active.has(run.runId)) {
      return this.cancelHere(run.runId, connectionId) ? undefined : 'RUN_ENDED';
    }
    if (run.endedAt !== null || run.instance === this.#options.instance) return 'RUN_ENDED';
    const { bus } = this.#options;
    await bus.announce({ kind: 'cancel', run_id: run.runId, connection_id: connectionId });
    return undefined;
  }

  /**
   * Cancels a run of this process. The acknowledgement goes out after everything the run said before,
   * and nothing but its closing follows. False when the run is not here or its answer is on its way.
   */
  cancelHere(runId: string, connectionId: string): boolean {
    const run = this.#active.get(runId)?.run;
    if (run === undefined || !run.cancel()) return false;
    const acknowledgement: ConnectionFrame = { type: 'cancel_accepted', run_id: runId };
    this.#options.log.insert(run.context.userId, () => {
      run.abort(new CancelledError());
      return [{ text: JSON.stringify(acknowledgement), connection: connectionId }];
    });
    return true;
  }

  /** Closes what an earlier process of this name, or one that is gone, left open. */
  async recover(mine: boolean): Promise<void> {
    const { store, log, instance } = this.#options;
    const now = Date.now();
    const abandoned = await store.runs.claimAbandoned(instance, now, now + leaseMs, mine);
    for (const run of abandoned) {
      if (!this.#active.has(run.runId)) await closeAbandonedRun(run, store, log);
    }
  }

  /** Lets open runs finish for `graceMs`, then ends the rest. Settles when every run has its terminal. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    const timer = setTimeout(() => {
      const reason = new RunStoppedError('RUN_INTERRUPTED');
      for (const { run } of this.#active.values()) run.abort(reason);
    }, graceMs);
    while (this.#active.size > 0) {
      await Promise.all([...this.#active.values()].map(({ done }) => done));
    }
    clearTimeout(timer);
    clearInterval(this.#lease);
    await this.#options.log.drain();
  }

  #begin(run: ActiveRun): void {
    const { runId, userId } = run.context;
    this.#startedCount += 1;
    this.#options.log.open(runId, 0);
    this.#openPerUser.set(userId, (this.#openPerUser.get(userId) ?? 0) + 1);
    this.#active.set(runId, { run, done: this.#execute(run) });
  }

  async #execute(run: ActiveRun): Promise<void> {
    const { store, log, equipment, runTimeoutMs, reportError } = this.#options;
    const { runId, userId } = run.context;
    const timeout = setTimeout(() => run.abort(new RunStoppedError('RUN_TIMEOUT')), runTimeoutMs);
    try {
      await executeRun(run, { ...equipment, log, threads: store.threads });
      await store.runs.end(runId, Date.now());
    } catch (error) {
      // Left open in the store: `recover` gives it a terminal once the store answers again.
      reportError(error);
    } finally {
      clearTimeout(timeout);
      log.forget(runId);
      this.#active.delete(runId);
      this.#leave(userId);
    }
  }

  #leave(userId: string): void {
    const left = (this.#openPerUser.get(userId) ?? 1) - 1;
    if (left === 0) this.#openPerUser.delete(userId);
    else this.#openPerUser.set(userId, left);
  }

  async #keepHouse(): Promise<void> {
    const { store, reportError, eventRetentionMs } = this.#options;
    try {
      await store.runs.renewLeases([...this.#active.keys()], Date.now() + leaseMs);
      await this.recover(false);
      await store.runs.forgetEvents(Date.now() - eventRetentionMs);
    } catch (error) {
      reportError(error);
    }
  }
}
