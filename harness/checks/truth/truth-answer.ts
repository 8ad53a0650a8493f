import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { truthValue } from './value.ts';

/** The journey knows the answer because it made it up: a nonce that only went through the tool. */
export const truthAnswer: CheckDeclaration = {
  id: 'TRUTH-ANSWER',
  level: 'MUST',
  title: 'the answer is the one the tool gave',
  requirement:
    'Where the journey knows the answer, the final event holds it, to its last character.',
  reason: 'Canned replies, phantom tools and cut results all look like answers.',
  value: truthValue,
  scope: 'run',
  hears: ['agent_completed'],
  provenBy: ['D10', 'D17', 'D32'],
  leftGreenBy: ['K05', 'K15'],
  open() {
    const findings = new Findings();
    return {
      step(record, event, run) {
        const wanted = run?.asked?.answer;
        if (wanted === undefined || run?.asked === undefined || run.terminal !== record.n) return;
        findings.meet();
        if (event?.text?.includes(wanted) === true) return;
        findings.fail(
          [run.asked.n, record.n],
          `The answer of run ${run.id} must hold ${JSON.stringify(wanted)} because the tool it asked for returns that.`,
          `However, record ${record.n} answers ${JSON.stringify(event?.text?.slice(0, 80) ?? null)}.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
