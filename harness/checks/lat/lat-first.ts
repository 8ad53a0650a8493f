import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Latency } from './latency.ts';
import { latencyValue } from './value.ts';

export const latFirst: CheckDeclaration = {
  id: 'LAT-FIRST',
  level: 'MUST',
  title: 'the first event comes quickly',
  requirement:
    'From a message to the first event of its run takes no longer than the budget at the 95th percentile.',
  reason: 'The first event tells a person that somebody listens.',
  value: latencyValue,
  scope: 'run',
  hears: ['first', 'harness'],
  provenBy: ['F101', 'D35'],
  leftGreenBy: ['K02', 'K14'],
  applies: ({ budgets }) =>
    budgets.first_event_ms !== undefined || 'the target promises no time to the first event',
  open,
};

function open(context: CheckContext): CheckFold {
  const limit = context.promises.budgets.first_event_ms ?? Infinity;
  const latency = new Latency({
    id: 'LAT-FIRST',
    title: latFirst.title,
    what: 'The first event',
    limit,
    fromOwnAct: true,
  });
  return {
    step(record, event, run) {
      if (record.type === 'harness' && record.notice === 'lag') latency.lagged(record.ms ?? 0);
      if (run?.asked === undefined || event?.derived_from !== undefined) return;
      if (latency.add(record.at - run.asked.at)) {
        latency.blame([run.asked.n, record.n], `run ${run.id}`);
      }
    },
    end: () => latency.outcome(),
  };
}
