import type { ServerResponse } from 'node:http';
import type { ResultStore } from '../store/result-store.ts';

/** Tells open pages which revision the store has: at once, and whenever it changes. */
export interface StoreNews {
  listen(response: ServerResponse): Promise<void>;
  stop(): void;
}

/** Other processes write to the store, so it is asked, every so many milliseconds. */
export function openStoreNews(store: ResultStore, everyMs: number): StoreNews {
  const listeners = new Map<ServerResponse, string>();
  const tell = async (): Promise<void> => {
    const revision = await store.revision();
    for (const [response, told] of listeners) {
      if (told === revision) continue;
      response.write(`event: revision\ndata: ${revision}\n\n`);
      listeners.set(response, revision);
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
      listeners.set(response, '');
      return tell();
    },
    stop: () => {
      clearInterval(timer);
      for (const response of listeners.keys()) response.end();
    },
  };
}
