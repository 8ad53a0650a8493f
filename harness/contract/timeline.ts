import { z } from 'zod';

/**
 * What the page draws of one history: a lane per connection. A long history has a hundred thousand marks, so they are
 * packed as columns, and frames in blocks of which a reader opens one at a time.
 */
export const TimelineSchema = z.strictObject({
  history: z.string(),
  journey: z.string(),
  lanes: z.array(z.strictObject({ connection: z.string(), user: z.string() })),
  /** How many marks are packed, over all lanes. */
  count: z.int().min(0),
  /** `MarkColumns` as deflated JSON. */
  marks: z.base64(),
  /** Raw texts of consecutive marks from the index `first` on, as deflated JSON; blocks never overlap. */
  frames: z.array(z.strictObject({ first: z.int().min(0), packed: z.base64() })),
  /** Marks whose raw frame found no room; the history holds them all. */
  frameless: z.int().min(0),
  /** Marks left out because the history was longer than the cap. */
  omitted: z.int().min(0),
  /** Records that failed checks name, and where their first mark is. */
  witnesses: z.array(
    z.strictObject({
      mark: z.int().min(0),
      connection: z.string(),
      n: z.int(),
      at: z.number(),
    }),
  ),
});
export type Timeline = z.infer<typeof TimelineSchema>;
