import { z } from 'zod';
import { MeasurementSchema } from './measurement.ts';

/** Speed and memory, new against the best of the old ones, interleaved on one machine. */
export const PairedSpeedSchema = z.strictObject({
  old: z.array(z.string()),
  new: z.string(),
  /** Ratios new / best old with their 95 % interval and their limit. */
  measurements: z.array(MeasurementSchema),
  /** Why it was not measured, such as "left out with --no-paired". */
  problem: z.string().optional(),
});
export type PairedSpeed = z.infer<typeof PairedSpeedSchema>;
