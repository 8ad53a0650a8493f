/**
 * `caught`: the owner gave exactly what the row expects, for the stated reason, and no check outside `entails` alarmed.
 * `no-bite`: the damage never met a critical event, so that the cell proves nothing.
 */
export type CellVerdict = 'caught' | 'missed' | 'wrong-check' | 'no-bite';

export interface FaultCell {
  readonly id: string;
  readonly title: string;
  /** The owning check. */
  readonly check: string;
  readonly verdict: CellVerdict;
  /** What the owner said, or why the cell is not `caught`. */
  readonly note: string;
  /** Checks that alarmed, the owner and those entailed included. */
  readonly alarms: readonly string[];
}

export interface DecoyCell {
  readonly id: string;
  readonly title: string;
  /** Checks that alarmed; none may. */
  readonly alarms: readonly string[];
}

export interface MatrixReport {
  readonly seed: string;
  readonly faults: readonly FaultCell[];
  readonly decoys: readonly DecoyCell[];
}
