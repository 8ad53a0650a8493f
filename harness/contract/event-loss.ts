import { z } from 'zod';

/** What one side delivered under one kind of trouble, against what the same messages deliver undisturbed. */
const DeliveredSchema = z.strictObject({
  runs: z.int().min(0),
  /** Critical events that the same runs have without trouble. */
  expected: z.int().min(0),
  /** Of these, what never arrived, also not after coming back. */
  lost: z.int().min(0),
});

/** Event loss under faults, old and new in the same minutes. */
export const EventLossSchema = z.strictObject({
  old: z.string(),
  new: z.string(),
  faults: z.array(
    z.strictObject({
      /** Such as `reset`, `slow-reader`, `away-during-run`. */
      fault: z.string(),
      title: z.string(),
      old: DeliveredSchema,
      new: DeliveredSchema,
      /** One run that lost something on the new side: what is missing. */
      example: z.string().optional(),
      /** The trouble met no run in flight: nothing is proven by this row. */
      no_bite: z.boolean(),
    }),
  ),
  /** Why nothing could be measured. */
  problem: z.string().optional(),
});
export type EventLoss = z.infer<typeof EventLossSchema>;
