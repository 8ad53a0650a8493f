import { z } from 'zod';
import { BusinessValueSchema } from './business-value.ts';
import { MeasurementSchema } from './measurement.ts';
import { VerdictSchema } from './verdict.ts';
import { WitnessSchema } from './witness.ts';

export const CheckResultSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  level: z.enum(['MUST', 'SHOULD']),
  requirement: z.string(),
  verdict: VerdictSchema,
  /** How often the check met what it judges. */
  exercised: z.int().min(0),
  /** Why it is `unknown` or `not-applicable`. */
  reason: z.string().optional(),
  /**
   * What kept an `unknown` from being a verdict: nothing to judge was met, the check itself broke, no fault has ever
   * turned it red, or what was seen does not decide.
   */
  cause: z.enum(['never-exercised', 'harness-error', 'unproven', 'undecided']).optional(),
  proven_by: z.array(z.string()),
  left_green_by: z.array(z.string()),
  witnesses: z.array(WitnessSchema),
  /** What was counted on the way, such as the four buckets of exactly-once. */
  counts: z.record(z.string(), z.int()).optional(),
  /** The number behind the verdict, where there is one. */
  measured: MeasurementSchema.optional(),
  /** Failures beyond the witnesses shown. */
  further_failures: z.int().min(0),
  value: BusinessValueSchema,
});
export type CheckResult = z.infer<typeof CheckResultSchema>;
