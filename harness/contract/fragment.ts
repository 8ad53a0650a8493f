import { z } from 'zod';
import { AuditFactsSchema } from './audit.ts';
import { BusinessValueSchema } from './business-value.ts';
import { CheckResultSchema } from './check-result.ts';
import { MeasurementSchema } from './measurement.ts';

/** What a test says of itself: feature ids it covers, the value it protects, what it saw. */
export const TestEvidenceSchema = z.strictObject({
  covers: z.array(z.string()),
  value: BusinessValueSchema,
  checks: z.array(CheckResultSchema).default([]),
  measurements: z.array(MeasurementSchema).default([]),
  /** Facts about source code, where the test audited some. */
  audit: AuditFactsSchema.optional(),
  /** Stored histories behind the verdicts, relative to the run's folder. */
  histories: z.array(z.string()).default([]),
});
export type TestEvidence = z.infer<typeof TestEvidenceSchema>;

/** A file that a test left behind for people to look at. */
const AttachmentSchema = z.strictObject({
  /** Such as `trace`, `video` or `screenshot`. */
  name: z.string(),
  /** Relative to the run's folder. */
  file: z.string(),
  type: z.string(),
});
export type Attachment = z.infer<typeof AttachmentSchema>;

/** One finished test of a suite, written as one file the moment it ends, so that an abort keeps evidence. */
export const FragmentSchema = z.strictObject({
  suite: z.string(),
  test: z.string(),
  file: z.string(),
  state: z.enum(['passed', 'failed', 'skipped']),
  /** Passed on attempt k of n; k > 1 is "flaky", which is a failure. */
  attempts: z.strictObject({ k: z.int(), n: z.int() }),
  duration_ms: z.number(),
  error: z.string().optional(),
  /** The limit of the run that kept it from its end, where it was no fault of what it tests. */
  cut_short: z.string().optional(),
  /** Why a skipped test does not apply: the target does not offer what it judges. Any other skip is no evidence. */
  not_applicable: z.string().optional(),
  attachments: z.array(AttachmentSchema).optional(),
  evidence: TestEvidenceSchema.optional(),
});
export type Fragment = z.infer<typeof FragmentSchema>;
