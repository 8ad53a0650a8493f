import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { wireValue } from './value.ts';

/** Characters shown on either side of the place where the text stops being JSON. */
const surroundings = 32;

export const wireJson: CheckDeclaration = {
  id: 'WIRE-JSON',
  level: 'MUST',
  title: 'every text frame is JSON',
  requirement: 'Every text frame parses as what the protocol says it is.',
  reason: 'A frame that does not parse is an event nobody sees.',
  value: wireValue,
  scope: 'history',
  hears: ['strange'],
  provenBy: ['F37'],
  leftGreenBy: ['K08', 'K13'],
  open(context) {
    const findings = new Findings();
    return {
      step(record) {
        if (record.type !== 'frame') return;
        const problem = record.problems?.find(({ rule }) => rule === 'WIRE-JSON');
        if (problem === undefined) return;
        const offset = offsetOf(problem.message);
        findings.fail(
          [record.n],
          'Every text frame must be JSON because that is how clients read it.',
          `However, record ${record.n} is not (${problem.message})${show(record.raw, offset)}.`,
        );
      },
      end() {
        findings.meet(context.heard().frames);
        return findings.outcome();
      },
    };
  },
};

/** V8 names the place in its message. */
function offsetOf(message: string): number | undefined {
  const place = /position (\d+)/.exec(message)?.[1];
  return place === undefined ? undefined : Number(place);
}

function show(raw: string, offset: number | undefined): string {
  if (offset === undefined) return '';
  const start = Math.max(0, offset - surroundings);
  return `, at character ${offset}: ${JSON.stringify(raw.slice(start, offset + surroundings))}`;
}
