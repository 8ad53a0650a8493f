import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { lifeValue } from './value.ts';

/** A new message that is answered under an old id is ONCE-RUNID. */
export const lifeStartOnce: CheckDeclaration = {
  id: 'LIFE-START-ONCE',
  level: 'MUST',
  title: 'a run starts once',
  requirement: 'A run (or each of its turns) has one agent_started.',
  reason: 'A client that sees a second start clears what it has shown so far.',
  value: lifeValue,
  scope: 'run',
  hears: ['agent_started'],
  provenBy: ['F02'],
  leftGreenBy: ['K01', 'K05', 'K07'],
  open,
};

interface Latest {
  n: number | undefined;
  turn: string | undefined;
}

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const turns = context.promises.terminal.per === 'turn';
  const latestOf = context.perRun((): Latest => ({ n: undefined, turn: undefined }));
  return {
    step(record, event, run) {
      if (run === undefined || event === undefined) return;
      const latest = latestOf(run);
      const { n } = latest;
      const newTurn = turns && event.turn !== latest.turn;
      latest.n = record.n;
      latest.turn = event.turn;
      if (n === undefined || newTurn) {
        findings.meet();
        return;
      }
      findings.fail(
        [n, record.n],
        `Run ${run.id} must start once because record ${n} started it.`,
        `However, record ${record.n} starts it again.`,
      );
    },
    end: () => findings.outcome(),
  };
}
