import { drop, repeat } from '../../damage/message-damages.ts';
import { closeUp } from '../../damage/close-up.ts';
import type { FaultRow } from '../../fault-row.ts';
import { editPayload, readPayload } from '../../proxy/edit.ts';
import { isLive, type Message } from '../../proxy/message.ts';
import { strike } from '../../damage/strike.ts';
import { inBothForms, onFrames } from '../sketch.ts';

/** Splits a delta in the middle of its first character beyond the basic plane. */
function splitSurrogates({ text }: Message): string[] {
  const { text: said, offset } = readPayload(text);
  if (typeof said !== 'string' || typeof offset !== 'number') return [text];
  const at = said.search(/[\uD800-\uDBFF]/) + 1;
  return [
    editPayload(text, { text: said.slice(0, at) }),
    editPayload(text, { text: said.slice(at), offset: offset + at }),
  ];
}

export const textFaults: readonly FaultRow[] = [
  ...inBothForms({
    id: 'F32',
    title: 'a piece of the answer is dropped',
    owner: 'TXT-CONCAT',
    lost: ['ORD-SEQ-GAP'],
    says: /./,
    damage: drop('message_delta'),
  }),
  ...inBothForms({
    id: 'F33',
    title: 'a piece of the answer comes twice',
    owner: 'TXT-CONCAT',
    lost: [],
    says: /./,
    damage: repeat('message_delta'),
  }),
  onFrames({
    id: 'F35',
    title: 'the answer is split inside a character',
    owner: 'TXT-UNICODE',
    says: /surrogate|U\+FFFD/,
    damage: closeUp(onUnicode('split a character', splitSurrogates)),
  }),
  onFrames({
    id: 'F35-lost',
    title: 'half of a character was replaced on the way',
    owner: 'TXT-UNICODE',
    entails: ['TXT-CONCAT'],
    says: /replacement character/,
    damage: onUnicode('replaced half a character', ({ text }) => [text.replace('🌍', '\uFFFD')]),
  }),
];

function onUnicode(detail: string, act: (message: Message) => readonly string[]) {
  return strike(
    (message) => isLive(message, 'message_delta') && message.text.includes('🌍'),
    detail,
    act,
  );
}
