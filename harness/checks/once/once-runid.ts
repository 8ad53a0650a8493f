import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { onceValue } from './value.ts';

export const onceRunid: CheckDeclaration = {
  id: 'ONCE-RUNID',
  level: 'MUST',
  title: 'a run id is used once',
  requirement: 'No run starts under the id of a run that was closed before.',
  reason: 'Two runs under one id mix their events, their bills and their stored answers.',
  value: onceValue,
  scope: 'run',
  hears: ['agent_started'],
  provenBy: ['F45'],
  leftGreenBy: ['K01', 'K05', 'K07'],
  open() {
    const findings = new Findings();
    const counts = { lost: 0, unexpected: 0, duplicated: 0, recovered: 0 };
    return {
      step(record, event, run) {
        if (run === undefined || event?.replay === true || run.start !== record.n) return;
        findings.meet();
        if (!run.reused) return;
        counts.duplicated += 1;
        findings.fail(
          [record.n],
          `Run ${run.id} must not begin again because a run of this id was closed before.`,
          `However, record ${record.n} starts another one.`,
        );
      },
      closeRun(run) {
        if (run.start === undefined) counts.lost += 1;
        else if (run.asked === undefined) counts.unexpected += 1;
        else if (run.resumed) counts.recovered += 1;
      },
      end: () => findings.outcome({ counts }),
    };
  },
};
