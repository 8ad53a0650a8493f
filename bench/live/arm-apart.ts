import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openTurnServer } from '../prober/turn-server-apart.ts';
import type { Arm, Asked, Plan, Slice, Told, Used } from './plan.ts';

/** One arm: its client in a process of its own, connected to a server in another one. */
export interface ArmApart {
  readonly arm: Arm;
  take(slice: Slice): Promise<Used>;
  /** Ends both processes and gives the ids of the checks that failed. */
  close(): Promise<readonly string[]>;
}

/** Starts both and connects; throws what the client died of. */
export async function openArm(plan: Omit<Plan, 'url'>): Promise<ArmApart> {
  const server = await openTurnServer();
  const child = fork(
    new URL('drive.ts', import.meta.url),
    [JSON.stringify({ ...plan, url: server.url } satisfies Plan)],
    { execArgv: ['--conditions=golden-path-source'] },
  );
  const gone = new AbortController();
  child.once('exit', () => gone.abort(new Error(`the client of arm "${plan.arm}" is gone`)));
  const hear = async (): Promise<Told> => {
    const [told] = (await once(child, 'message', { signal: gone.signal })) as [Told];
    return told;
  };
  const ask = (asked: Asked): Promise<Told> => {
    const told = hear();
    child.send(asked);
    return told;
  };
  await hear();
  return {
    arm: plan.arm,
    async take(slice) {
      const told = await ask({ ask: 'slice', slice });
      if (told.say !== 'used')
        throw new TypeError(`expected "used", the client said "${told.say}"`);
      return told.used;
    },
    async close() {
      const told = await ask({ ask: 'end' });
      await server.close();
      return told.say === 'judged' ? told.failed : [];
    },
  };
}
