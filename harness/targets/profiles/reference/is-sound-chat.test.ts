import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WireRequestSchema } from '../../../contract/wire-request.ts';
import { isSoundChat } from './is-sound-chat.ts';

const chat = { type: 'chat_message', content: 'echo hi', idempotency_key: 'key' };

it('a message is sound, with and without a thread', () => {
  expect(isSoundChat(chat)).toBe(true);
  expect(isSoundChat({ ...chat, thread_id: 'thread' })).toBe(true);
});

it('what is taken for sound at a glance is always what the schema takes, too', () => {
  const names = ['type', 'content', 'idempotency_key', 'thread_id', 'more', 'toString'];
  const values = [undefined, null, '', 'x', 1, {}, 'ping', 'x'.repeat(129), 'x'.repeat(16_385)];
  const always = () =>
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom<unknown>(...values), (name, value) => {
        const request = { ...chat, [name]: value };
        return !isSoundChat(request) || WireRequestSchema.safeParse(request).success;
      }),
    );
  expect(always).not.toThrow();
});
