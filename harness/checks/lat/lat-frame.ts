import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Latency } from './latency.ts';
import { latencyValue } from './value.ts';

export const latFrame: CheckDeclaration = {
  id: 'LAT-FRAME',
  level: 'MUST',
  title: 'a frame comes in one go',
  requirement:
    'From its first to its last byte a frame takes no more than the budget at the 95th percentile.',
  reason: 'Frames that drip in block everything behind them.',
  value: latencyValue,
  scope: 'history',
  hears: ['received', 'harness'],
  provenBy: ['F68'],
  leftGreenBy: ['K08', 'K14'],
  applies: ({ budgets }) =>
    budgets.frame_ms !== undefined || 'the target promises no time per frame',
  open,
};

function open(context: CheckContext): CheckFold {
  const limit = context.promises.budgets.frame_ms ?? Infinity;
  const latency = new Latency({ id: 'LAT-FRAME', title: latFrame.title, what: 'A frame', limit });
  return {
    step(record) {
      if (record.type === 'harness' && record.notice === 'lag') latency.lagged(record.ms ?? 0);
      if (record.type !== 'frame') return;
      if (record.took_ms !== undefined && latency.add(record.took_ms)) {
        latency.blame([record.n], `record ${record.n}`);
      }
    },
    end: () => latency.outcome(),
  };
}
