import { expect, it } from 'vitest';
import type { History } from '../../contract/history.ts';
import { checkTable } from '../check-table.ts';
import { createJudge } from '../judge/judge.ts';
import { judgeHistory } from '../judge/judge-history.ts';
import { allDamages } from '../testing/all-damages.ts';

/** A burst is too large to be shown in full. */
const failing = allDamages.filter(
  ({ expect: wanted, owner }) => wanted === undefined && owner !== 'BP-BURST',
);

function fails(history: History, id: string, records: readonly number[]): boolean {
  const checks = checkTable.filter((check) => check.id === id);
  const judge = createJudge(history.header.promises, { checks });
  for (const record of history.records) if (records.includes(record.n)) judge.step(record);
  return judge.end()[0]?.verdict === 'fail';
}

it.each(failing)(
  'the witness of $fault, $title, fails $owner and loses nothing in vain',
  ({ owner, build }) => {
    const { history } = build();
    const result = judgeHistory(history).find(({ id }) => id === owner);
    expect(result?.witnesses).not.toEqual([]);
    for (const { records } of result?.witnesses ?? []) {
      expect(fails(history, owner, records)).toBe(true);
      const needless = records.filter((n) =>
        fails(
          history,
          owner,
          records.filter((other) => other !== n),
        ),
      );
      expect(needless).toEqual([]);
    }
  },
);
