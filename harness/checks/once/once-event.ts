import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { onceValue } from './value.ts';

/**
 * Starts, terminals and tool events have checks of their own, doubled text shows in TXT-CONCAT. What is left is known
 * by its number or its id: a thought said twice under two numbers and two ids may be two thoughts.
 */
export const onceEvent: CheckDeclaration = {
  id: 'ONCE-EVENT',
  level: 'MUST',
  title: 'an event is sent once',
  requirement:
    'No event comes twice on one connection unless the second one is declared a repetition.',
  reason:
    'Stacked retries and second emitters double events; nothing tells a client which one counts.',
  value: onceValue,
  scope: 'view',
  hears: ['agent_thinking', 'progress_update', 'unknown'],
  provenBy: ['D23', 'D25', 'D40'],
  leftGreenBy: ['K01', 'K04', 'K07', 'K08', 'K23'],
  applies: ({ duplicates }) => duplicates !== 'allowed' || 'the target may repeat events unmarked',
  open() {
    const findings = new Findings();
    return {
      step(record, event, run) {
        if (run === undefined || (event?.seq === undefined && event?.id === undefined)) return;
        findings.meet();
        const { prior } = run;
        if (prior?.equal !== true) return;
        const renumbered = event.seq !== undefined && !prior.byNumber;
        findings.fail(
          [prior.n, record.n],
          `${event.kind} of run ${run.id} must come once because nothing asked for it again.`,
          `However, record ${record.n} repeats record ${prior.n} without declaring it${renumbered ? `: another number, but the same id` : ''}.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
