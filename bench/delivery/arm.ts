import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Usage } from './arms/serve-arm.ts';
import { connectSocketIo, connectWs, type Client } from './clients.ts';

const arms = {
  gateway: connectWs,
  'plain-ws': connectWs,
  'socket-io': connectSocketIo,
} as const;

export type ArmName = keyof typeof arms;
export const armNames = Object.keys(arms) as ArmName[];

/** Connects in steps: a burst of a thousand handshakes would measure the accept queue. */
const connectStep = 100;

/** A server in a process of its own, with clients connected to it. */
export class Arm {
  readonly clients: Client[] = [];
  readonly #child: ChildProcess;

  readonly #connect: () => Promise<Client>;

  private constructor(child: ChildProcess, connect: () => Promise<Client>) {
    this.#child = child;
    this.#connect = connect;
  }

  static async start(name: ArmName, connections: number): Promise<Arm> {
    const script = join(import.meta.dirname, 'arms', `${name}.ts`);
    const child = fork(script, { execArgv: ['--expose-gc'] });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    const arm = new Arm(child, () => arms[name](port));
    await arm.growTo(connections);
    return arm;
  }

  /** Opens connections until there are so many. */
  async growTo(connections: number): Promise<void> {
    while (this.clients.length < connections) {
      const step = Math.min(connectStep, connections - this.clients.length);
      this.clients.push(...(await Promise.all(Array.from({ length: step }, this.#connect))));
    }
  }

  /** Closes all connections; settles when the server has seen it. */
  async empty(): Promise<void> {
    for (const client of this.clients.splice(0)) client.close();
    while ((await this.usage()).connections > 0);
  }

  async usage(): Promise<Usage> {
    this.#child.send('usage');
    const [{ usage }] = (await once(this.#child, 'message')) as [{ usage: Usage }];
    return usage;
  }

  async stop(): Promise<void> {
    for (const client of this.clients) client.close();
    this.#child.disconnect();
    await once(this.#child, 'exit');
  }
}
