import { z } from 'zod';
import { MeasurementSchema } from '../../contract/measurement.ts';
import { VerdictSchema } from '../../contract/verdict.ts';

/** Raised whenever digests of stored results must be made anew. */
export const digestVersion = 2;

/** What trends need of one result: small enough to read hundreds of nights at once. */
export const DigestSchema = z.strictObject({
  run_id: z.string(),
  started_at: z.string(),
  target: z.string(),
  command: z.string(),
  version: z.string(),
  commit: z.string().optional(),
  duration_ms: z.number(),
  verdict: VerdictSchema,
  exit_code: z.int(),
  sentence: z.string(),
  phase: z.int().optional(),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      phase: z.int().optional(),
      required: z.boolean(),
      verdict: VerdictSchema,
    }),
  ),
  /** Verdict and number of failures per check. */
  checks: z.array(z.strictObject({ id: z.string(), verdict: VerdictSchema, failures: z.int() })),
  measurements: z.array(
    MeasurementSchema.pick({
      id: true,
      unit: true,
      value: true,
      interval: true,
      limit: true,
      verdict: true,
      n: true,
    }),
  ),
  failed_tests: z.array(z.string()),
  /** Tests that passed only on a later attempt. */
  flaky_tests: z.array(z.string()),
  /** Implementations in production per role; 1 is the goal. */
  implementations: z.record(z.string(), z.int()),
  /** Real foreign servers: per family of checks what was said, and how it ended. */
  strangers: z.array(
    z.strictObject({
      name: z.string(),
      profile: z.string(),
      families: z.record(
        z.string(),
        z.strictObject({ events: VerdictSchema, ending: VerdictSchema }),
      ),
    }),
  ),
  /** Certain findings of the audit in production, per rule. */
  findings: z.record(z.string(), z.int()),
});
export type Digest = z.infer<typeof DigestSchema>;
