import { z } from 'zod';
import { OutcomeSchema } from './canonical-event.ts';

/** What the page draws of one history: a lane per connection, cut to a stated number of marks. */
export const TimelineSchema = z.strictObject({
  history: z.string(),
  journey: z.string(),
  lanes: z.array(
    z.strictObject({
      connection: z.string(),
      user: z.string(),
      marks: z.array(
        z.strictObject({
          n: z.int(),
          /** Milliseconds since the history's start. */
          at: z.number(),
          /** Kind of the event, or the type of a record that carries none (`open`, `close`, `frame`). */
          kind: z.string(),
          run: z.string().optional(),
          call: z.string().optional(),
          tool: z.string().optional(),
          /** How a tool ended; only on marks that end one. */
          outcome: OutcomeSchema.optional(),
          /** Absent on marks that did not cross the wire, such as an opened or closed connection. */
          direction: z.enum(['sent', 'received']).optional(),
          replay: z.boolean().optional(),
          raw: z.string(),
        }),
      ),
    }),
  ),
  /** Marks left out because the history was longer than the cap. */
  omitted: z.int().min(0),
});
export type Timeline = z.infer<typeof TimelineSchema>;
