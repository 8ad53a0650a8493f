import type { CheckContext, CheckDeclaration, CheckFold, RunTrack } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { lifeValue } from './value.ts';

export const lifeTermTrunc: CheckDeclaration = {
  id: 'LIFE-TERM-TRUNC',
  level: 'MUST',
  title: 'no stream ends in the middle of a run',
  requirement: 'The target closes a connection only after the terminal of each of its runs.',
  reason: 'A clean end without a terminal looks like success, and the answer is cut off.',
  value: lifeValue,
  scope: 'run',
  hears: [],
  provenBy: ['F04', 'F05'],
  leftGreenBy: ['K05', 'K12', 'K14'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  return {
    step() {},
    closeRun(run) {
      findings.meet();
      if (context.endingOf(run) !== 'closed-clean') return;
      const close = run.cut;
      const left = [...openCalls(run), ...(run.lastKind === 'message_delta' ? ['a message'] : [])];
      findings.fail(
        [run.last, ...(close === undefined ? [] : [close.n])],
        `The terminal of run ${run.id} must come before the stream ends because only it says that the answer is complete.`,
        `However, the stream was closed (${close?.code ?? close?.cause ?? 'cleanly'}) after record ${run.last}${left.length === 0 ? '' : ` and left open: ${left.join(', ')}`}.`,
      );
    },
    end: () => findings.outcome(),
  };
}

function openCalls(run: RunTrack): string[] {
  const calls = [...run.calls.values()].filter(({ completed }) => completed === undefined);
  return calls.map(({ id }) => `call ${id}`);
}
