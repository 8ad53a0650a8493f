import type { ServerResponse } from 'node:http';
import type { RunUnderWay } from './run-under-way.ts';
import type { ResultStore } from '../store/result-store.ts';

/** Tells open pages which revision the store has and which runs are under way: at once, and whenever that changes. */
export interface StoreNews {
  listen(response: ServerResponse): Promise<void>;
  stop(): void;
}

/** Other processes write to the store, so it is asked, every so many milliseconds. */
export function openStoreNews(
  store: ResultStore,
  everyMs: number,
  underWay: () => readonly RunUnderWay[],
): StoreNews {
  const listeners = new Map<ServerResponse, { revision: string; runs: string }>();
  const tell = async (): Promise<void> => {
    if (listeners.size === 0) return;
    const runs = JSON.stringify(underWay());
    const revision = await store.revision();
    for (const [response, told] of listeners) {
      if (told.revision !== revision) response.write(`event: revision\ndata: ${revision}\n\n`);
      if (told.runs !== runs) response.write(`event: runs\ndata: ${runs}\n\n`);
      listeners.set(response, { revision, runs });
    }
  };
  const timer = setInterval(() => {
    // A store that is away for a moment is asked again next time.
    tell().catch(() => undefined);
  }, everyMs);
  timer.unref();

  return {
    listen: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.on('close', () => listeners.delete(response));
      listeners.set(response, { revision: '', runs: '[]' });
      return tell();
    },
    stop: () => {
      clearInterval(timer);
      for (const response of listeners.keys()) response.end();
    },
  };
}
