import { z } from 'zod';

/**
 * What a command may spend on a target that others use too. Plain data, so that every process of a night can be
 * handed it; what was spent stands in the ledger.
 */
export const AllowanceSchema = z.strictObject({
  /** File in which every process notes the runs it starts. */
  ledger: z.string(),
  /** Most agent runs that may be started. */
  runs: z.int().min(1),
  /** Runs per second, over everything that starts any. */
  perSecond: z.number().positive(),
  /** Epoch ms after which no run may be started. */
  until: z.number(),
});
export type Allowance = z.output<typeof AllowanceSchema>;
