import { z } from 'zod';

/** What a client of the reference wire may send. Strict: anything else is answered with an `error` frame. */
export const WireRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('chat_message'),
    content: z.string().min(1).max(16_384),
    thread_id: z.string().min(1).max(128).optional(),
    idempotency_key: z.string().min(1).max(128),
  }),
  z.strictObject({ type: z.literal('cancel'), run_id: z.string().min(1).max(128) }),
  z.strictObject({
    type: z.literal('resume'),
    run_id: z.string().min(1).max(128),
    after_seq: z.int().min(0),
  }),
  z.strictObject({ type: z.literal('ping') }),
]);
export type WireRequest = z.infer<typeof WireRequestSchema>;
