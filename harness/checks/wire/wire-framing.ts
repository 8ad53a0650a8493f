import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { wireValue } from './value.ts';

export const wireFraming: CheckDeclaration = {
  id: 'WIRE-FRAMING',
  level: 'MUST',
  title: 'one event per frame, where promised',
  requirement: 'A frame holds one event, in one fragment, where the target says so.',
  reason: 'A client that parses a frame as one event drops the others, or all of them.',
  value: wireValue,
  scope: 'history',
  hears: ['received'],
  provenBy: ['F55'],
  leftGreenBy: ['K08'],
  applies: ({ framing }) => framing === 'one' || 'a frame may hold several events here',
  open() {
    const findings = new Findings();
    return {
      step(record) {
        if (record.type !== 'frame') return;
        findings.meet();
        const fragments = record.fragments ?? 1;
        if (record.events.length <= 1 && fragments <= 1) return;
        findings.fail(
          [record.n],
          'A frame must hold one event in one piece because the target promises it.',
          `However, record ${record.n} holds ${record.events.length} events in ${fragments} fragments.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
