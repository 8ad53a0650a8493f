import { z } from 'zod';
import { EnvironmentSchema } from './environment.ts';
import { MeasurementSchema } from './measurement.ts';

/** Raised whenever a stored baseline could no longer be read the same way. */
export const baselineFormat = 1;

/** One line of a baseline file (NDJSON): what one run of a commit measured, and where. */
export const BaselineSchema = z.strictObject({
  format: z.literal(baselineFormat),
  at: z.string(),
  environment: EnvironmentSchema,
  /** Without their distributions, which would make the file large and help no comparison. */
  measurements: z.array(MeasurementSchema.omit({ distribution: true })),
});
export type Baseline = z.infer<typeof BaselineSchema>;
