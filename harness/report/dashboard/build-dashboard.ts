import type { Digest } from '../digest/digest.ts';
import { renderHtml } from '../html/render-html.ts';
import type { ResultStore } from '../store/result-store.ts';
import { renderDashboard } from './render-dashboard.ts';
import { runPath } from './run-path.ts';
import { failuresOf } from './sections/run-list.ts';

export interface SiteFile {
  /** Relative to the site's folder. */
  readonly path: string;
  readonly text: string;
}

/** Runs a trend is drawn of, per target: a year of nights. */
const runsShown = 365;

/** A static site for any web server or Pages: the dashboard, and the report of every run it links to. */
export async function* buildDashboard(store: ResultStore): AsyncGenerator<SiteFile> {
  const digests = await recentDigests(store);
  yield { path: 'index.html', text: renderDashboard(digests) };
  for (const runId of linkedRuns(digests)) {
    const result = await store.get(runId);
    if (result !== undefined) yield { path: runPath(runId), text: renderHtml(result) };
  }
}

/** The newest runs of every target, oldest first. */
export async function recentDigests(store: ResultStore): Promise<Digest[]> {
  const byTarget = Map.groupBy(await store.list(), ({ target }) => target);
  return [...byTarget.values()].flatMap((digests) => digests.slice(-runsShown));
}

function linkedRuns(digests: readonly Digest[]): Set<string> {
  const byTarget = Map.groupBy(digests, ({ target }) => target);
  const linked = [...byTarget.values()].flatMap((runs) => [
    ...runs.slice(-1),
    ...runs.filter(({ strangers }) => strangers.length > 0).slice(-1),
    ...failuresOf(runs),
  ]);
  return new Set(linked.map(({ run_id: runId }) => runId));
}
