import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { truthValue } from './value.ts';

export const truthFallback: CheckDeclaration = {
  id: 'TRUTH-FALLBACK',
  level: 'MUST',
  title: 'no silent fallback',
  requirement: 'No run that completes has taken a fallback.',
  reason: 'A redirect that never once worked hid for weeks behind a silent fallback.',
  value: truthValue,
  scope: 'run',
  hears: ['agent_completed'],
  provenBy: ['D19'],
  leftGreenBy: ['K05', 'K12'],
  applies: ({ capabilities }) =>
    capabilities.includes('fallback-count') || 'the target does not count its fallbacks',
  open() {
    const findings = new Findings();
    return {
      step(record, event, run) {
        if (event?.fallbacks === undefined || run === undefined) return;
        findings.meet();
        if (event.fallbacks === 0) return;
        findings.fail(
          [record.n],
          `Run ${run.id} must work as built because a fallback hides what is broken.`,
          `However, record ${record.n} admits to ${event.fallbacks}.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
