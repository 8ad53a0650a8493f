import { z } from 'zod';

const CountsSchema = z.strictObject({
  tests: z.int().min(0),
  failed: z.int().min(0),
  skipped: z.int().min(0),
});

/** One run of a suite that the team had before golden-path: facts only, the gate judges them. */
export const ExistingSuiteSchema = z.strictObject({
  name: z.string(),
  command: z.string(),
  /** `exit 0`, a signal, or `timed out`. */
  ending: z.string(),
  duration_ms: z.number(),
  /** Last lines that the command printed, where it did not end well. */
  output: z.string().optional(),
  /** What its JUnit report says; absent when there is none that can be read. */
  counts: CountsSchema.optional(),
  /** Why the report cannot be believed: missing, malformed, older than the run, impossible durations. */
  doubts: z.array(z.string()),
  /** Names of failed tests, at most 20. */
  failures: z.array(z.string()),
  /** What it counted the last time it was believed. */
  last: CountsSchema.optional(),
  /** What it says once a defect is planted; `identical` proves that it cannot fail for it. */
  proof: z
    .strictObject({
      command: z.string(),
      identical: z.boolean(),
      ending: z.string(),
      counts: CountsSchema.optional(),
    })
    .optional(),
});
export type ExistingSuite = z.infer<typeof ExistingSuiteSchema>;
