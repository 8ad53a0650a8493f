import { z } from 'zod';

const ItemSchema = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  role: z.string().optional(),
  call_id: z.string().optional(),
  name: z.string().optional(),
  arguments: z.string().optional(),
  output: z.string().optional(),
  content: z.array(z.looseObject({ text: z.string().optional() })).optional(),
});
export type Item = z.infer<typeof ItemSchema>;

/** One frame of the socket, either way: the fields that the projection reads. */
export const SocketEventSchema = z.looseObject({
  type: z.string(),
  event_id: z.string().optional(),
  response_id: z.string().optional(),
  item_id: z.string().optional(),
  delta: z.string().optional(),
  item: ItemSchema.optional(),
  response: z
    .looseObject({
      id: z.string().optional(),
      status: z.string().optional(),
      output: z.array(ItemSchema).optional(),
    })
    .optional(),
  error: z.looseObject({ code: z.string().nullish(), message: z.string().optional() }).optional(),
});
export type SocketEvent = z.infer<typeof SocketEventSchema>;

/** The calls that a closed turn leaves to the client. */
export function callsOf({ response }: SocketEvent): Item[] {
  return response?.output?.filter(({ type }) => type === 'function_call') ?? [];
}

/** The text of a closed turn as the target states it. */
export function answerOf({ response }: SocketEvent): string {
  const messages = response?.output?.filter(({ type }) => type === 'message') ?? [];
  return messages.flatMap(({ content = [] }) => content.map(({ text = '' }) => text)).join('');
}
