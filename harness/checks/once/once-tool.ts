import type { CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { onceValue } from './value.ts';

export const onceTool: CheckDeclaration = {
  id: 'ONCE-TOOL',
  level: 'MUST',
  title: 'a tool call completes once',
  requirement: 'No call has a second tool_completed, except one that is declared a repetition.',
  reason: 'A client that acts on completions acts twice.',
  value: onceValue,
  scope: 'run',
  hears: ['tool_completed'],
  provenBy: ['F15', 'D23'],
  leftGreenBy: ['K01', 'K02', 'K07'],
  open: openOnceTool,
};

/** Counts calls in the four buckets of exactly-once on the way. */
function openOnceTool(): CheckFold {
  const findings = new Findings();
  const counts = { lost: 0, unexpected: 0, duplicated: 0, recovered: 0 };
  return {
    step(record, event, run) {
      const call = run?.call;
      if (call === undefined) return;
      if (call.completions === 1) {
        findings.meet();
        if (event?.replay === true) counts.recovered += 1;
        return;
      }
      if (call.completed === undefined) return;
      counts.duplicated += 1;
      findings.fail(
        [call.completed, record.n],
        `Call ${call.id} must complete once because it was started once.`,
        `However, record ${record.n} completes it again, without declaring a repetition.`,
      );
    },
    closeRun(run) {
      for (const call of run.calls.values()) {
        if (call.completed === undefined) counts.lost += 1;
        if (call.executing === undefined) counts.unexpected += 1;
      }
    },
    end: () => findings.outcome({ counts }),
  };
}
