import type { CheckResult } from '../../contract/check-result.ts';
import type { Result } from '../../contract/result.ts';
import type { Witness } from '../../contract/witness.ts';
import { counted } from '../summary/counted.ts';
import type { Screen } from '../reporter.ts';
import type { Entry } from '../summary/entry.ts';
import { standingWords } from '../summary/standing.ts';
import { groupAlike } from '../summary/group-alike.ts';
import { troublesOf } from '../summary/troubles-of.ts';
import { cut } from '../text/columns.ts';
import { makeVisible } from '../text/make-visible.ts';
import { plural } from '../text/plural.ts';
import { wrap } from '../text/wrap.ts';
import type { Theme } from './theme.ts';

const indent = '    ';
/** Witnesses shown per check: one tells what to fix, the rest is counted and stands in the page. */
const shownWitnesses = 1;
/** Lines shown of one message. */
const shownLines = 12;
/** Longest label of a line below a heading, with its gap. */
const labelWidth = 10;

/** Everything that did not pass, complete; the worst is last, where the reader's eye is. */
export function renderTroubles(result: Result, screen: Screen, theme: Theme): string[] {
  const checks = new Map(result.checks.map((check) => [check.id, check]));
  return groupAlike(troublesOf(result))
    .toReversed()
    .flatMap((group) => {
      const [entry] = group;
      if (group.length > 1) return ['', ...alike(group, screen, theme)];
      const check = entry.kind === 'check' ? checks.get(entry.id) : undefined;
      const body =
        check === undefined ? sentences(entry, screen, theme) : evidence(check, screen, theme);
      return ['', heading(entry, check, screen, theme), ...body];
    });
}

/** Several that stand alike for one reason. */
function alike(group: readonly [Entry, ...Entry[]], screen: Screen, theme: Theme): string[] {
  const [{ standing, kind, reason = '' }] = group;
  const { glyphs, palette } = theme;
  const ids = group.map(({ id }) => id).join(', ');
  const head = `${glyphs.standing[standing]} ${plural(group.length, kind)}  ${standingWords[standing]}`;
  return [
    palette.standing[standing](head),
    ...labelled('', reason, screen, theme),
    ...labelled('', ids, screen, theme),
    ...(kind === 'check' ? labelled('hint', 'golden-path explain ID', screen, theme) : []),
  ];
}

function heading(
  entry: Entry,
  check: CheckResult | undefined,
  screen: Screen,
  { glyphs, palette }: Theme,
): string {
  const word = entry.standing === 'fail' ? '' : `  ${standingWords[entry.standing]}`;
  const address =
    check === undefined ? `  ${entry.kind}` : `  ${check.level}  docs/checks.md#${check.id}`;
  const room = screen.width - 2 - word.length;
  const name = cut(`${makeVisible(entry.id)}${address}`, room, glyphs.ellipsis);
  return palette.standing[entry.standing](`${glyphs.standing[entry.standing]} ${name}${word}`);
}

function sentences(entry: Entry, screen: Screen, theme: Theme): string[] {
  return [
    ...paragraphs(entry.reason ?? entry.title, screen, theme),
    ...(entry.next === undefined ? [] : labelled('next', entry.next, screen, theme)),
  ];
}

/** A message of several lines keeps them, up to a screenful; the page has the rest. */
function paragraphs(text: string, screen: Screen, theme: Theme): string[] {
  const lines = text.split('\n').flatMap((line) => labelled('', line, screen, theme));
  const more = lines.length - shownLines;
  if (more <= 0) return lines;
  return [
    ...lines.slice(0, shownLines),
    ...labelled('', `and ${plural(more, 'more line')}`, screen, theme),
  ];
}

function evidence(check: CheckResult, screen: Screen, theme: Theme): string[] {
  const proof =
    check.proven_by.length === 0
      ? 'no seeded fault proves that this check can fail'
      : `turned red by ${check.proven_by.join(', ')}`;
  const shown = check.witnesses.slice(0, shownWitnesses);
  const more = check.further_failures + check.witnesses.length - shown.length;
  return [
    ...labelled('', check.reason ?? check.title, screen, theme),
    ...shown.flatMap((witness) => witnessLines(witness, screen, theme)),
    ...(more === 0 ? [] : labelled('', `and ${plural(more, 'more failure')}`, screen, theme)),
    ...(counted(check) === '' ? [] : labelled('counted', counted(check), screen, theme)),
    ...labelled('breaks', check.value.impact, screen, theme),
    ...labelled('proof', proof, screen, theme),
    ...labelled('hint', `golden-path explain ${check.id}`, screen, theme),
  ];
}

function witnessLines(witness: Witness, screen: Screen, theme: Theme): string[] {
  const { ellipsis } = theme.glyphs;
  return [
    ...labelled('', `${witness.must} ${witness.however}`, screen, theme),
    ...witness.raw.map((record) => {
      const byte = record.offset === undefined ? '' : ` byte ${String(record.offset)}`;
      const where = `#${String(record.n)} ${record.connection} ${record.at.toFixed(1)} ms${byte}`;
      const line = makeVisible(`${where}  ${record.text}`);
      return theme.palette.context(`${indent}  ${cut(line, screen.width - 6, ellipsis)}`);
    }),
    ...(witness.replay === undefined ? [] : [command('replay', witness.replay)]),
  ];
}

/** A command is never wrapped or cut: it is there to be copied. */
function command(label: string, text: string): string {
  return `${indent}${label.padEnd(labelWidth)}${makeVisible(text)}`;
}

function labelled(label: string, text: string, screen: Screen, { glyphs }: Theme): string[] {
  const margin = label === '' ? indent : indent + ' '.repeat(labelWidth);
  const lines = wrap(makeVisible(text), screen.width - margin.length, glyphs.ellipsis);
  return lines.map((line, index) =>
    index === 0 && label !== '' ? `${indent}${label.padEnd(labelWidth)}${line}` : margin + line,
  );
}
