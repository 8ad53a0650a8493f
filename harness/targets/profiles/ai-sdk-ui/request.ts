import { z } from 'zod';

/** What a chat client POSTs: the conversation and its new message. */
export const RequestSchema = z.looseObject({
  id: z.string(),
  messages: z
    .array(
      z.looseObject({
        id: z.string(),
        role: z.literal('user'),
        parts: z.array(z.looseObject({ type: z.literal('text'), text: z.string() })),
      }),
    )
    .min(1),
  trigger: z.literal('submit-message'),
});

/** Conversation and message of a request; `undefined` where it is none. */
export function readRequest(sent: string): { key: string; thread: string } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(sent);
  } catch {
    return undefined;
  }
  const request = RequestSchema.safeParse(value);
  const message = request.data?.messages.at(-1);
  return request.success && message !== undefined
    ? { key: message.id, thread: request.data.id }
    : undefined;
}
