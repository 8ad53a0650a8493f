import { z } from 'zod';

/**
 * What one seeded fault showed. `caught`: the owner gave exactly what the row expects, for the stated reason, and no check
 * outside `entails` alarmed. `no-bite`: the damage never met a critical event, so that the cell proves nothing.
 */
export const FaultCellSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** The owning check. */
  check: z.string(),
  verdict: z.enum(['caught', 'missed', 'wrong-check', 'no-bite']),
  /** What the owner said, or why the cell is not `caught`. */
  note: z.string(),
  /** Checks that alarmed, the owner and those entailed included. */
  alarms: z.array(z.string()).readonly(),
});
export type FaultCell = z.infer<typeof FaultCellSchema>;

export const DecoyCellSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Checks that alarmed; none may. */
  alarms: z.array(z.string()).readonly(),
});
export type DecoyCell = z.infer<typeof DecoyCellSchema>;

/** Fault × check: the proof that every check can fail, and fails alone. */
export const KillMatrixSchema = z.strictObject({
  seed: z.string(),
  faults: z.array(FaultCellSchema).readonly(),
  decoys: z.array(DecoyCellSchema).readonly(),
});
export type KillMatrix = z.infer<typeof KillMatrixSchema>;
