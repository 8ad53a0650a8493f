import { z } from 'zod';

/** Frames of the reference wire that belong to the connection, not to a run. */
export const ConnectionFrameSchema = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('connection_established'),
    connection_id: z.string().min(1),
    user_id: z.string().min(1),
    protocol: z.string(),
    build: z.string(),
    features: z.array(z.string()),
  }),
  z.looseObject({
    type: z.literal('message_accepted'),
    idempotency_key: z.string().min(1),
    thread_id: z.string().min(1),
    run_id: z.string().min(1),
  }),
  z.looseObject({
    type: z.literal('resume_completed'),
    run_id: z.string().min(1),
    last_seq: z.int().min(0),
  }),
  z.looseObject({ type: z.literal('cancel_accepted'), run_id: z.string().min(1) }),
  z.looseObject({ type: z.literal('pong') }),
  z.looseObject({
    type: z.literal('error'),
    code: z.string().min(1),
    message: z.string(),
    in_reply_to: z.string().optional(),
  }),
]);
export type ConnectionFrame = z.infer<typeof ConnectionFrameSchema>;
