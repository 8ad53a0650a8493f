import type { DecoyCell, FaultCell, KillMatrix } from '../../contract/kill-matrix.ts';

/**
 * The kill matrix as text, a row per fault and decoy: verdict, owner, and whoever else alarmed. Compact: only faults that
 * were not caught and decoys that alarmed.
 */
export function renderMatrix(
  { faults, decoys }: KillMatrix,
  { compact }: { readonly compact: boolean },
): string {
  const shownFaults = faults.filter(({ verdict }) => !compact || verdict !== 'caught');
  const shownDecoys = decoys.filter(({ alarms }) => !compact || alarms.length > 0);
  const rows = [...shownFaults.map(renderFault), ...shownDecoys.map(renderDecoy)];
  return [
    ...rows,
    ...(rows.length === 0 ? [] : ['']),
    summariseMatrix({ faults, decoys }),
    '',
  ].join('\n');
}

function renderFault(cell: FaultCell): string {
  const { id, verdict, check, title, alarms, note } = cell;
  const others = alarms.filter((alarm) => alarm !== check);
  const line = `${verdict.padEnd(12)}${id.padEnd(16)}${check.padEnd(20)}${title}`;
  const also = others.length === 0 ? '' : `  (also ${others.join(', ')})`;
  return verdict === 'caught' ? line + also : `${line}${also}\n            ${note}`;
}

function renderDecoy({ id, title, alarms }: DecoyCell): string {
  const verdict = alarms.length === 0 ? 'green' : 'ALARM';
  return `${verdict.padEnd(12)}${id.padEnd(16)}${alarms.join(', ').padEnd(20)}${title}`;
}

/** The matrix in one line. */
export function summariseMatrix({ faults, decoys }: Omit<KillMatrix, 'seed'>): string {
  const caught = faults.filter(({ verdict }) => verdict === 'caught').length;
  const alarmed = decoys.filter(({ alarms }) => alarms.length > 0).length;
  return `${caught} of ${faults.length} faults caught by their own check, ${alarmed} of ${decoys.length} decoys alarmed`;
}
