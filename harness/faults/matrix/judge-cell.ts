import type { CheckResult } from '../../contract/check-result.ts';
import type { FaultRow } from '../fault-row.ts';
import type { FaultCell } from '../../contract/kill-matrix.ts';

/** An alarm is a failure, or a check that crashed; what merely could not be judged is none. */
export function alarmsOf(results: readonly CheckResult[]): string[] {
  return results
    .filter((result) => result.verdict === 'fail' || crashed(result))
    .map(({ id }) => id);
}

/** Holds what the checks said against what the row expects. */
export function judgeCell(
  row: FaultRow,
  results: readonly CheckResult[],
): Pick<FaultCell, 'verdict' | 'note' | 'alarms'> {
  const alarms = alarmsOf(results);
  const owner = results.find(({ id }) => id === row.owner);
  const strangers = alarms.filter((id) => id !== row.owner && !row.entails.includes(id));
  if (owner === undefined) return { verdict: 'missed', note: `there is no ${row.owner}`, alarms };
  const said = wordsOf(owner);
  const given = gave(row, owner);
  if (given && strangers.length === 0 && row.says.test(said)) {
    return { verdict: 'caught', note: said, alarms };
  }
  if (strangers.length > 0) {
    const words = strangers.map((id) => `${id}: ${wordsOf(resultOf(results, id))}`);
    return { verdict: 'wrong-check', note: words.join(' | '), alarms };
  }
  const note = given
    ? `for another reason than ${String(row.says)}: ${said}`
    : `expected ${row.expect}, ${row.owner} gave ${owner.verdict} (${owner.exercised} met; ${said})`;
  return { verdict: 'missed', note, alarms };
}

function gave({ expect }: FaultRow, owner: CheckResult): boolean {
  switch (expect) {
    case 'fail':
      return owner.verdict === 'fail' && owner.level === 'MUST';
    case 'warn':
      return owner.verdict === 'fail' && owner.level === 'SHOULD';
    case 'info':
      return owner.verdict === 'pass' && owner.witnesses.length > 0;
    case 'unknown':
      return owner.verdict === 'unknown' && !crashed(owner);
    case 'unchanged':
      return owner.verdict === 'pass';
  }
}

function crashed({ reason }: CheckResult): boolean {
  return reason?.startsWith('harness-error: the check crashed') === true;
}

function resultOf(results: readonly CheckResult[], id: string): CheckResult | undefined {
  return results.find((result) => result.id === id);
}

/** The sentences of all witnesses shown, or the reason for having none. */
function wordsOf(result: CheckResult | undefined): string {
  const sentences = result?.witnesses.map(({ must, however }) => `${must} ${however}`) ?? [];
  return sentences.length > 0 ? sentences.join(' / ') : (result?.reason ?? 'nothing to say');
}
