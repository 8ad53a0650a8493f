import { z } from 'zod';

/** The smallest sub-history that shows a failure. */
export const WitnessSchema = z.strictObject({
  /** Numbers of the records that matter, in order. */
  records: z.array(z.int()),
  /** "X must come before Y because …" */
  must: z.string(),
  /** "However, …" */
  however: z.string(),
  /** Raw bytes of those records, cut to what a person reads. */
  raw: z.array(
    z.strictObject({
      n: z.int(),
      connection: z.string(),
      at: z.number(),
      text: z.string(),
      /** Where its line begins in the stored history, in bytes; absent where nothing was stored. */
      offset: z.int().min(0).optional(),
    }),
  ),
  /** Command that shows this failure again. */
  replay: z.string().optional(),
});
export type Witness = z.infer<typeof WitnessSchema>;

/** What a fold knows of a failure; raw bytes and the replay command are attached afterwards. */
export type Evidence = Pick<Witness, 'records' | 'must' | 'however'>;
