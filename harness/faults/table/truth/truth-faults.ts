import { resume } from '../../../probe/journeys/resume.ts';
import { truth } from '../../../probe/journeys/truth.ts';
import { announceRefused } from '../../damage/announce-refused.ts';
import { closeUp } from '../../damage/close-up.ts';
import { inStore } from '../../damage/in-store.ts';
import { change } from '../../damage/message-damages.ts';
import { keepAnswers } from '../../damage/keep-answers.ts';
import { muteRuns } from '../../damage/mute-runs.ts';
import { swallowChats } from '../../damage/swallow-chats.ts';
import { reworkRun } from '../../damage/whole-run.ts';
import type { FaultRow } from '../../fault-row.ts';
import { editPayload, readPayload } from '../../proxy/edit.ts';
import { onFrames } from '../sketch.ts';

const impatient = { deadlines: { first_event_ms: 500, terminal_ms: 1_500 } };

export const truthFaults: readonly FaultRow[] = [
  onFrames({
    id: 'D10',
    title: 'every question gets the answer to the first',
    owner: 'TRUTH-ANSWER',
    entails: ['TXT-CONCAT', 'TRUTH-STORED'],
    says: /the tool it asked for returns that/,
    journey: truth,
    damage: keepAnswers({ instead: true }),
  }),
  onFrames({
    id: 'D10-mixed',
    title: 'an answer also holds the answer to the question before',
    owner: 'TRUTH-ANSWER',
    entails: ['TXT-CONCAT', 'TRUTH-STORED'],
    says: /also answers what record \d+ asked/,
    journey: truth,
    damage: keepAnswers({ instead: false }),
  }),
  onFrames({
    id: 'D10-work',
    title: 'a service that is not ready confirms the message, and that is all',
    owner: 'LIFE-WORK',
    entails: ['TRUTH-ANSWER', 'TRUTH-STORED', 'LIFE-THINK'],
    says: /./,
    journey: truth,
    damage: closeUp(
      reworkRun('confirmed a message instead of answering it', (texts) => [
        texts[0] ?? '',
        editPayload(texts.at(-1) ?? '', { result: 'We have received your message.' }),
      ]),
    ),
  }),
  onFrames({
    id: 'D18',
    title: 'the execution of a tool that does not exist is announced',
    owner: 'TRUTH-TOOL',
    says: /tool_executing must not come/,
    journey: truth,
    damage: closeUp(announceRefused),
  }),
  onFrames({
    id: 'D19',
    title: 'a run completes by a fallback and admits it',
    owner: 'TRUTH-FALLBACK',
    says: /admits to 1/,
    damage: change('agent_completed', (text) => editPayload(text, { fallbacks: 1 })),
  }),
  onFrames({
    id: 'D19-health',
    title: 'the target calls itself ready, takes messages, and has no agent behind it',
    owner: 'TRUTH-HEALTH',
    entails: ['LIFE-START'],
    says: /says that the target is healthy/,
    journey: truth,
    promises: impatient,
    damage: muteRuns,
  }),
  onFrames({
    id: 'D36',
    title: 'the target calls itself ready and takes no message',
    owner: 'TRUTH-HEALTH',
    entails: ['LIFE-START'],
    says: /says that the target is healthy/,
    journey: truth,
    promises: impatient,
    idle: true,
    damage: swallowChats({ all: true }),
  }),
  onFrames({
    id: 'D38',
    title: 'another answer is stored than the one that was given',
    owner: 'TRUTH-STORED',
    says: /"something else" is stored/,
    journey: truth,
    idle: true,
    damage: inStore('stored another answer', (messages) =>
      messages.map((message) =>
        message['role'] === 'assistant' ? { ...message, content: 'something else' } : message,
      ),
    ),
  }),
  onFrames({
    id: 'D39',
    title: 'the answer to somebody who lost the connection is not stored',
    owner: 'TRUTH-STORED',
    says: /no answer is stored/,
    journey: resume,
    idle: true,
    damage: inStore('forgot the answers', (messages) =>
      messages.filter(({ role }) => role !== 'assistant'),
    ),
  }),
  onFrames({
    id: 'D32',
    title: 'the end of an answer is cut off',
    owner: 'TRUTH-ANSWER',
    entails: ['TXT-CONCAT', 'TRUTH-STORED'],
    says: /the tool it asked for returns that/,
    journey: truth,
    damage: change('agent_completed', (text) =>
      editPayload(text, { result: String(readPayload(text)['result']).slice(0, -4) }),
    ),
  }),
];
