import { describe, expect, it } from 'vitest';
import { readBack } from './read-back.ts';

const chat = { op: 'say', text: '$content', client_id: '$key', in: '$thread?', v: 1 };

describe('reading a message back', () => {
  it('gives what stands at the places', () => {
    const written = { op: 'say', text: 'hello', client_id: 'k1', v: 1, extra: true };
    expect(readBack(chat, written)).toEqual({ content: 'hello', key: 'k1' });
  });

  it.each([
    ['another word', { op: 'stop', text: 'hello', client_id: 'k1', v: 1 }],
    ['no key', { op: 'say', text: 'hello', v: 1 }],
    ['another number', { op: 'say', text: 'hello', client_id: 'k1', v: 2 }],
    ['no object', 'hello'],
    ['nothing', undefined],
  ])('knows that it is none: %s', (_, written) => {
    expect(readBack(chat, written)).toBeUndefined();
  });

  it('reads lists by their places', () => {
    expect(readBack(['chat', { id: '$key' }], ['chat', { id: 'k2' }])).toEqual({ key: 'k2' });
    expect(readBack(['chat', { id: '$key' }], ['stop', { id: 'k2' }])).toBeUndefined();
  });
});
