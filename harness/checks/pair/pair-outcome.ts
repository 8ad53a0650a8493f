import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { pairValue } from './value.ts';

export const pairOutcome: CheckDeclaration = {
  id: 'PAIR-OUTCOME',
  level: 'MUST',
  title: 'a tool that fails says so',
  requirement:
    'A tool that is known to fail completes with that outcome, and no success carries an error.',
  reason: 'An error dressed as a success becomes part of the answer.',
  value: pairValue,
  scope: 'run',
  hears: ['tool_completed'],
  provenBy: ['F20'],
  leftGreenBy: ['K02', 'K11', 'K12', 'K17'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  return {
    step(record, event, run) {
      if (event?.outcome === undefined || run === undefined) return;
      if (event.outcome !== 'completed') findings.meet();
      if (event.outcome !== 'completed' || event.code === undefined) return;
      findings.meet();
      findings.fail(
        [record.n],
        `Call ${event.call ?? event.tool ?? ''} must fail because it carries the error ${event.code}.`,
        `However, record ${record.n} calls it completed.`,
      );
    },
    closeRun(run) {
      const wanted = run.asked?.tool_outcome;
      if (wanted === undefined || run.asked === undefined || run.terminal === undefined) return;
      const calls = [...run.calls.values()].filter(({ completed }) => completed !== undefined);
      if (context.endingOf(run) !== 'terminal' || calls.length === 0) return;
      findings.meet();
      if (calls.some(({ outcome }) => outcome === wanted)) return;
      findings.fail(
        [run.asked.n, ...calls.flatMap(({ completed }) => completed ?? [])],
        `A tool of run ${run.id} must end as ${wanted} because record ${run.asked.n} asks for one that always does.`,
        `However, it ended as ${calls.map(({ outcome }) => outcome ?? 'nothing').join(', ')}.`,
      );
    },
    end: () => findings.outcome(),
  };
}
