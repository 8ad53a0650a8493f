import type { Result } from '../../../contract/result.ts';
import { entriesOf } from '../../summary/entries-of.ts';
import { isNotYetRequired } from '../../summary/is-not-yet-required.ts';
import { standingOf, standings, type Standing } from '../../summary/standing.ts';
import { badge } from '../badge.ts';
import { html, type Markup } from '../markup.ts';

/** One part of the verdict as a number, with a link to the section that holds it. */
interface Score {
  readonly title: string;
  readonly section: string;
  /** The worst of its members. */
  readonly standing: Standing;
  readonly passed: number;
  /** Those that were scored. */
  readonly total: number;
  /** None of them is required yet. */
  readonly later?: boolean;
}

/** How far a run got, at a glance: by phase where it was asked for one, otherwise by kind of evidence. */
export function scoreboard(result: Result): Markup | undefined {
  const phases = phaseScores(result);
  const scores = phases.length > 0 ? phases : evidenceScores(result);
  if (scores.length === 0) return undefined;
  return html`<ul class="board" aria-label="How far it got">
    ${scores.map(tile)}
  </ul>`;
}

function tile({ title, section, standing, passed, total, later }: Score): Markup {
  return html`<li>
    <a href="#${section}">
      <span class="context">${title}</span>
      <span class="score"><strong>${passed}</strong> of ${total}</span>
      ${later ? badge('none', 'not yet required') : badge(standing)}
    </a>
  </li>`;
}

function phaseScores({ gate }: Result): Score[] {
  const phased = (gate?.criteria ?? []).filter(({ phase }) => phase !== undefined);
  return [...Map.groupBy(phased, ({ phase }) => phase)]
    .toSorted(([left], [right]) => (left ?? 0) - (right ?? 0))
    .map(([phase, criteria]) => ({
      ...scoreOf(
        `Phase ${String(phase)}`,
        'criteria',
        criteria.map(({ verdict, required }) => standingOf(verdict, required)),
      ),
      later: criteria.every(isNotYetRequired),
    }));
}

const kinds = [
  { kind: 'check', title: 'Checks', section: 'checks' },
  { kind: 'test', title: 'Tests', section: 'tests' },
  { kind: 'measurement', title: 'Measurements', section: 'measurements' },
] as const;

function evidenceScores(result: Result): Score[] {
  const entries = entriesOf(result);
  const scores = kinds.map(({ kind, title, section }) =>
    scoreOf(
      title,
      section,
      entries.filter((entry) => entry.kind === kind).map(({ standing }) => standing),
    ),
  );
  const roles = (result.audit?.roles ?? []).map(({ production_count: count }): Standing =>
    count === 1 ? 'pass' : 'fail',
  );
  return [...scores, scoreOf('Roles implemented once', 'audit', roles)].filter(
    ({ total }) => total > 0,
  );
}

function scoreOf(title: string, section: string, all: readonly Standing[]): Score {
  const standing = standings.find((one) => all.includes(one)) ?? 'none';
  const passed = all.filter((one) => one === 'pass').length;
  const total = all.filter((one) => one !== 'none').length;
  return { title, section, standing, passed, total };
}
