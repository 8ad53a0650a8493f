import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { goldenPath } from '../../../probe/journeys/golden-path.ts';
import { openStore } from '../../../report/store/open-store.ts';
import type { ResultStore } from '../../../report/store/result-store.ts';
import type { Target } from '../../../targets/target.ts';
import type { WatchOrder } from '../watch-target.ts';

/** Whoever is on duty: a folder, a store, and a webhook that remembers what it was told. */
export interface Desk extends AsyncDisposable {
  readonly folder: string;
  readonly store: ResultStore;
  readonly notices: readonly Record<string, unknown>[];
  /** An order for this target; `after` is called when a round was kept, with its number. */
  order(target: Target, after: (round: number) => Promise<void>): WatchOrder;
}

export async function openDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-monitor-'));
  const store = await openStore(join(folder, 'results.sqlite'));
  const notices: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      notices.push(body as Record<string, unknown>);
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return {
    folder,
    store,
    notices,
    order(target, after) {
      let rounds = 0;
      return {
        target,
        journeys: [goldenPath],
        users: 2,
        strict: false,
        seed: 'monitor',
        id: 'watch',
        folder,
        everyMs: 1,
        confirm: 1,
        rounds: 8,
        stay: false,
        webhook,
        keep: async (result) => {
          rounds += 1;
          await store.put(result);
          await after(rounds);
        },
        say: () => {},
      };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
