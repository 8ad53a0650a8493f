import type { HarnessError } from '../contract/harness-error.ts';

/** An error as people read it, or as one JSON document. */
export function describeError(error: HarnessError, json: boolean): string {
  if (json) return `${JSON.stringify({ error: error.toJSON() })}\n`;
  const [first, ...more] = error.message.split('\n');
  return [
    `error ${error.code}  ${first ?? ''}`,
    ...more.map((line) => `  ${line}`),
    ...(error.where === undefined ? [] : [`  at    ${error.where}`]),
    `  next  ${error.hint}`,
    '',
  ].join('\n');
}
