import type { Digest } from '../digest/digest.ts';
import { html, type Markup } from '../html/markup.ts';
import { renderPage } from '../html/page-shell.ts';
import { plural } from '../text/plural.ts';
import { chartsOf } from './charts-of.ts';
import { dashboardScripts, dashboardStyles } from './dashboard-assets.ts';
import { targetBoard } from './sections/target-board.ts';
import { targetSection, type TargetTrend } from './sections/target-section.ts';

/**
 * The dashboard over stored runs, oldest first. With the `revision` of the store they were read from,
 * the page asks its server for news.
 */
export function renderDashboard(digests: readonly Digest[], revision?: string): string {
  const trends = [...Map.groupBy(digests, ({ target }) => target)].map(
    ([target, runs], index): TargetTrend => {
      const id = `target-${String(index)}`;
      return { id, target, digests: runs, charts: chartsOf(runs, id) };
    },
  );
  return renderPage({
    title: 'golden-path dashboard',
    styles: dashboardStyles(),
    scripts: dashboardScripts(),
    data: {
      charts: JSON.stringify(trends.flatMap(({ charts }) => charts)),
      ...(revision === undefined ? {} : { revision: JSON.stringify(revision) }),
    },
    header: header(digests, trends, revision !== undefined),
    sections: trends.map(targetSection),
    live: revision !== undefined,
  });
}

function header(digests: readonly Digest[], trends: readonly TargetTrend[], live: boolean): Markup {
  return html`<header class="dashboard">
    <h1>Golden path over time</h1>
    <p class="facts">
      ${
        digests.length === 0
          ? 'No run is stored yet.'
          : `${plural(digests.length, 'run')} of ${plural(trends.length, 'target')}`
      }
    </p>
    ${trends.length > 1 ? targetBoard(trends) : undefined}
    ${live ? html`<p id="under-way" class="notice" role="status" hidden></p>` : undefined}
  </header>`;
}
