import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { tolerableLagMs } from '../lat/latency.ts';
import { harnessValue } from './value.ts';

export const metaLag: CheckDeclaration = {
  id: 'META-LAG',
  level: 'SHOULD',
  title: 'the probe keeps up',
  requirement: 'The event loop of the probe is never so late that its timings are its own.',
  reason: 'A probe that is overrun measures itself and blames the target.',
  value: harnessValue,
  scope: 'history',
  hears: ['harness'],
  provenBy: ['F105'],
  leftGreenBy: ['K08', 'K14'],
  open() {
    const findings = new Findings();
    return {
      step(record) {
        if (record.type !== 'harness' || record.notice !== 'lag') return;
        findings.meet();
        const late = Math.round(record.ms ?? 0);
        if (late > tolerableLagMs) {
          findings.doubt(
            `harness-error: the event loop of the probe was ${late} ms late (record ${record.n})`,
          );
        }
      },
      end: () => findings.outcome(),
    };
  },
};
