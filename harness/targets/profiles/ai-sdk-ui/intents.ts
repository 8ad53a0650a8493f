import type { Intents } from '../../profile.ts';
import { askPlainly, expectPlainly } from '../ask-plainly.ts';
import { describeProblems } from '../describe-problems.ts';
import { parseFrame } from '../parse-frame.ts';
import { readRequest, RequestSchema } from './request.ts';

/** One POST per message; the client names the conversation and the message itself. */
export const aiSdkUiIntents: Intents = {
  phrase: askPlainly,
  chat: ({ content, key, thread }) =>
    JSON.stringify({
      id: thread ?? `chat-${key}`,
      messages: [{ id: key, role: 'user', parts: [{ type: 'text', text: content }] }],
      trigger: 'submit-message',
    }),
  readSent(sent) {
    const key = readRequest(sent)?.key;
    return key === undefined ? undefined : { act: 'chat', key };
  },
  inspect(sent) {
    const parsed = parseFrame(sent);
    if (!parsed.ok) return [parsed.problem];
    const request = RequestSchema.safeParse(parsed.fields);
    return request.success ? undefined : describeProblems('SCH-FIELD', request.error);
  },
  expects: expectPlainly,
};
