import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { ErrorCode } from '../../contract/error-table.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import { sourceFlags } from '../../targets/source-flags.ts';
import type { CallMessage, Calls, ReplyMessage } from './call-protocol.ts';
import { endWithMeasurement } from './interrupt-children.ts';

type Argument<Call> = Call extends (...given: infer Given) => unknown ? Given[0] : never;
type Answer<Call> = Call extends (...given: never) => infer Result ? Awaited<Result> : never;

/** A process of our own that answers calls. */
export interface Child<Served extends Calls> {
  readonly pid: number;
  call<Name extends keyof Served & string>(
    name: Name,
    argument: Argument<Served[Name]>,
  ): Promise<Answer<Served[Name]>>;
  /** Ends the process, whatever it does, and waits until it is gone. */
  close(): Promise<void>;
}

export interface ChildOptions {
  /** Further flags of node. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which a call that was not answered is given up; for ever unless told. */
  readonly deadlineMs?: number;
}

/** Enough of what a dying process printed to see why. */
const keptOutput = 4000;

/**
 * Starts `module` (which calls `serveCalls`) in a process of its own, so that what is measured there shares neither heap
 * nor event loop with whoever measures.
 *
 * @throws {HarnessError} MEASURED_PROCESS_FAILED from `call` when the call throws anything but a HarnessError, or the process ends before it answered.
 */
export function startChild<Served extends Calls>(
  module: URL,
  { flags = [], env = {}, deadlineMs }: ChildOptions = {},
): Child<Served> {
  const child = fork(module, {
    execArgv: ['--disable-warning=ExperimentalWarning', ...sourceFlags(), ...flags],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  endWithMeasurement(child);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let printed = '';
  let calls = 0;

  const fail = (
    reason: string,
    code: ErrorCode = 'MEASURED_PROCESS_FAILED',
    where = module.href,
  ): HarnessError => new HarnessError(code, reason, { where });
  const gone = (): string =>
    `the process ended (${child.exitCode ?? child.signalCode}; it printed: ${printed.trim()})`;
  const keep = (text: string): void => {
    printed = (printed + text).slice(-keptOutput);
  };
  child.stdout?.setEncoding('utf8').on('data', keep);
  child.stderr?.setEncoding('utf8').on('data', keep);
  child.on('message', (reply: ReplyMessage) => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) call?.reject(fail(reply.error, reply.code, reply.where));
    else call?.resolve(reply.result);
  });
  const ended = watchEnd();

  async function watchEnd(): Promise<void> {
    await once(child, 'close').catch((error: unknown) => {
      keep(String(error));
    });
    for (const call of waiting.values()) call.reject(fail(`${gone()} before it answered`));
    waiting.clear();
  }

  return {
    pid: child.pid ?? 0,
    async call<Name extends keyof Served & string>(name: Name, argument: Argument<Served[Name]>) {
      const answered = Promise.withResolvers<unknown>();
      if (!child.connected) throw fail(gone());
      calls += 1;
      waiting.set(calls, answered);
      child.send({ id: calls, name, argument } satisfies CallMessage, (error) => {
        // Its end rejects the call, and says what it printed.
        if (error !== null) child.kill('SIGKILL');
      });
      const late = deadlineMs === undefined ? undefined : setTimeout(giveUp, deadlineMs);
      function giveUp(): void {
        answered.reject(fail(`"${name}" was not answered within ${(deadlineMs ?? 0) / 1000} s`));
      }
      try {
        return (await answered.promise) as Answer<Served[Name]>;
      } finally {
        clearTimeout(late);
      }
    },
    async close() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}
