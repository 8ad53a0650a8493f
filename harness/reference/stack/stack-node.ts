import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { HarnessError } from '../../contract/harness-error.ts';
import type { SiblingMessage } from '../platform/bus/sibling-bus.ts';
import { awaitExit, isRunning } from './await-exit.ts';
import { orderVariable, type NodeOrder, type NodeReady } from './node-order.ts';

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const entry = fileURLToPath(new URL(`node-child.${extension}`, import.meta.url));

/** Its open runs get five seconds of this, its sockets two. */
const farewellMs = 30_000;

export interface StackNodeOptions {
  readonly order: NodeOrder;
  /** File that gets what the node prints. */
  readonly log: string;
  /** Called with what it wants its siblings to know. */
  readonly relay: (message: SiblingMessage) => void;
  /** Called when it is gone without having been asked to leave. */
  readonly died: (signal: NodeJS.Signals | null) => void;
}

/** One node of a stack: a platform at one port, which can be killed, and started again under its name. */
export class StackNode {
  readonly #options: StackNodeOptions;
  #child: ChildProcess | undefined;
  #asked = false;

  constructor(options: StackNodeOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.order.instance;
  }

  /** `host:port` */
  get address(): string {
    return `127.0.0.1:${this.#options.order.port}`;
  }

  /** Null while it is down. */
  get pid(): number | null {
    return this.#child !== undefined && isRunning(this.#child) ? (this.#child.pid ?? null) : null;
  }

  /** Settles when it accepts connections. Rejects with STACK_FAILED and what it printed. */
  async start(): Promise<void> {
    const { order, log, relay, died } = this.#options;
    const output = openSync(log, 'a');
    const child = fork(entry, {
      env: { ...process.env, [orderVariable]: JSON.stringify(order) },
      execArgv: [],
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    this.#child = child;
    this.#asked = false;
    const ended = once(child, 'exit');
    const started = new Promise<boolean>((resolve) => {
      child.on('message', (message: NodeReady | SiblingMessage) => {
        if ('ready' in message) resolve(true);
        else relay(message);
      });
      void ended.then(() => resolve(false));
    });
    if (await started) {
      void ended.then(() => {
        if (!this.#asked) died(child.signalCode);
      });
      return;
    }
    const said = await readFile(log, 'utf8');
    throw new HarnessError('STACK_FAILED', `node ${this.name} did not start\n${said.trim()}`);
  }

  /** Hands over what a sibling said. */
  tell(message: SiblingMessage): void {
    if (this.#child?.connected === true) this.#child.send(message, () => {});
  }

  /** Lets it finish its runs and say goodbye. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Takes it away in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    this.#asked = true;
    if (this.#child !== undefined) await awaitExit(this.#child, signal, farewellMs);
  }
}
