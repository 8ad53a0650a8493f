import { z } from 'zod';

/** Why anyone pays for a check: who benefits, what they want to do, what breaks for them if it fails. */
export const BusinessValueSchema = z.strictObject({
  segment: z.string().min(1),
  goal: z.string().min(1),
  impact: z.string().min(1),
});
export type BusinessValue = z.infer<typeof BusinessValueSchema>;
