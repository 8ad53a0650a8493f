import type { Digest } from '../../digest/digest.ts';
import { badge } from '../../html/badge.ts';
import { html, type Markup } from '../../html/markup.ts';
import { standingOf } from '../../summary/standing.ts';
import { formatTime } from '../../text/format-time.ts';
import { runPath } from '../run-path.ts';

const shown = 10;

/** The last runs that did not pass, newest first, each with its report. */
export function lastFailures(digests: readonly Digest[]): Markup {
  const failures = failuresOf(digests);
  return html`<h3>Last failures</h3>
    ${
      failures.length === 0
        ? html`<p class="context">Every run on record passed.</p>`
        : html`<ul class="entries">
            ${failures.map(row)}
          </ul>`
    }`;
}

/** The runs that the list links to. */
export function failuresOf(digests: readonly Digest[]): Digest[] {
  return digests
    .filter(({ verdict }) => verdict !== 'pass')
    .slice(-shown)
    .toReversed();
}

function row(digest: Digest): Markup {
  const commit = digest.commit === undefined ? '' : ` · commit ${digest.commit.slice(0, 12)}`;
  return html`<li class="entry">
    ${badge(standingOf(digest.verdict, true))}
    <div>
      <a href="${runPath(digest.run_id)}">${digest.sentence}</a>
      <p>${formatTime(digest.started_at)}${commit} · <code>${digest.command}</code></p>
    </div>
  </li> `;
}
