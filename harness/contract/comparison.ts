import { z } from 'zod';

/** Shares of runs, 0 to 1: before, before again (the noise), after. */
const DifferenceSchema = z.strictObject({
  /** `intent: trait`. */
  trait: z.string(),
  old: z.number(),
  again: z.number(),
  new: z.number(),
});

/** Old against new over the same journeys, after the noise of old against old was measured. */
export const ComparisonSchema = z.strictObject({
  old: z.string(),
  new: z.string(),
  journeys: z.array(
    z.strictObject({
      journey: z.string(),
      verdict: z.enum(['pass', 'unknown', 'fail']),
      reason: z.string(),
      /** Beyond the noise, causes first. */
      differences: z.array(DifferenceSchema),
      noise: z.strictObject({ traits: z.int().min(0), largest: z.number() }),
      /** Stored histories, relative to the run's folder. */
      histories: z.array(z.string()).default([]),
    }),
  ),
  /** Why there was nothing to compare with. */
  problem: z.string().optional(),
});
export type ComparisonFacts = z.infer<typeof ComparisonSchema>;
