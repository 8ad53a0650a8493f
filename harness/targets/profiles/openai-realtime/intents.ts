import type { Intents } from '../../profile.ts';
import { askPlainly, expectPlainly } from '../ask-plainly.ts';
import { describeProblems } from '../describe-problems.ts';
import { parseFrame } from '../parse-frame.ts';
import { SocketEventSchema } from './socket-event.ts';

/** A message is an item that the client names; the projection asks for its turn once the item was added. */
export const openAiRealtimeIntents: Intents = {
  phrase: askPlainly,
  chat: ({ content, key }) =>
    JSON.stringify({
      type: 'conversation.item.create',
      item: {
        id: key,
        type: 'message',
        role: 'user',
        content: [{ type: 'input_text', text: content }],
      },
    }),
  inspect(sent) {
    const parsed = parseFrame(sent);
    if (!parsed.ok) return [parsed.problem];
    const event = SocketEventSchema.safeParse(parsed.fields);
    return event.success ? undefined : describeProblems('SCH-FIELD', event.error);
  },
  expects: expectPlainly,
};
