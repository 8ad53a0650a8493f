import type { Digest } from '../../digest/digest.ts';
import { badge } from '../../html/badge.ts';
import { html, type Markup } from '../../html/markup.ts';
import { standingOf } from '../../summary/standing.ts';
import { formatTime } from '../../text/format-time.ts';
import { plural } from '../../text/plural.ts';
import { runPath } from '../run-path.ts';

const shown = 10;

/** Runs that failed one after the other for the same reason, newest first. */
type Streak = readonly [Digest, ...Digest[]];

/** The last failures, newest first, each with its report; what failed night after night is told once. */
export function lastFailures(digests: readonly Digest[]): Markup {
  const streaks = streaksOf(digests);
  return html`<h3>Last failures</h3>
    ${
      streaks.length === 0
        ? html`<p class="context">Every run on record passed.</p>`
        : html`<ul class="entries">
            ${streaks.map(row)}
          </ul>`
    }`;
}

/** The runs that the list links to. */
export function failuresOf(digests: readonly Digest[]): Digest[] {
  return streaksOf(digests).map(([newest]) => newest);
}

function streaksOf(digests: readonly Digest[]): Streak[] {
  const streaks: [Digest, ...Digest[]][] = [];
  let previous: Digest | undefined;
  for (const digest of digests.toReversed()) {
    const streak = streaks.at(-1);
    if (digest.verdict === 'pass') previous = undefined;
    else if (streak !== undefined && previous?.sentence === digest.sentence) streak.push(digest);
    else streaks.push([digest]);
    if (digest.verdict !== 'pass') previous = digest;
  }
  return streaks.slice(0, shown);
}

function row([newest, ...before]: Streak): Markup {
  const commit = newest.commit === undefined ? '' : ` · commit ${newest.commit.slice(0, 12)}`;
  const oldest = before.at(-1);
  const since =
    oldest === undefined
      ? ''
      : ` · ${plural(before.length + 1, 'run')} since ${formatTime(oldest.started_at).slice(0, 10)}`;
  return html`<li class="entry">
    ${badge(standingOf(newest.verdict, true))}
    <div>
      <a href="${runPath(newest.run_id)}">${newest.sentence}</a>
      <p>${formatTime(newest.started_at)}${since}${commit} · <code>${newest.command}</code></p>
    </div>
  </li> `;
}
