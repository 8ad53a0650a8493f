import { expect, it } from 'vitest';
import { HarnessError } from '../contract/harness-error.ts';
import { describeError } from './describe-error.ts';

it('quotes nothing that steers a terminal, and keeps the lines of a message', () => {
  const error = new HarnessError('HISTORY_UNREADABLE', 'unexpected "\u001b[31m"\nin a file', {
    where: 'odd\u001b]0;name',
  });
  expect(describeError(error, false).split('\n').slice(0, 3)).toEqual([
    'error HISTORY_UNREADABLE  unexpected "\\u001b[31m"',
    '  in a file',
    '  at    odd\\u001b]0;name',
  ]);
});
