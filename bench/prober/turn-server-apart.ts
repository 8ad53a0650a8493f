import { fork } from 'node:child_process';
import { once } from 'node:events';

export interface Usage {
  readonly cpuMs: number;
  readonly rssBytes: number;
}

/** The turn server in a process of its own. */
export interface TurnServer {
  readonly url: string;
  usage(): Promise<Usage>;
  close(): Promise<void>;
}

export async function openTurnServer(): Promise<TurnServer> {
  const child = fork(new URL('turn-server.ts', import.meta.url), { execArgv: [] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    url: `http://127.0.0.1:${port}`,
    async usage() {
      child.send('usage');
      const [{ usage }] = (await once(child, 'message')) as [{ usage: Usage }];
      return usage;
    },
    async close() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
