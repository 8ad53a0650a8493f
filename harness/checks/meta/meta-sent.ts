import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { harnessValue } from './value.ts';

export const metaSent: CheckDeclaration = {
  id: 'META-SENT',
  level: 'MUST',
  title: 'the probe speaks correctly',
  requirement: 'Everything the probe sends, except garbage on purpose, keeps the protocol.',
  reason: 'A target that refuses a broken message is right.',
  value: harnessValue,
  scope: 'history',
  hears: ['sent'],
  provenBy: ['F108'],
  leftGreenBy: ['K08', 'K15'],
  open() {
    const findings = new Findings();
    return {
      step(record) {
        if (record.type !== 'frame') return;
        findings.meet();
        const [problem] = record.problems ?? [];
        if (problem === undefined) return;
        findings.doubt(
          `harness-error: record ${record.n} was sent wrongly (${problem.pointer} ${problem.message})`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
