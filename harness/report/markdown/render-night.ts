import type { Result } from '../../contract/result.ts';
import { tellNight } from '../nights/tell-night.ts';
import { standingOf } from '../summary/standing.ts';
import { summarise } from '../summary/summarise.ts';
import { formatTime } from '../text/format-time.ts';
import { makeVisible } from '../text/make-visible.ts';
import { codeSpan, escapeMarkdown } from './escape-markdown.ts';
import { signs } from './signs.ts';

/** Ten lines for a chat or an issue: verdict, what changed, what is flaky, latencies, and where the page is. */
export function renderNight(result: Result): string {
  const { verdict, sentence } = summarise(result);
  const { night, target, command } = result;
  const sign = signs[standingOf(verdict, true)];
  const tidings = night === undefined ? [] : tellNight(night, result.duration_ms);
  const lines = [
    `**${sign} ${verdict.toUpperCase()} · ${codeSpan(target)} · ${formatTime(result.started_at)}**`,
    escapeMarkdown(makeVisible(sentence)),
    ...tidings.map(({ about, text }) => `- **${about}**: ${escapeMarkdown(makeVisible(text))}`),
    night === undefined
      ? `- **Again**: ${codeSpan(command)}`
      : `- **Report**: ${linkTo(night.report)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A path on some machine is no link. */
function linkTo(place: string): string {
  return /^https?:\/\//.test(place) ? `<${new URL(place).href}>` : codeSpan(place);
}
