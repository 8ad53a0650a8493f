import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { capabilityValue } from './value.ts';

export const capVersion: CheckDeclaration = {
  id: 'CAP-VERSION',
  level: 'MUST',
  title: 'one version answers',
  requirement: 'All connections are greeted by the same build with the same features.',
  reason:
    'After a deployment, old code that still answers makes every other check a matter of luck.',
  value: capabilityValue,
  scope: 'history',
  hears: ['connection_established'],
  provenBy: ['D37'],
  leftGreenBy: ['K07', 'K09', 'K25'],
  open() {
    const findings = new Findings();
    let first: { readonly n: number; readonly build: string } | undefined;
    return {
      step(record, event) {
        if (event?.build === undefined) return;
        findings.meet();
        const build = [event.build, ...(event.features ?? []).toSorted()].join(' ');
        first ??= { n: record.n, build };
        if (first.build === build) return;
        findings.fail(
          [first.n, record.n],
          'All connections must be greeted by one build because a result is a result of that build.',
          `However, record ${first.n} says ${first.build}, and record ${record.n} says ${build}.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
