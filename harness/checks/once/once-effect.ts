import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { onceValue } from './value.ts';

/** The only check that looks behind the events: each pair may be perfect and the work done twice, or never. */
export const onceEffect: CheckDeclaration = {
  id: 'ONCE-EFFECT',
  level: 'MUST',
  title: 'a tool takes effect once',
  requirement: 'A counting tool has counted exactly the calls that were asked for.',
  reason: 'Events can be beautiful while the order is placed twice, or not at all.',
  value: onceValue,
  scope: 'history',
  hears: ['effect'],
  provenBy: ['F17', 'F98', 'D16', 'D17'],
  leftGreenBy: ['K01', 'K02'],
  open() {
    const findings = new Findings();
    const counts = { lost: 0, unexpected: 0, duplicated: 0, recovered: 0 };
    return {
      step(record) {
        if (record.type !== 'effect') return;
        findings.meet();
        const surplus = record.seen - record.expected;
        if (surplus === 0) return;
        if (surplus > 0) counts.duplicated += surplus;
        else counts.lost -= surplus;
        findings.fail(
          [record.n],
          `Counter ${record.counter} must stand at ${record.expected} because so many calls were asked for.`,
          `However, it stands at ${record.seen}: ${surplus > 0 ? 'something was done twice' : 'something was announced and never done'}.`,
        );
      },
      end: () => findings.outcome({ counts }),
    };
  },
};
