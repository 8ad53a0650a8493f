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

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(name: ArmName, connections: number): Promise<{ arm: Arm; idleBytes: number }> {
    const script = join(import.meta.dirname, 'arms', `${name}.ts`);
    const child = fork(script, { execArgv: ['--expose-gc'] });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    const arm = new Arm(child);
    const before = await arm.usage();
    while (arm.clients.length < connections) {
      const step = Math.min(connectStep, connections - arm.clients.length);
      arm.clients.push(
        ...(await Promise.all(Array.from({ length: step }, () => arms[name](port)))),
      );
    }
    const after = await arm.usage();
    return { arm, idleBytes: (after.rssBytes - before.rssBytes) / connections };
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
