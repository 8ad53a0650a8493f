import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { terminalKinds } from '../../contract/event-kind.ts';
import { Latency } from './latency.ts';
import { latencyValue } from './value.ts';

export const latRun: CheckDeclaration = {
  id: 'LAT-RUN',
  level: 'MUST',
  title: 'the whole run is quick enough',
  requirement:
    'From a message to the terminal of its run takes no longer than the budget at the 95th percentile.',
  reason: 'The time to the answer is what people remember.',
  value: latencyValue,
  scope: 'run',
  hears: [...terminalKinds, 'harness'],
  provenBy: ['F103', 'F69'],
  leftGreenBy: ['K02', 'K05'],
  applies: ({ budgets }) =>
    budgets.run_ms !== undefined || 'the target promises no time to the answer',
  open,
};

function open(context: CheckContext): CheckFold {
  const limit = context.promises.budgets.run_ms ?? Infinity;
  const latency = new Latency({
    id: 'LAT-RUN',
    title: latRun.title,
    what: 'The terminal',
    limit,
    fromOwnAct: true,
  });
  return {
    step(record, event, run) {
      if (record.type === 'harness' && record.notice === 'lag') latency.lagged(record.ms ?? 0);
      if (run?.asked === undefined || event?.derived_from !== undefined) return;
      if (run.terminal !== record.n) return;
      if (latency.add(record.at - run.asked.at)) {
        latency.blame([run.asked.n, record.n], `run ${run.id}`);
      }
    },
    end: () => latency.outcome(),
  };
}
