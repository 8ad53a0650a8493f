import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { isTerminalKind } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { lifeValue } from './value.ts';

/** A second start or terminal has checks of its own. */
export const lifeAfter: CheckDeclaration = {
  id: 'LIFE-AFTER',
  level: 'MUST',
  title: 'nothing comes after the terminal',
  requirement: 'No event of a run follows its terminal, except the kinds the target lists.',
  reason:
    'Clients close the run at its terminal; what comes later is lost or shown in the wrong place.',
  value: lifeValue,
  scope: 'run',
  hears: ['late'],
  provenBy: ['F08', 'D02'],
  leftGreenBy: ['K01', 'K05', 'K06', 'K10'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const { terminal: promised, duplicates } = context.promises;
  const allowed = new Set(promised.allowed_after);
  return {
    step(record, event, run) {
      if (event === undefined || run?.terminal === undefined) return;
      if (isTerminalKind(event.kind) || event.kind === 'agent_started') return;
      if (allowed.has(event.kind)) return;
      // Live events may overtake a resume: what was missed is then replayed after the terminal was seen.
      if (event.replay === true && duplicates !== 'never') return;
      findings.fail(
        [run.terminal, record.n],
        `${run.terminalKind ?? 'The terminal'} must be the last event of run ${run.id} because it closes the run.`,
        `However, ${event.kind} followed it in record ${record.n}.`,
      );
    },
    closeRun({ terminal }) {
      if (terminal !== undefined) findings.meet();
    },
    end: () => findings.outcome(),
  };
}
