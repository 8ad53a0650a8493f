import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { scanFrame } from './scan-frame.ts';
import { wireValue } from './value.ts';

/** RFC 8259, sections 4 (names should be unique) and 6 (numbers beyond a double do not interoperate). */
export const wireJsonLoss: CheckDeclaration = {
  id: 'WIRE-JSON-LOSS',
  level: 'MUST',
  title: 'JSON means the same to every reader',
  requirement: 'No frame holds duplicate keys, NaN, or numbers that a double cannot hold.',
  reason:
    'One client reads the first duplicate and another the last; rounded ids point at other things.',
  value: wireValue,
  scope: 'history',
  hears: ['received'],
  provenBy: ['F49'],
  leftGreenBy: ['K09', 'K13'],
  open() {
    const findings = new Findings();
    return {
      step(record) {
        if (record.type !== 'frame') return;
        const begins = record.raw.charCodeAt(0);
        if (begins !== 0x7b && begins !== 0x5b) return;
        findings.meet();
        for (const { offset, what } of scanFrame(record).losses) {
          findings.fail(
            [record.n],
            'A frame must mean the same to every JSON reader because clients use different ones.',
            `However, record ${record.n} holds ${what} at character ${offset}.`,
          );
        }
      },
      end: () => findings.outcome(),
    };
  },
};
