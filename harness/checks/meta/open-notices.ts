import type { CheckFold } from '../../contract/check.ts';
import type { RecordOf } from '../../contract/history.ts';
import { Findings } from '../findings.ts';

type Notice = RecordOf<'harness'>['notice'];

/** What the harness says of itself is never the target's failure: at worst nothing was proven. */
export function openNotices(good: Notice, bad: Notice, reason: string): CheckFold {
  const findings = new Findings();
  return {
    step(record) {
      if (record.type !== 'harness') return;
      if (record.notice === good || record.notice === bad) findings.meet();
      if (record.notice !== bad) return;
      findings.doubt(
        `${reason} (record ${record.n}${record.detail === undefined ? '' : `: ${record.detail}`})`,
      );
    },
    end: () => findings.outcome(),
  };
}
