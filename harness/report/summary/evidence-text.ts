import type { CheckResult } from '../../contract/check-result.ts';
import { makeVisible } from '../text/make-visible.ts';
import { plural } from '../text/plural.ts';

/** A failed check as plain lines, for formats that carry one block of text. */
export function evidenceText(check: CheckResult): string {
  const lines = [
    check.requirement,
    ...(check.reason === undefined ? [] : [check.reason]),
    ...check.witnesses.flatMap((witness) => [
      `${witness.must} ${witness.however}`,
      ...witness.raw.map(
        ({ n, connection, at, text }) =>
          `  #${String(n)} ${connection} ${at.toFixed(1)} ms  ${text}`,
      ),
      ...(witness.replay === undefined ? [] : [`replay: ${witness.replay}`]),
    ]),
    ...(check.further_failures === 0
      ? []
      : [`and ${plural(check.further_failures, 'more failure')}`]),
    `breaks: ${check.value.impact}`,
    `proven by: ${check.proven_by.join(', ') || 'nothing'}`,
  ];
  return lines.map(makeVisible).join('\n');
}
