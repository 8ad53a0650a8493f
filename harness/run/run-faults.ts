import type { CriterionResult } from '../contract/gate.ts';
import type { KillMatrix } from '../contract/kill-matrix.ts';
import type { Result } from '../contract/result.ts';
import type { MatrixOptions } from '../faults/matrix/run-matrix.ts';
import { settleMatrix } from '../faults/matrix/settle-matrix.ts';
import { summariseMatrix } from '../faults/matrix/render-matrix.ts';
import { verdictOfMatrix } from '../faults/matrix/verdict-of-matrix.ts';
import { concludeGate } from '../gate/decide.ts';
import { buildResult } from './evidence/build-result.ts';

/** Walks the rows that are asked for and makes a result of the kill matrix, so that every reporter can show it. */
export async function runFaults(options: MatrixOptions): Promise<Result & MatrixPart> {
  const startedAt = new Date();
  const matrix = await settleMatrix(options);
  const named = { id: `faults-${startedAt.getTime()}`, folder: '.', startedAt, seed: matrix.seed };
  const result = await buildResult(
    { ...named, command: 'faults', target: 'reference', profile: 'reference' },
    [],
    [],
  );
  return { ...result, kill_matrix: matrix, gate: concludeGate([judge(matrix)]) };
}

interface MatrixPart {
  readonly kill_matrix: KillMatrix;
}

function judge(matrix: KillMatrix): CriterionResult {
  const verdict = verdictOfMatrix(matrix);
  const wrong = [
    ...matrix.faults.flatMap(({ id, verdict: seen }) => (seen === 'caught' ? [] : [id])),
    ...matrix.decoys.flatMap(({ id, alarms }) => (alarms.length === 0 ? [] : [id])),
  ];
  return {
    id: 'kill-matrix',
    title: 'every fault is caught by its own check, and no decoy alarms',
    required: true,
    verdict,
    reason: summariseMatrix(matrix),
    rests_on: wrong,
    ...(wrong.length === 0 ? {} : { next: `golden-path faults --only ${wrong[0]}` }),
  };
}
