import type { CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { eventKinds } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { needsResume } from './needs-resume.ts';
import { resumeValue } from './value.ts';

/** Judges only what the message asked for: a kind that was over before the drop need not come again. */
export const resKinds: CheckDeclaration = {
  id: 'RES-KINDS',
  level: 'MUST',
  title: 'a resume brings every kind back',
  requirement: 'A run that was resumed and completed shows every kind that its message asked for.',
  reason:
    'Resumed streams were seen without their sub-channels: the answer came, its tools did not.',
  value: resumeValue,
  scope: 'run',
  hears: [],
  provenBy: ['F96'],
  leftGreenBy: ['K01', 'K07', 'K12'],
  applies: needsResume,
  open,
};

function open(): CheckFold {
  const findings = new Findings();
  return {
    step() {},
    closeRun(run) {
      const { asked, first, terminal, terminalKind, resumed } = run;
      const expected = asked?.expects ?? [];
      if (!resumed || terminal === undefined || asked === undefined) return;
      if (terminalKind !== 'agent_completed' || expected.length === 0) return;
      findings.meet();
      const missing = eventKinds.filter(
        (kind) => expected.includes(kind) && run.firstOf(kind) === undefined,
      );
      if (missing.length === 0) return;
      findings.fail(
        [asked.n, first, terminal],
        `Run ${run.id} must show ${missing.join(', ')} because record ${asked.n} asks for it.`,
        'However, the run was resumed and completed without.',
      );
    },
    end: () => findings.outcome(),
  };
}
