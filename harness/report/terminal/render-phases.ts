import type { CriterionResult } from '../../contract/gate.ts';
import { phaseNames } from '../../contract/phase-names.ts';
import type { Result } from '../../contract/result.ts';
import type { Screen } from '../reporter.ts';
import { makeVisible } from '../text/make-visible.ts';
import { wrap } from '../text/wrap.ts';
import { layoutRows } from './layout-rows.ts';
import { criterionRow } from './rows-of.ts';
import type { Theme } from './theme.ts';

const indent = '  ';

/** One screen for a phase: its criteria with their evidence, what comes later, and what to do next. */
export function renderPhases({ gate }: Result, screen: Screen, theme: Theme): string[] {
  const criteria = gate?.criteria ?? [];
  const required = criteria.filter((one) => one.required);
  const phases = [...Map.groupBy(required, (one) => one.phase ?? 0)].toSorted(
    ([left], [right]) => left - right,
  );
  return [
    ...phases.flatMap(([phase, members]) => [
      '',
      theme.palette.title(phase === 0 ? 'criteria' : `phase ${phase} ${phaseNames[phase] ?? ''}`),
      ...layoutRows(members.map(criterionRow), screen.width, theme),
    ]),
    ...later(criteria, screen, theme),
    ...nextSteps(required, screen, theme),
  ];
}

/** What the same evidence says of later phases; nobody has to act on it now. */
function later(criteria: readonly CriterionResult[], screen: Screen, theme: Theme): string[] {
  const open = criteria.filter(({ required, verdict }) => !required && verdict !== 'pass');
  if (open.length === 0) return [];
  const ids = open.map(({ id, phase }) => (phase === undefined ? id : `${id} (${phase})`));
  const lines = wrap(ids.join(', '), screen.width - indent.length, theme.glyphs.ellipsis);
  return ['', theme.palette.title('not yet required'), ...lines.map((line) => indent + line)];
}

/** The whole reason, which the table may have cut, and the command that leads on. */
function nextSteps(
  required: readonly CriterionResult[],
  screen: Screen,
  { palette, glyphs }: Theme,
): string[] {
  const open = required.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown');
  if (open.length === 0) return [];
  const width = screen.width - indent.length * 2;
  const lines = open.flatMap(({ id, verdict, reason, next }) => [
    indent + palette.standing[verdict === 'fail' ? 'fail' : 'unknown'](id),
    ...wrap(makeVisible(reason), width, glyphs.ellipsis).map((line) => indent + indent + line),
    ...(next === undefined ? [] : [`${indent}${indent}next  ${makeVisible(next)}`]),
  ]);
  return ['', palette.title('what to do next'), ...lines];
}
