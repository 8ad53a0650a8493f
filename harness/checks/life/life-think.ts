import type { CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { lifeValue } from './value.ts';

export const lifeThink: CheckDeclaration = {
  id: 'LIFE-THINK',
  level: 'MUST',
  title: 'the agent says that it thinks',
  requirement: 'Every run that completes shows an agent_thinking, where the target promises it.',
  reason: 'Between the start and the first result, the thought is what keeps people from leaving.',
  value: lifeValue,
  scope: 'run',
  hears: [],
  provenBy: ['F10', 'D20'],
  leftGreenBy: ['K04', 'K05', 'K12'],
  applies: ({ kinds }) => kinds.agent_thinking === 'required' || 'agent_thinking is not promised',
  open,
};

function open(): CheckFold {
  const findings = new Findings();
  return {
    step() {},
    closeRun(run) {
      const { start, terminal, terminalKind, asked } = run;
      if (start === undefined || terminal === undefined) return;
      if (terminalKind !== 'agent_completed') return;
      if (asked?.expects?.includes('agent_thinking') === false) return;
      findings.meet();
      if (run.firstOf('agent_thinking') !== undefined) return;
      findings.fail(
        [start, terminal],
        `agent_thinking must come in run ${run.id} because the target promises it.`,
        'However, the run completed without one.',
      );
    },
    end: () => findings.outcome(),
  };
}
