import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { renderHtml } from '../html/render-html.ts';
import { renderMetricsOf } from '../metrics/render-metrics.ts';
import type { ResultStore } from '../store/result-store.ts';
import { recentDigests } from './build-dashboard.ts';
import { renderDashboard } from './render-dashboard.ts';
import type { RunUnderWay } from './run-under-way.ts';
import { openStoreNews, type StoreNews } from './store-news.ts';

export interface DashboardServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** How often the store is asked for news, in milliseconds. */
  readonly everyMs?: number;
  /** Asked as often: runs that have begun and not ended. */
  readonly underWay?: () => readonly RunUnderWay[];
}

const host = '127.0.0.1';
const defaultEveryMs = 2000;

/** Serves dashboard, reports and `/metrics` to this machine only, and tells open pages when a run was stored. */
export async function serveDashboard(
  store: ResultStore,
  { port, everyMs = defaultEveryMs, underWay = () => [] }: ServeOptions,
): Promise<DashboardServer> {
  const news = openStoreNews(store, everyMs, underWay);
  const server = createServer((request, response) => {
    answer(store, request, response, news).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${String((server.address() as AddressInfo).port)}/`,
    close: () => {
      news.stop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(
  store: ResultStore,
  request: IncomingMessage,
  response: ServerResponse,
  news: StoreNews,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', `http://${host}`);
  // A name of somebody else that resolves to this machine must not let their page read ours.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) {
    send(response, 403, 'text/plain', 'only for this machine\n');
  } else if (pathname === '/') {
    // Asked before the runs are read: a run stored in between is news, not lost.
    const revision = await store.revision();
    send(response, 200, 'text/html', renderDashboard(await recentDigests(store), revision));
  } else if (pathname === '/metrics') {
    send(response, 200, 'application/openmetrics-text; version=1.0.0', await latestMetrics(store));
  } else if (pathname === '/events') {
    await news.listen(response);
  } else {
    const runId = /^\/runs\/([^/]+)\.html$/.exec(pathname)?.[1];
    const result = runId === undefined ? undefined : await store.get(decodeURIComponent(runId));
    if (result === undefined) send(response, 404, 'text/plain', 'there is no such page\n');
    else send(response, 200, 'text/html', renderHtml(result));
  }
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

async function latestMetrics(store: ResultStore): Promise<string> {
  const latest = new Map((await store.list()).map((digest) => [digest.target, digest.run_id]));
  const results = await Promise.all([...latest.values()].map((runId) => store.get(runId)));
  return renderMetricsOf(results.filter((result) => result !== undefined));
}
