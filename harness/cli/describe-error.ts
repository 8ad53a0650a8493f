import type { HarnessError } from '../contract/harness-error.ts';
import { makeVisible } from '../report/text/make-visible.ts';

/** An error as people read it, or as one JSON document. It may quote a file or a target, which must not steer a terminal. */
export function describeError(error: HarnessError, json: boolean): string {
  if (json) return `${JSON.stringify({ error: error.toJSON() })}\n`;
  const [first, ...more] = error.message.split('\n');
  return [
    `error ${error.code}  ${makeVisible(first ?? '')}`,
    ...more.map((line) => `  ${makeVisible(line)}`),
    ...(error.where === undefined ? [] : [`  at    ${makeVisible(error.where)}`]),
    `  next  ${error.hint}`,
    '',
  ].join('\n');
}
