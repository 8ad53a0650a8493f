import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { orderValue } from './value.ts';

/** The two times may come from two machines, whose clocks differ: a warning, not a failure. */
export const ordClock: CheckDeclaration = {
  id: 'ORD-CLOCK',
  level: 'SHOULD',
  title: 'no tool ends before it started',
  requirement: 'The server time of a completion is not before that of its announcement.',
  reason: 'Durations and traces computed from the two become negative.',
  value: orderValue,
  scope: 'run',
  hears: ['tool_completed'],
  provenBy: ['F19'],
  leftGreenBy: ['K02', 'K14'],
  open() {
    const findings = new Findings();
    return {
      step(record, event, run) {
        const { clock: started, executing, completions } = run?.call ?? {};
        if (event?.clock === undefined || started === undefined || completions !== 1) return;
        findings.meet();
        if (event.clock >= started || executing === undefined) return;
        findings.fail(
          [executing, record.n],
          'A completion must not be earlier than its announcement because time does not run backwards.',
          `However, by the server's own clock record ${record.n} is ${started - event.clock} ms before record ${executing}.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
