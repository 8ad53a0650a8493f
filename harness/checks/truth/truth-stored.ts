import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { truthValue } from './value.ts';

export const truthStored: CheckDeclaration = {
  id: 'TRUTH-STORED',
  level: 'MUST',
  title: 'the stored answer is the one that was given',
  requirement: 'Once a run has completed, its conversation holds the answer of its final event.',
  reason: 'An answer that is gone after a reload was never given.',
  value: truthValue,
  scope: 'run',
  hears: ['agent_completed', 'http'],
  provenBy: ['D38', 'D39'],
  leftGreenBy: ['K05', 'K12', 'K20'],
  applies: ({ capabilities }) =>
    capabilities.includes('history') || 'the target declares no stored conversations',
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const answerOf = context.perRun((): { text: string | undefined } => ({ text: undefined }));
  return {
    step(record, event, run) {
      if (run === undefined) return;
      if (event !== undefined) answerOf(run).text = event.text;
      if (record.type !== 'http' || record.purpose !== 'history') return;
      const { text } = answerOf(run);
      if (
        text === undefined ||
        run.terminal === undefined ||
        record.user !== context.userOf(run.connection)
      )
        return;
      findings.meet();
      if (record.stored_answer === text) return;
      findings.fail(
        [run.terminal, record.n],
        `The conversation must hold the answer of run ${run.id} because the run has completed.`,
        record.stored_answer === undefined
          ? 'However, no answer is stored.'
          : `However, ${JSON.stringify(record.stored_answer.slice(0, 80))} is stored.`,
      );
    },
    end: () => findings.outcome(),
  };
}
