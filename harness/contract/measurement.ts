import { z } from 'zod';
import { VerdictSchema } from './verdict.ts';

/** One measured number with its limit. */
export const MeasurementSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  unit: z.enum(['ms', 'us', 'bytes', 'count', 'per-second', 'ratio', 'percent']),
  value: z.number(),
  /** 95 % confidence interval. */
  interval: z.tuple([z.number(), z.number()]).optional(),
  /** Samples behind the value. */
  n: z.int().min(0),
  limit: z.number().optional(),
  verdict: VerdictSchema,
  reason: z.string().optional(),
  /** Sorted samples or histogram buckets for the distribution picture: [upper bound, count]. */
  distribution: z.array(z.tuple([z.number(), z.number()])).optional(),
});
export type Measurement = z.infer<typeof MeasurementSchema>;
