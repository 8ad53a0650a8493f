import { z } from 'zod';
import { VerdictSchema } from './verdict.ts';

export const CriterionResultSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Migration phase it belongs to; absent for the plain gate. */
  phase: z.int().min(1).max(4).optional(),
  required: z.boolean(),
  verdict: VerdictSchema,
  /** One sentence: what was seen, with the counts behind it. */
  reason: z.string(),
  /** Ids of the checks, tests or measurements it rests on. */
  rests_on: z.array(z.string()),
  /** What a person should do next; empty when it passed. */
  next: z.string().optional(),
});
export type CriterionResult = z.infer<typeof CriterionResultSchema>;

export const GateSchema = z.strictObject({
  phase: z.int().min(1).max(4).optional(),
  verdict: VerdictSchema,
  exit_code: z.int(),
  criteria: z.array(CriterionResultSchema),
});
export type Gate = z.infer<typeof GateSchema>;
