import { againCommand } from '../again-command.ts';
import type { Result } from '../../contract/result.ts';
import { countsText } from '../summary/count-standings.ts';
import type { Entry } from '../summary/entry.ts';
import { evidenceText } from '../summary/evidence-text.ts';
import { intervalText, limitText, valueText } from '../summary/measured.ts';
import { isNotYetRequired } from '../summary/is-not-yet-required.ts';
import { standingOf, standingWords, type Standing } from '../summary/standing.ts';
import { criteriaShown } from '../summary/shown-entries.ts';
import { summarise } from '../summary/summarise.ts';
import { troublesOf } from '../summary/troubles-of.ts';
import { formatCount } from '../text/format-count.ts';
import { formatDuration } from '../text/format-duration.ts';
import { codeBlock, codeSpan, escapeMarkdown } from './escape-markdown.ts';
import { signs } from './signs.ts';

/** GitHub refuses a step summary over 1 MiB; this many troubles stay far below it. */
const troublesShown = 50;

/** For a step summary or a pull-request comment: the sentence, what did not pass with its evidence, then the numbers. */
export function renderMarkdown(result: Result): string {
  const summary = summarise(result);
  const sign = signs[standingOf(summary.verdict, true)];
  const parts = [
    `## ${sign} ${escapeMarkdown(summary.sentence)}`,
    `${countsText(summary.counts)} · ${formatDuration(result.duration_ms)} · target ${codeSpan(result.target)} · profile ${codeSpan(result.profile)} · seed ${codeSpan(result.seed)}`,
    ...criteria(result),
    ...troubles(result),
    ...measurements(result),
    `Again: ${codeSpan(againCommand(result))}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function word(standing: Standing): string {
  return `${signs[standing]} ${standingWords[standing]}`;
}

function criteria(result: Result): string[] {
  const shown = criteriaShown(result);
  if (shown.length === 0) return [];
  const rows = shown.map((criterion) => [
    criterion.phase === undefined ? '' : String(criterion.phase),
    codeSpan(criterion.id),
    isNotYetRequired(criterion)
      ? 'not yet required'
      : word(standingOf(criterion.verdict, criterion.required)),
    escapeMarkdown(criterion.reason),
  ]);
  return [table(['phase', 'criterion', 'verdict', 'reason'], rows)];
}

function troubles(result: Result): string[] {
  const found = troublesOf(result).filter(({ kind }) => kind !== 'criterion');
  const left = found.length - troublesShown;
  return [
    ...found.slice(0, troublesShown).map((entry) => trouble(entry, result)),
    ...(left > 0 ? [`and ${formatCount(left)} more that did not pass`] : []),
  ];
}

function trouble(entry: Entry, result: Result): string {
  const check = result.checks.find((one) => entry.kind === 'check' && one.id === entry.id);
  const text = check === undefined ? (entry.reason ?? entry.title) : evidenceText(check);
  const head = `${word(entry.standing)} · ${escapeMarkdown(entry.id)} · ${escapeMarkdown(entry.title)}`;
  return `<details><summary>${head}</summary>\n\n${codeBlock(text)}\n\n</details>`;
}

function measurements(result: Result): string[] {
  if (result.measurements.length === 0) return [];
  const rows = result.measurements.map((measurement) => [
    codeSpan(measurement.id),
    word(standingOf(measurement.verdict, true)),
    `${valueText(measurement)} ${intervalText(measurement)}`.trim(),
    limitText(measurement),
    formatCount(measurement.n),
  ]);
  return [table(['measurement', 'verdict', 'value', 'limit', 'n'], rows)];
}
